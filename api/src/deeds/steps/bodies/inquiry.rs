//! Taking in and looking into a case.

use domain::deeds::procedure::{Act, Named};
use domain::error::Coded;
use domain::identity::PersonName;
use domain::ids::EvidenceId;
use persistence::deeds::EnclosureKind;

use crate::deeds::steps::input::{Reading, StepBody};
use crate::words::{EvidenceKindWord, StatementKindWord};

/// Neither or both of an officer and a name.
struct ExactlyOne;

impl Coded for ExactlyOne {
    fn code(&self) -> &'static str {
        "officer_or_name"
    }
}

/// Somebody who takes part: a registered officer, or a person outside the service by name.
pub(super) fn somebody(
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
    /// 受理 / The case is complete enough to be looked into.
    #[schema(example = json!({}))]
    CaseAcceptance signed by one {}
}

impl StepBody for CaseAcceptance {
    fn act(&self, _: &mut Reading) -> Option<Act> {
        Some(Act::Acceptance)
    }
}

step_body! {
    /// 一次性告知补正 / Everything that is missing, asked for at once.
    #[schema(example = json!({ "items": ["测试：请补交现场照片"] }))]
    NewSupplementRequest signed by one {
        /// 须补正的内容 / What is missing.
        #[validate(length(min = 1, max = 50))]
        #[schema(min_items = 1, max_items = 50)]
        items: Vec<String>,
    }
}

impl StepBody for NewSupplementRequest {
    fn act(&self, read: &mut Reading) -> Option<Act> {
        let items: Vec<_> = self
            .items
            .iter()
            .enumerate()
            .filter_map(|(index, item)| read.line(&format!("/items/{index}"), item))
            .collect();
        (items.len() == self.items.len()).then_some(Act::SupplementRequest { items })
    }
}

step_body! {
    /// 补正：材料以证据提交 / What was missing was handed in; the material itself is handed in as evidence.
    #[schema(example = json!({}))]
    NewSupplement signed by one {}
}

impl StepBody for NewSupplement {
    fn act(&self, _: &mut Reading) -> Option<Act> {
        Some(Act::Supplement)
    }
}

step_body! {
    /// 受益人作证情况 / What a beneficiary did.
    #[schema(example = json!({ "kind": "given", "note": "测试：受益人到场作证" }))]
    NewBeneficiaryStatement signed by one {
        /// 情况 / What it was.
        kind: StatementKindWord,
        /// 说明 / In the officer's words.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        note: Option<String>,
    }
}

impl StepBody for NewBeneficiaryStatement {
    fn act(&self, read: &mut Reading) -> Option<Act> {
        Some(Act::BeneficiaryStatement {
            kind: self.kind.0,
            note: read.optional("/note", self.note.as_deref())?,
        })
    }
}

step_body! {
    /// 证据 / A piece of evidence.
    #[schema(example = json!({ "kind": "public_security", "description": "测试：公安机关出具的证明", "attachment_ids": [crate::demo::ids::ATTACHMENT] }))]
    NewEvidence signed by one {
        /// 种类 / Its kind.
        kind: EvidenceKindWord,
        /// 说明 / What it is.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        description: String,
        /// 随附的附件，须为本事迹已完成的附件 / Its files, which are complete attachments of this deed.
        #[validate(length(max = 20))]
        #[schema(max_items = 20, value_type = Option<Vec<uuid::Uuid>>)]
        attachment_ids: Option<Vec<String>>,
    }
}

impl StepBody for NewEvidence {
    fn act(&self, read: &mut Reading) -> Option<Act> {
        Some(Act::Evidence {
            id: EvidenceId::from(read.new_id),
            kind: self.kind.0,
        })
    }

    fn enclosure(&self) -> Option<(EnclosureKind, &str)> {
        Some((EnclosureKind::Evidence, &self.description))
    }

    fn attachment_ids(&self) -> Option<&[String]> {
        self.attachment_ids.as_deref()
    }
}

step_body! {
    /// 核实证据 / Whether a piece of evidence is true.
    #[schema(example = json!({ "evidence_id": "01937a00-0000-7000-8000-000000009001", "verified": true }))]
    NewEvidenceVerification signed by one {
        /// 证据编号 / The evidence.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        evidence_id: String,
        /// 是否属实 / Whether it was found to be true.
        verified: bool,
    }
}

impl StepBody for NewEvidenceVerification {
    fn act(&self, read: &mut Reading) -> Option<Act> {
        Some(Act::EvidenceVerification {
            id: read.parse("/evidence_id", &self.evidence_id)?,
            verified: self.verified,
        })
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

impl StepBody for NewRecusal {
    fn act(&self, read: &mut Reading) -> Option<Act> {
        let person = somebody(self.officer_id.as_deref(), self.name.as_deref(), "", read);
        let reason = read.line("/reason", &self.reason);
        Some(Act::Recusal {
            person: person?,
            reason: reason?,
        })
    }
}
