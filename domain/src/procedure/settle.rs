//! What steps and the passing of time do to clocks.

use chrono::NaiveDate;

use super::{Case, Change, Clock, ClockEffect, Context, Party, Pause, Procedure, Term};
use crate::{ids::OfficerId, receipts::RuleId};

/// Brings every open clock to a stand or into motion, as the case asks for on a day: one rule over the
/// case instead of a note at every step.
pub(super) fn settle<P: Procedure>(
    case: &mut Case<P>,
    on: NaiveDate,
    by: Option<OfficerId>,
    context: &Context<'_, P>,
) {
    P::lapse(case, on, context);
    let reasons: Vec<_> = case
        .clocks
        .iter()
        .map(|clock| paused_for(case, clock, on, context))
        .collect();
    for (clock, reason) in case.clocks.iter_mut().zip(reasons) {
        match (reason, clock.is_paused()) {
            (Some(rule), false) => clock.enter(Change::Pause, on, rule, by),
            (None, true) => clock.enter(Change::Resume, on, clock.kind().rule(), by),
            (Some(_), true) | (None, false) => {}
        }
    }
}

/// The rule for which a clock pauses on a day.
fn paused_for<P: Procedure>(
    case: &Case<P>,
    clock: &Clock<P::Clock>,
    on: NaiveDate,
    context: &Context<'_, P>,
) -> Option<RuleId> {
    let reasons = P::pauses(clock.kind(), context.policy);
    let mut holding = reasons.into_iter().filter(|(why, _)| match why {
        Pause::Suspension => case.is_suspended(),
        Pause::Transfer => case.open_transfer().is_some(),
        Pause::Supplement | Pause::Objection | Pause::PriorNotice => {
            P::is_paused(*why, case, on, context)
        }
    });
    holding.next().map(|(_, rule)| rule)
}

/// Does to a clock what the table says. `follows` is the clock that ran before the step although
/// nobody had started it; what stops it writes it down.
pub(super) fn on_clock<P: Procedure>(
    case: &mut Case<P>,
    effect: ClockEffect<P::Clock>,
    (party, on, by): (Option<Party>, NaiveDate, Option<OfficerId>),
    follows: Option<Clock<P::Clock>>,
    context: &Context<'_, P>,
) {
    let of = |kind: P::Clock| party.filter(|_| kind.is_per_party());
    match effect {
        ClockEffect::Starts(kind) => {
            let party = of(kind);
            enter(case, kind, party, Change::Cancel, on, by);
            let length = kind.length(context.policy);
            case.clocks.push(Clock::start(kind, party, length, on, by));
        }
        ClockEffect::Stops(kind) => {
            // What would begin after this day never began.
            let begun = |clock: &Clock<P::Clock>| clock.kind() == kind && clock.started_on() <= on;
            let begun = follows.filter(begun);
            case.clocks
                .extend(begun.map(|clock| clock.written_down(on)));
            let on = P::stopped_on(case, kind, on, context);
            enter(case, kind, of(kind), Change::Stop, on, by);
        }
        ClockEffect::StopsOnceAllDelivered(kind) => {
            if case.parties_waiting().is_empty() {
                enter(case, kind, None, Change::Stop, on, by);
            }
        }
        ClockEffect::Extends(kind) => {
            let days = kind.extension(context.policy);
            enter(case, kind, None, Change::Extend { days }, on, by);
        }
        ClockEffect::Cancels(kind) => enter(case, kind, None, Change::Cancel, on, by),
        ClockEffect::CancelsAll => {
            for clock in &mut case.clocks {
                clock.enter(Change::Cancel, on, clock.kind().rule(), by);
            }
        }
    }
}

/// Adds an entry to the open clocks of a kind: those of one party, or all of them.
fn enter<P: Procedure>(
    case: &mut Case<P>,
    kind: P::Clock,
    party: Option<Party>,
    change: Change,
    on: NaiveDate,
    by: Option<OfficerId>,
) {
    let open = case.clocks.iter_mut().filter(|clock| {
        clock.kind() == kind && clock.is_open() && (party.is_none() || clock.party() == party)
    });
    for clock in open {
        clock.enter(change, on, kind.rule(), by);
    }
}
