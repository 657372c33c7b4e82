//! What is handed in with a step: the members that every step has, and the bodies of the steps that
//! every procedure may have.

/// The body of a step: its own members, and those that every step of its kind has. Signed by `one`
/// officer (or by none), by `two`, or by `two_and_co_signer`.
macro_rules! step_body {
    ($(#[$meta:meta])* $name:ident signed by one { $($fields:tt)* }) => {
        step_body! { @emit [$(#[$meta])*] $name {} { $($fields)* } {} }
    };
    ($(#[$meta:meta])* $name:ident signed by two { $($fields:tt)* }) => {
        step_body! { @emit [$(#[$meta])*] $name {
            /// 第二名经办人，属于您可以代为办理的机构 / The second officer who signs, of an organisation that you may act for.
            #[validate(length(max = 36))]
            #[schema(format = Uuid)]
            second_officer_id: Option<String>,
        } { $($fields)* } {
            fn second_officer_id(&self) -> Option<&str> { self.second_officer_id.as_deref() }
        } }
    };
    ($(#[$meta:meta])* $name:ident signed by two_and_co_signer { $($fields:tt)* }) => {
        step_body! { @emit [$(#[$meta])*] $name {
            /// 第二名经办人，属于您可以代为办理的机构 / The second officer who signs, of an organisation that you may act for.
            #[validate(length(max = 36))]
            #[schema(format = Uuid)]
            second_officer_id: Option<String>,
            /// 共同签署的基金会或者协会经办人，其机构您可以代为办理 / The officer of the foundation or association who signs too, for whom you may act.
            #[validate(length(max = 36))]
            #[schema(format = Uuid)]
            co_signer_id: Option<String>,
        } { $($fields)* } {
            fn second_officer_id(&self) -> Option<&str> { self.second_officer_id.as_deref() }
            fn co_signer_id(&self) -> Option<&str> { self.co_signer_id.as_deref() }
        } }
    };
    (@emit [$(#[$meta:meta])*] $name:ident { $($signed:tt)* } { $($fields:tt)* } { $($shared:tt)* }) => {
        #[derive(Debug, serde::Deserialize, validator::Validate, utoipa::ToSchema)]
        $(#[$meta])*
        #[serde(deny_unknown_fields)]
        pub(crate) struct $name {
            /// 所涉行为人；不填则为全部 / The actors for whom the step is executed; all when left out.
            #[validate(length(min = 1, max = 20))]
            #[schema(min_items = 1, max_items = 20, value_type = Option<Vec<uuid::Uuid>>)]
            actor_ids: Option<Vec<String>>,
            $($signed)*
            $($fields)*
        }

        impl crate::procedure::Shared for $name {
            fn actor_ids(&self) -> Option<&[String]> { self.actor_ids.as_deref() }
            $($shared)*
        }
    };
}
pub(crate) use step_body;

use domain::identity::PersonName;
use domain::procedure::{Act, Named, Procedure, SharedAct};

use super::input::{Reading, StepBody};
use crate::words::PartyWord;

domain::faults! {
    struct ExactlyOne = "officer_or_name",
        "officer_id 与 name 须填且只填其一", "Give exactly one of officer_id and name.";
}

/// Somebody who takes part: a registered officer, or a person outside the service by name.
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
    /// 回避 / Somebody steps back from the case: an officer, or a person outside by name.
    #[schema(example = json!({ "name": "测试专家甲", "reason": "测试：系受益人近亲属" }))]
    NewRecusal signed by one {
        /// 经办人；与 `name` 只填其一 / The officer; this or `name`.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        officer_id: Option<String>,
        /// 外部人员的姓名 / The name of a person outside.
        #[validate(length(min = 1, max = 100))]
        #[schema(min_length = 1, max_length = 100)]
        name: Option<String>,
        /// 理由 / Why: beneficiary, relative, recommender or another interest.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        reason: String,
    }
}

impl<P: Procedure> StepBody<P> for NewRecusal {
    fn act(&self, read: &mut Reading) -> Option<Act<P>> {
        let person = somebody(self.officer_id.as_deref(), self.name.as_deref(), "", read);
        let reason = read.line("/reason", &self.reason);
        Some(Act::Shared(SharedAct::Recusal {
            person: person?,
            reason: reason?,
        }))
    }
}

step_body! {
    /// 送达 / A decision reached a party; deadlines run from that day.
    #[schema(example = json!({ "party": "actor" }))]
    NewDelivery signed by one {
        /// 当事人 / The party.
        party: PartyWord,
        /// 送达之日；不填则为今天 / The day; today if left out.
        #[schema(format = Date)]
        delivered_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        late_entry_reason: Option<String>,
    }
}

impl<P: Procedure> StepBody<P> for NewDelivery {
    fn act(&self, read: &mut Reading) -> Option<Act<P>> {
        let late = self.late_entry_reason.as_deref();
        let delivered = read.day("/delivered_on", self.delivered_on.as_deref(), late);
        Some(Act::Shared(SharedAct::Delivery {
            party: self.party.0,
            delivered: delivered?,
        }))
    }
}
