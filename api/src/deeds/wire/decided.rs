//! What was intended, published and decided in a case.

use chrono::NaiveDate;
use domain::deeds::{
    DefenceReply, Objection, Opinion, PriorNotice, Publication, PublicationWaiver, Reconfirmation,
};
use domain::ids::{ObjectionId, ReceiptId};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::words::{
    OpinionKindWord, PartyWord, PublicationWaiverReasonWord, ReconfirmationEndWord,
};

/// 异议；联系方式和内容不向行为人提供 / An objection to a notice, without who made it.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseObjection)]
struct ObjectionView {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: ObjectionId,
    /// 收到之日 / The day it came in.
    received_on: NaiveDate,
    /// 是否成立；尚未处理的没有 / Whether it was right; absent before it was resolved.
    upheld: Option<bool>,
    /// 处理之日 / The day it was resolved.
    resolved_on: Option<NaiveDate>,
    /// 理由 / Why.
    reason: Option<String>,
}

impl From<&Objection> for ObjectionView {
    fn from(objection: &Objection) -> Self {
        let outcome = objection.outcome.as_ref();
        Self {
            id: objection.id,
            received_on: objection.received_on,
            upheld: outcome.map(|outcome| outcome.upheld),
            resolved_on: outcome.map(|outcome| outcome.on),
            reason: outcome.map(|outcome| outcome.reason.to_string()),
        }
    }
}

/// 公示 / The public notice.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CasePublication)]
struct PublicationView {
    /// 文号 / Its number.
    number: String,
    /// 公示之日，次日为第一日 / The day it went up; the next day is its first.
    from: NaiveDate,
    /// 提前撤下之日 / The day it was taken down before its end.
    taken_down_on: Option<NaiveDate>,
    /// 异议 / Objections to it.
    objections: Vec<ObjectionView>,
}

impl From<&Publication> for PublicationView {
    fn from(publication: &Publication) -> Self {
        Self {
            number: publication.number.to_string(),
            from: publication.from,
            taken_down_on: publication.taken_down_on,
            objections: publication.objections.iter().map(Into::into).collect(),
        }
    }
}

/// 不予公示的决定 / The decision to leave the notice out.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CasePublicationWaiver)]
struct PublicationWaiverView {
    /// 决定之日 / The day.
    on: NaiveDate,
    /// 理由 / Why, in a word.
    reason: PublicationWaiverReasonWord,
    /// 说明 / Why, in the officer's words.
    note: String,
}

impl From<&PublicationWaiver> for PublicationWaiverView {
    fn from(waiver: &PublicationWaiver) -> Self {
        Self {
            on: waiver.on,
            reason: waiver.reason.into(),
            note: waiver.note.to_string(),
        }
    }
}

/// 陈述申辩 / What the party was told before a refusal, and answered.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CasePriorNotice)]
struct PriorNoticeView {
    /// 告知之日 / The day the party was told.
    notified_on: NaiveDate,
    /// 事实 / The facts.
    facts: String,
    /// 理由 / The reasons.
    reasons: String,
    /// 答复之日；尚未答复的没有 / The day of the answer; absent before it.
    answered_on: Option<NaiveDate>,
    /// 陈述；放弃的没有 / What the party stated; absent where it waived that.
    statement: Option<String>,
}

impl From<&PriorNotice> for PriorNoticeView {
    fn from(prior_notice: &PriorNotice) -> Self {
        Self {
            notified_on: prior_notice.notified_on,
            facts: prior_notice.facts.to_string(),
            reasons: prior_notice.reasons.to_string(),
            answered_on: prior_notice.reply.as_ref().map(|(_, on)| *on),
            statement: prior_notice
                .reply
                .as_ref()
                .and_then(|(reply, _)| match reply {
                    DefenceReply::Stated(text) => Some(text.to_string()),
                    DefenceReply::Waived => None,
                }),
        }
    }
}

/// 拟确认意见及其后的公示或者告知 / An intended opinion, with the publication or the prior notice that followed.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseOpinion)]
pub(super) struct OpinionView {
    /// 意见 / What is intended.
    kind: OpinionKindWord,
    /// 作出之日 / The day.
    on: NaiveDate,
    /// 所据的评估凭据 / The receipt that the body had before it.
    #[schema(value_type = Uuid)]
    receipt_id: ReceiptId,
    /// 理由 / Why, in the officer's words.
    reason: Option<String>,
    /// 公示 / The public notice.
    publication: Option<PublicationView>,
    /// 不予公示的决定 / The decision to leave the notice out.
    waiver: Option<PublicationWaiverView>,
    /// 陈述申辩 / What the party was told before a refusal.
    prior_notice: Option<PriorNoticeView>,
}

impl From<&Opinion> for OpinionView {
    fn from(opinion: &Opinion) -> Self {
        Self {
            kind: opinion.kind.into(),
            on: opinion.on,
            receipt_id: opinion.receipt,
            reason: opinion.reason.as_ref().map(ToString::to_string),
            publication: opinion.publication.as_ref().map(Into::into),
            waiver: opinion.waiver.as_ref().map(Into::into),
            prior_notice: opinion.prior_notice.as_ref().map(Into::into),
        }
    }
}

/// 复核 / A request that the next level look at a refusal.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseReconfirmation)]
pub(super) struct ReconfirmationView {
    /// 申请人 / Who asked.
    party: PartyWord,
    /// 收到之日 / The day the request was received.
    received_on: NaiveDate,
    /// 理由 / Why the refusal is wrong, in the party's words.
    reason: String,
    /// 结果 / How it ended.
    end: Option<ReconfirmationEndWord>,
    /// 结束之日 / When it ended.
    ended_on: Option<NaiveDate>,
}

impl From<&Reconfirmation> for ReconfirmationView {
    fn from(request: &Reconfirmation) -> Self {
        Self {
            party: request.party.into(),
            received_on: request.received_on,
            reason: request.reason.to_string(),
            end: request.end.map(|(end, _)| end.into()),
            ended_on: request.end.map(|(_, on)| on),
        }
    }
}
