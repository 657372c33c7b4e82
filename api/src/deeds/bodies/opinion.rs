//! The intended opinion, the notice, and what is said against it.

use domain::deeds::{Act, Deed, DefenceReply, OpinionKind};
use domain::ids::ObjectionId;
use domain::procedure::{Act as AnyAct, Entered, Reason};
use persistence::cases::EnclosureKind;

use crate::procedure::{Reading, StepBody, step_body};
use crate::words::{OpinionKindWord, PublicationWaiverReasonWord};

step_body! {
    /// 拟确认或者拟不予确认的意见 / The intended opinion: to confirm, or to refuse.
    #[schema(example = json!({ "opinion": "positive", "reason": "测试：事实清楚，证据充分" }))]
    NewAssessment signed by one {
        /// 意见 / What is intended.
        opinion: OpinionKindWord,
        /// 理由；拟不予确认，或者规则未建议确认（建议人工核查或者不予确认，如疑似重复）而拟确认的，必须填写 / Why; required for a negative opinion, and for a positive one that the rules do not propose, such as of a likely duplicate.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        reason: Option<String>,
    }
}

impl StepBody<Deed> for NewAssessment {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let reason = read.optional("/reason", self.reason.as_deref())?;
        match self.opinion.0 {
            OpinionKind::Positive => Some(Act::PositiveAssessment { reason }.into()),
            OpinionKind::Negative => {
                let reason = read.require("/reason", reason)?;
                Some(Act::NegativeAssessment { reason }.into())
            }
        }
    }
}

step_body! {
    /// 公示 / The notice goes up.
    #[schema(example = json!({ "number": "聊见义公〔2026〕1号" }))]
    NewPublication signed by one {
        /// 文号；不填则由本服务按年度顺序编号 / Its number; left out, the service gives the next one of the year.
        #[validate(length(min = 1, max = 60))]
        #[schema(min_length = 1, max_length = 60)]
        number: Option<String>,
    }
}

impl StepBody<Deed> for NewPublication {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let number = read.optional("/number", self.number.as_deref())?;
        Some(Act::Publication { number }.into())
    }
}

step_body! {
    /// 不予公示 / The notice is left out, or taken down early.
    #[schema(example = json!({
        "reason": "safety",
        "note": "测试：行为人请求保密",
        "second_officer_id": "01937a00-0000-7000-8000-00000000b002"
    }))]
    NewPublicationWaiver signed by two {
        /// 理由 / Why, in a word.
        reason: PublicationWaiverReasonWord,
        /// 说明 / Why, in the officer's words.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        note: String,
    }
}

impl StepBody<Deed> for NewPublicationWaiver {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let reason = self.reason.0;
        let note = read.line("/note", &self.note)?;
        Some(Act::PublicationWaiver { reason, note }.into())
    }
}

step_body! {
    /// 异议 / An objection to the notice, as the body received it.
    #[schema(example = json!({ "description": "测试：对公示内容提出异议" }))]
    NewObjection signed by one {
        /// 内容，不向行为人提供 / What is objected; never shown to the actors.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        description: String,
    }
}

impl StepBody<Deed> for NewObjection {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let id = ObjectionId::from(read.new_id);
        Some(Act::Objection { id }.into())
    }

    fn enclosure(&self) -> Option<(EnclosureKind, &str)> {
        Some((EnclosureKind::Objection, &self.description))
    }
}

step_body! {
    /// 异议的处理 / What became of an objection.
    #[schema(example = json!({
        "objection_id": "01937a00-0000-7000-8000-000000009101",
        "upheld": false,
        "reason": "测试：经核查异议不成立"
    }))]
    NewObjectionOutcome signed by one {
        /// 异议编号 / The objection.
        #[validate(length(max = 36))]
        #[schema(format = Uuid)]
        objection_id: String,
        /// 是否成立；成立的重新审查 / Whether it is right; then the case is assessed again.
        upheld: bool,
        /// 理由 / Why.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        reason: String,
    }
}

impl StepBody<Deed> for NewObjectionOutcome {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let id = read.parse("/objection_id", &self.objection_id);
        let reason = read.line("/reason", &self.reason);
        let (id, reason) = (id?, reason?);
        Some(if self.upheld {
            Act::ObjectionUpholding { id, reason }.into()
        } else {
            Act::ObjectionRejection { id, reason }.into()
        })
    }
}

step_body! {
    /// 告知陈述申辩 / The party is told facts and reasons of an intended refusal.
    #[schema(example = json!({
        "facts": "测试：行为人当时在岗履职",
        "reasons": "测试：属于法定职责"
    }))]
    NewPriorNotice signed by one {
        /// 事实 / The facts.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        facts: String,
        /// 理由 / The reasons.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        reasons: String,
        /// 告知之日；不填则为今天 / The day the party was told; today if left out.
        #[schema(format = Date)]
        notified_on: Option<String>,
        /// 迟于规定工作日登记的理由 / Why it is entered after more than the working days of the policy.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        late_entry_reason: Option<String>,
    }
}

impl NewPriorNotice {
    /// The facts and the reasons of which the party was told, and when.
    pub(crate) fn told(&self, read: &mut Reading) -> Option<(Reason, Reason, Entered)> {
        let facts = read.line("/facts", &self.facts);
        let reasons = read.line("/reasons", &self.reasons);
        let late = self.late_entry_reason.as_deref();
        let notified = read.day("/notified_on", self.notified_on.as_deref(), late);
        Some((facts?, reasons?, notified?))
    }
}

impl StepBody<Deed> for NewPriorNotice {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let (facts, reasons, notified) = self.told(read)?;
        let prior_notice = Act::PriorNotice {
            facts,
            reasons,
            notified,
        };
        Some(prior_notice.into())
    }
}

step_body! {
    /// 陈述申辩，或者放弃 / What the party states before a refusal, or that it waives that.
    #[schema(example = json!({ "statement": "测试：当时已经下班" }))]
    NewDefenceStatement signed by one {
        /// 陈述；放弃的不填 / What it states; left out where it waives that.
        #[validate(length(min = 1, max = 2000))]
        #[schema(min_length = 1, max_length = 2000)]
        statement: Option<String>,
    }
}

impl NewDefenceStatement {
    /// What the party said, or that it waived that.
    pub(crate) fn reply(&self, read: &mut Reading) -> Option<DefenceReply> {
        let statement = read.optional("/statement", self.statement.as_deref())?;
        Some(statement.map_or(DefenceReply::Waived, DefenceReply::Stated))
    }
}

impl StepBody<Deed> for NewDefenceStatement {
    fn act(&self, read: &mut Reading) -> Option<AnyAct<Deed>> {
        let reply = self.reply(read)?;
        Some(Act::DefenceStatement { reply }.into())
    }
}
