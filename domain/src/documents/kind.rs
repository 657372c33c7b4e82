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
        NominationForm = "nomination_form", "见义勇为表扬推荐审批表", "nomination form";
        OpinionRequest = "opinion_request", "征求意见函", "request for an opinion";
        AwardCertificate = "award_certificate", "见义勇为荣誉证书", "certificate of honour";
        CommendationRevocation = "commendation_revocation", "撤销见义勇为称号决定", "revocation of a title";
        MartyrReferral = "martyr_referral", "烈士评定移送函", "referral for recognition as a martyr";
        PaymentList = "payment_list", "见义勇为奖金发放表", "list of payments";
        RoundCall = "round_call", "关于推荐见义勇为表扬对象的通知", "call for nominations";
        CandidateNotice = "candidate_notice", "见义勇为拟表扬对象公示", "notice of candidates";
        BallotRecord = "ballot_record", "见义勇为表扬评审表决记录", "record of the ballots";
        CommendationDecision = "commendation_decision", "见义勇为表扬决定", "decision of commendation";
        DecisionCorrection = "decision_correction", "更正见义勇为表扬决定的决定", "correction of a decision of commendation";
        CeremonyAgenda = "ceremony_agenda", "见义勇为表扬会议程和颁授顺序", "agenda and order of recipients";
        PlaqueOrder = "plaque_order", "见义勇为光荣牌制作单", "order of plaques";
        PlaqueHandover = "plaque_handover", "见义勇为光荣牌送达登记表", "record of a plaque's handover";
        PlaqueRecovery = "plaque_recovery", "收回见义勇为光荣牌通知书", "notice of a plaque's recovery";
        StudioNaming = "studio_naming", "英模工作室命名决定", "decision to name a studio";
        StudioRefusal = "studio_refusal", "不予命名英模工作室决定", "refusal to name a studio";
        StudioAssessment = "studio_assessment", "英模工作室年度评估表", "yearly assessment of a studio";
        StudioRectification = "studio_rectification", "英模工作室限期整改通知书", "notice to rectify";
        StudioWithdrawal = "studio_withdrawal", "撤销英模工作室命名决定", "withdrawal of a studio's name";
    }
}

impl DocumentKind {
    /// Whether everybody whom a step names gets a document of the own.
    pub const fn is_personal(self) -> bool {
        matches!(
            self,
            Self::Certificate | Self::RecognitionCertificate | Self::AwardCertificate
        )
    }

    /// How it is laid out.
    pub const fn layout(self) -> Layout {
        match self {
            Self::Certificate | Self::RecognitionCertificate | Self::AwardCertificate => {
                Layout::Certificate
            }
            Self::SupplementRequest
            | Self::PriorNotice
            | Self::TransferLetter
            | Self::ReconfirmationTermination
            | Self::OpinionRequest
            | Self::MartyrReferral
            | Self::PlaqueRecovery
            | Self::StudioRectification => Layout::Correspondence,
            Self::PublicNotice
            | Self::Refusal
            | Self::ReconfirmationDecision
            | Self::RecognitionRefusal
            | Self::ConfirmationDecision
            | Self::RevocationDecision
            | Self::RecognitionDecision
            | Self::RecognitionRevocation
            | Self::NominationForm
            | Self::CommendationRevocation
            | Self::PaymentList
            | Self::RoundCall
            | Self::CandidateNotice
            | Self::BallotRecord
            | Self::CommendationDecision
            | Self::DecisionCorrection
            | Self::CeremonyAgenda
            | Self::PlaqueOrder
            | Self::PlaqueHandover
            | Self::StudioNaming
            | Self::StudioRefusal
            | Self::StudioAssessment
            | Self::StudioWithdrawal => Layout::Official,
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
            Self::NominationForm => &policy.nomination_form,
            Self::OpinionRequest => &policy.opinion_request,
            Self::AwardCertificate => &policy.award_certificate,
            Self::CommendationRevocation => &policy.commendation_revocation,
            Self::MartyrReferral => &policy.martyr_referral,
            Self::PaymentList => &policy.payment_list,
            Self::RoundCall => &policy.round_call,
            Self::CandidateNotice => &policy.candidate_notice,
            Self::BallotRecord => &policy.ballot_record,
            Self::CeremonyAgenda => &policy.ceremony_agenda,
            Self::PlaqueOrder => &policy.plaque_order,
            Self::PlaqueHandover => &policy.plaque_handover,
            Self::PlaqueRecovery => &policy.plaque_recovery,
            Self::StudioRefusal => &policy.studio_refusal,
            Self::StudioAssessment => &policy.studio_assessment,
            Self::StudioRectification => &policy.studio_rectification,
            Self::ConfirmationDecision
            | Self::RevocationDecision
            | Self::RecognitionDecision
            | Self::RecognitionRevocation
            | Self::CommendationDecision
            | Self::DecisionCorrection
            | Self::StudioNaming
            | Self::StudioWithdrawal => return None,
        })
    }
}
