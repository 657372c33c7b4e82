use super::Layout;
use crate::{
    named_enum,
    policy::{DocumentsPolicy, NumberPattern},
};

named_enum! {
    /// 文书种类 / What a document is
    DocumentKind {
        PublicNotice = "public_notice", "见义勇为确认公示", "public notice";
        Certificate = "certificate", "见义勇为证书", "certificate";
        Refusal = "refusal", "不予确认见义勇为决定书", "refusal";
        ReconfirmationDecision = "reconfirmation_decision", "见义勇为复核决定书", "decision on reconfirmation";
        RecognitionCertificate = "recognition_certificate", "义士证书", "certificate of recognition";
        RecognitionRefusal = "recognition_refusal", "不予认定决定书", "refusal of recognition";
        SupplementRequest = "supplement_request", "补正通知书", "supplement request";
        PriorNotice = "prior_notice", "陈述申辩告知书", "prior notice";
        ConfirmationDecision = "confirmation_decision", "见义勇为确认决定书", "decision of confirmation";
        RevocationDecision = "revocation_decision", "撤销见义勇为确认决定书", "decision of revocation";
        TransferLetter = "transfer_letter", "移送函", "letter of transfer";
        ReconfirmationTermination = "reconfirmation_termination", "见义勇为复核终止通知书", "notice of an ended reconfirmation";
        RecognitionDecision = "recognition_decision", "市域外见义勇为认定决定书", "decision of recognition";
        RecognitionRevocation = "recognition_revocation", "撤销市域外见义勇为认定决定书", "revocation of recognition";
    }
}

impl DocumentKind {
    /// Whether everybody whom a step names gets a document of the own.
    pub const fn is_personal(self) -> bool {
        matches!(self, Self::Certificate | Self::RecognitionCertificate)
    }

    /// How it is laid out.
    pub const fn layout(self) -> Layout {
        match self {
            Self::Certificate | Self::RecognitionCertificate => Layout::Certificate,
            Self::SupplementRequest
            | Self::PriorNotice
            | Self::TransferLetter
            | Self::ReconfirmationTermination => Layout::Correspondence,
            Self::PublicNotice
            | Self::Refusal
            | Self::ReconfirmationDecision
            | Self::RecognitionRefusal
            | Self::ConfirmationDecision
            | Self::RevocationDecision
            | Self::RecognitionDecision
            | Self::RecognitionRevocation => Layout::Official,
        }
    }

    /// How it is numbered where nobody brings a number. None of a decision whose number an officer
    /// always brings.
    pub const fn pattern(self, policy: &DocumentsPolicy) -> Option<&NumberPattern> {
        Some(match self {
            Self::PublicNotice => &policy.public_notice,
            Self::Certificate => &policy.certificate,
            Self::Refusal => &policy.refusal,
            Self::ReconfirmationDecision => &policy.reconfirmation_decision,
            Self::RecognitionCertificate => &policy.recognition_certificate,
            Self::RecognitionRefusal => &policy.recognition_refusal,
            Self::SupplementRequest => &policy.supplement_request,
            Self::PriorNotice => &policy.prior_notice,
            Self::TransferLetter => &policy.transfer_letter,
            Self::ReconfirmationTermination => &policy.reconfirmation_termination,
            Self::ConfirmationDecision
            | Self::RevocationDecision
            | Self::RecognitionDecision
            | Self::RecognitionRevocation => return None,
        })
    }
}
