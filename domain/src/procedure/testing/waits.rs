//! Nothing that waits is forgotten.

use std::collections::BTreeSet;

use chrono::Days;

use super::{Trial, Tried, reached::open_cases};
use crate::{
    named::NamedEnum,
    procedure::{Bound, Clock, ClockEffect, Row, Term},
};

/// Every case that is not final stands on the worklist of a body, or waits for a party or the public
/// and stands there once the time for that is over.
pub(crate) fn waits_are_on_a_worklist<P: Tried>() {
    let open = open_cases::<P>();
    let seen: BTreeSet<&str> = open
        .iter()
        .map(|trial| trial.case.state().as_str())
        .collect();
    for state in P::State::all() {
        let seen = seen.contains(state.as_str());
        assert!(seen || P::is_final(state), "no sequence looks at {state:?}");
    }
    let forgotten: BTreeSet<String> = open
        .iter()
        .filter(|trial| !is_on_a_worklist(trial))
        .map(without_a_target_day)
        .collect();
    assert!(forgotten.is_empty(), "{forgotten:#?}");
}

/// Every clock runs from the opening, is started by a line of the table, or follows in a state that
/// [`Procedure::following`] names; and what follows in a case is what is named, in some case all of it.
pub(crate) fn every_clock_is_started_as_the_table_says<P: Tried>() {
    let named: BTreeSet<(P::State, P::Clock)> = P::State::all()
        .into_iter()
        .flat_map(|state| P::following(state).iter().map(move |kind| (state, *kind)))
        .collect();
    let seen: BTreeSet<(P::State, P::Clock)> = open_cases::<P>()
        .iter()
        .filter_map(|trial| {
            let clock = P::follows(&trial.case, &trial.context())?;
            Some((trial.case.state(), clock.kind()))
        })
        .collect();
    assert_eq!(seen, named);
    let by_rows = P::TABLE.iter().flat_map(Row::effects);
    let by_rows = by_rows.filter_map(|effect| match effect {
        ClockEffect::Starts(kind) => Some(kind),
        _ => None,
    });
    let of_states = named.iter().map(|(_, kind)| *kind);
    let started: BTreeSet<P::Clock> = by_rows
        .chain(of_states)
        .chain(P::OPENING_CLOCKS.iter().copied())
        .collect();
    assert_eq!(started, P::Clock::all().into_iter().collect());
}

fn is_on_a_worklist<P: Tried>(trial: &Trial<P>) -> bool {
    let due = |trial: &Trial<P>| !trial.case.due_of_body(&trial.context()).is_empty();
    if !due(trial) {
        return false;
    }
    let context = trial.context();
    let last_day_of_others = trial
        .case
        .clocks_now(&context)
        .iter()
        .filter(|clock| clock.is_open() && clock.kind().bound() != Bound::Body)
        .filter_map(|clock| clock.due(context.calendar).ok()??.date.due.succ_opt())
        .max();
    let then = Trial {
        today: last_day_of_others.unwrap_or(trial.today).max(trial.today),
        ..trial.clone()
    };
    let long_after = Trial {
        today: trial.today + Days::new(400),
        ..trial.clone()
    };
    due(&then) && due(&long_after)
}

/// The case that nobody has to look at, in words.
fn without_a_target_day<P: Tried>(trial: &Trial<P>) -> String {
    let clocks: Vec<_> = trial
        .case
        .clocks_now(&trial.context())
        .iter()
        .filter(|clock| clock.is_open())
        .map(|clock| (clock.kind(), Clock::is_paused(clock)))
        .collect();
    let state = trial.case.state().as_str();
    format!("`{state}` has no target day; its clocks (and whether they stand): {clocks:?}")
}
