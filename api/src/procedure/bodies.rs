//! What is handed in with a step: the members that every step has, and the bodies of the steps that
//! every procedure may have.

mod competence;
mod hearing;
mod outside;

use domain::identity::PersonName;
use domain::procedure::{DocumentNumber, Named, Reason, SharedAct, Word};
use domain::text::Line;
use validator::Validate;

use super::input::Reading;
use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::words::PartyWord;

/// The body of a step: its own members, and those that every step of its kind has. Signed by `one`
/// officer (or by none), by `two`, or by `two_and_co_signer`.
macro_rules! step_body {
    ($(#[$meta:meta])* $name:ident signed by one { $($fields:tt)* }) => {
        step_body! { @emit [$(#[$meta])*] $name { $($fields)* } {} }
    };
    ($(#[$meta:meta])* $name:ident signed by two { $($fields:tt)* }) => {
        step_body! { @two [$(#[$meta])*] $name { $($fields)* } {} }
    };
    ($(#[$meta:meta])* $name:ident signed by two_and_co_signer { $($fields:tt)* }) => {
        step_body! { @two [$(#[$meta])*] $name {
            /// 共同签署的基金会或者协会经办人，其机构您可以代为办理 / The officer of the foundation or association who co-signs, for whom you may act.
            #[validate(length(max = 36))]
            #[schema(format = Uuid)]
            co_signer_id: Option<String>,
            $($fields)*
        } {
            fn co_signer_id(&self) -> Option<&str> { self.co_signer_id.as_deref() }
        } }
    };
    (@two [$($meta:tt)*] $name:ident { $($fields:tt)* } { $($signers:tt)* }) => {
        step_body! { @emit [$($meta)*] $name {
            /// 第二名经办人，属于您可以代为办理的机构 / The second officer who signs, of an organisation that you may act for.
            #[validate(length(max = 36))]
            #[schema(format = Uuid)]
            second_officer_id: Option<String>,
            $($fields)*
        } {
            fn second_officer_id(&self) -> Option<&str> { self.second_officer_id.as_deref() }
            $($signers)*
        } }
    };
    (@emit [$($meta:tt)*] $name:ident { $($fields:tt)* } { $($signers:tt)* }) => {
        #[derive(Debug, serde::Deserialize, validator::Validate, utoipa::ToSchema)]
        $($meta)*
        #[serde(deny_unknown_fields)]
        pub(crate) struct $name {
            /// 所涉行为人；不填则为全部 / The actors for whom the step is executed; all when left out.
            #[validate(length(min = 1, max = 20))]
            #[schema(min_items = 1, max_items = 20, value_type = Option<BTreeSet<uuid::Uuid>>)]
            actor_ids: Option<Vec<String>>,
            $($fields)*
        }

        impl $crate::procedure::StepBody for $name {
            fn actor_ids(&self) -> Option<&[String]> { self.actor_ids.as_deref() }
            $($signers)*
        }
    };
}
pub(super) use competence::{NewDesignation, NewTransfer};
pub(crate) use hearing::{NewDefenceStatement, NewPriorNotice};
pub(crate) use outside::NewOutsideDocument;
pub(super) use outside::{NewOutsideFinding, NewOutsideTransfer};
pub(crate) use step_body;

domain::faults! {
    struct ExactlyOne = "officer_or_name",
        "officer_id 与 name 须填且只填其一", "Give exactly one of officer_id and name.";
}

/// A participant: a registered officer, or an outside person by name.
pub(crate) fn somebody(
    officer_id: Option<&str>,
    name: Option<&str>,
    pointer: &str,
    read: &mut Reading,
) -> Option<Named> {
    match (officer_id, name) {
        (Some(id), None) => read
            .parse(&format!("{pointer}/officer_id"), id)
            .map(Named::Officer),
        (None, Some(name)) => read
            .take(&format!("{pointer}/name"), PersonName::parse(name))
            .map(Named::Outside),
        _ => {
            read.fault(pointer, &ExactlyOne);
            None
        }
    }
}

step_body! {
    /// 不需其他内容的步骤 / A step that needs nothing else.
    #[schema(example = json!({}))]
    NewStep signed by one {}
}

step_body! {
    /// 当事人放弃或者撤回的书面表示 / What a party gives up or takes back, in writing.
    #[schema(example = json!({ "copy_id": ids::paper_in(ids::DEED_PUBLISHED) }))]
    NewWrittenStep signed by one {
        /// 当事人书面材料的副本，须为本案卷已完成的附件 / The copy of what the party wrote: a complete attachment of this file.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        copy_id: String,
        /// 收到之日；不填则为今天 / The day on which it came in; today if left out.
        #[schema(format = Date)]
        received_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewWrittenStep {
    /// What the party said.
    pub(crate) fn word(&self, read: &mut Reading) -> Option<Word> {
        let late = self.late_entry_reason.as_deref();
        read.word(self.received_on.as_deref(), late, &self.copy_id)
    }
}

step_body! {
    /// 只需说明理由的步骤 / A step that needs a reason and nothing else.
    #[schema(example = json!({ "reason": "测试：情况疑难" }))]
    NewReasonedStep signed by one {
        /// 理由 / Why.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
    }
}

impl NewReasonedStep {
    pub(crate) fn reason(&self, read: &mut Reading) -> Option<Reason> {
        read.text("/reason", &self.reason)
    }
}

step_body! {
    /// 两名经办人签署、只需说明理由的决定 / A decision with a reason, signed by two officers.
    #[schema(example = json!({ "reason": "测试：不符合条件", "second_officer_id": ids::SECOND_OFFICER }))]
    NewReasonedDecision signed by two {
        /// 理由 / Why.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
    }
}

impl NewReasonedDecision {
    pub(crate) fn reason(&self, read: &mut Reading) -> Option<Reason> {
        read.text("/reason", &self.reason)
    }
}

step_body! {
    /// 回避 / A recusal from the case: of an officer, or of an outside person by name.
    #[schema(example = json!({ "name": "测试专家甲", "reason": "测试：系受益人近亲属" }))]
    NewRecusal signed by one {
        /// 经办人；与 `name` 只填其一 / The officer; this or `name`.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        officer_id: Option<String>,
        /// 外部人员的姓名 / The name of a person outside.
        #[validate(nested)]
        name: Option<BoundedText<1, 100>>,
        /// 理由 / Why: beneficiary, relative, recommender or another interest.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
    }
}

impl NewRecusal {
    pub(super) fn act(&self, read: &mut Reading) -> Option<SharedAct> {
        let person = somebody(self.officer_id.as_deref(), self.name.as_deref(), "", read);
        let reason = read.text("/reason", &self.reason);
        Some(SharedAct::Recusal {
            person: person?,
            reason: reason?,
        })
    }
}

step_body! {
    /// 送达 / A decision was delivered to a party; deadlines run from that day.
    #[schema(example = json!({ "party": "actor" }))]
    NewDelivery signed by one {
        /// 当事人 / The party.
        party: PartyWord,
        /// 送达之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        delivered_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewDelivery {
    pub(super) fn act(&self, read: &mut Reading) -> Option<SharedAct> {
        let late = self.late_entry_reason.as_deref();
        Some(SharedAct::Delivery {
            party: self.party.0,
            delivered: read.day("/delivered_on", self.delivered_on.as_deref(), late)?,
        })
    }
}

step_body! {
    /// 一次性告知补正 / A single request for everything that is missing.
    #[schema(example = json!({ "items": ["测试：请补交现场照片"] }))]
    NewSupplementRequest signed by one {
        /// 须补正的内容 / What is missing.
        #[validate(length(min = 1, max = 50))]
        #[schema(min_items = 1, max_items = 50, value_type = Vec<BoundedText<1, 200>>)]
        items: Vec<String>,
        /// 文号；不填则由本服务按年度顺序编号 / The number of the paper; left out, the service gives the next one of
        /// the year.
        #[validate(nested)]
        number: Option<BoundedText<1, 60>>,
    }
}

impl NewSupplementRequest {
    /// What is missing, and the number of the paper.
    pub(crate) fn content(
        &self,
        read: &mut Reading,
    ) -> Option<(Vec<Line<200>>, Option<DocumentNumber>)> {
        let items = self.items(read);
        let number = read.optional("/number", self.number.as_deref());
        Some((items?, number?))
    }

    /// Each thing once: the party would look for the difference of two that are the same.
    fn items(&self, read: &mut Reading) -> Option<Vec<Line<200>>> {
        let items = read
            .errors()
            .set("/items", &self.items, str::parse::<Line<200>>);
        (items.len() == self.items.len()).then_some(items)
    }
}

step_body! {
    /// 重新启动 / New facts reopen a refused or revoked case.
    #[schema(example = json!({
        "new_facts": "测试：出现新的证人",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002"
    }))]
    NewReopening signed by two {
        /// 新的事实 / The facts that were not known before.
        #[validate(nested)]
        pub(crate) new_facts: BoundedParagraphs<1, 2000>,
    }
}

step_body! {
    /// 中止 / The case waits for another body's finding.
    #[schema(example = json!({ "pending": "测试：等待公安机关侦查结果" }))]
    NewSuspension signed by one {
        /// 等待的事项 / What is waited for.
        #[validate(nested)]
        pub(crate) pending: BoundedParagraphs<1, 2000>,
    }
}

step_body! {
    /// 恢复 / The case goes on.
    #[schema(example = json!({ "finding": "测试：公安机关已作出结论" }))]
    NewResumption signed by one {
        /// 结果 / The result.
        #[validate(nested)]
        pub(crate) finding: BoundedParagraphs<1, 2000>,
    }
}

step_body! {
    /// 继续办理 / A case that was withdrawn or handed over goes on.
    #[schema(example = json!({ "own_motion": true, "reason": "测试：事实清楚，依职权继续办理" }))]
    NewContinuation signed by one {
        /// 是否依职权继续；否则为当事人再次申请或者被退回 / Whether the body goes on of its own motion; otherwise the party asked again, or the case was sent back.
        own_motion: bool,
        /// 理由 / Why.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
    }
}

impl NewContinuation {
    pub(super) fn act(&self, read: &mut Reading) -> Option<SharedAct> {
        Some(SharedAct::Continuation {
            own_motion: self.own_motion,
            reason: read.text("/reason", &self.reason)?,
        })
    }
}
