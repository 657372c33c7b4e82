use crate::policy::named_enum;

named_enum! {
    /// Why confirmation is refused, in a word. Whatever a rule finds against a deed is here under the
    /// code of its finding.
    RefusalCode {
        /// The act was the actor's duty by statute.
        StatutoryDuty = "statutory_duty", "属于履行法定职责、义务", "it was a duty by statute";
        /// A duty by contract rules the deed out.
        ContractDutyExcluded = "contract_duty_excluded", "属于履行约定职责、义务", "it was a duty by contract";
        /// Only wards or relatives to be supported were rescued.
        SupportDuty = "support_duty", "只救助了负有扶养、监护义务的人", "only somebody whom the actor had to support was rescued";
        /// Only relatives were rescued.
        KinOnly = "kin_only", "只救助了亲属", "only relatives were rescued";
        /// Only the actor's own interest was protected.
        OnlyOwnInterest = "only_own_interest", "只保护了本人利益", "only the actor's own interest was protected";
        /// The actor caused the danger.
        ActorCausedDanger = "actor_caused_danger", "危险由行为人造成", "the actor caused the danger";
        /// The act was found unlawful.
        ActUnlawful = "act_unlawful", "行为已被认定违法", "the act was found unlawful";
        /// Too little was at risk.
        RiskTooLow = "risk_too_low", "行为的危险程度不足", "too little was at risk";
        /// The deed is on file already.
        PossibleDuplicate = "possible_duplicate", "同一行为已另行申报", "the deed is on file already";
        /// Nobody applied, and the policy knows no case of the body's own motion.
        OwnMotionNotProvided = "own_motion_not_provided", "没有申请人、举荐人", "nobody applied or recommended";
        /// It was filed too late.
        OutOfTime = "out_of_time", "超过申请期限", "it was filed out of time";
        /// There is not enough proof.
        EvidenceInsufficient = "evidence_insufficient", "证据不足", "there is not enough proof";
        /// The investigation does not bear the deed out.
        NotConfirmed = "not_confirmed", "经核实不符合确认条件", "the investigation does not bear the deed out";
    }
}

/// Why confirmation is refused.
pub type Refusal = crate::procedure::Refusal<RefusalCode>;
