//! What is handed in with the steps of the confirmation of deeds.

mod decision;
mod inquiry;
mod opinion;
mod panel;

pub(super) use decision::{
    NewConfirmation, NewOutsideReconfirmationDecision, NewReconfirmation,
    NewReconfirmationDecision, NewReconfirmationWithdrawal, NewRefusal, NewRestoration,
    NewRevocation,
};
pub(super) use inquiry::{
    CaseAcceptance, NewBeneficiaryStatement, NewEvidence, NewEvidenceVerification, NewSupplement,
    NewSupplementRequest,
};
pub(super) use opinion::{
    NewAssessment, NewHearing, NewHearingStatement, NewObjection, NewObjectionOutcome,
    NewPublication, NewPublicationSkip,
};
pub(super) use panel::{NewExtension, NewPanelReferral, NewPanelReview};
