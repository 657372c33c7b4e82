//! The case of one actor as it is answered.

use chrono::NaiveDate;
use domain::deeds::{
    Deed, DefenceReply, EvidenceItem, Objection, Opinion, PanelReview, PriorNotice, Publication,
    PublicationWaiver, Reconfirmation, Revocation, RevocationEffect, Statement, SupplementRequest,
    Timeliness,
};
use domain::ids::{
    AttachmentId, CaseId, DeedId, EvidenceId, ObjectionId, PersonId, ReceiptId, RecognitionId,
};
use domain::procedure::Context;
use persistence::cases::Enclosure;

use crate::contract::view;
use crate::deeds::Actor;
use crate::procedure::wire::{
    ClockView, DecidedView, GivenUpView, HolderView, IdentityChangeView, OutsideFindingView,
    OutsideTransferView, SuspensionView, TransferView,
};
use crate::procedure::words::StateCode;
use crate::wire::PartialDate;
use crate::words::{
    EvidenceKindWord, FiledByWord, OpinionKindWord, PartyWord, PublicationWaiverReasonWord,
    ReconfirmationEndWord, RevocationEffectWord, StatementKindWord,
};

view! {
    /// 证据 / A piece of evidence.
    #[schema(as = CaseEvidence)]
    EvidenceView of (item, texts): (&EvidenceItem, &[Enclosure]) {
        /// 编号 / Its id.
        #[schema(value_type = Uuid)]
        id: EvidenceId = item.id,
        /// 种类 / Its kind.
        kind: EvidenceKindWord = item.kind.into(),
        /// 提交之日 / The day it was added.
        added_on: NaiveDate = item.added_on,
        /// 是否属实；尚未核实的没有 / Whether it was found to be true; absent before it is verified.
        verified: Option<bool> = item.verified,
        /// 说明 / Its description.
        description: Option<String> = text_of(item, texts).map(|text| text.text.to_string()),
        /// 随附的附件 / Its files.
        #[schema(value_type = Vec<Uuid>)]
        attachment_ids: Vec<AttachmentId> = text_of(item, texts).map_or_else(Vec::new, |text| text.attachments.clone()),
    }
}

fn text_of<'a>(item: &EvidenceItem, texts: &'a [Enclosure]) -> Option<&'a Enclosure> {
    texts.iter().find(|text| text.id == item.id.as_uuid())
}

view! {
    /// 补正告知 / A request for everything that is missing.
    #[schema(as = CaseSupplementRequest)]
    pub(crate) SupplementRequestView of request: &SupplementRequest {
        /// 告知之日 / The day it was asked for.
        asked_on: NaiveDate = request.asked_on,
        /// 须补正的内容 / What is missing.
        items: Vec<String> = request.items.iter().map(ToString::to_string).collect(),
        /// 补正之日；尚未补正的没有 / The day of the answer; absent before it.
        answered_on: Option<NaiveDate> = request.answered_on,
    }
}

view! {
    /// 受益人作证情况 / Whether a beneficiary gave a statement.
    #[schema(as = CaseStatement)]
    StatementView of statement: &Statement {
        /// 记录之日 / The day it was noted.
        on: NaiveDate = statement.on,
        /// 情况 / The kind.
        kind: StatementKindWord = statement.kind.into(),
        /// 说明 / In the officer's words.
        note: Option<String> = statement.note.as_ref().map(ToString::to_string),
    }
}

view! {
    /// 评审 / A vote of the review panel.
    #[schema(as = CasePanelReview)]
    PanelReviewView of review: &PanelReview {
        /// 评审之日 / The day.
        on: NaiveDate = review.on,
        /// 评审人数 / How many members it has.
        members: usize = review.members.len(),
        /// 到会人数 / How many were there.
        present: usize = review.members.iter().filter(|member| member.present).count(),
        /// 赞成票 / How many of those were in favour of confirming.
        in_favour: u32 = review.in_favour,
        /// 是否通过 / Whether that is the majority that policy asks for.
        agreed: bool = review.agreed,
        /// 评审意见 / What it found.
        finding: String = review.finding.to_string(),
        /// 再次评审所据的新的事实 / The new facts, of a review that was held again.
        new_facts: Option<String> = review.new_facts.as_ref().map(ToString::to_string),
    }
}

