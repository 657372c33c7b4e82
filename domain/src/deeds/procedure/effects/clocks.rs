use chrono::NaiveDate;

use crate::{
    deeds::{
        Party,
        clocks::{Change, Clock, ClockKind},
        procedure::{ActorCase, ClockEffect, Setting},
    },
    ids::OfficerId,
};

/// Starts a clock of the length that policy gives it.
pub(in crate::deeds::procedure) fn start_clock(
    case: &mut ActorCase,
    kind: ClockKind,
    party: Option<Party>,
    on: NaiveDate,
    by: Option<OfficerId>,
    setting: &Setting<'_>,
) {
    let length = kind.length(setting.deeds());
    case.clocks.push(Clock::start(kind, party, length, on, by));
}

/// Does to a clock what the table says.
pub(in crate::deeds::procedure) fn on_clock(
    case: &mut ActorCase,
    effect: ClockEffect,
    party: Option<Party>,
    on: NaiveDate,
    by: Option<OfficerId>,
    setting: &Setting<'_>,
) {
    match effect {
        ClockEffect::Starts(kind) => {
            let party = party.filter(|_| kind == ClockKind::ReconfirmationRequest);
            enter(case, kind, party, Change::Cancel, on, by);
            start_clock(case, kind, party, on, by, setting);
        }
        ClockEffect::Stops(ClockKind::Publicity) => {
            // The notice ended on its last day, whenever the decision follows.
            let last_day = last_day_of_notice(case, setting);
            let ended_on = last_day.map_or(on, |last_day| last_day.min(on));
            enter(case, ClockKind::Publicity, None, Change::Stop, ended_on, by);
        }
        ClockEffect::Stops(ClockKind::DecisionAfterPublicity) => {
            if let Some(clock) = decision_clock(case, setting) {
                case.clocks.push(clock);
            }
            enter(
                case,
                ClockKind::DecisionAfterPublicity,
                None,
                Change::Stop,
                on,
                by,
            );
        }
        ClockEffect::Stops(kind) => {
            let party = party.filter(|_| kind == ClockKind::ReconfirmationRequest);
            enter(case, kind, party, Change::Stop, on, by);
        }
        ClockEffect::StopsOnceAllDelivered(kind) => {
            if case.parties_waiting().is_empty() {
                enter(case, kind, None, Change::Stop, on, by);
            }
        }
        ClockEffect::Extends(kind) => {
            let days = extension(kind, setting);
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

/// The clock for the decision that follows a notice. It runs from the last day of the notice, on
/// which nobody takes a step; so it is reckoned while it runs, and written down by the decision.
pub(in crate::deeds::procedure) fn decision_clock(
    case: &ActorCase,
    setting: &Setting<'_>,
) -> Option<Clock> {
    let kind = ClockKind::DecisionAfterPublicity;
    let notice = case.opinion()?.publication.as_ref()?;
    if notice.taken_down_on.is_some() {
        return None;
    }
    let last_day = last_day_of_notice(case, setting)?;
    Some(Clock::start(
        kind,
        None,
        kind.length(setting.deeds()),
        last_day,
        None,
    ))
}

fn last_day_of_notice(case: &ActorCase, setting: &Setting<'_>) -> Option<NaiveDate> {
    let clock = case.clock(ClockKind::Publicity)?;
    let due = clock.due(setting.calendar).ok()??;
    Some(due.date.due)
}

/// The days by which a clock is extended: those that policy grants, or for the internal target
/// those that it grants to complex cases.
fn extension(kind: ClockKind, setting: &Setting<'_>) -> u32 {
    let policy = &setting.deeds().assessment;
    match kind {
        ClockKind::Opinion => policy.opinion_extension_days,
        ClockKind::OpinionTarget => policy
            .opinion_complex_target_days
            .saturating_sub(policy.opinion_target_days),
        _ => 0,
    }
}

/// Adds an entry to the open clocks of a kind: those of one party, or all of them.
fn enter(
    case: &mut ActorCase,
    kind: ClockKind,
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
