//! What was done in a round, as it is answered.

use chrono::NaiveDate;
use domain::ids::{CommendationId, RoundId};
use domain::procedure::{OutsideDocument, Reason};
use domain::rounds::{
    Absence, AgendaItem, Annex, AnnexItem, Ballots, Candidate, CandidateList, CandidateNotice,
    Ceremony, Corrected, Count, Granted, NoticeWaiver, Resolution,
};
use domain::text::Line;

use crate::contract::view;
use crate::procedure::wire::OutsideDocumentView;
use crate::words::PublicationWaiverReasonWord;

fn names<const MAX: usize>(names: &[Line<MAX>]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

view! {
    /// 候选对象 / A candidate of a round.
    #[schema(as = RoundCandidate)]
    CandidateView of candidate: &Candidate {
        /// 推荐编号 / The nomination.
        #[schema(value_type = Uuid)]
        commendation_id: CommendationId = candidate.commendation,
        /// 姓名 / The names.
        names: Vec<String> = names(&candidate.names),
        /// 公示用姓名，未成年人只列姓氏 / The names for the public: of under-age people the surname alone.
        public_names: Vec<String> = names(&candidate.public_names),
        /// 群体名称 / The name of a group.
        group: Option<String> = candidate.group.as_ref().map(ToString::to_string),
        /// 单位 / Where they work.
        unit: Option<String> = candidate.unit.as_ref().map(ToString::to_string),
        /// 推荐单位所在区划 / The region that nominated.
        region_code: String = candidate.region.to_string(),
        /// 称号编号 / The title.
        title: String = candidate.title.to_string(),
        /// 简要事迹 / The deed in few words.
        brief: String = candidate.brief.to_string(),
        /// 是否追授 / Whether it is granted after death.
        posthumous: bool = candidate.posthumous,
        /// 人数 / How many people it is.
        people: u32 = candidate.people,
        /// 是否已接受 / Whether the nominee has accepted.
        accepted: bool = candidate.accepted,
    }
}

view! {
    /// 推荐和理由 / A nomination with a reason.
    #[schema(as = RoundNominationReason)]
    pub(super) UnconferredView of (id, reason): &(CommendationId, Reason) {
        /// 推荐编号 / The nomination.
        #[schema(value_type = Uuid)]
        commendation_id: CommendationId = *id,
        /// 理由 / Why.
        reason: String = reason.to_string(),
    }
}

view! {
    /// 初审 / A first review.
    #[schema(as = RoundCandidateList)]
    pub(super) CandidateListView of list: &CandidateList {
        /// 日期 / The day.
        on: NaiveDate = list.on,
        /// 候选对象，按排列顺序 / The candidates in their order.
        candidates: Vec<CandidateView> = list.candidates.iter().map(Into::into).collect(),
        /// 不列入的 / Those that were left out.
        left_out: Vec<UnconferredView> = list.left_out.iter().map(Into::into).collect(),
    }
}

view! {
    /// 公示 / A notice of candidates.
    #[schema(as = RoundCandidateNotice)]
    pub(super) CandidateNoticeView of notice: &CandidateNotice {
        /// 文号 / Its number.
        number: String = notice.number.to_string(),
        /// 公示之日 / The day it went up.
        from: NaiveDate = notice.from,
        /// 异议件数 / How many objections came in.
        objections: usize = notice.objections.len(),
        /// 撤下之日 / The day it was taken down before its end.
        taken_down_on: Option<NaiveDate> = notice.taken_down.as_ref().map(|(_, on)| *on),
        /// 撤下的理由 / Why.
        taken_down_reason: Option<String> = notice.taken_down.as_ref().map(|(reason, _)| reason.to_string()),
    }
}

view! {
    /// 不予公示 / Why a notice of candidates was left out.
    #[schema(as = RoundNoticeWaiver)]
    pub(super) NoticeWaiverView of waiver: &NoticeWaiver {
        /// 日期 / The day.
        on: NaiveDate = waiver.on,
        /// 理由代码 / The code of the reason.
        reason: Option<PublicationWaiverReasonWord> = waiver.reason.map(Into::into),
        /// 说明 / The reason in the officer's words.
        note: String = waiver.note.to_string(),
    }
}

view! {
    /// 一名候选对象的票数 / The ballots on one candidate.
    #[schema(as = RoundCount)]
    CountView of count: &Count {
        /// 推荐编号 / The nomination.
        #[schema(value_type = Uuid)]
        commendation_id: CommendationId = count.commendation,
        /// 发出 / Given.
        given: u32 = count.given,
        /// 有效 / Valid.
        valid: u32 = count.valid,
        /// 无效 / Void.
        void: u32 = count.void,
        /// 赞成 / In favour.
        in_favour: u32 = count.in_favour,
        /// 反对 / Against.
        against: u32 = count.against,
        /// 弃权 / Abstained.
        abstained: u32 = count.abstained,
    }
}

view! {
    /// 表决 / The ballots of one session.
    #[schema(as = RoundBallots)]
    pub(super) BallotsView of ballots: &Ballots {
        /// 文号 / The number of the record.
        number: String = ballots.number.to_string(),
        /// 表决之日 / The day.
        held_on: NaiveDate = ballots.held_on,
        /// 评审成员数 / How many members the panel has.
        members: u32 = ballots.session.members,
        /// 到会人数 / How many were present.
        present: u32 = ballots.session.present,
        /// 票数 / The ballots on each candidate.
        counts: Vec<CountView> = ballots.session.counts.iter().map(Into::into).collect(),
        /// 备注 / What else was noted.
        note: Option<String> = ballots.session.note.as_ref().map(ToString::to_string),
    }
}

view! {
    /// 决议所列对象 / Whom a resolution means.
    #[schema(as = RoundGranted)]
    GrantedView of granted: &Granted {
        /// 推荐编号 / The nomination.
        #[schema(value_type = Uuid)]
        commendation_id: CommendationId = granted.commendation,
        /// 称号编号 / The title.
        title: String = granted.title.to_string(),
    }
}

view! {
    /// 决议 / A resolution.
    #[schema(as = RoundResolution)]
    pub(super) ResolutionView of resolution: &Resolution {
        /// 通过之日 / The day.
        passed_on: NaiveDate = resolution.passed_on,
        /// 通过决议的机构 / Who passed it.
        passed_by: String = resolution.passed_by.to_string(),
        /// 决议 / What it says.
        text: String = resolution.text.to_string(),
        /// 所列对象 / Whom it means.
        granted: Vec<GrantedView> = resolution.granted.iter().map(Into::into).collect(),
        /// 不一致的理由 / Why it departs from the ballots or from the titles asked for.
        departure_reason: Option<String> = resolution.departure.as_ref().map(ToString::to_string),
    }
}

view! {
    /// 附件的一项 / A line of an annex.
    #[schema(as = RoundAnnexItem)]
    AnnexItemView of item: &AnnexItem {
        /// 序号 / Its place.
        place: u32 = item.place,
        /// 对象 / Whom.
        candidate: CandidateView = (&item.candidate).into(),
    }
}

view! {
    /// 更正的内容 / What a correction changed.
    #[schema(as = RoundCorrected)]
    CorrectedView of corrected: &Corrected {
        /// 被更正决定的文号 / The number of what it corrects.
        corrects: String = corrected.corrects.to_string(),
        /// 更名的 / Those whose name was wrong.
        #[schema(value_type = Vec<Uuid>)]
        renamed: Vec<CommendationId> = corrected.renamed.clone(),
        /// 增列的 / Those who were left out.
        #[schema(value_type = Vec<Uuid>)]
        added: Vec<CommendationId> = corrected.added.clone(),
        /// 移除的 / Those who were too many.
        #[schema(value_type = Vec<Uuid>)]
        removed: Vec<CommendationId> = corrected.removed.clone(),
        /// 理由 / Why.
        reason: String = corrected.reason.to_string(),
    }
}

view! {
    /// 联合单位的签署文书 / The paper by which a joint body signed.
    #[schema(as = RoundSignature)]
    SignatureView of (body, document): &(Line<100>, OutsideDocument) {
        /// 单位 / The body.
        body: String = body.to_string(),
        /// 文书 / Its paper.
        document: OutsideDocumentView = document.into(),
    }
}

view! {
    /// 决定附件：表扬、人数和事迹分别计数 / The annex of a decision: awards, people and deeds are counted apart.
    #[schema(as = RoundAnnex)]
    pub(super) AnnexView of annex: &Annex {
        /// 决定文号 / The number of the decision or the correction.
        number: String = annex.number.to_string(),
        /// 日期 / The day.
        on: NaiveDate = annex.on,
        /// 集体数 / Awards to groups.
        groups: usize = annex.totals().groups,
        /// 个人数 / Awards to a person alone.
        individuals: usize = annex.totals().individuals,
        /// 人数，含群体成员 / All people who are honoured, the members of groups among them.
        people: u32 = annex.totals().people,
        /// 事迹数 / How many deeds.
        deeds: usize = annex.totals().deeds,
        /// 各项 / Its lines.
        items: Vec<AnnexItemView> = annex.items.iter().map(Into::into).collect(),
        /// 联合单位的签署文书 / The papers of joint bodies.
        signatures: Vec<SignatureView> = annex.signed_outside.iter().map(Into::into).collect(),
        /// 更正的内容；原决定没有 / What a correction changed; absent of the first annex.
        correction: Option<CorrectedView> = annex.correction.as_ref().map(Into::into),
    }
}

view! {
    /// 议程项目 / One thing that happens at a ceremony.
    #[schema(as = RoundAgendaItem)]
    AgendaItemView of item: &AgendaItem {
        /// 内容 / What it is.
        what: String = item.what.to_string(),
        /// 宣读或者发言人 / Who reads or speaks.
        reader: Option<String> = item.reader.as_ref().map(ToString::to_string),
        /// 颁奖人 / Who hands over.
        presenters: Vec<String> = names(&item.presenters),
    }
}

view! {
    /// 缺席 / Somebody who does not come to a ceremony.
    #[schema(as = RoundAbsence)]
    AbsenceView of absence: &Absence {
        /// 推荐编号 / The nomination.
        #[schema(value_type = Uuid)]
        commendation_id: CommendationId = absence.commendation,
        /// 缺席理由 / Why.
        reason: String = absence.reason.to_string(),
        /// 代领人 / Who collects instead.
        collector: Option<String> = absence.collector.as_ref().map(ToString::to_string),
    }
}

view! {
    /// 颁授议程 / The plan of a ceremony.
    #[schema(as = RoundCeremony)]
    pub(super) CeremonyPlanView of ceremony: &Ceremony {
        /// 文号 / Its number.
        number: String = ceremony.number.to_string(),
        /// 确定之日 / The day on which it was fixed.
        fixed_on: NaiveDate = ceremony.fixed_on,
        /// 日期 / The day of the ceremony.
        on: NaiveDate = ceremony.plan.on,
        /// 地点 / The place.
        place: String = ceremony.plan.place.to_string(),
        /// 议程 / What happens.
        agenda: Vec<AgendaItemView> = ceremony.plan.agenda.iter().map(Into::into).collect(),
        /// 出席人员 / The guests.
        guests: Vec<String> = names(&ceremony.plan.guests),
        /// 颁授顺序 / The order of those who receive.
        #[schema(value_type = Vec<Uuid>)]
        recipients: Vec<CommendationId> = ceremony.plan.recipients.clone(),
        /// 缺席的 / Those who do not come.
        absences: Vec<AbsenceView> = ceremony.plan.absences.iter().map(Into::into).collect(),
        /// 同一活动中的其他批次 / Other rounds of the same event.
        #[schema(value_type = Vec<Uuid>)]
        together_with: Vec<RoundId> = ceremony.plan.together_with.clone(),
    }
}
