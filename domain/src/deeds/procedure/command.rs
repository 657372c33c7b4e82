use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    DocumentNumber, HearingReply, Holder, Named, Reason, Refusal, Signer, StatementKind, Step, Who,
};
use crate::{
    deeds::Party,
    ids::{EvidenceId, ObjectionId},
    policy::{EvidenceKind, PanelKind, PublicitySkipReason},
    text::Line,
};

/// A step that somebody wants to take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// What is to be done.
    pub act: Act,
    /// Who does it.
    pub who: Who,
    /// The second officer who signs.
    pub second: Option<Signer>,
    /// The officer of the foundation or association who signs.
    pub co_signer: Option<Signer>,
}

/// A member of the review panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PanelMember {
    /// Who.
    pub person: Named,
    /// For whom the member stands.
    pub kind: PanelKind,
    /// Whether the member was there.
    pub present: bool,
}

/// What a step brings with it. Each variant is the [`Step`] of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the members of a step are named after what they hold"
)]
pub enum Act {
    /// See [`Step::Acceptance`].
    Acceptance,
    /// See [`Step::SupplementRequest`].
    SupplementRequest { items: Vec<Line<200>> },
    /// See [`Step::Supplement`].
    Supplement,
    /// See [`Step::BeneficiaryStatement`].
    BeneficiaryStatement {
        kind: StatementKind,
        note: Option<Reason>,
    },
    /// See [`Step::Evidence`].
    Evidence { id: EvidenceId, kind: EvidenceKind },
    /// See [`Step::EvidenceVerification`].
    EvidenceVerification { id: EvidenceId, verified: bool },
    /// See [`Step::Recusal`].
    Recusal { person: Named, reason: Reason },
    /// See [`Step::PanelReferral`].
    PanelReferral { reason: Reason },
    /// See [`Step::PanelReview`].
    PanelReview {
        members: Vec<PanelMember>,
        in_favour: u32,
        finding: Reason,
    },
    /// See [`Step::Extension`].
    Extension,
    /// See [`Step::PositiveAssessment`].
    PositiveAssessment { reason: Option<Reason> },
    /// See [`Step::NegativeAssessment`].
    NegativeAssessment { reason: Reason },
    /// See [`Step::Publication`].
    Publication { number: DocumentNumber },
    /// See [`Step::PublicationSkip`].
    PublicationSkip {
        reason: PublicitySkipReason,
        note: Reason,
    },
    /// See [`Step::Objection`].
    Objection { id: ObjectionId },
    /// See [`Step::ObjectionRejection`].
    ObjectionRejection { id: ObjectionId, reason: Reason },
    /// See [`Step::ObjectionUpholding`].
    ObjectionUpholding { id: ObjectionId, reason: Reason },
    /// See [`Step::Confirmation`].
    Confirmation {
        number: DocumentNumber,
        certificate: DocumentNumber,
    },
    /// See [`Step::Hearing`].
    Hearing {
        facts: Reason,
        reasons: Reason,
        notified_on: NaiveDate,
    },
    /// See [`Step::HearingStatement`].
    HearingStatement { reply: HearingReply },
    /// See [`Step::Refusal`].
    Refusal {
        number: DocumentNumber,
        refusal: Refusal,
    },
    /// See [`Step::Delivery`].
    Delivery {
        party: Party,
        delivered_on: NaiveDate,
    },
    /// See [`Step::ReconfirmationRequest`].
    ReconfirmationRequest {
        party: Party,
        received_on: NaiveDate,
        reason: Reason,
    },
    /// See [`Step::ReconfirmationWithdrawal`].
    ReconfirmationWithdrawal,
    /// See [`Step::ReconfirmationApproval`].
    ReconfirmationApproval { reason: Reason },
    /// See [`Step::ReconfirmationRefusal`].
    ReconfirmationRefusal {
        number: DocumentNumber,
        refusal: Refusal,
    },
    /// See [`Step::Suspension`].
    Suspension { pending: Reason },
    /// See [`Step::Resumption`].
    Resumption { finding: Reason },
    /// See [`Step::Transfer`].
    Transfer { receiver: Holder, reason: Reason },
    /// See [`Step::TransferAcceptance`].
    TransferAcceptance,
    /// See [`Step::TransferDispute`].
    TransferDispute { reason: Reason },
    /// See [`Step::Designation`].
    Designation { receiver: Holder, reason: Reason },
    /// See [`Step::Withdrawal`].
    Withdrawal,
    /// See [`Step::Revocation`].
    Revocation {
        number: DocumentNumber,
        deception: Reason,
    },
    /// See [`Step::Restoration`].
    Restoration { new_facts: Reason },
}

impl Act {
    /// The step that it takes.
    #[must_use]
    pub const fn step(&self) -> Step {
        match self {
            Self::Acceptance => Step::Acceptance,
            Self::SupplementRequest { .. } => Step::SupplementRequest,
            Self::Supplement => Step::Supplement,
            Self::BeneficiaryStatement { .. } => Step::BeneficiaryStatement,
            Self::Evidence { .. } => Step::Evidence,
            Self::EvidenceVerification { .. } => Step::EvidenceVerification,
            Self::Recusal { .. } => Step::Recusal,
            Self::PanelReferral { .. } => Step::PanelReferral,
            Self::PanelReview { .. } => Step::PanelReview,
            Self::Extension => Step::Extension,
            Self::PositiveAssessment { .. } => Step::PositiveAssessment,
            Self::NegativeAssessment { .. } => Step::NegativeAssessment,
            Self::Publication { .. } => Step::Publication,
            Self::PublicationSkip { .. } => Step::PublicationSkip,
            Self::Objection { .. } => Step::Objection,
            Self::ObjectionRejection { .. } => Step::ObjectionRejection,
            Self::ObjectionUpholding { .. } => Step::ObjectionUpholding,
            Self::Confirmation { .. } => Step::Confirmation,
            Self::Hearing { .. } => Step::Hearing,
            Self::HearingStatement { .. } => Step::HearingStatement,
            Self::Refusal { .. } => Step::Refusal,
            Self::Delivery { .. } => Step::Delivery,
            Self::ReconfirmationRequest { .. } => Step::ReconfirmationRequest,
            Self::ReconfirmationWithdrawal => Step::ReconfirmationWithdrawal,
            Self::ReconfirmationApproval { .. } => Step::ReconfirmationApproval,
            Self::ReconfirmationRefusal { .. } => Step::ReconfirmationRefusal,
            Self::Suspension { .. } => Step::Suspension,
            Self::Resumption { .. } => Step::Resumption,
            Self::Transfer { .. } => Step::Transfer,
            Self::TransferAcceptance => Step::TransferAcceptance,
            Self::TransferDispute { .. } => Step::TransferDispute,
            Self::Designation { .. } => Step::Designation,
            Self::Withdrawal => Step::Withdrawal,
            Self::Revocation { .. } => Step::Revocation,
            Self::Restoration { .. } => Step::Restoration,
        }
    }

    /// The day that the step itself names: that of a delivery, or of the receipt of a request.
    #[must_use]
    pub const fn own_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Hearing { notified_on, .. } => Some(*notified_on),
            Self::Delivery { delivered_on, .. } => Some(*delivered_on),
            Self::ReconfirmationRequest { received_on, .. } => Some(*received_on),
            _ => None,
        }
    }

    /// The party whose clock the step starts or stops.
    #[must_use]
    pub const fn party(&self) -> Option<Party> {
        match self {
            Self::Delivery { party, .. } | Self::ReconfirmationRequest { party, .. } => {
                Some(*party)
            }
            _ => None,
        }
    }
}
