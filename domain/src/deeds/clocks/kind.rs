use crate::{
    calendar::DayUnit,
    decisions::RuleId,
    policy::{DeedsPolicy, Period, named_enum},
};

named_enum! {
    /// What a clock measures.
    ClockKind {
        /// Until everything missing has been asked for.
        Intake = "intake", "受理审查", "intake";
        /// Until the party has handed in what was missing.
        SupplementAnswer = "supplement_answer", "补正", "answer to the supplement request";
        /// Until the intended opinion.
        Opinion = "opinion", "拟确认意见", "intended opinion";
        /// Until the intended opinion, by the service's own target.
        OpinionTarget = "opinion_target", "拟确认意见（内部目标）", "intended opinion (internal target)";
        /// Until the city has named the body that holds the case.
        Designation = "designation", "指定管辖", "designation";
        /// How long the public notice stands.
        Publicity = "publicity", "公示", "public notice";
        /// Until the party has stated its case before a refusal.
        HearingAnswer = "hearing_answer", "陈述申辩", "statement before a refusal";
        /// Until the written decision after the notice.
        DecisionAfterPublicity = "decision_after_publicity", "公示后作出决定", "decision after the notice";
        /// Until the party has asked for reconfirmation.
        ReconfirmationRequest = "reconfirmation_request", "申请复核", "request for reconfirmation";
        /// Until the next level has decided.
        ReconfirmationDecision = "reconfirmation_decision", "复核决定", "decision on reconfirmation";
        /// Until a decision has been delivered to everybody concerned.
        ResultNotice = "result_notice", "送达", "delivery of the result";
    }
}

named_enum! {
    /// Whom a clock binds.
    Bound {
        /// The body that holds the case: it is overdue when the clock has run out.
        Body = "body", "承办单位", "the body that holds the case";
        /// A party: its chance is over when the clock has run out.
        Party = "party", "当事人", "the party";
        /// Nobody: the time itself has to pass.
        Public = "public", "社会公众", "the public";
    }
}

impl ClockKind {
    /// Whom it binds.
    #[must_use]
    pub const fn bound(self) -> Bound {
        match self {
            Self::Intake
            | Self::Opinion
            | Self::OpinionTarget
            | Self::Designation
            | Self::DecisionAfterPublicity
            | Self::ReconfirmationDecision
            | Self::ResultNotice => Bound::Body,
            Self::SupplementAnswer | Self::HearingAnswer | Self::ReconfirmationRequest => {
                Bound::Party
            }
            Self::Publicity => Bound::Public,
        }
    }

    /// Whether its length stands in a statute (Shandong Regulation on Rewarding and Protecting
    /// People Who Act Bravely, articles 11 and 14). Every other clock is the service's own promise.
    #[must_use]
    pub const fn statutory(self) -> bool {
        matches!(
            self,
            Self::Opinion | Self::ReconfirmationRequest | Self::ReconfirmationDecision
        )
    }

    /// The rule that it follows.
    #[must_use]
    pub const fn rule(self) -> RuleId {
        match self {
            Self::Intake => RuleId::Intake,
            Self::SupplementAnswer => RuleId::Supplement,
            Self::Opinion | Self::OpinionTarget => RuleId::OpinionDeadline,
            Self::Designation => RuleId::FileWhere,
            Self::Publicity => RuleId::Publicity,
            Self::HearingAnswer => RuleId::HearingBeforeRefusal,
            Self::DecisionAfterPublicity => RuleId::Confirm,
            Self::ReconfirmationRequest => RuleId::ReconfirmWindow,
            Self::ReconfirmationDecision | Self::ResultNotice => RuleId::ReconfirmDecide,
        }
    }

    /// Its length under a policy.
    #[must_use]
    pub fn length(self, policy: &DeedsPolicy) -> Period {
        let natural = |length| Period {
            length,
            unit: DayUnit::Natural,
        };
        let working = |length| Period {
            length,
            unit: DayUnit::Working,
        };
        match self {
            Self::Intake => working(policy.assessment.intake_request_working_days),
            Self::SupplementAnswer => working(policy.assessment.supplement_answer_working_days),
            Self::Opinion => natural(policy.assessment.opinion_days),
            Self::OpinionTarget => natural(policy.assessment.opinion_target_days),
            Self::Designation => natural(policy.filing.designation_days),
            Self::Publicity => policy.publication.period,
            Self::HearingAnswer => working(policy.decision.hearing_answer_working_days),
            Self::DecisionAfterPublicity => working(policy.decision.decision_working_days),
            Self::ReconfirmationRequest => natural(policy.decision.reconfirmation_request_days),
            Self::ReconfirmationDecision => natural(policy.decision.reconfirmation_decision_days),
            Self::ResultNotice => natural(policy.decision.result_notice_days),
        }
    }
}
