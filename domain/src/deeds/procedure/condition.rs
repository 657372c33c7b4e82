use serde::{Deserialize, Serialize};

use crate::{
    decisions::{RuleId, Text},
    policy::named_enum,
};

named_enum! {
    /// Where a condition looks.
    ConditionKind {
        /// At the case, the caller and the day: known before a step is taken.
        Standing = "standing", "案件现状", "the case as it stands";
        /// At what is handed in with the step.
        Input = "input", "提交内容", "what is handed in";
    }
}

macro_rules! conditions {
    ($($(#[$doc:meta])+ $variant:ident = $code:literal, $kind:ident, $rule:expr, $zh:literal, $en:literal;)+) => {
        /// A condition of a step. Its texts say what has to hold.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Condition { $($(#[$doc])+ #[serde(rename = $code)] $variant,)+ }

        impl Condition {
            /// Every condition.
            pub const ALL: &'static [Condition] = &[$(Condition::$variant,)+];

            /// The stable `snake_case` code.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// Where it looks.
            #[must_use]
            pub const fn kind(self) -> ConditionKind {
                match self { $(Self::$variant => ConditionKind::$kind,)+ }
            }

            /// The rule that asks for it; none where the order of the steps alone does.
            #[must_use]
            pub const fn rule(self) -> Option<RuleId> {
                match self { $(Self::$variant => $rule,)+ }
            }

            /// What has to hold.
            #[must_use]
            pub fn text(self) -> Text {
                let (zh, en) = match self { $(Self::$variant => ($zh, $en),)+ };
                Text { zh: zh.to_owned(), en: en.to_owned() }
            }
        }
    };
}

conditions! {
    /// The state allows the step.
    State = "state", Standing, None,
        "案件须处于可以办理此步骤的状态", "The case is in a state in which this step is possible.";
    /// The token allows it.
    Scope = "scope", Standing, None,
        "须具有此步骤的权限", "The caller has the scope of this step.";
    /// An officer of the right kind of organisation acts.
    Officer = "officer", Standing, None,
        "须由规定单位的经办人办理", "An officer of an organisation of the required kind acts.";
    /// That organisation is the one that may act here.
    Seat = "seat", Standing, Some(RuleId::FileWhere),
        "须由有管辖权的单位办理", "The organisation is the one that is competent for the case.";
    /// The officer has no part in the case.
    NotRecused = "not_recused", Standing, Some(RuleId::Recusal),
        "经办人不得是应当回避的人员", "The officer has not stepped back from the case.";
    /// Nothing was asked for yet.
    SupplementNotAsked = "supplement_not_asked", Standing, Some(RuleId::Intake),
        "补正材料须一次性告知，不得再次要求", "What is missing is asked for once, and has not been asked for yet.";
    /// Something was asked for and is not answered.
    SupplementOpen = "supplement_open", Standing, Some(RuleId::Supplement),
        "须有尚未答复的补正告知", "A supplement request is waiting for an answer.";
    /// The rules of eligibility were asked.
    EligibilityKnown = "eligibility_known", Standing, None,
        "须已对该行为人作出规则评估", "The rules of eligibility have been applied to this actor.";
    /// There is enough verified evidence.
    EvidenceMinimum = "evidence_minimum", Standing, Some(RuleId::EvidenceMin),
        "须有公安、民政证明，或者足够数量的不同种类已核实证据", "There is proof by public security or civil affairs, or enough verified evidence of different kinds.";
    /// The case was not sent to the panel yet.
    NotReferred = "not_referred", Standing, Some(RuleId::ReviewPanel),
        "案件尚未提请评审", "The case has not been sent to the panel yet.";
    /// The panel has met where one is needed.
    PanelHeld = "panel_held", Standing, Some(RuleId::ReviewPanel),
        "疑难或者有争议的，须先经评审", "The panel has reviewed a case that needs one.";
    /// The panel has agreed where one is needed.
    PanelAgreed = "panel_agreed", Standing, Some(RuleId::ReviewPanel),
        "疑难或者有争议的，须经评审通过", "The panel has agreed in a case that needs one.";
    /// Policy knows an extension.
    ExtensionProvided = "extension_provided", Standing, Some(RuleId::OpinionDeadline),
        "规则须允许延长期限", "The rules provide for an extension.";
    /// It was not used yet.
    ExtensionUnused = "extension_unused", Standing, Some(RuleId::OpinionDeadline),
        "期限只能延长一次", "The time has not been extended before.";
    /// The opinion is not overdue.
    OpinionInTime = "opinion_in_time", Standing, Some(RuleId::OpinionDeadline),
        "期限届满前方可延长", "The time for the opinion is not over.";
    /// The case is held by the body of first instance.
    FirstInstance = "first_instance", Standing, Some(RuleId::ReconfirmDecide),
        "案件须在初次确认程序中", "The case is not in the hands of the next level.";
    /// The notice is not left out.
    NotSkipped = "not_skipped", Standing, Some(RuleId::PublicitySkip),
        "未决定不予公示", "It has not been decided to leave the notice out.";
    /// The notice stands today.
    NoticeStands = "notice_stands", Standing, Some(RuleId::Publicity),
        "须在公示期内；公示期满后的情况，可以作为线索提出",
        "The notice stands today; what is known after it has ended may be filed as a clue.";
    /// The notice has stood its time, or was left out.
    PublicityDone = "publicity_done", Standing, Some(RuleId::Publicity),
        "公示期须已届满，或者已依规决定不予公示", "The notice has stood its whole time, or was left out by decision.";
    /// No objection waits for an answer.
    NoOpenObjection = "no_open_objection", Standing, Some(RuleId::Publicity),
        "异议须已全部处理", "Every objection has been resolved.";
    /// The rules still propose what the opinion intends, or it says why it differs.
    OpinionStands = "opinion_stands", Standing, None,
        "拟确认意见作出后规则不再建议确认的，须重新作出意见并说明理由", "Where the rules no longer propose confirmation, the opinion is formed anew and says why.";
    /// The party was not told yet.
    HearingNotHeld = "hearing_not_held", Standing, Some(RuleId::HearingBeforeRefusal),
        "尚未告知陈述申辩", "The party has not been told of the intended refusal yet.";
    /// The party was told.
    HearingHeld = "hearing_held", Standing, Some(RuleId::HearingBeforeRefusal),
        "不予确认前须告知事实、理由和陈述申辩的权利", "The party has been told facts, reasons and the right to state its case.";
    /// The party has not answered yet.
    HearingOpen = "hearing_open", Standing, Some(RuleId::HearingBeforeRefusal),
        "须有尚未答复的陈述申辩告知", "The party was told and has not answered yet.";
    /// The party has answered, or its time is over.
    HearingAnswered = "hearing_answered", Standing, Some(RuleId::HearingBeforeRefusal),
        "当事人须已陈述申辩或者放弃，或者期限已届满", "The party has stated its case or waived it, or its time is over.";
    /// A party still waits for the decision.
    DeliveryOpen = "delivery_open", Standing, Some(RuleId::Confirm),
        "须有尚未送达的决定", "A decision waits to be delivered.";
    /// Some party can still ask.
    ReconfirmationWindow = "reconfirmation_window", Standing, Some(RuleId::ReconfirmWindow),
        "申请复核的期限须未届满", "The time for asking for reconfirmation is not over for every party.";
    /// There is a level above.
    NextLevel = "next_level", Standing, Some(RuleId::ReconfirmWindow),
        "须有上一级机关", "There is a level above the body that refused.";
    /// Nobody disputed the transfer yet.
    NotDisputed = "not_disputed", Standing, Some(RuleId::FileWhere),
        "尚未提出管辖争议", "The transfer is not disputed yet.";
    /// Somebody filed the case who can take it back.
    FiledByParty = "filed_by_party", Standing, Some(RuleId::FileWho),
        "案件须由当事人申请或者举荐", "The case was filed by somebody who can take it back.";
    /// A restoration is left.
    RestorationLeft = "restoration_left", Standing, Some(RuleId::Restore),
        "重新启动的次数须未用完", "The case may still be reopened.";
    /// The calendar of a year that the condition needs is published.
    CalendarPublished = "calendar_published", Standing, Some(RuleId::Daycount),
        "计算期限所需年度的节假日安排须已公布", "The days off of the years that the deadline needs are published.";
    /// A second officer signs.
    SecondOfficer = "second_officer", Input, None,
        "须有另一名同单位类别、无须回避的经办人签署", "Another officer of such an organisation, who has not stepped back, signs too.";
    /// The foundation or association signs.
    CoSigner = "co_signer", Input, Some(RuleId::Confirm),
        "须由见义勇为基金会或者协会共同签署", "An officer of a bravery foundation or association signs too.";
    /// The evidence has an id of its own.
    EvidenceNew = "evidence_new", Input, None,
        "证据编号不得重复", "No other evidence of the case has this id.";
    /// The evidence is known and not verified.
    EvidenceOpen = "evidence_open", Input, Some(RuleId::EvidenceMin),
        "证据须属于本案且尚未核实", "The evidence belongs to the case and has not been verified.";
    /// The panel is composed as it must be.
    PanelComposition = "panel_composition", Input, Some(RuleId::ReviewPanel),
        "评审人员的人数和构成须符合规定", "The panel has enough members, and all kinds that it needs.";
    /// Enough members are present.
    PanelQuorum = "panel_quorum", Input, Some(RuleId::ReviewPanel),
        "到会人数须达到规定比例", "Enough members are present.";
    /// Not more votes than members.
    PanelVotes = "panel_votes", Input, Some(RuleId::ReviewPanel),
        "赞成票不得多于到会人数", "There are not more votes in favour than members present.";
    /// No member has a part in the case.
    PanelImpartial = "panel_impartial", Input, Some(RuleId::Recusal),
        "评审人员不得重复，且不得是应当回避的人员", "No member stands twice on the panel or has stepped back from the case.";
    /// A deviation from the rules' proposal has a reason.
    DeviationReasoned = "deviation_reasoned", Input, None,
        "规则未建议确认而拟确认的，须说明理由", "An intended confirmation that the rules do not propose says why.";
    /// The reason is one that policy knows.
    SkipReason = "skip_reason", Input, Some(RuleId::PublicitySkip),
        "不予公示的理由须符合规定和行为人的情况", "The reason for leaving the notice out is one that the policy knows and that fits the actor.";
    /// The objection has an id of its own.
    ObjectionNew = "objection_new", Input, None,
        "异议编号不得重复", "No other objection of the case has this id.";
    /// The objection is known and not resolved.
    ObjectionOpen = "objection_open", Input, Some(RuleId::Publicity),
        "异议须属于本次公示且尚未处理", "The objection belongs to this notice and has not been resolved.";
    /// The day lies where it can lie.
    DayInOrder = "day_in_order", Input, Some(RuleId::Daycount),
        "日期不得早于其所依据的步骤，也不得晚于今天", "The day does not lie before the step that it follows, nor after today.";
    /// The party still waits for this decision.
    PartyWaits = "party_waits", Input, Some(RuleId::Confirm),
        "该决定尚未送达此当事人", "The decision has not been delivered to this party yet.";
    /// The request came in time.
    PartyInTime = "party_in_time", Input, Some(RuleId::ReconfirmWindow),
        "复核申请须在该当事人收到决定后的期限内提出", "The request came within the time that runs from the delivery to this party.";
    /// The receiver is another body.
    OtherBody = "other_body", Input, Some(RuleId::FileWhere),
        "接收单位须不同于现承办单位", "The receiver is not the body that holds the case.";
    /// The day of receipt can be accepted.
    ReceiptDay = "receipt_day", Input, Some(RuleId::OpinionDeadline),
        "收到日期不得晚于今天，早于今天的须说明理由且不得超出规定天数", "The day of receipt is not after today; an earlier one has a reason and lies within the limit.";
}
