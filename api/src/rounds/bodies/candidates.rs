//! Bodies of the first review, of the notice of candidates and of objections to it.

use domain::deeds::Objector;
use domain::rounds::Act;
use persistence::cases::EnclosureKind;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::Validate;

use super::{ReasonedNomination, nominations, reasoned};
use crate::contract::examples::ids;
use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::{Reading, step_body};
use crate::words::PublicationWaiverReasonWord;

step_body! {
    /// 初审排序 / The order of the candidates, and who is left out.
    #[schema(example = json!({ "order": [], "left_out": [] }))]
    NewCandidateList signed by one {
        /// 列为候选对象的推荐，按排列顺序 / The nominations that are proposed, in their order.
        #[validate(length(max = 500))]
        #[schema(max_items = 500, value_type = Vec<uuid::Uuid>)]
        order: Vec<String>,
        /// 不列入的推荐和理由，转入下一批次 / Those that are left out and wait for another round, and why.
        #[serde(default)]
        #[validate(length(max = 500), nested)]
        #[schema(max_items = 500)]
        left_out: Vec<ReasonedNomination>,
    }
}

impl NewCandidateList {
    #[expect(clippy::unnecessary_wraps, reason = "as every body gives its act")]
    pub(in crate::rounds) fn act(&self, read: &mut Reading) -> Option<Act> {
        Some(Act::CandidateList {
            order: nominations("/order", &self.order, read),
            left_out: reasoned("/left_out", &self.left_out, read),
            entered: Vec::new(),
        })
    }
}

step_body! {
    /// 不予公示 / The notice of candidates is left out.
    #[schema(example = json!({ "reason": "safety", "note": "测试：有安全顾虑", "second_officer_id": ids::SECOND_OFFICER }))]
    NewCandidateNoticeWaiver signed by two {
        /// 理由代码；即时表扬可以不填 / The code of the reason; an immediate commendation may leave it out.
        reason: Option<PublicationWaiverReasonWord>,
        /// 说明 / The reason in the officer's words.
        #[validate(nested)]
        note: BoundedParagraphs<1, 2000>,
    }
}

impl NewCandidateNoticeWaiver {
    pub(in crate::rounds) fn act(&self, read: &mut Reading) -> Option<Act> {
        Some(Act::CandidateNoticeWaiver {
            reason: self.reason.as_ref().map(|word| word.0),
            note: read.text("/note", &self.note)?,
        })
    }
}

/// 异议人 / Who objects to a candidate, and how to reach them.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewRoundObjector {
    /// 姓名或者名称 / The name of the person or organisation.
    #[validate(nested)]
    name: BoundedText<1, 100>,
    /// 联系方式：电话号码、电子邮箱或者地址，至少含一个数字、“@”或者六个汉字 / A telephone number, an e-mail address or an address: at least a digit, an `@` or six Chinese characters.
    #[validate(nested)]
    contact: BoundedText<1, 200>,
}

step_body! {
    /// 对拟表扬对象的异议 / An objection to the candidates, as the body received it.
    #[schema(example = json!({
        "description": "测试：对公示内容提出异议",
        "objector": { "name": "测试异议人", "contact": "19900000004" }
    }))]
    NewCandidateObjection signed by one {
        /// 异议人，不向候选对象提供 / Who objects; never shown to the candidates.
        #[validate(nested)]
        objector: NewRoundObjector,
        /// 内容，不向候选对象提供 / What is objected; never shown to the candidates.
        #[validate(nested)]
        description: BoundedParagraphs<1, 2000>,
        /// 收到之日；不填则为今天 / The day on which it came in; today if left out.
        #[schema(format = Date)]
        received_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewCandidateObjection {
    pub(in crate::rounds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let name = read.text("/objector/name", &self.objector.name);
        let contact = read.text("/objector/contact", &self.objector.contact);
        if let Some(contact) = &contact {
            read.take("/objector/contact", Objector::require_reachable(contact));
        }
        let objector = name
            .zip(contact)
            .map(|(name, contact)| Objector { name, contact });
        let late = self.late_entry_reason.as_deref();
        let received = read.day("/received_on", self.received_on.as_deref(), late);
        let id = read.enclose(
            EnclosureKind::Objection,
            &self.description,
            objector.clone(),
        );
        objector?;
        Some(Act::CandidateObjection {
            id: id?.into(),
            received: received?,
        })
    }
}

step_body! {
    /// 对拟表扬对象异议的处理 / The outcome of an objection to the candidates.
    #[schema(example = json!({
        "objection_id": ids::ROUND_OBJECTION,
        "upheld": false,
        "reason": "测试：经核查异议不成立"
    }))]
    NewCandidateObjectionOutcome signed by one {
        /// 异议编号 / The objection.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        objection_id: String,
        /// 是否成立；成立的重新初审 / Whether it is upheld; then the candidates are reviewed again.
        upheld: bool,
        /// 理由 / Why.
        #[validate(nested)]
        reason: BoundedParagraphs<1, 2000>,
    }
}

impl NewCandidateObjectionOutcome {
    pub(in crate::rounds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let id = read.parse("/objection_id", &self.objection_id);
        let reason = read.text("/reason", &self.reason)?;
        let id = id?;
        Some(if self.upheld {
            Act::CandidateObjectionUpholding { id, reason }
        } else {
            Act::CandidateObjectionRejection { id, reason }
        })
    }
}
