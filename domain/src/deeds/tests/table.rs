use std::collections::BTreeSet;

use super::*;
use crate::{
    documents::DocumentKind,
    procedure::{Condition as Any, SharedCondition, rows_of, steps},
};

/// The states that end a case unless the city reopens it or a fraud comes to light.
const CLOSED: [State; 5] = [
    State::Confirmed,
    State::RefusedFinally,
    State::Withdrawn,
    State::Revoked,
    State::Refused,
];

#[test]
fn every_step_stands_in_the_table_and_no_state_twice() {
    let listed: BTreeSet<AnyStep<Step>> = steps::<Deed>().into_iter().collect();
    let own = Step::ALL.iter().copied().map(AnyStep::Own);
    let shared = SharedStep::ALL.iter().copied().map(AnyStep::Shared);
    assert_eq!(listed, own.chain(shared).collect());
    for step in steps::<Deed>() {
        let states: Vec<State> = rows_of::<Deed>(step)
            .flat_map(|row| row.from)
            .copied()
            .collect();
        let different: BTreeSet<State> = states.iter().copied().collect();
        assert!(!states.is_empty(), "{step:?}");
        assert_eq!(states.len(), different.len(), "{step:?}");
    }
}

#[test]
fn every_state_can_be_reached_and_every_open_one_left() {
    for &state in State::ALL {
        let reached = Deed::TABLE.iter().any(|row| row.to == Target::Moves(state));
        assert!(reached || state == State::Reported, "{state:?}");
        let left = Deed::TABLE
            .iter()
            .any(|row| row.from.contains(&state) && row.to != Target::Stays);
        assert!(left || CLOSED.contains(&state), "{state:?}");
    }
}

#[test]
fn confirm_only_follows_an_intended_confirmation_or_its_notice() {
    for row in Deed::TABLE {
        match row.to {
            Target::Moves(State::Confirmed) => {
                assert_eq!(row.step, AnyStep::Own(Step::Confirmation));
                assert_eq!(
                    row.from,
                    [State::IntendedConfirmation, State::InPublication]
                );
                assert_eq!(row.officers, Officers::TwoAndCoSigner);
            }
            Target::Moves(State::Refused) => {
                assert!(matches!(
                    row.step,
                    AnyStep::Own(Step::Refusal | Step::ReconfirmationWithdrawal)
                ));
            }
            _ => {}
        }
    }
}

#[test]
fn whoever_signs_belongs_to_an_organisation_and_whoever_decides_to_the_committee() {
    for row in Deed::TABLE {
        let signed = row.officers != Officers::None;
        assert_eq!(signed, !row.organisations.is_empty(), "{:?}", row.step);
        assert_eq!(signed, row.seat != Seat::Anyone, "{:?}", row.step);
        if row.scope == Scope::Confirm {
            assert_eq!(
                row.organisations,
                [OrganisationKind::PoliticalLegalCommittee]
            );
        }
    }
}

#[test]
fn every_condition_is_asked_for_and_has_words() {
    let asked: BTreeSet<Any<Condition>> = Deed::TABLE
        .iter()
        .flat_map(|row| row.conditions().chain(row.of_input()))
        .collect();
    for condition in Condition::ALL {
        assert!(asked.contains(&Any::Own(*condition)), "{condition:?}");
    }
    // Of the caller; the state itself; the calendar, where a date cannot be reckoned; the opening.
    let elsewhere = [
        SharedCondition::State,
        SharedCondition::Scope,
        SharedCondition::Officer,
        SharedCondition::Seat,
        SharedCondition::NotRecused,
        SharedCondition::CalendarPublished,
        SharedCondition::ReceiptDay,
    ];
    for condition in SharedCondition::ALL {
        let asked = asked.contains(&Any::Shared(*condition));
        assert_ne!(asked, elsewhere.contains(condition), "{condition:?}");
    }
    for condition in Any::<Condition>::all() {
        assert!(!condition.text().zh.is_empty() && !condition.text().en.is_empty());
    }
}

#[test]
fn a_step_that_issues_a_paper_is_signed_by_an_officer() {
    for row in Deed::TABLE {
        let signed = row.officers != Officers::None;
        assert!(row.issues.is_none() || signed, "{:?}", row.step);
    }
    let issued: BTreeSet<DocumentKind> = Deed::TABLE.iter().filter_map(|row| row.issues).collect();
    assert_eq!(issued, DocumentKind::ALL.iter().copied().collect());
}
