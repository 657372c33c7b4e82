//! What is handed in with the steps of the confirmation of deeds.

mod decision;
mod inquiry;
mod opinion;
mod reconfirmation;

pub(super) use decision::{NewCertificateReplacement, NewConfirmation, NewRefusal, NewRevocation};
pub(super) use inquiry::{
    NewBeneficiaryStatement, NewEvidence, NewEvidenceVerification, NewExtension, NewPanelReview,
    NewSupplement,
};
pub(super) use opinion::{
    NewAssessment, NewObjection, NewObjectionOutcome, NewPublication, NewPublicationWaiver,
};
pub(super) use reconfirmation::{
    NewOutsideReconfirmationDecision, NewReconfirmation, NewReconfirmationDecision,
    NewReconfirmationWithdrawal,
};
