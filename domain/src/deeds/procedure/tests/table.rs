use std::collections::BTreeSet;

use super::{super::table::rows_of, *};

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
    for &step in Step::ALL {
        let states: Vec<State> = rows_of(step).flat_map(|row| row.from).copied().collect();
        let different: BTreeSet<State> = states.iter().copied().collect();
        assert!(!states.is_empty(), "{step:?}");
        assert_eq!(states.len(), different.len(), "{step:?}");
    }
}

#[test]
fn every_state_can_be_reached_and_every_open_one_left() {
    for &state in State::ALL {
        let reached = TABLE.iter().any(|row| row.to == Target::Moves(state));
        assert!(reached || state == State::Reported, "{state:?}");
        let left = TABLE
            .iter()
            .any(|row| row.from.contains(&state) && row.to != Target::Stays);
        assert!(left || CLOSED.contains(&state), "{state:?}");
    }
}

#[test]
fn confirm_only_follows_an_intended_confirmation_or_its_notice() {
    for row in TABLE {
        match row.to {
            Target::Moves(State::Confirmed) => {
                assert_eq!(row.step, Step::Confirmation);
                assert_eq!(
                    row.from,
                    [State::IntendedConfirmation, State::InPublication]
                );
                assert_eq!(row.officers, Officers::TwoAndCoSigner);
            }
            Target::Moves(State::Refused) => {
                assert!(matches!(
                    row.step,
                    Step::Refusal | Step::ReconfirmationWithdrawal
                ));
            }
            _ => {}
        }
    }
}

#[test]
fn whoever_signs_belongs_to_an_organisation_and_whoever_decides_to_the_committee() {
    for row in TABLE {
        let signed = row.officers != Officers::None;
        assert_eq!(signed, !row.organisations.is_empty(), "{:?}", row.step);
        assert_eq!(signed, row.seat != Seat::Anyone, "{:?}", row.step);
        if row.scope == Some(Scope::Confirm) {
            assert_eq!(
                row.organisations,
                [OrganisationKind::PoliticalLegalCommittee]
            );
        }
    }
}

#[test]
fn every_condition_is_asked_for_and_has_words() {
    let asked: BTreeSet<Condition> = TABLE
        .iter()
        .flat_map(|row| row.of_caller().chain(row.of_case()).chain(row.of_input()))
        // The state itself; the calendar, where a date cannot be reckoned; the opening of a case.
        .chain([
            Condition::State,
            Condition::CalendarPublished,
            Condition::ReceiptDay,
        ])
        .collect();
    assert_eq!(asked, Condition::ALL.iter().copied().collect());
    for condition in Condition::ALL {
        assert!(!condition.text().zh.is_empty() && !condition.text().en.is_empty());
    }
}

#[test]
fn the_table_is_served_as_data() {
    let served = serde_json::to_value(TABLE).unwrap();
    let confirmation = served
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["step"] == "confirmation")
        .unwrap();
    assert_eq!(confirmation["to"]["moves"], "confirmed");
    assert_eq!(confirmation["scope"], "deeds:confirm");
    assert_eq!(confirmation["officers"], "two_and_co_signer");
    assert_eq!(confirmation["clocks"][0]["stops"], "publicity");
    assert_eq!(confirmation["conditions"][0], "publicity_done");
}
