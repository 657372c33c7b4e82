//! What is handed in with the steps of a commendation.

mod award;
mod ending;
mod nomination;

pub(super) use award::{
    NewAward, NewAwardCertificateReplacement, NewConferral, NewImmediateAward, NewOutsideAward,
    NewPaymentPlan, NewTakeOff,
};
pub(super) use ending::{
    NewBasisFall, NewOutsideRevocation, NewRepayment, NewTitleRevocation, NewWriteOff,
};
pub(super) use nomination::{
    NewLevelOpinion, NewMartyrReferral, NewNomineeAcceptance, NewOpinion, NewOpinionRequest,
    NewOutsideDocumentStep, NewRoundEntry, NewSubmission,
};
