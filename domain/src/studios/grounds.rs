//! For what a name is refused or withdrawn, and a studio has to put itself right.

use super::{Act, AssessmentResult, ClockKind, RefusalCode, State, Studio, assessment, naming};
use crate::{
    calendar::CalendarError,
    procedure::{Answer, Case, Context},
    receipts::{Text, text},
};

/// Whether the case holds what a name is withdrawn for (STUDIO-WITHDRAW, STUDIO-RUN).
pub(super) fn is_on_record(
    code: RefusalCode,
    case: &Case<Studio>,
    context: &Context<'_, Studio>,
) -> Result<bool, CalendarError> {
    let record = case.record();
    Ok(match code {
        RefusalCode::HonourLost => !record.honour_losses.is_empty() || naming::honour_gone(context),
        RefusalCode::ConsentWithdrawn => record.consent().is_some_and(|consent| !consent.given),
        RefusalCode::HostClosed => !record.host_closures.is_empty(),
        RefusalCode::NotRectified => not_rectified(case, context)?,
        RefusalCode::AssessedOut => {
            let last = record.assessments.last();
            last.is_some_and(|one| one.result == AssessmentResult::Withdraw)
        }
        RefusalCode::LeaderUnqualified
        | RefusalCode::NoConsent
        | RefusalCode::SecondStudio
        | RefusalCode::NameUnfit
        | RefusalCode::SetupIncomplete => false,
    })
}

/// Whether the time of the last rectification was over without its completion.
fn not_rectified(
    case: &Case<Studio>,
    context: &Context<'_, Studio>,
) -> Result<bool, CalendarError> {
    let open = case.record().rectifications.last();
    if open.is_none_or(|last| last.completed.is_some()) {
        return Ok(false);
    }
    // What was told of it stands while the clock pauses for the party.
    if case.state() == State::IntendedWithdrawal {
        return Ok(true);
    }
    match case.clock(ClockKind::Rectification) {
        Some(clock) => clock.is_over(context.today, context.calendar),
        None => Ok(false),
    }
}

/// Whether the studio has to put itself right: by missed years, by the last assessment, or by the last
/// review, unless it did since.
pub(super) fn run_short(case: &Case<Studio>, context: &Context<'_, Studio>) -> bool {
    let record = case.record();
    let most = context.policy.terms().honours.studio.missed_years;
    let missed = case.missed_years(context.today, context.policy, context.calendar);
    let completed = record.rectifications.iter();
    let completed = completed.filter_map(|one| one.completed.as_ref().map(|(on, _)| *on));
    let put_right = completed.max();
    let assessed = record.assessments.last().is_some_and(|one| {
        let short = matches!(
            one.result,
            AssessmentResult::Rectify | AssessmentResult::Withdraw
        );
        short && put_right.is_none_or(|on| on < one.on)
    });
    let reviewed = record.reviews.last();
    let reviewed =
        reviewed.is_some_and(|one| !one.passed && put_right.is_none_or(|on| on < one.on));
    missed >= most || assessed || reviewed
}

/// Whether the reason is the one that was told, and agrees with receipt and file.
pub(super) fn refusal_agrees(
    act: Option<&Act>,
    case: &Case<Studio>,
    context: &Context<'_, Studio>,
) -> Answer {
    let Some(Act::Refusal { refusal, .. } | Act::NameWithdrawal { refusal, .. }) = act else {
        return Answer::Unmet;
    };
    let told = case.record().notice().map(|notice| notice.code);
    if told != Some(refusal.code) && refusal.deviation.is_none() {
        let Text { zh, en } = refusal.code.text();
        return Answer::Because(text!(
            "告知的理由不是“{zh}”。",
            "The notice told another reason than this ({en})."
        ));
    }
    let satisfied = context.rules.map(|rules| rules.satisfied);
    let satisfied = satisfied.unwrap_or_default();
    let proposal = context.rules.map(|rules| rules.proposal);
    let case_says_so = refusal.code.is_of_withdrawal()
        || refusal.code == RefusalCode::SetupIncomplete && is_incomplete(case, context);
    let proposal = proposal.filter(|_| !case_says_so);
    refusal.agrees(refusal.code.rule(), satisfied, proposal)
}

/// Whether place or members are not as they have to be (STUDIO-SETUP).
fn is_incomplete(case: &Case<Studio>, context: &Context<'_, Studio>) -> bool {
    naming::enough_members(case, context) != Answer::Met || !naming::is_visited(case)
}

/// Whether officers who depart from what the points come to say why.
pub(super) fn departure_reasoned(
    act: Option<&Act>,
    case: &Case<Studio>,
    context: &Context<'_, Studio>,
) -> Answer {
    let Some(Act::Assessment {
        year,
        seen,
        result,
        reason,
        ..
    }) = act
    else {
        return Answer::Unmet;
    };
    let terms = &context.policy.terms().honours.studio;
    let lost = naming::honour_gone(context);
    let sheet = assessment::sheet(case, *year, seen, lost, terms);
    if reason.is_some() || result.is_none_or(|result| result == sheet.result) {
        return Answer::Met;
    }
    let Text { zh, en } = sheet.result.text();
    Answer::Because(text!(
        "按分值和一票否决情形，结果为“{zh}”。",
        "By the points and vetoes the result is {en}."
    ))
}