/// The statement of a party; none if waived or not made yet.
pub(crate) fn stated(reply: Option<&(DefenceReply, NaiveDate)>) -> Option<String> {
    match reply {
        Some((DefenceReply::Stated(text), _)) => Some(text.to_string()),
        Some((DefenceReply::Waived, _)) | None => None,
    }
}

view! {
    /// 异议；联系方式和内容不向行为人提供 / An objection to a notice, without who made it.
    #[schema(as = CaseObjection)]
    ObjectionView of objection: &Objection {
        /// 编号 / Its id.
        #[schema(value_type = Uuid)]
        id: ObjectionId = objection.id,
        /// 收到之日 / The day it came in.
        received_on: NaiveDate = objection.received_on,
        /// 是否成立；尚未处理的没有 / Whether it was upheld; absent before it is resolved.
        upheld: Option<bool> = objection.outcome.as_ref().map(|outcome| outcome.upheld),
        /// 处理之日 / The day it was resolved.
        resolved_on: Option<NaiveDate> = objection.outcome.as_ref().map(|outcome| outcome.on),
        /// 理由 / Why.
        reason: Option<String> = objection.outcome.as_ref().map(|outcome| outcome.reason.to_string()),
    }
}

view! {
    /// 公示 / The public notice.
    #[schema(as = CasePublication)]
    PublicationView of publication: &Publication {
        /// 文号 / Its number.
        number: String = publication.number.to_string(),
        /// 公示之日，次日为第一日 / The day of publication; the next day is its first.
        from: NaiveDate = publication.from,
        /// 提前撤下之日 / The day on which it was removed early.
        taken_down_on: Option<NaiveDate> = publication.taken_down_on,
        /// 异议 / Objections to it.
        objections: Vec<ObjectionView> = publication.objections.iter().map(Into::into).collect(),
    }
}

view! {
    /// 不予公示的决定 / The decision to waive the notice.
    #[schema(as = CasePublicationWaiver)]
    PublicationWaiverView of waiver: &PublicationWaiver {
        /// 决定之日 / The day.
        on: NaiveDate = waiver.on,
        /// 理由 / The code of the reason.
        reason: PublicationWaiverReasonWord = waiver.reason.into(),
        /// 说明 / The reason in the officer's words.
        note: String = waiver.note.to_string(),
    }
}

view! {
    /// 陈述申辩 / The prior notice before a refusal or a revocation, and the answer.
    #[schema(as = CasePriorNotice)]
    PriorNoticeView of prior_notice: &PriorNotice {
        /// 告知之日 / The day of the notice.
        notified_on: NaiveDate = prior_notice.notified_on,
        /// 事实 / The facts.
        facts: String = prior_notice.facts.to_string(),
        /// 理由 / The reasons.
        reasons: String = prior_notice.reasons.to_string(),
        /// 答复之日；尚未答复的没有 / The day of the answer; absent before it.
        answered_on: Option<NaiveDate> = prior_notice.reply.as_ref().map(|(_, on)| *on),
        /// 陈述；放弃的没有 / The statement; absent if waived.
        statement: Option<String> = stated(prior_notice.reply.as_ref()),
    }
}

