use crate::{named_enum, receipts::RuleId};

named_enum! {
    /// 认定状态 / How far a recognition has come
    State as "RecognitionState" {
        Applied = "applied", "已登记，待受理", "applied";
        /// Origin and authenticity of the local confirmation are checked; the decision is due.
        InCheck = "in_check", "核验", "in check";
        IntendedRefusal = "intended_refusal", "拟不予认定", "intended refusal";
        Recognised = "recognised", "已认定", "recognised";
        Refused = "refused", "不予认定", "refused";
        Suspended = "suspended", "中止", "suspended";
        IntendedRevocation = "intended_revocation", "拟撤销", "intended revocation";
        Revoked = "revoked", "已撤销", "revoked";
        Transferred = "transferred", "移送", "transferred";
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
        /// It went to a body that does not work with this service.
        HandedOver = "handed_over", "已移送市外单位", "handed over to an outside body";
        /// Nobody confirmed the deed where it happened: it goes the way of ordinary confirmation at the
        /// county of origin.
        Redirected = "redirected", "转入普通确认程序", "sent the way of ordinary confirmation";
    }
}

named_enum! {
    /// What is decided on a recognition.
    Outcome {
        Recognition = "recognition", "认定聊城义士", "recognition";
        Refusal = "refusal", "不予认定", "refusal";
        Revocation = "revocation", "撤销认定", "revocation";
    }
}

named_enum! {
    /// 不予认定或者撤销的理由 / Why recognition is refused or taken back
    RefusalCode as "RecognitionRefusalCode" {
        InsideCity = "inside_city", "行为发生在本市", "the deed was done within the city";
        OriginNotProven = "origin_not_proven", "来源地未获证明", "coming from the city is not proven";
        NotAuthentic = "not_authentic", "当地确认文书不属实", "the local confirmation is not authentic";
        IssuerNotAccepted = "issuer_not_accepted", "当地确认单位不符合规定", "the issuer of the local confirmation does not count";
        ConfirmationWithdrawn = "confirmation_withdrawn", "当地确认已撤回", "the local confirmation was withdrawn";
        Deception = "deception", "以欺骗取得认定", "it was obtained by deception";
        NotRecognised = "not_recognised", "经核验不符合认定条件", "the check does not bear it out";
    }
}

named_enum! {
    /// A document that a step of a recognition calls for.
    Document {
        SupplementRequest = "supplement_request", "补正告知书", "supplement request";
        PriorNotice = "prior_notice", "陈述申辩告知书", "prior notice";
        Recognition = "recognition", "认定决定书和证书", "recognition and certificate";
        Refusal = "refusal", "不予认定决定书", "refusal";
        Revocation = "revocation", "撤销认定决定书", "revocation";
        Redirection = "redirection", "转办告知书", "notice of redirection";
    }
}

impl RefusalCode {
    /// The rule that speaks for or against this reason; none where no rule does.
    pub(super) const fn rule(self) -> Option<RuleId> {
        match self {
            Self::InsideCity => Some(RuleId::OutPlace),
            Self::OriginNotProven => Some(RuleId::OutOrigin),
            Self::IssuerNotAccepted => Some(RuleId::OutIssuer),
            // What the issuer answered stands among the facts of this rule.
            Self::NotAuthentic | Self::ConfirmationWithdrawn => Some(RuleId::OutRevoked),
            Self::Deception | Self::NotRecognised => None,
        }
    }
}

/// Why recognition is refused or taken back.
pub type Refusal = crate::procedure::Refusal<RefusalCode>;
