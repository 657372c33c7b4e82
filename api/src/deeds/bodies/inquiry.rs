//! Bodies of the steps that find out what happened: supplements, statements, evidence, the panel.

use domain::deeds::{Act, PanelMember};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::{Reading, somebody, step_body};
use crate::words::{EvidenceKindWord, PanelKindWord, StatementKindWord};

step_body! {
    /// 受益人作证情况 / Whether a beneficiary gave a statement.
    #[schema(example = json!({ "kind": "given", "note": "测试：受益人到场作证" }))]
    NewBeneficiaryStatement signed by one {
        /// 情况 / The kind.
        pub(crate) kind: StatementKindWord,
        /// 说明 / In the officer's words.
        #[validate(nested)]
        pub(crate) note: Option<BoundedParagraphs<1, 2000>>,
    }
}

step_body! {
    /// 证据 / A piece of evidence.
    #[schema(example = json!({ "kind": "public_security", "description": "测试：公安机关出具的证明", "attachment_ids": [ids::ATTACHMENT] }))]
    NewEvidence signed by one {
        /// 种类 / Its kind.
        pub(crate) kind: EvidenceKindWord,
        /// 说明 / What it is.
        #[validate(nested)]
        pub(crate) description: BoundedParagraphs<1, 2000>,
        /// 随附的附件，须为本事迹已完成的附件 / Its files, which are complete attachments of this deed.
        #[validate(length(max = 20))]
        #[schema(max_items = 20, value_type = Option<BTreeSet<uuid::Uuid>>)]
        pub(crate) attachment_ids: Option<Vec<String>>,
    }
}

step_body! {
    /// 核实证据 / Whether a piece of evidence is true.
    #[schema(example = json!({ "evidence_id": "01937a00-0000-7000-8000-000000009001", "verified": true }))]
    NewEvidenceVerification signed by one {
        /// 证据编号 / The evidence.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) evidence_id: String,
        /// 是否属实 / Whether it was found to be true.
        pub(crate) verified: bool,
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
    #[validate(nested)]
    name: Option<BoundedText<1, 100>>,
    /// 类别 / Whom the member represents.
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
        pub(crate) members: Vec<MemberGiven>,
        /// 赞成票 / How many of those present were in favour of confirming.
        #[validate(range(max = 50))]
        #[schema(minimum = 0, maximum = 50)]
        #[serde(deserialize_with = "crate::http::required_whole_number")]
        pub(crate) in_favour: u32,
        /// 评审意见 / What it found.
        #[validate(nested)]
        pub(crate) finding: BoundedParagraphs<1, 2000>,
        /// 上次评审后出现的新的事实；再次评审必须填写 / What became known since the last review; required for another one.
        #[validate(nested)]
        pub(crate) new_facts: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewPanelReview {
    pub(in crate::deeds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let members = self.members.iter().enumerate();
        let members = members
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
        Some(Act::PanelReview {
            members,
            in_favour: self.in_favour,
            finding: read.text("/finding", &self.finding)?,
            new_facts: read.optional("/new_facts", self.new_facts.as_deref())?,
        })
    }
}

step_body! {
    /// 补正 / The missing material was submitted.
    #[schema(example = json!({}))]
    NewSupplement signed by one {
        /// 收到之日；不填则为今天 / The day on which it came in; today if left out.
        #[schema(format = Date)]
        pub(crate) received_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewSupplement {
    pub(in crate::deeds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let late = self.late_entry_reason.as_deref();
        let received = read.day("/received_on", self.received_on.as_deref(), late)?;
        Some(Act::Supplement { received })
    }
}

step_body! {
    /// 延长期限：仅在政策允许时 / The time for the opinion is extended; only where the policy provides for it.
    #[schema(example = json!({ "second_officer_id": "01937a00-0000-7000-8000-00000000b002" }))]
    NewExtension signed by two {}
}
