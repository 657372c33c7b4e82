use crate::{named_enum, receipts::RuleId};

named_enum! {
    /// 不予确认的理由 / Why confirmation is refused
    ///
    /// Why confirmation is refused, in a word. Whatever a rule finds against a deed is here under the
    /// code of its finding.
    RefusalCode as "DeedRefusalCode" {
        StatutoryDuty = "statutory_duty", "属于履行法定职责、义务", "it was a duty by statute";
        ContractDutyExcluded = "contract_duty_excluded", "属于履行约定职责、义务", "it was a duty by contract";
        SupportDuty = "support_duty", "只救助了负有扶养、监护义务的人", "only somebody whom the actor had to support was rescued";
        KinOnly = "kin_only", "只救助了亲属", "only relatives were rescued";
        OnlyOwnInterest = "only_own_interest", "只保护了本人利益", "only the actor's own interest was protected";
        ActorCausedDanger = "actor_caused_danger", "危险由行为人造成", "the actor caused the danger";
        ActUnlawful = "act_unlawful", "行为已被认定违法", "the act was found unlawful";
        RiskTooLow = "risk_too_low", "行为的危险程度不足", "too little was at risk";
        PossibleDuplicate = "possible_duplicate", "同一行为已另行申报", "the deed is on file already";
        OwnMotionNotProvided = "own_motion_not_provided", "没有申请人、举荐人", "nobody applied or recommended";
        OutOfTime = "out_of_time", "超过申请期限", "it was filed out of time";
        EvidenceInsufficient = "evidence_insufficient", "证据不足", "there is not enough proof";
        NoJurisdiction = "no_jurisdiction", "不属于本市管辖", "the city has no jurisdiction";
        NotConfirmed = "not_confirmed", "经核实不符合确认条件", "the investigation does not bear the deed out";
    }
}

impl RefusalCode {
    /// The rule that speaks for or against this reason; none where no rule does.
    pub(super) const fn rule(self) -> Option<RuleId> {
        match self {
            Self::StatutoryDuty => Some(RuleId::DeedDuty),
            Self::ContractDutyExcluded => Some(RuleId::DeedContract),
            Self::SupportDuty | Self::KinOnly => Some(RuleId::DeedKin),
            Self::OnlyOwnInterest => Some(RuleId::DeedPurpose),
            Self::ActorCausedDanger => Some(RuleId::DeedCause),
            Self::ActUnlawful => Some(RuleId::DeedLawful),
            Self::RiskTooLow => Some(RuleId::DeedRisk),
            Self::PossibleDuplicate => Some(RuleId::DeedDup),
            Self::OwnMotionNotProvided => Some(RuleId::DeedOwnMotion),
            Self::OutOfTime => Some(RuleId::FileWindow),
            Self::EvidenceInsufficient => Some(RuleId::EvidenceMin),
            Self::NoJurisdiction => Some(RuleId::FileWhere),
            Self::NotConfirmed => None,
        }
    }
}

/// Why confirmation is refused.
pub type Refusal = crate::procedure::Refusal<RefusalCode>;
