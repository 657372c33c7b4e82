use crate::policy::named_enum;

named_enum! {
    /// How far the recognition of one person has come.
    State {
        /// Asked for, and not yet looked at.
        Applied = "applied", "已登记，待受理", "applied";
        /// Origin and authenticity of the local confirmation are checked; the decision is due.
        InCheck = "in_check", "核验", "in check";
        /// The city intends not to recognise, and hears the party first.
        IntendedRefusal = "intended_refusal", "拟不予认定", "intended refusal";
        /// Recognised (聊城义士), with a certificate.
        Recognised = "recognised", "已认定", "recognised";
        /// Refused in writing.
        Refused = "refused", "不予认定", "refused";
        /// The local confirmation has fallen, or another body's finding is waited for.
        Suspended = "suspended", "暂停", "suspended";
        /// The city intends to take the recognition back, and hears the party first.
        IntendedRevocation = "intended_revocation", "拟撤销", "intended revocation";
        /// A recognition that was taken back.
        Revoked = "revoked", "已撤销", "revoked";
        /// On its way to another body.
        Transferred = "transferred", "移送", "transferred";
        /// Withdrawn by whoever applied.
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
        /// Nobody confirmed the deed where it happened: it goes the way of ordinary confirmation at the
        /// county of origin.
        Redirected = "redirected", "转入普通确认程序", "sent the way of ordinary confirmation";
    }
}

named_enum! {
    /// What is decided on a recognition.
    Outcome {
        /// The person is recognised.
        Recognition = "recognition", "认定聊城义士", "recognition";
        /// Recognition is refused.
        Refusal = "refusal", "不予认定", "refusal";
        /// A recognition is taken back.
        Revocation = "revocation", "撤销认定", "revocation";
    }
}

named_enum! {
    /// Why recognition is refused or taken back, in a word.
    RefusalCode {
        /// The deed was done within the city.
        InsideCity = "inside_city", "行为发生在本市", "the deed was done within the city";
        /// The person does not come from the city, or that is not proven.
        OriginNotProven = "origin_not_proven", "来源地未获证明", "coming from the city is not proven";
        /// The document is not what its issuer gave.
        NotAuthentic = "not_authentic", "当地确认文书不属实", "the local confirmation is not authentic";
        /// The body that confirmed is none that counts.
        IssuerNotAccepted = "issuer_not_accepted", "当地确认单位不符合规定", "the issuer of the local confirmation does not count";
        /// The local confirmation was taken back.
        ConfirmationWithdrawn = "confirmation_withdrawn", "当地确认已撤回", "the local confirmation was withdrawn";
        /// The recognition was obtained by deception.
        Deception = "deception", "以欺骗取得认定", "it was obtained by deception";
        /// The conditions are not met.
        NotRecognised = "not_recognised", "经核验不符合认定条件", "the check does not bear it out";
    }
}

named_enum! {
    /// A document that a step of a recognition calls for.
    Document {
        /// What is missing, all at once.
        SupplementRequest = "supplement_request", "补正告知书", "supplement request";
        /// Facts and reasons before a refusal or a revocation.
        PriorNotice = "prior_notice", "陈述申辩告知书", "prior notice";
        /// The decision and the certificate.
        Recognition = "recognition", "认定决定书和证书", "recognition and certificate";
        /// The refusal, with its reasons.
        Refusal = "refusal", "不予认定决定书", "refusal";
        /// The revocation.
        Revocation = "revocation", "撤销认定决定书", "revocation";
        /// Where to turn instead.
        Redirection = "redirection", "转办告知书", "notice of redirection";
    }
}

/// Why recognition is refused or taken back.
pub type Refusal = crate::procedure::Refusal<RefusalCode>;
