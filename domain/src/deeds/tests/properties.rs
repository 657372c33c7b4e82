use std::collections::BTreeSet;

use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, TestRunner},
};
use serde_json::Value;

use super::{
    sequences::{filers, moves, policies, walk},
    *,
};
use crate::procedure::{row_for, steps};

/// How many sequences of commands are tried.
const SEQUENCES: u32 = 256;

/// What may be overwritten in a case; everything else is only added to.
const OVERWRITTEN: [&str; 4] = ["state", "first", "next_level", "restricted"];

/// Whether everything that stood in a document still stands in its successor.
fn is_kept(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Null, _) => true,
        (Value::Array(before), Value::Array(after)) => {
            before.len() <= after.len()
                && before
                    .iter()
                    .zip(after)
                    .all(|(before, after)| is_kept(before, after))
        }
        (Value::Object(before), Value::Object(after)) => before.iter().all(|(key, value)| {
            OVERWRITTEN.contains(&key.as_str())
                || after.get(key).is_some_and(|after| is_kept(value, after))
        }),
        (before, after) => before == after,
    }
}

fn assert_allowed_by_table(before: &Case<Deed>, after: &Case<Deed>, step: AnyStep<Step>) {
    let row = row_for::<Deed>(step, before.state()).unwrap();
    match row.to {
        Target::Stays => assert_eq!(after.state(), before.state()),
        Target::Moves(state) => assert_eq!(after.state(), state),
        Target::Returns => assert!(matches!(
            before.state(),
            State::Suspended | State::Transferred
        )),
        Target::Reassessed => assert!(matches!(
            after.state(),
            State::InAssessment | State::InReconfirmation
        )),
    }
    let last = after.history().last().unwrap();
    assert_eq!(
        (last.step, last.from, last.to),
        (step, before.state(), after.state())
    );
    assert_eq!(after.history().len(), before.history().len() + 1);
    assert_eq!(last.number, u32::try_from(after.history().len()).unwrap());
}

/// Confirmed only after a whole notice without an objection that is open or upheld, or after a
/// decision to leave it out; refused only after a hearing that was answered or has lapsed.
fn assert_due_process(case: &Case<Deed>, today: NaiveDate, step: AnyStep<Step>) {
    match step {
        AnyStep::Own(Step::Confirmation) => {
            let opinion = case.record().opinion().unwrap();
            assert_eq!(opinion.kind, OpinionKind::Positive);
            if opinion.skip.is_some() {
                assert!(case.restricted());
                return;
            }
            let notice = opinion.publication.as_ref().unwrap();
            assert!((today - notice.from).num_days() > 7);
            assert!(notice.taken_down_on.is_none());
            assert!(notice.objections.iter().all(|objection| {
                objection
                    .outcome
                    .as_ref()
                    .is_some_and(|outcome| !outcome.upheld)
            }));
        }
        AnyStep::Own(Step::Refusal) => {
            let opinion = case.record().opinion().unwrap();
            assert_eq!(opinion.kind, OpinionKind::Negative);
            let hearing = opinion.hearing.as_ref().unwrap();
            let waited = (today - hearing.notified_on).num_days();
            assert!(hearing.reply.is_some() || waited > 5);
        }
        _ => {}
    }
}

fn assert_clocks_run_forward(case: &Case<Deed>, setting: &Setting<'_, Deed>) {
    for clock in case.clocks_now(setting) {
        let days: Vec<NaiveDate> = clock.entries().map(|entry| entry.on).collect();
        assert!(days.is_sorted(), "{:?}: {days:?}", clock.kind());
    }
    // One clock of a kind runs at a time, but for the times of several parties.
    let mut open = BTreeSet::new();
    for clock in case.clocks().iter().filter(|clock| clock.is_open()) {
        assert!(open.insert((clock.kind(), clock.party())));
    }
}

proptest! {
    #![proptest_config(Config { cases: SEQUENCES, ..Config::default() })]

    #[test]
    fn no_sequence_of_commands_leaves_the_table_or_loses_anything(
        moves in moves(), filed_by in filers(), policy in policies(),
    ) {
        let mut known = Value::Null;
        let end = walk(&moves, filed_by, &policy, |walk, command, outcome| {
            let Ok((after, happened)) = outcome else { return };
            let before = &walk.case;
            let step = command.act.step();
            assert_allowed_by_table(before, after, step);
            assert_due_process(after, walk.today, step);
            assert_clocks_run_forward(after, &walk.setting());
            let stored = serde_json::to_value(after).unwrap();
            assert!(is_kept(&known, &stored), "{step:?}");
            known = stored;
            let entries = |case: &Case<Deed>| -> usize {
                case.clocks().iter().map(|clock| clock.entries().count()).sum()
            };
            let told = happened.iter().filter(|one| matches!(one, Happened::Clock { .. }));
            assert_eq!(told.count(), entries(after) - entries(before));
        });
        for entry in end.case.clocks().iter().flat_map(Clock::entries) {
            prop_assert!(!entry.basis(&end.policy).is_empty(), "{} cites its basis", entry.rule);
        }
        if !known.is_null() {
            prop_assert_eq!(serde_json::from_value::<Case<Deed>>(known).unwrap(), end.case);
        }
    }

    #[test]
    fn apply_refuses_with_exactly_what_actions_says(
        moves in moves(), filed_by in filers(), policy in policies(),
    ) {
        walk(&moves, filed_by, &policy, |walk, command, outcome| {
            let told = actions(&walk.case, &command.who, &walk.setting());
            assert_eq!(told.len(), steps::<Deed>().len());
            let action = told.iter().find(|action| action.step == command.act.step()).unwrap();
            assert_eq!(action.allowed, action.unmet.is_empty());
            let unmet = outcome.as_ref().err().map(|refused| &refused.unmet[..]).unwrap_or_default();
            let (standing, of_input) = unmet.split_at(action.unmet.len());
            assert_eq!(standing, action.unmet);
            for one in of_input {
                let needed = action.needs.contains(&one.condition);
                assert!(needed || one.condition.as_str() == "calendar_published", "{one:?}");
            }
            if outcome.is_err() {
                assert!(!unmet.is_empty());
            }
        });
    }
}

#[test]
fn the_sequences_reach_every_state_and_take_every_step() {
    let mut runner = TestRunner::deterministic();
    let (mut states, mut taken) = (BTreeSet::new(), BTreeSet::new());
    for _ in 0..SEQUENCES {
        let (moves, filed_by, policy) = (moves(), filers(), policies())
            .new_tree(&mut runner)
            .unwrap()
            .current();
        let end = walk(&moves, filed_by, &policy, |_, _, _| {});
        states.insert(State::Reported);
        for step in end.case.history() {
            states.insert(step.to);
            taken.insert(step.step);
        }
    }
    assert_eq!(states, State::ALL.iter().copied().collect());
    assert_eq!(taken, steps::<Deed>().into_iter().collect());
}
