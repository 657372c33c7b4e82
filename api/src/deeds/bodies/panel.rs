//! The review panel, and the time that a complex case may take.

use domain::deeds::{Act, Deed, PanelMember};
use domain::procedure::Act as AnyAct;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::procedure::{Reading, StepBody, somebody, step_body};
use crate::words::PanelKindWord;

step_body! {
    /// 提请评审 / A complex or disputed case is sent to the panel.
    #[schema(example = json!({ "reason": "测试：情况疑难" }))]
    NewPanelReferral signed by one {
        /// 理由 / Why.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        reason: String,
    }
}

impl StepBody<Deed> for NewPanelReferral {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let reason = read.line("/reason", &self.reason)?;
        Some(Act::PanelReferral { reason }.into())
    }
}

/// 评审人员 / A member of the panel: an officer, or a person outside by name.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewPanelMember)]
pub(crate) struct MemberGiven {
    /// 经办人；与 `name` 只填其一 / The officer; this or `name`.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    officer_id: Option<String>,
    /// 外部人员的姓名 / The name of a person outside.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    /// 类别 / For whom the member stands.
    kind: PanelKindWord,
    /// 是否到会 / Whether the member was there.
    present: bool,
}

step_body! {
    /// 评审 / A vote of the panel.
    #[schema(example = json!({
        "members": [
            { "name": "测试评审甲", "kind": "agency", "present": true },
            { "name": "测试评审乙", "kind": "expert", "present": true },
            { "name": "测试评审丙", "kind": "congress_deputy", "present": true },
            { "name": "测试评审丁", "kind": "conference_member", "present": true },
            { "name": "测试评审戊", "kind": "expert", "present": true }
        ],
        "in_favour": 5,
        "finding": "测试：属于见义勇为"
    }))]
    NewPanelReview signed by one {
        /// 评审人员 / Its members.
        #[validate(length(min = 1, max = 50), nested)]
        #[schema(min_items = 1, max_items = 50)]
        members: Vec<MemberGiven>,
        /// 赞成票 / How many of those present were in favour of confirming.
        #[validate(range(max = 50))]
        #[schema(minimum = 0, maximum = 50)]
        #[serde(deserialize_with = "crate::http::required_whole_number")]
        in_favour: u32,
        /// 评审意见 / What it found.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        finding: String,
    }
}

impl StepBody<Deed> for NewPanelReview {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let members: Vec<PanelMember> = self
            .members
            .iter()
            .enumerate()
            .filter_map(|(index, member)| {
                let pointer = format!("/members/{index}");
                let (officer, name) = (member.officer_id.as_deref(), member.name.as_deref());
                Some(PanelMember {
                    person: somebody(officer, name, &pointer, read)?,
                    kind: member.kind.0,
                    present: member.present,
                })
            })
            .collect();
        let in_favour = self.in_favour;
        let finding = read.line("/finding", &self.finding)?;
        Some(
            Act::PanelReview {
                members,
                in_favour,
                finding,
            }
            .into(),
        )
    }
}

step_body! {
    /// 延长期限：仅在政策允许时 / The time for the opinion is extended; only where the policy provides for it.
    #[schema(example = json!({ "second_officer_id": "01937a00-0000-7000-8000-00000000b002" }))]
    NewExtension signed by two {}
}

impl StepBody<Deed> for NewExtension {
    fn act(&self, _: &mut Reading) -> Option<AnyAct<Deed>> {
        Some(Act::Extension.into())
    }
}
