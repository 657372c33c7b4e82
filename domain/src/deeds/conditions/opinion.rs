//! What is asked of an opinion, its publication and its prior notice.

use crate::{
    calendar::CalendarError,
    deeds::{ClockKind, Deed, Opinion, PriorNotice, State},
    error::Coded,
    policy::PublicationWaiverReason,
    procedure::{Answer, Case, Clock, Context},
    receipts::{Proposal, Text, text},
};

pub(in crate::deeds) fn is_waived(case: &Case<Deed>) -> bool {
    let opinion = case.record().opinion();
    opinion.is_some_and(|opinion| opinion.waiver.is_some())
}

pub(in crate::deeds) fn prior_notice(case: &Case<Deed>) -> Option<&PriorNotice> {
    case.record().opinion()?.prior_notice.as_ref()
}

/// The notice on which the party may state its case: of a refusal, or of a revocation.
pub(in crate::deeds) fn notice_to_answer(case: &Case<Deed>) -> Option<&PriorNotice> {
    match case.state() {
        State::IntendedRevocation | State::Revoked => case.record().revocation_notices.last(),
        _ => prior_notice(case),
    }
}

pub(super) fn awaits_prior_notice(case: &Case<Deed>) -> bool {
    let opinion = case.record().opinion();
    opinion.is_some_and(|opinion| opinion.prior_notice.is_none())
}

pub(super) fn publicity_done(
    case: &Case<Deed>,
    context: &Context<'_, Deed>,
) -> Result<Answer, CalendarError> {
    if is_waived(case) {
        return Ok(Answer::Met);
    }
    let notice = case
        .record()
        .opinion()
        .filter(|opinion| opinion.publication.is_some())
        .and_then(|_| case.clock(ClockKind::Publicity))
        .filter(|clock| clock.is_open());
    notice.map_or(Ok(Answer::Unmet), |notice| runs_until(notice, context))
}

pub(super) fn no_open_objection(case: &Case<Deed>) -> Answer {
    match case.record().open_objections().count() {
        0 => Answer::Met,
        count => Answer::Because(text!(
            "尚有 {count} 件异议未处理。",
            "Objections without an answer: {count}."
        )),
    }
}

/// Evidence and corrections after the opinion can turn what the rules propose. A reason covers the
/// receipt that it was given for and none worse: one that proposes no less, and with nothing against it
/// that was not there.
pub(super) fn stands(case: &Case<Deed>, context: &Context<'_, Deed>) -> bool {
    let opinion = case.record().opinion();
    let reasoned = opinion.filter(|opinion| opinion.reason.is_some());
    context.rules.is_none_or(|rules| {
        let covers = |opinion: &Opinion| {
            let proposal = opinion.proposal.is_none_or(|known| rules.proposal <= known);
            let against = opinion.against.as_ref();
            proposal && against.is_none_or(|known| rules.against.is_within(known))
        };
        rules.proposal == Proposal::Approve || reasoned.is_some_and(covers)
    })
}

pub(super) fn defence_heard(
    case: &Case<Deed>,
    context: &Context<'_, Deed>,
) -> Result<Answer, CalendarError> {
    if notice_to_answer(case).is_some_and(|prior_notice| prior_notice.reply.is_some()) {
        return Ok(Answer::Met);
    }
    let answer = case.clock(ClockKind::DefenceAnswer);
    match answer.filter(|clock| clock.is_open()) {
        Some(clock) => runs_until(clock, context),
        None => Ok(Answer::Unmet),
    }
}

/// Met once the time of a clock is over; else until when it runs.
fn runs_until(
    clock: &Clock<ClockKind>,
    context: &Context<'_, Deed>,
) -> Result<Answer, CalendarError> {
    if clock.is_over(context.today, context.calendar)? {
        return Ok(Answer::Met);
    }
    Ok(Answer::Because(match clock.due(context.calendar) {
        Ok(Some(due)) => {
            let explanation = due.explanation();
            Text {
                zh: format!("{}。", explanation.zh),
                en: format!("{}.", explanation.en),
            }
        }
        Ok(None) => text!("期限已中止计算。", "The time is paused."),
        // It runs for certain today, though nobody can tell its last day.
        Err(not_loaded) => not_loaded.fault().message,
    }))
}

/// An officer who intends to confirm where the rules propose to refuse or to look closer says why:
/// of a likely duplicate (rule `DEED-DUP`) as of everything else that no rule can settle.
pub(super) fn deviation_reasoned(reasoned: bool, context: &Context<'_, Deed>) -> Answer {
    match context.rules.map(|rules| rules.proposal) {
        Some(Proposal::Review) if !reasoned => Answer::Because(text!(
            "规则建议人工核查，凭据中列有须由经办人查明的事项。",
            "The rules propose review: the receipt lists what an officer has to look into."
        )),
        Some(Proposal::Refuse) if !reasoned => {
            Answer::Because(text!("规则建议不予确认。", "The rules propose refusal."))
        }
        Some(Proposal::Approve | Proposal::Review | Proposal::Refuse) | None => Answer::Met,
    }
}

/// A reason that policy knows; and nobody is protected as a minor who was of age.
pub(super) fn waiver_reason(
    reason: PublicationWaiverReason,
    context: &Context<'_, Deed>,
) -> Answer {
    let of_age = context.rules.is_some_and(|rules| rules.of_age);
    if reason == PublicationWaiverReason::MinorProtection && of_age {
        return Answer::Because(text!(
            "行为人行为时已成年，不适用未成年人保护的理由。",
            "The actor was of age on the day of the deed, so this is no protection of a minor."
        ));
    }
    let known = &context.policy.terms().deeds.publication.skip_reasons;
    known.contains(&reason).into()
}
