//! Which clocks stand still, as one rule over the case instead of a note at every step.

use chrono::NaiveDate;

use super::{ActorCase, Setting, State};
use crate::{
    decisions::RuleId,
    deeds::clocks::{Bound, Change, Clock, ClockKind},
    ids::OfficerId,
};

/// Brings every open clock to a stand or into motion, as the case now asks for.
pub(super) fn settle(
    case: &mut ActorCase,
    on: NaiveDate,
    by: Option<OfficerId>,
    setting: &Setting<'_>,
) {
    let reasons: Vec<Option<RuleId>> = case
        .clocks
        .iter()
        .map(|clock| reason_to_stand(case, clock, setting))
        .collect();
    for (clock, reason) in case.clocks.iter_mut().zip(reasons) {
        let (change, rule) = match (reason, clock.is_paused()) {
            (Some(rule), false) => (Change::Pause, rule),
            (None, true) => (Change::Resume, clock.kind().rule()),
            (Some(_), true) | (None, false) => continue,
        };
        clock.enter(change, on, rule, by);
    }
}

/// Why a clock has to stand still now.
fn reason_to_stand(case: &ActorCase, clock: &Clock, setting: &Setting<'_>) -> Option<RuleId> {
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
                && case.awaits_supplement() =>
        {
            Some(RuleId::Supplement)
        }
        Bound::Public if case.open_objections().next().is_some() => Some(RuleId::Publicity),
        Bound::Body | Bound::Party | Bound::Public => None,
    }
}
