use crate::named_enum;

named_enum! {
    /// 表扬状态 / How far a commendation has come
    State as "CommendationState" {
        Nominated = "nominated", "已推荐，待受理", "nominated";
        /// The level below recommended it to the one that holds it now.
        Recommended = "recommended", "已逐级推荐，待受理", "recommended to the next level";
        /// Opinions are asked for, and the body decides how it goes on.
        UnderReview = "under_review", "审核", "under review";
        InRound = "in_round", "已列入批次", "in a round";
        /// A body above the city decides.
        Submitted = "submitted", "已报上级，待结果", "submitted above the city";
        /// It waits for the next round.
        Deferred = "deferred", "转入下一批次", "deferred to the next round";
        Awarded = "awarded", "已决定授予", "awarded";
        Conferred = "conferred", "已颁授", "conferred";
        NotGranted = "not_granted", "未予表扬", "not granted";
        /// The nominee does not want it.
        Declined = "declined", "本人谢绝", "declined by the nominee";
        IntendedRevocation = "intended_revocation", "拟撤销", "intended revocation";
        Revoked = "revoked", "已撤销", "revoked";
        /// A correction of the decision took it off: it should never have been among the awards.
        TakenOff = "taken_off", "经更正移出", "taken off by a correction";
        Suspended = "suspended", "中止", "suspended";
        Transferred = "transferred", "移送", "transferred";
        /// It went to a body that does not work with this service.
        HandedOver = "handed_over", "已移送市外单位", "handed over to an outside body";
    }
}

named_enum! {
    /// What is decided on a commendation.
    Outcome as "CommendationOutcome" {
        Award = "award", "授予称号", "award";
        Revocation = "revocation", "撤销称号", "revocation";
    }
}

named_enum! {
    /// 撤销称号的理由 / Why a title is taken back
    RefusalCode as "CommendationRevocationCode" {
        Deception = "deception", "以欺骗取得", "it was obtained by deception";
        /// Later serious crime ends the honour, not the fact of the deed (REVOKE-CONDUCT).
        Conduct = "conduct", "后有严重违法犯罪", "later serious crime";
        WronglyAwarded = "wrongly_awarded", "不符合授予条件", "the conditions were not met";
        /// What it rests on was revoked.
        BasisFallen = "basis_fallen", "所依据的确认或者认定已撤销", "the confirmation or recognition that it rests on was revoked";
        /// A body above the city revoked it.
        RevokedAbove = "revoked_above", "授予机关已撤销", "the body that granted it revoked it";
    }
}

named_enum! {
    /// A document that a step of a commendation calls for.
    Document as "CommendationDocument" {
        OpinionRequest = "opinion_request", "征求意见函", "request for an opinion";
        NominationForm = "nomination_form", "推荐审批表", "nomination form";
        Award = "award", "表扬决定和荣誉证书", "decision and certificate of honour";
        PaymentList = "payment_list", "奖金发放表", "list of payments";
        MartyrReferral = "martyr_referral", "烈士评定移送函", "referral for recognition as a martyr";
        PriorNotice = "prior_notice", "陈述申辩告知书", "prior notice";
        Revocation = "revocation", "撤销称号决定", "revocation";
    }
}

/// Why a title is taken back.
pub type Revocation = crate::procedure::Refusal<RefusalCode>;
