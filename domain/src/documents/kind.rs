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
    }
}

impl DocumentKind {
    /// Whether everybody whom a step names gets a document of the own.
    pub const fn is_personal(self) -> bool {
        matches!(self, Self::Certificate | Self::RecognitionCertificate)
    }

    /// How it is laid out.
    pub const fn layout(self) -> Layout {
        if self.is_personal() {
            Layout::Certificate
        } else {
            Layout::Official
        }
    }

    /// How it is numbered where nobody brings a number.
    pub const fn pattern(self, policy: &DocumentsPolicy) -> &NumberPattern {
        match self {
            Self::PublicNotice => &policy.public_notice,
            Self::Certificate => &policy.certificate,
            Self::Refusal => &policy.refusal,
            Self::ReconfirmationDecision => &policy.reconfirmation_decision,
            Self::RecognitionCertificate => &policy.recognition_certificate,
            Self::RecognitionRefusal => &policy.recognition_refusal,
        }
    }
}
