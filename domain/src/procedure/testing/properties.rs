//! What holds of every sequence of commands.

use std::{cell::RefCell, collections::BTreeSet};

use chrono::NaiveDate;
use serde_json::Value;

use super::{
    Attempt, Trial, Tried,
    sequences::{SEQUENCES, try_all, walk},
};
use crate::{
    named::NamedEnum,
    procedure::{Case, CaseEvent, Clock, Context, Step, Target, actions, row_for, steps},
};

/// What the engine may overwrite in a case; everything else is only added to.
const OVERWRITTEN: [&str; 5] = ["state", "first", "next_level", "restricted", "filed_by"];

/// Whether everything that stood in a document still stands in its successor.
fn is_kept<P: Tried>(before: &Value, after: &Value) -> bool {
    let overwritten = |key: &str| OVERWRITTEN.contains(&key) || P::OVERWRITTEN.contains(&key);
    match (before, after) {
        (Value::Null, _) => true,
        (Value::Array(before), Value::Array(after)) => {
            before.len() <= after.len()
                && before
                    .iter()
                    .zip(after)
                    .all(|(before, after)| is_kept::<P>(before, after))
        }
        (Value::Object(before), Value::Object(after)) => before.iter().all(|(key, value)| {
            overwritten(key)
                || after
                    .get(key)
                    .is_some_and(|after| is_kept::<P>(value, after))
        }),
        (before, after) => before == after,
    }
}

fn assert_allowed_by_table<P: Tried>(before: &Case<P>, after: &Case<P>, step: Step<P::Step>) {
    let row = row_for::<P>(step, before.state()).unwrap();
    match row.to {
        Target::Stays => assert_eq!(after.state(), before.state()),
        Target::Moves(state) => assert_eq!(after.state(), state),
        Target::Returns => assert_eq!(Some(after.state()), before.returns_to(), "{step:?}"),
        Target::Reassessed => assert_eq!(after.state(), P::reassessed(before), "{step:?}"),
    }
    let last = after.history().last().unwrap();
    assert_eq!(
        (last.step, last.from, last.to),
        (step, before.state(), after.state())
    );
    assert_eq!(after.history().len(), before.history().len() + 1);
    assert_eq!(last.number, u32::try_from(after.history().len()).unwrap());
}

fn assert_clocks_run_forward<P: Tried>(case: &Case<P>, context: &Context<'_, P>) {
    for clock in case.clocks_now(context) {
        let days: Vec<NaiveDate> = clock.entries().map(|entry| entry.on).collect();
        assert!(days.is_sorted(), "{:?}: {days:?}", clock.kind());
    }
    // One clock of a kind runs at a time, but for the times of several parties.
    let mut open = BTreeSet::new();
    for clock in case.clocks().iter().filter(|clock| clock.is_open()) {
        assert!(open.insert((clock.kind(), clock.party())));
    }
}

/// No step leads elsewhere than the table says, nothing that stood in a case is lost, every entry of a
/// clock is told and cites its basis, and a stored case reads back. `besides` is asked of every step
/// that was taken: what only this procedure promises.
pub(crate) fn no_sequence_leaves_the_table_or_loses_anything<P: Tried>(
    besides: impl Fn(&Trial<P>, Step<P::Step>),
) {
    try_all::<P>(SEQUENCES / 2, |sequence| {
        let mut known = Value::Null;
        let end = walk::<P>(sequence, |attempt| {
            let Ok((after, events)) = attempt.outcome else {
                return;
            };
            let before = &attempt.trial.case;
            let step = attempt.command.act.step();
            assert_allowed_by_table(before, after, step);
            assert_clocks_run_forward(after, &attempt.trial.context());
            let executed = Trial {
                case: after.clone(),
                ..attempt.trial.clone()
            };
            besides(&executed, step);
            let stored = serde_json::to_value(after).unwrap();
            assert!(is_kept::<P>(&known, &stored), "{step:?}");
            known = stored;
            let entries = |case: &Case<P>| -> usize {
                let clocks = case.clocks().iter();
                clocks.map(|clock| clock.entries().count()).sum()
            };
            let told = events
                .iter()
                .filter(|one| matches!(one, CaseEvent::Clock { .. }));
            assert_eq!(told.count(), entries(after) - entries(before));
        });
        for entry in end.case.clocks().iter().flat_map(Clock::entries) {
            let basis = entry.basis(&end.policy);
            assert!(!basis.is_empty(), "{} cites its basis", entry.rule);
        }
        if !known.is_null() {
            assert_eq!(serde_json::from_value::<Case<P>>(known).unwrap(), end.case);
        }
    });
}

/// What a step is refused with is exactly what was said of it before it was tried, and what is asked
/// of its input.
pub(crate) fn apply_refuses_with_exactly_what_actions_says<P: Tried>() {
    try_all::<P>(SEQUENCES / 2, |sequence| {
        walk::<P>(sequence, |attempt| {
            let Attempt {
                trial,
                command,
                outcome,
            } = attempt;
            let told = actions(&trial.case, &command.who, &trial.context());
            assert_eq!(told.len(), steps::<P>().len());
            let step = command.act.step();
            let action = told.iter().find(|action| action.step == step).unwrap();
            assert_eq!(action.allowed, action.unmet.is_empty());
            let refused = outcome.as_ref().err();
            let unmet = refused
                .map(|refused| &refused.unmet[..])
                .unwrap_or_default();
            let (standing, of_input) = unmet.split_at(action.unmet.len());
            assert_eq!(standing, action.unmet);
            for one in of_input {
                let needed = action.needs.contains(&one.condition);
                assert!(
                    needed || one.condition.as_str() == "calendar_loaded",
                    "{one:?}"
                );
            }
            assert_eq!(outcome.is_err(), !unmet.is_empty());
        });
    });
}

/// The sequences see everything that the other promises are asked of.
pub(crate) fn the_sequences_reach_every_state_and_take_every_step<P: Tried>() {
    let states = RefCell::new(BTreeSet::from([P::OPENS_IN]));
    let executed = RefCell::new(BTreeSet::new());
    try_all::<P>(SEQUENCES, |sequence| {
        for step in walk::<P>(sequence, |_| {}).case.history() {
            states.borrow_mut().insert(step.to);
            executed.borrow_mut().insert(step.step);
        }
    });
    let missing = |all: Vec<&'static str>, seen: BTreeSet<&'static str>| -> Vec<&'static str> {
        all.into_iter().filter(|one| !seen.contains(one)).collect()
    };
    let codes = |all: Vec<P::State>| all.into_iter().map(NamedEnum::as_str).collect();
    let seen = states.borrow().iter().map(|state| state.as_str()).collect();
    let none: [&str; 0] = [];
    assert_eq!(missing(codes(P::State::all()), seen), none, "states");
    let all = steps::<P>().into_iter().map(NamedEnum::as_str).collect();
    let seen = executed.borrow().iter().map(|step| step.as_str()).collect();
    assert_eq!(missing(all, seen), none, "steps");
}
