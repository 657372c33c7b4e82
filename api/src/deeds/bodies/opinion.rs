//! Bodies of the steps around an opinion: the opinion itself, its notice, and objections to that.

use domain::deeds::{Act, Objector, OpinionKind};
use persistence::cases::EnclosureKind;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use crate::http::{BoundedParagraphs, BoundedText};
use crate::procedure::{Reading, step_body};
use crate::words::{OpinionKindWord, PublicationWaiverReasonWord};

step_body! {
    /// 拟确认或者拟不予确认的意见 / The intended opinion: to confirm, or to refuse.
    #[schema(example = json!({ "opinion": "positive", "reason": "测试：事实清楚，证据充分" }))]
    NewAssessment signed by one {
        /// 意见 / What is intended.
        pub(crate) opinion: OpinionKindWord,
        /// 理由；拟不予确认，或者规则未建议确认（建议人工核查或者不予确认，如疑似重复）而拟确认的，必须填写 / Why; required for a negative opinion, and for a positive one that the rules do not propose, such as of a likely duplicate.
        #[validate(nested)]
        pub(crate) reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewAssessment {
    pub(in crate::deeds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let reason = read.optional("/reason", self.reason.as_deref())?;
        Some(match self.opinion.0 {
            OpinionKind::Positive => Act::PositiveAssessment { reason },
            OpinionKind::Negative => Act::NegativeAssessment {
                reason: read.require("/reason", reason)?,
            },
        })
    }
}

step_body! {
    /// 公示 / The notice is published.
    #[schema(example = json!({ "number": "聊见义公〔2026〕1号" }))]
    NewPublication signed by one {
        /// 文号；不填则由本服务按年度顺序编号 / Its number; left out, the service gives the next one of the year.
        #[validate(nested)]
        pub(crate) number: Option<BoundedText<1, 60>>,
    }
}

step_body! {
    /// 不予公示 / The notice is waived, or removed early.
    #[schema(example = json!({
        "reason": "safety",
        "note": "测试：行为人请求保密",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002"
    }))]
    NewPublicationWaiver signed by two {
        /// 理由 / The code of the reason.
        pub(crate) reason: PublicationWaiverReasonWord,
        /// 说明 / The reason in the officer's words.
        #[validate(nested)]
        pub(crate) note: BoundedParagraphs<1, 2000>,
    }
}

step_body! {
    /// 异议 / An objection to the notice, as the body received it.
    #[schema(example = json!({
        "description": "测试：对公示内容提出异议",
        "objector": { "name": "测试异议人", "contact": "19900000004" }
    }))]
    NewObjection signed by one {
        /// 异议人，不向行为人提供 / Who objects; never shown to the actors.
        #[validate(nested)]
        pub(crate) objector: NewObjector,
        /// 内容，不向行为人提供 / What is objected; never shown to the actors.
        #[validate(nested)]
        pub(crate) description: BoundedParagraphs<1, 2000>,
        /// 收到之日；不填则为今天 / The day on which it came in; today if left out.
        #[schema(format = Date)]
        pub(crate) received_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(nested)]
        pub(crate) late_entry_reason: Option<BoundedParagraphs<1, 2000>>,
    }
}

impl NewObjection {
    pub(in crate::deeds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let objector = self.objector.read(read);
        let late = self.late_entry_reason.as_deref();
        let received = read.day("/received_on", self.received_on.as_deref(), late);
        let id = read.enclose(
            EnclosureKind::Objection,
            &self.description,
            objector.clone(),
        );
        objector?;
        Some(Act::Objection {
            id: id?.into(),
            received: received?,
        })
    }
}

/// 异议人 / Who objects, and how to reach them.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewObjector {
    /// 姓名或者名称 / The name of the person or organisation.
    #[validate(nested)]
    name: BoundedText<1, 100>,
    /// 联系方式：电话号码、电子邮箱或者地址，至少含一个数字、“@”或者六个汉字 / A telephone number, an e-mail address or an address: at least a digit, an `@` or six Chinese characters.
    #[validate(nested)]
    contact: BoundedText<1, 200>,
}

impl NewObjector {
    fn read(&self, read: &mut Reading) -> Option<Objector> {
        let name = read.text("/objector/name", &self.name);
        let contact = read.text("/objector/contact", &self.contact);
        if let Some(contact) = &contact {
            read.take("/objector/contact", Objector::require_reachable(contact));
        }
        Some(Objector {
            name: name?,
            contact: contact?,
        })
    }
}

step_body! {
    /// 异议的处理 / The outcome of an objection.
    #[schema(example = json!({
        "objection_id": "01937a00-0000-7000-8000-000000009101",
        "upheld": false,
        "reason": "测试：经核查异议不成立"
    }))]
    NewObjectionOutcome signed by one {
        /// 异议编号 / The objection.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        pub(crate) objection_id: String,
        /// 是否成立；成立的重新审查 / Whether it is upheld; then the case is assessed again.
        pub(crate) upheld: bool,
        /// 理由 / Why.
        #[validate(nested)]
        pub(crate) reason: BoundedParagraphs<1, 2000>,
    }
}

impl NewObjectionOutcome {
    pub(in crate::deeds) fn act(&self, read: &mut Reading) -> Option<Act> {
        let id = read.parse("/objection_id", &self.objection_id);
        let reason = read.text("/reason", &self.reason)?;
        let id = id?;
        Some(if self.upheld {
            Act::ObjectionUpholding { id, reason }
        } else {
            Act::ObjectionRejection { id, reason }
        })
    }
}
