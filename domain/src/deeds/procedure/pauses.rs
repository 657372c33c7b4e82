//! Which clocks stand still, as one rule over the case instead of a note at every step.

use chrono::NaiveDate;

use super::{ActorCase, Setting, State};
use crate::{
    decisions::RuleId,
    deeds::clocks::{Bound, Change, Clock, ClockKind},
    ids::OfficerId,
};

/// Brings every open clock to a stand or into motion, as the case asks for on a day.
pub(super) fn settle(
    case: &mut ActorCase,
    on: NaiveDate,
    by: Option<OfficerId>,
    setting: &Setting<'_>,
) {
    end_waiting(case, on, setting);
    let reasons: Vec<Option<RuleId>> = case
        .clocks
        .iter()
        .map(|clock| reason_to_stand(case, clock, on, setting))
        .collect();
    for (clock, reason) in case.clocks.iter_mut().zip(reasons) {
        match (reason, clock.is_paused()) {
            (Some(rule), false) => clock.enter(Change::Pause, on, rule, by),
            (None, true) => clock.enter(Change::Resume, on, clock.kind().rule(), by),
            (Some(_), true) | (None, false) => {}
        }
    }
}

/// Waiting for a supplement ends with the time for it, whenever the next step is taken.
fn end_waiting(case: &mut ActorCase, today: NaiveDate, setting: &Setting<'_>) {
    let Some(over_since) = unanswered_since(case, today, setting) else {
        return;
    };
    let waiting = case
        .clocks
        .iter_mut()
        .filter(|clock| clock.kind() == ClockKind::Opinion)
        .filter(|clock| clock.paused_by() == Some(RuleId::Supplement));
    for clock in waiting {
        clock.enter(Change::Resume, over_since, RuleId::Supplement, None);
    }
}

/// The last day for an answer to the supplement request, once it has passed without one.
fn unanswered_since(
    case: &ActorCase,
    today: NaiveDate,
    setting: &Setting<'_>,
) -> Option<NaiveDate> {
    let clock = case.clock(ClockKind::SupplementAnswer)?;
    let is_over = case.awaits_supplement() && clock.is_over(today, setting.calendar).ok()?;
    let due = clock.due(setting.calendar).ok()??;
    is_over.then_some(due.date.due)
}

/// Why a clock has to stand still on a day.
fn reason_to_stand(
    case: &ActorCase,
    clock: &Clock,
    on: NaiveDate,
    setting: &Setting<'_>,
) -> Option<RuleId> {
    let policy = &setting.deeds().assessment;
    let suspended = case.state == State::Suspended;
    let kind = clock.kind();
    match kind.bound() {
        // The chance of a party or of the public is not to run out while it cannot be used.
        Bound::Party | Bound::Public if suspended => Some(kind.rule()),
        Bound::Body if suspended && policy.exclude_external_time => Some(RuleId::ExcludedTime),
        Bound::Body
            if kind == ClockKind::Opinion
                && policy.pause_on_supplement
                && case.awaits_supplement()
                && unanswered_since(case, on, setting).is_none() =>
        {
            Some(RuleId::Supplement)
        }
        Bound::Public if case.open_objections().next().is_some() => Some(RuleId::Publicity),
        Bound::Body | Bound::Party | Bound::Public => None,
    }
}
