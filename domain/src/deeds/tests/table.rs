use std::collections::BTreeSet;

use super::*;
use crate::{
    documents::DocumentKind,
    procedure::{Row, testing},
};

#[test]
fn every_step_stands_in_the_table_and_no_state_twice() {
    testing::every_step_stands_in_the_table_and_no_state_twice::<Deed>(SharedStep::ALL);
}

#[test]
fn every_state_can_be_reached_and_every_open_one_left() {
    testing::every_state_can_be_reached_and_every_open_one_left::<Deed>();
}

#[test]
fn every_condition_is_asked_for_and_has_words() {
    testing::every_condition_is_asked_for_and_has_words::<Deed>(&[]);
}

#[test]
fn confirm_only_follows_an_intended_confirmation_or_its_notice() {
    for row in Deed::TABLE {
        match row.to {
            Target::Moves(State::Confirmed) => {
                // The notice of a revocation that is taken back leaves the confirmation as it was.
                if row.step == AnyStep::Own(Step::NoticeWithdrawal) {
                    assert_eq!(row.from, [State::IntendedRevocation]);
                    continue;
                }
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
                    AnyStep::Own(
                        Step::Refusal | Step::ReconfirmationWithdrawal | Step::OutsideTermination
                    )
                ));
            }
            _ => {}
        }
    }
}

#[test]
fn whoever_signs_belongs_to_an_organisation_and_whoever_decides_to_the_committee() {
    testing::whoever_signs_belongs_to_an_organisation::<Deed>(&[]);
    for row in Deed::TABLE {
        if row.scope == Scope::Confirm {
            assert_eq!(
                row.organisations,
                [OrganisationKind::PoliticalLegalCommittee]
            );
        }
    }
}

#[test]
fn every_paper_of_a_deed_is_issued_by_some_step() {
    let issued: BTreeSet<DocumentKind> = Deed::TABLE.iter().flat_map(Row::papers).collect();
    let of_deeds = [
        DocumentKind::PublicNotice,
        DocumentKind::Certificate,
        DocumentKind::Refusal,
        DocumentKind::ReconfirmationDecision,
        DocumentKind::SupplementRequest,
        DocumentKind::PriorNotice,
        DocumentKind::ConfirmationDecision,
        DocumentKind::RevocationDecision,
        DocumentKind::TransferLetter,
        DocumentKind::ReconfirmationTermination,
    ];
    assert_eq!(issued, of_deeds.into_iter().collect());
}
