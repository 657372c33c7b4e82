//! Taking in and looking into a case.

use domain::deeds::{Act, Deed};
use domain::ids::EvidenceId;
use domain::procedure::Act as AnyAct;
use domain::text::Line;
use persistence::cases::EnclosureKind;

use crate::procedure::{Reading, StepBody, step_body};
use crate::words::{EvidenceKindWord, StatementKindWord};

step_body! {
    /// 受理 / The case is complete enough to be looked into.
    #[schema(example = json!({}))]
    CaseAcceptance signed by one {}
}

impl StepBody<Deed> for CaseAcceptance {
    fn act(&self, _: &mut Reading) -> Option<AnyAct<Deed>> {
        Some(Act::Acceptance.into())
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

impl NewSupplementRequest {
    /// What is missing.
    pub(crate) fn items(&self, read: &mut Reading) -> Option<Vec<Line<200>>> {
        let items: Vec<_> = self
            .items
            .iter()
            .enumerate()
            .filter_map(|(index, item)| read.line(&format!("/items/{index}"), item))
            .collect();
        (items.len() == self.items.len()).then_some(items)
    }
}

impl StepBody<Deed> for NewSupplementRequest {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let items = self.items(read)?;
        Some(Act::SupplementRequest { items }.into())
    }
}

step_body! {
    /// 补正：材料以证据提交 / What was missing was handed in; the material itself is handed in as evidence.
    #[schema(example = json!({}))]
    NewSupplement signed by one {}
}

impl StepBody<Deed> for NewSupplement {
    fn act(&self, _: &mut Reading) -> Option<AnyAct<Deed>> {
        Some(Act::Supplement.into())
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

impl StepBody<Deed> for NewBeneficiaryStatement {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let note = read.optional("/note", self.note.as_deref())?;
        let kind = self.kind.0;
        Some(Act::BeneficiaryStatement { kind, note }.into())
    }
}

step_body! {
    /// 证据 / A piece of evidence.
    #[schema(example = json!({ "kind": "public_security", "description": "测试：公安机关出具的证明", "attachment_ids": [crate::contract::examples::ids::ATTACHMENT] }))]
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

impl StepBody<Deed> for NewEvidence {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let id = EvidenceId::from(read.new_id);
        let kind = self.kind.0;
        Some(Act::Evidence { id, kind }.into())
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

impl StepBody<Deed> for NewEvidenceVerification {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let id = read.parse("/evidence_id", &self.evidence_id)?;
        let verified = self.verified;
        Some(Act::EvidenceVerification { id, verified }.into())
    }
}
