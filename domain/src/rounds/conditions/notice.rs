//! What is asked of the notice of candidates, and of objections to it.

use crate::{
    calendar::CalendarError,
    error::Coded as _,
    procedure::{Answer, Case, Context},
    receipts::{Text, text},
    rounds::{Act, Call, ClockKind, Record, Round},
};

/// An immediate commendation has no deadline.
pub(super) fn nominations_closed(case: &Case<Round>, context: &Context<'_, Round>) -> Answer {
    match case.record().call.closes_on {
        Some(last) if context.today <= last => Answer::Because(text!(
            "推荐截止日期为 {last}。",
            "Nominations are taken in until {last}."
        )),
        Some(_) | None => Answer::Met,
    }
}

pub(super) fn publicity_done(
    case: &Case<Round>,
    context: &Context<'_, Round>,
) -> Result<Answer, CalendarError> {
    if case.notice_is_waived() {
        return Ok(Answer::Met);
    }
    let Some(clock) = case.clock(ClockKind::Publicity) else {
        return Ok(Answer::Unmet);
    };
    // Once the panel votes the notice has ended.
    if !clock.is_open() || clock.is_over(context.today, context.calendar)? {
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
        Err(not_loaded) => not_loaded.fault().message,
    }))
}

pub(super) fn no_open_objection(record: &Record) -> Answer {
    match record.open_objections().count() {
        0 => Answer::Met,
        count => Answer::Because(text!(
            "尚有 {count} 件异议未处理。",
            "Objections without an answer: {count}."
        )),
    }
}

pub(super) fn waiver_reason(act: Option<&Act>, call: &Call, context: &Context<'_, Round>) -> bool {
    let Some(Act::CandidateNoticeWaiver { reason, .. }) = act else {
        return false;
    };
    let listed = &context.policy.terms().deeds.publication.skip_reasons;
    reason.map_or(call.is_immediate(), |reason| listed.contains(&reason))
}

/// Whether an objection came in while the last notice was up.
pub(super) fn notice_stands(
    act: Option<&Act>,
    case: &Case<Round>,
    context: &Context<'_, Round>,
) -> Result<Answer, CalendarError> {
    let Some(Act::CandidateObjection { received, .. }) = act else {
        return Ok(Answer::Unmet);
    };
    let notice = case.record().notices.last();
    let stands = notice.is_some_and(|notice| notice.taken_down.is_none());
    let Some(clock) = case.clock(ClockKind::Publicity).filter(|_| stands) else {
        return Ok(Answer::Unmet);
    };
    Ok((!clock.is_over(received.on, context.calendar)?).into())
}
