use super::OwnOrShared;
use crate::{named::NamedEnum, named_enum, receipts::RuleId};

named_enum! {
    /// Where a condition looks.
    ConditionKind {
        /// At the case, the caller and the day: known before a step is executed.
        OfCase = "standing", "案件现状", "the case as it is";
        OfInput = "input", "提交内容", "what is handed in";
    }
}

/// A word that says what has to hold.
pub trait Asks: NamedEnum {
    fn kind(self) -> ConditionKind;

    /// The rule that asks for it; none where the order of the steps alone does.
    fn rule(self) -> Option<RuleId>;
}

/// Lists conditions with where each looks, the rule behind it and what has to hold.
macro_rules! conditions {
    ($(#[doc = $enum_doc:literal])+ $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal, $kind:ident, $rule:expr, $zh:literal, $en:literal;)+ }) => {
        $crate::named_enum! {
            $(#[doc = $enum_doc])+
            $name { $($(#[$doc])* $variant = $code, $zh, $en;)+ }
        }

        impl $crate::procedure::Asks for $name {
            fn kind(self) -> $crate::procedure::ConditionKind {
                match self { $(Self::$variant => $crate::procedure::ConditionKind::$kind,)+ }
            }

            fn rule(self) -> Option<$crate::receipts::RuleId> {
                match self { $(Self::$variant => $rule,)+ }
            }
        }
    };
}
pub(crate) use conditions;

conditions! {
    /// A condition that the engine asks for. Its text says what has to hold.
    SharedCondition {
    State = "state", OfCase, None,
        "案件须处于可以办理此步骤的状态", "The case is in a state in which this step is possible.";
    Scope = "scope", OfCase, None,
        "须具有此步骤的权限", "The caller has the scope of this step.";
    Officer = "officer", OfCase, None,
        "须由规定单位的经办人办理", "An officer of an organisation of the required kind acts.";
    CompetentBody = "seat", OfCase, Some(RuleId::FileWhere),
        "须由有管辖权的单位办理", "The organisation is the one that is competent for the case.";
    NotRecused = "not_recused", OfCase, Some(RuleId::Recusal),
        "经办人不得是应当回避的人员", "The officer has not stepped back from the case.";
    DeliveryOpen = "delivery_open", OfCase, Some(RuleId::Confirm),
        "须有尚未送达的决定", "A decision waits to be delivered.";
    NotDisputed = "not_disputed", OfCase, Some(RuleId::FileWhere),
        "尚未提出管辖争议", "The transfer is not disputed yet.";
    FiledByApplicant = "filed_by_applicant", OfCase, Some(RuleId::FileWho),
        "案件须由本人或者近亲属申请；撤回举荐不终结案件", "The actor or a close relative applied; who recommended takes back the recommendation, which does not end the case.";
    FiledByRecommender = "filed_by_recommender", OfCase, Some(RuleId::FileWho),
        "案件须经举荐", "Somebody recommended the actor.";
    InWriting = "in_writing", OfInput, Some(RuleId::FileWho),
        "撤回或者放弃须有当事人的书面材料（copy_id），或者由申请人凭查询码办理", "What a party gives up it gives up in writing (copy_id), or with the tracking code of its application.";
    CalendarLoaded = "calendar_loaded", OfCase, Some(RuleId::Daycount),
        "计算期限所需年度的放假安排须已载入", "The days off of the years that the deadline needs are loaded.";
    SecondOfficer = "second_officer", OfInput, None,
        "须有另一名同单位类别、无须回避的经办人签署", "Another officer of such an organisation, who has not stepped back, signs too.";
    CoSigner = "co_signer", OfInput, Some(RuleId::Confirm),
        "须由见义勇为基金会或者协会共同签署", "An officer of a bravery foundation or association signs too.";
    DayInOrder = "day_in_order", OfInput, Some(RuleId::Daycount),
        "日期不得早于其所依据的步骤，也不得晚于今天", "The day does not lie before the step that it follows, nor after today.";
    LateEntryReasoned = "late_entry_reasoned", OfInput, Some(RuleId::Daycount),
        "迟于规定工作日登记的，须说明理由；期限仍自实际之日起算", "What is entered after more than the working days of the policy says why; the time still counts from the true day.";
    PartyWaits = "party_waits", OfInput, Some(RuleId::Confirm),
        "该决定尚未送达此当事人", "The decision has not been delivered to this party yet.";
    OtherBody = "other_body", OfInput, Some(RuleId::FileWhere),
        "接收单位须不同于现承办单位", "The receiver is not the body that holds the case.";
    ReceiptDay = "receipt_day", OfInput, Some(RuleId::OpinionDeadline),
        "收到日期不得晚于今天，迟于规定工作日登记的须说明理由", "The day of receipt is not after today; one that is entered late has a reason.";
    }
}

/// A condition of a step. Its text says what has to hold.
pub type Condition<C> = OwnOrShared<C, SharedCondition>;

impl<C: Asks> Condition<C> {
    pub fn kind(self) -> ConditionKind {
        match self {
            Self::Own(own) => own.kind(),
            Self::Shared(shared) => shared.kind(),
        }
    }

    pub fn rule(self) -> Option<RuleId> {
        match self {
            Self::Own(own) => own.rule(),
            Self::Shared(shared) => shared.rule(),
        }
    }
}
