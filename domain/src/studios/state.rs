use crate::{named_enum, receipts::RuleId};

named_enum! {
    /// 工作室状态 / How far a studio has come
    State as "StudioState" {
        Proposed = "proposed", "已申报，待受理", "proposed";
        InReview = "in_review", "审查", "in review";
        IntendedRefusal = "intended_refusal", "拟不予命名", "intended refusal";
        Refused = "refused", "不予命名", "refused";
        /// It has its name, and its sign is not hung yet.
        Approved = "approved", "已命名，待挂牌", "named";
        Active = "active", "运行", "active";
        Rectifying = "rectifying", "限期整改", "rectifying";
        IntendedWithdrawal = "intended_withdrawal", "拟撤销命名", "intended withdrawal";
        Withdrawn = "withdrawn", "已撤销命名", "name withdrawn";
        /// The leader lost the honour before there was a name.
        Lapsed = "lapsed", "终止（带头人丧失荣誉）", "ended, because the leader lost the honour";
        TakenBack = "taken_back", "申报已撤回", "proposal taken back";
        Suspended = "suspended", "中止", "suspended";
        Transferred = "transferred", "移送", "transferred";
        /// It went to a body that does not work with this service.
        HandedOver = "handed_over", "已移送市外单位", "handed over to an outside body";
    }
}

impl State {
    /// Whether the studio bears its name.
    pub const fn is_named(self) -> bool {
        matches!(
            self,
            Self::Approved | Self::Active | Self::Rectifying | Self::IntendedWithdrawal
        )
    }

    /// Whether nobody else may have the name meanwhile.
    pub const fn holds_name(self) -> bool {
        match self {
            Self::Proposed
            | Self::InReview
            | Self::IntendedRefusal
            | Self::Approved
            | Self::Active
            | Self::Rectifying
            | Self::IntendedWithdrawal
            | Self::Suspended
            | Self::Transferred => true,
            Self::Refused | Self::Withdrawn | Self::Lapsed | Self::TakenBack | Self::HandedOver => {
                false
            }
        }
    }
}

named_enum! {
    /// What is decided on a studio.
    Outcome {
        Naming = "naming", "命名", "naming";
        Refusal = "refusal", "不予命名", "refusal";
        Withdrawal = "withdrawal", "撤销命名", "withdrawal of the name";
    }
}

named_enum! {
    /// 不予命名或者撤销命名的理由 / Why a name is refused or withdrawn
    RefusalCode as "StudioRefusalCode" {
        LeaderUnqualified = "leader_unqualified", "带头人不具备规定的荣誉", "the leader lacks the honour";
        NoConsent = "no_consent", "未经同意使用姓名", "nobody who may consented to the name";
        SecondStudio = "second_studio", "已有以其命名的工作室", "another studio carries the hero's name";
        NameUnfit = "name_unfit", "名称不符合命名规则", "the name does not follow the rule";
        SetupIncomplete = "setup_incomplete", "场所、人员等条件不具备", "place or members are not as they have to be";
        HonourLost = "honour_lost", "带头人的荣誉已被撤销", "the leader's honour was revoked";
        ConsentWithdrawn = "consent_withdrawn", "已撤回使用姓名的同意", "the consent to the name was withdrawn";
        HostClosed = "host_closed", "依托单位撤销", "the host closed";
        NotRectified = "not_rectified", "逾期未完成整改", "it was not put right in time";
        AssessedOut = "assessed_out", "年度评估结果为撤销", "the yearly assessment says so";
    }
}

named_enum! {
    /// A document that a step of a studio calls for.
    Document {
        PriorNotice = "prior_notice", "陈述申辩告知书", "prior notice";
        Naming = "naming", "命名决定", "decision to name it";
        Refusal = "refusal", "不予命名决定", "refusal";
        Assessment = "assessment", "年度评估表", "assessment sheet";
        Rectification = "rectification", "限期整改通知书", "notice to rectify";
        Withdrawal = "withdrawal", "撤销命名决定", "withdrawal of the name";
    }
}

impl RefusalCode {
    /// Whether it is why a name is withdrawn that was given.
    pub const fn is_of_withdrawal(self) -> bool {
        match self {
            Self::HonourLost
            | Self::ConsentWithdrawn
            | Self::HostClosed
            | Self::NotRectified
            | Self::AssessedOut => true,
            Self::LeaderUnqualified
            | Self::NoConsent
            | Self::SecondStudio
            | Self::NameUnfit
            | Self::SetupIncomplete => false,
        }
    }

    /// The rule that speaks for or against this reason in a receipt; none where the case itself does.
    pub(super) const fn rule(self) -> Option<RuleId> {
        match self {
            Self::LeaderUnqualified | Self::NoConsent | Self::SecondStudio => {
                Some(RuleId::StudioLeader)
            }
            Self::NameUnfit => Some(RuleId::StudioName),
            Self::SetupIncomplete
            | Self::HonourLost
            | Self::ConsentWithdrawn
            | Self::HostClosed
            | Self::NotRectified
            | Self::AssessedOut => None,
        }
    }
}

/// Why a name is refused or withdrawn.
pub type Refusal = crate::procedure::Refusal<RefusalCode>;
