//! What is handed in with the steps of the confirmation of deeds.

mod decision;
mod inquiry;
mod opinion;
mod panel;

pub(crate) use decision::NewReopening;
pub(super) use decision::{
    NewConfirmation, NewOutsideReconfirmationDecision, NewReconfirmation,
    NewReconfirmationDecision, NewReconfirmationWithdrawal, NewRefusal, NewRevocation,
};
pub(crate) use inquiry::{CaseAcceptance, NewSupplementRequest};
pub(super) use inquiry::{
    NewBeneficiaryStatement, NewEvidence, NewEvidenceVerification, NewSupplement,
};
pub(super) use opinion::{
    NewAssessment, NewObjection, NewObjectionOutcome, NewPublication, NewPublicationWaiver,
};
pub(crate) use opinion::{NewDefenceStatement, NewPriorNotice};
pub(super) use panel::{NewExtension, NewPanelReferral, NewPanelReview};