view! {
    /// 拟确认意见及其后的公示或者告知 / An intended opinion, with the publication or the prior notice that followed.
    #[schema(as = CaseOpinion)]
    OpinionView of opinion: &Opinion {
        /// 意见 / What is intended.
        kind: OpinionKindWord = opinion.kind.into(),
        /// 作出之日 / The day.
        on: NaiveDate = opinion.on,
        /// 所据的评估凭据 / The receipt on which it is based.
        #[schema(value_type = Uuid)]
        receipt_id: ReceiptId = opinion.receipt,
        /// 理由 / The reason in the officer's words.
        reason: Option<String> = opinion.reason.as_ref().map(ToString::to_string),
        /// 公示 / The public notice.
        publication: Option<PublicationView> = opinion.publication.as_ref().map(Into::into),
        /// 不予公示的决定 / The decision to waive the notice.
        waiver: Option<PublicationWaiverView> = opinion.waiver.as_ref().map(Into::into),
        /// 陈述申辩 / The prior notice before a refusal.
        prior_notice: Option<PriorNoticeView> = opinion.prior_notice.as_ref().map(Into::into),
    }
}

view! {
    /// 复核 / A request that the next level review a refusal.
    #[schema(as = CaseReconfirmation)]
    ReconfirmationView of request: &Reconfirmation {
        /// 申请人 / Who asked.
        party: PartyWord = request.party.into(),
        /// 收到之日 / The day the request was received.
        received_on: NaiveDate = request.received_on,
        /// 理由 / Why the refusal is wrong, in the party's words.
        reason: String = request.reason.to_string(),
        /// 结果 / How it ended.
        end: Option<ReconfirmationEndWord> = request.end.map(|(end, _)| end.into()),
        /// 结束之日 / When it ended.
        ended_on: Option<NaiveDate> = request.end.map(|(_, on)| on),
    }
}

view! {
    /// 撤销确认 / A revocation, and what follows from it.
    #[schema(as = CaseRevocation)]
    RevocationView of revocation: &Revocation {
        /// 撤销之日 / The day.
        on: NaiveDate = revocation.on,
        /// 查明的欺骗 / The deception as it was established.
        deception: String = revocation.deception.to_string(),
        /// 对荣誉、待遇和款项的后果 / What follows for honours, benefits and payments.
        effects: Vec<RevocationEffectWord> = RevocationEffect::ALL.iter().copied().map(Into::into).collect(),
    }
}

view! {
    /// 及时发现、确认、表扬、宣传 / The four moments of being timely, as far as they have come.
    #[schema(as = CaseTimeliness)]
    #[expect(
        clippy::struct_field_names,
        reason = "each is the day on which something happened"
    )]
    TimelinessView of timeliness: Timeliness {
        /// 行为发生日期 / When the deed was done.
        occurred_on: PartialDate = timeliness.occurred_on.into(),
        /// 发现：收到报告之日 / When it was found: the day the report was received.
        found_on: Option<NaiveDate> = timeliness.found_on,
        /// 确认 / When it was confirmed.
        confirmed_on: Option<PartialDate> = timeliness.confirmed_on.map(Into::into),
        /// 首次表扬 / When it was first commended.
        commended_on: Option<NaiveDate> = timeliness.commended_on,
        /// 首次宣传，公示不计 / When it was first publicised; the statutory notice does not count.
        publicised_on: Option<NaiveDate> = timeliness.publicised_on,
    }
}

