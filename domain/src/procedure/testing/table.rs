//! What holds of every table.

use std::collections::BTreeSet;

use super::Tried;
use crate::{
    named::NamedEnum,
    procedure::{
        CompetentBody, Condition, Officers, SharedCondition, SharedStep, Step, Target, rows_of,
        steps,
    },
};

/// Every step of the procedure stands in its table, and a state in no two lines of a step. The steps
/// that every procedure may have are there or not, as it says.
pub(crate) fn every_step_stands_in_the_table_and_no_state_twice<P: Tried>(shared: &[SharedStep]) {
    let listed: BTreeSet<Step<P::Step>> = steps::<P>().into_iter().collect();
    let own = P::Step::all().into_iter().map(Step::Own);
    let shared = shared.iter().copied().map(Step::Shared);
    assert_eq!(listed, own.chain(shared).collect());
    for step in steps::<P>() {
        let states: Vec<P::State> = rows_of::<P>(step)
            .flat_map(|row| row.from)
            .copied()
            .collect();
        let different: BTreeSet<P::State> = states.iter().copied().collect();
        assert!(!states.is_empty(), "{step:?}");
        assert_eq!(states.len(), different.len(), "{step:?}");
    }
}

/// Some line leads into every state, and another out of every one that is not final.
pub(crate) fn every_state_can_be_reached_and_every_open_one_left<P: Tried>() {
    for state in P::State::all() {
        let reached = P::TABLE.iter().any(|row| row.to == Target::Moves(state));
        assert!(reached || state == P::OPENS_IN, "{state:?}");
        let left = P::TABLE
            .iter()
            .any(|row| row.from.contains(&state) && row.to != Target::Stays);
        assert!(left || P::is_final(state), "{state:?}");
    }
}

/// A step that somebody signs names organisations and, unless it follows from what a body decided in another
/// file, a seat; no paper is issued unsigned.
pub(crate) fn whoever_signs_belongs_to_an_organisation<P: Tried>(following: &[P::Step]) {
    for row in P::TABLE {
        let signed = row.officers != Officers::None;
        assert_eq!(signed, !row.organisations.is_empty(), "{:?}", row.step);
        let has_seat = row.competent_body != CompetentBody::Anyone;
        let follows = matches!(row.step, Step::Own(step) if following.contains(&step));
        assert_eq!(signed && !follows, has_seat, "{:?}", row.step);
        assert!(row.papers().next().is_none() || signed, "{:?}", row.step);
    }
}

/// Every condition of the procedure is asked by some line, and every one has words.
pub(crate) fn every_condition_is_asked_for_and_has_words<P: Tried>(
    never_asked: &[SharedCondition],
) {
    let asked: BTreeSet<Condition<P::Condition>> = P::TABLE
        .iter()
        .flat_map(|row| row.conditions().chain(row.of_input()))
        .collect();
    for condition in P::Condition::all() {
        assert!(asked.contains(&Condition::Own(condition)), "{condition:?}");
    }
    // Of the caller; the state itself; the calendar, where a date cannot be reckoned; the opening.
    let elsewhere = [
        SharedCondition::State,
        SharedCondition::Scope,
        SharedCondition::Officer,
        SharedCondition::CompetentBody,
        SharedCondition::NotRecused,
        SharedCondition::CalendarLoaded,
        SharedCondition::ReceiptDay,
    ];
    for condition in SharedCondition::ALL {
        let asked = asked.contains(&Condition::Shared(*condition));
        let other = elsewhere.contains(condition) || never_asked.contains(condition);
        assert_ne!(asked, other, "{condition:?}");
    }
    for condition in Condition::<P::Condition>::all() {
        let text = condition.text();
        assert!(!text.zh.is_empty() && !text.en.is_empty());
    }
}
