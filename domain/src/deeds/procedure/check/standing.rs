use super::{Answer, panel, reconfirmation};
use crate::{
    calendar::CalendarError,
    decisions::{Proposal, Text, text},
    deeds::{
        clocks::{Change, Clock, ClockKind},
        procedure::{ActorCase, Condition, FiledBy, Setting},
    },
};

/// What is asked of the case as it stands. Only a date that cannot be reckoned is an error.
pub(super) fn answer(
    condition: Condition,
    case: &ActorCase,
    setting: &Setting<'_>,
) -> Result<Answer, CalendarError> {
    let policy = setting.deeds();
    Ok(match condition {
        Condition::SupplementNotAsked => case.supplement_request().is_none().into(),
        Condition::SupplementOpen => case
            .supplement_request()
            .is_some_and(|request| request.answered_on.is_none())
            .into(),
        Condition::EligibilityKnown => setting.eligibility.is_some().into(),
        Condition::EvidenceMinimum => policy.evidence.suffices(&case.verified_kinds()).into(),
        Condition::NotReferred => case.panel_referral.is_none().into(),
        Condition::PanelHeld => panel::held(case, setting).into(),
        Condition::PanelAgreed => panel::agreed(case, setting).into(),
        Condition::ExtensionProvided => (policy.assessment.opinion_extension_days > 0).into(),
        Condition::ExtensionUnused => (!was_extended(case)).into(),
        Condition::OpinionInTime => (!is_over(case, ClockKind::Opinion, setting)?).into(),
        Condition::FirstInstance => case.next_level.is_none().into(),
        Condition::NotSkipped => (!is_skipped(case)).into(),
        Condition::NoticeStands => (!is_over(case, ClockKind::Publicity, setting)?).into(),
        Condition::PublicityDone => publicity_done(case, setting)?,
        Condition::NoOpenObjection => no_open_objection(case),
        Condition::OpinionStands => opinion_stands(case, setting).into(),
        Condition::HearingNotHeld => case
            .opinion()
            .is_some_and(|opinion| opinion.hearing.is_none())
            .into(),
        Condition::HearingHeld => case
            .opinion()
            .is_some_and(|opinion| opinion.hearing.is_some())
            .into(),
        Condition::HearingOpen => case
            .opinion()
            .and_then(|opinion| opinion.hearing.as_ref())
            .is_some_and(|hearing| hearing.reply.is_none())
            .into(),
        Condition::HearingAnswered => hearing_answered(case, setting)?,
        Condition::DeliveryOpen => (!case.parties_waiting().is_empty()).into(),
        Condition::ReconfirmationWindow => {
            reconfirmation::in_time_for_somebody(case, setting.earliest_receipt(), setting)?
        }
        Condition::NextLevel => case.holder().next_higher(setting.regions).is_some().into(),
        Condition::NotDisputed => case
            .open_transfer()
            .is_some_and(|transfer| transfer.dispute.is_none())
            .into(),
        Condition::FiledByParty => matches!(
            case.filed_by,
            FiledBy::Actor | FiledBy::CloseRelative | FiledBy::Recommender
        )
        .into(),
        Condition::RestorationLeft => restoration_left(case, policy.aftermath.restorations),
        _ => Answer::Met,
    })
}

fn is_over(
    case: &ActorCase,
    kind: ClockKind,
    setting: &Setting<'_>,
) -> Result<bool, CalendarError> {
    case.clock(kind).map_or(Ok(false), |clock| {
        clock.is_over(setting.today, setting.calendar)
    })
}

fn was_extended(case: &ActorCase) -> bool {
    case.clock(ClockKind::Opinion).is_some_and(|clock| {
        clock
            .entries()
            .any(|entry| matches!(entry.change, Change::Extend { .. }))
    })
}

fn is_skipped(case: &ActorCase) -> bool {
    case.opinion().is_some_and(|opinion| opinion.skip.is_some())
}

fn publicity_done(case: &ActorCase, setting: &Setting<'_>) -> Result<Answer, CalendarError> {
    if is_skipped(case) {
        return Ok(Answer::Met);
    }
    let notice = case
        .opinion()
        .filter(|opinion| opinion.publication.is_some())
        .and_then(|_| case.clock(ClockKind::Publicity))
        .filter(|clock| clock.is_open());
    let Some(notice) = notice else {
        return Ok(Answer::Unmet);
    };
    runs_until(notice, setting)
}

fn no_open_objection(case: &ActorCase) -> Answer {
    match case.open_objections().count() {
        0 => Answer::Met,
        count => Answer::Because(text!(
            "尚有 {count} 件异议未处理。",
            "Objections without an answer: {count}."
        )),
    }
}

/// Evidence and corrections after the opinion can turn what the rules propose.
fn opinion_stands(case: &ActorCase, setting: &Setting<'_>) -> bool {
    let reasoned = case
        .opinion()
        .is_some_and(|opinion| opinion.reason.is_some());
    reasoned
        || setting
            .eligibility
            .is_none_or(|eligibility| eligibility.proposal == Proposal::Approve)
}

fn hearing_answered(case: &ActorCase, setting: &Setting<'_>) -> Result<Answer, CalendarError> {
    let replied = case
        .opinion()
        .and_then(|opinion| opinion.hearing.as_ref())
        .is_some_and(|hearing| hearing.reply.is_some());
    if replied {
        return Ok(Answer::Met);
    }
    match case
        .clock(ClockKind::HearingAnswer)
        .filter(|clock| clock.is_open())
    {
        Some(clock) => runs_until(clock, setting),
        None => Ok(Answer::Unmet),
    }
}

/// Met once the time of a clock is over; else until when it runs.
fn runs_until(clock: &Clock, setting: &Setting<'_>) -> Result<Answer, CalendarError> {
    if clock.is_over(setting.today, setting.calendar)? {
        return Ok(Answer::Met);
    }
    Ok(Answer::Because(match clock.due(setting.calendar)? {
        Some(due) => {
            let explanation = due.explanation();
            Text {
                zh: format!("{}。", explanation.zh),
                en: format!("{}.", explanation.en),
            }
        }
        None => text!("期限已中止计算。", "The time is paused."),
    }))
}

fn restoration_left(case: &ActorCase, most: u32) -> Answer {
    let used = case.restorations.len();
    if u32::try_from(used).is_ok_and(|used| used < most) {
        Answer::Met
    } else {
        Answer::Because(text!(
            "已重新启动 {used} 次，至多 {most} 次。",
            "It was reopened {used} times; at most {most}."
        ))
    }
}
