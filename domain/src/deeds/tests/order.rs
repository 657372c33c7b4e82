//! In which states each step is possible, written down again from the regulation and not from the
//! table: who changes the one has to change the other, and to say why.

use super::{
    State::{
        Confirmed, HandedOver, InAssessment, InPublication, InReconfirmation, IntendedConfirmation,
        IntendedRefusal, IntendedRevocation, Refused, RefusedFinally, Reported, Revoked, Suspended,
        Transferred, Withdrawn,
    },
    *,
};

/// The states in which the order of the regulation has room for a step.
fn allowed(step: AnyStep<Step>) -> &'static [State] {
    let own = match step {
        AnyStep::Own(own) => own,
        AnyStep::Shared(shared) => return allowed_detour(shared),
    };
    match own {
        Step::Acceptance => &[Reported],
        // Article 11: what is incomplete is completed while the facts are looked into, and anyone who was
        // asked may answer though another body's finding is waited for.
        // What was done and confirmed elsewhere goes on as a recognition before anything is found here.
        Step::SupplementRequest | Step::Redirection => &[Reported, InAssessment],
        Step::Supplement => &[
            InAssessment,
            IntendedConfirmation,
            InPublication,
            IntendedRefusal,
            Refused,
            InReconfirmation,
            Suspended,
        ],
        // Articles 11 and 12: beneficiaries testify, and proof is looked at, as long as the body or
        // the next level may still form its opinion, again while the notice stands.
        Step::BeneficiaryStatement | Step::EvidenceVerification => &[
            Reported,
            InAssessment,
            IntendedConfirmation,
            InPublication,
            IntendedRefusal,
            InReconfirmation,
            Suspended,
        ],
        // Anybody hands proof in until the decision, and after a refusal for the next level.
        Step::Evidence => &[
            Reported,
            InAssessment,
            IntendedConfirmation,
            InPublication,
            IntendedRefusal,
            Refused,
            InReconfirmation,
            Suspended,
            Transferred,
        ],
        // Article 11: what is complex goes to the review committee before the opinion.
        Step::PanelReferral | Step::Extension => &[InAssessment],
        // The opinion is formed, and formed again as long as nothing is decided on it. A notice is turned
        // into an intended refusal only where the rules or the committee no longer carry it. The review
        // committee speaks before the opinion, or before it changes.
        Step::PositiveAssessment | Step::PanelReview | Step::NegativeAssessment => &[
            InAssessment,
            IntendedConfirmation,
            InPublication,
            IntendedRefusal,
        ],
        // Article 13: the notice follows the intended confirmation and comes before the confirmation.
        Step::Publication => &[IntendedConfirmation],
        // A notice that names somebody otherwise than the file does is explained, or put up again.
        Step::IdentityStatement | Step::PublicationWaiver | Step::Confirmation => {
            &[IntendedConfirmation, InPublication]
        }
        Step::Objection | Step::ObjectionRejection | Step::ObjectionUpholding => {
            &[InPublication, Confirmed]
        }
        // The party is heard before it is refused, and may answer while the case is suspended.
        Step::PriorNotice | Step::Refusal => &[IntendedRefusal],
        Step::DefenceStatement => &[
            IntendedRefusal,
            Refused,
            IntendedRevocation,
            Revoked,
            Suspended,
        ],
        Step::DefenceWaiver => &[IntendedRefusal, IntendedRevocation, Suspended],
        // Article 14: the next level looks at a refusal once; what it refuses is final here.
        Step::ReconfirmationRequest => &[Refused],
        Step::ReconfirmationWithdrawal
        | Step::ReconfirmationApproval
        | Step::OutsideApproval
        | Step::OutsideRefusal
        | Step::OutsideTermination => &[InReconfirmation],
        // The next level may come to another opinion before anything is confirmed.
        Step::ReconfirmationRefusal => &[InReconfirmation, IntendedConfirmation, InPublication],
        // A certificate is there. Article 43: who is to lose it is heard first.
        Step::CertificateReplacement | Step::RevocationNotice => &[Confirmed],
        Step::NoticeWithdrawal | Step::Revocation => &[IntendedRevocation],
        Step::Reopening => &[Refused, RefusedFinally, Revoked],
    }
}

fn allowed_detour(step: SharedStep) -> &'static [State] {
    match step {
        // Somebody steps back as long as there is something to look at or to sign.
        SharedStep::Recusal => &[
            Reported,
            InAssessment,
            IntendedConfirmation,
            InPublication,
            IntendedRefusal,
            Refused,
            InReconfirmation,
            Suspended,
            IntendedRevocation,
        ],
        // Article 13: every decision is delivered, the first one also while the next level looks at it.
        SharedStep::Delivery => &[
            Confirmed,
            Refused,
            InReconfirmation,
            RefusedFinally,
            IntendedRevocation,
            Revoked,
        ],
        SharedStep::Suspension => &[
            Reported,
            InAssessment,
            IntendedConfirmation,
            InPublication,
            IntendedRefusal,
            InReconfirmation,
        ],
        SharedStep::Resumption => &[Suspended],
        // Article 10: where the case belongs is settled before anybody forms an opinion on it.
        SharedStep::Transfer | SharedStep::OutsideTransfer => &[Reported, InAssessment],
        SharedStep::TransferAcceptance
        | SharedStep::TransferWithdrawal
        | SharedStep::TransferDispute => &[Transferred],
        SharedStep::Designation => &[Reported, InAssessment, Transferred],
        // What was filed is taken back until it is decided.
        SharedStep::Withdrawal => &[
            Reported,
            InAssessment,
            IntendedConfirmation,
            InPublication,
            IntendedRefusal,
            Suspended,
            Transferred,
        ],
        // A recommendation is taken back as long as somebody works on the case.
        SharedStep::RecommendationWithdrawal => &[
            Reported,
            InAssessment,
            IntendedConfirmation,
            InPublication,
            IntendedRefusal,
            Suspended,
        ],
        SharedStep::Continuation => &[Withdrawn, HandedOver],
        SharedStep::OutsideFinding => State::ALL,
    }
}

#[test]
fn every_step_is_possible_in_the_states_that_the_order_of_the_law_allows_and_in_no_other() {
    for &state in State::ALL {
        let walk = in_state(state);
        for act in one_of_each(&walk) {
            let step = act.step();
            let possible = !walk.stopped(act).contains(&"state");
            let allowed = allowed(step).contains(&state);
            assert_eq!(possible, allowed, "{} in {state:?}", step.as_str());
        }
    }
}

#[test]
fn a_step_that_the_state_forbids_names_the_states_in_which_it_is_possible() {
    let walk = Walk::new();
    let command = walk.command(confirmation());
    let refused = crate::procedure::apply(&walk.case, &command, &walk.context(), None);
    let unmet = refused.unwrap_err().unmet;
    let told = unmet[0].detail.clone().unwrap();
    for state in allowed(AnyStep::Own(Step::Confirmation)) {
        assert!(told.zh.contains(&state.text().zh), "{}", told.zh);
    }
    assert!(!told.zh.contains(&Refused.text().zh), "{}", told.zh);
}