view! {
    /// 行为人的案件 / The case of one actor.
    #[schema(as = DeedActor)]
    pub(in crate::deeds) ActorCaseView of (actor, recognition, texts, context): (&Actor, Option<RecognitionId>, &[Enclosure], &Context<'_, Deed>) {
        /// 行为人编号 / The actor's id.
        #[schema(value_type = Uuid)]
        id: CaseId = actor.id,
        /// 事迹 / The deed.
        #[schema(value_type = Uuid)]
        deed_id: DeedId = actor.file,
        /// 人员档案编号 / The person's file.
        #[schema(value_type = Uuid)]
        person_id: PersonId = actor.person,
        /// 案件状态 / The state of the case.
        state: StateCode = StateCode(actor.case.state().as_str()),
        /// 案件来源 / How it was filed.
        filed_by: FiledByWord = actor.case.filed_by().into(),
        /// 收到日期 / The legal day of receipt.
        received_on: NaiveDate = actor.case.received_on(),
        /// 承办单位 / The body that holds it now.
        holder: HolderView = actor.case.holder().into(),
        /// 初次确认单位 / The body of first instance.
        first_instance: HolderView = actor.case.first_instance().into(),
        /// 是否限制公开 / Whether it is kept from the public.
        restricted: bool = actor.case.restricted(),
        /// 最近的评估凭据 / The newest receipt of the rules.
        #[schema(value_type = Uuid)]
        receipt_id: ReceiptId = actor.receipt_id,
        /// 由此转来的认定，仅当您可以查阅 / The recognition that it was redirected from, if you may read that.
        #[schema(value_type = Uuid)]
        recognition_id: Option<RecognitionId> = recognition,
        /// 期限，按开始的先后 / Its clocks, in the order in which they started.
        clocks: Vec<ClockView> = ClockView::all(&actor.case, context),
        /// 及时性 / The four moments of being timely.
        timeliness: TimelinessView = actor.case.timeliness().into(),
        /// 证据 / The evidence.
        evidence: Vec<EvidenceView> = actor.case.record().evidence.iter().map(|item| (item, texts).into()).collect(),
        /// 补正告知 / Requests for missing material.
        supplement_requests: Vec<SupplementRequestView> = actor.case.record().supplement_requests.iter().map(Into::into).collect(),
        /// 受益人作证情况 / Statements of beneficiaries.
        statements: Vec<StatementView> = actor.case.record().statements.iter().map(Into::into).collect(),
        /// 评审 / Reviews of the panel.
        panel_reviews: Vec<PanelReviewView> = actor.case.record().panels.iter().map(Into::into).collect(),
        /// 意见 / Intended opinions.
        opinions: Vec<OpinionView> = actor.case.record().opinions.iter().map(Into::into).collect(),
        /// 决定 / Written decisions.
        decisions: Vec<DecidedView> = actor.case.decisions().iter().map(Into::into).collect(),
        /// 复核 / Requests for reconfirmation.
        reconfirmations: Vec<ReconfirmationView> = actor.case.record().reconfirmations.iter().map(Into::into).collect(),
        /// 中止 / Times of waiting for other bodies.
        suspensions: Vec<SuspensionView> = actor.case.suspensions().iter().map(Into::into).collect(),
        /// 移送 / Transfers to other bodies.
        transfers: Vec<TransferView> = actor.case.transfers().iter().map(Into::into).collect(),
        /// 撤销确认 / Revocations.
        revocations: Vec<RevocationView> = actor.case.record().revocations.iter().map(Into::into).collect(),
        /// 拟撤销确认的告知 / Prior notices of a revocation.
        revocation_notices: Vec<PriorNoticeView> = actor.case.record().revocation_notices.iter().map(Into::into).collect(),
        /// 外部单位的文书 / What outside bodies found.
        outside_findings: Vec<OutsideFindingView> = actor.case.outside_findings().iter().map(Into::into).collect(),
        /// 当事人的撤回和放弃 / What the party took back or gave up.
        given_up: Vec<GivenUpView> = actor.case.given_up().iter().map(Into::into).collect(),
        /// 公示或者发证后对身份信息的更正 / Corrections of whom the case is about, since a notice or certificate names the person.
        identity_changes: Vec<IdentityChangeView> = actor.case.identity_changes().iter().map(Into::into).collect(),
        /// 移送市外单位 / Transfers to bodies outside the service.
        outside_transfers: Vec<OutsideTransferView> = actor.case.outside_transfers().iter().map(Into::into).collect(),
        /// 版本，本行为人的每个步骤加一 / One more with every step of this actor.
        #[schema(minimum = 1, example = 1)]
        version: i64 = actor.version,
    }
}
