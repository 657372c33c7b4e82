//! A round as it is answered, and how it is carried out.

mod call;
mod steps;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{CaseId, ReceiptId, RoundId};
use domain::procedure::Context;
use domain::rounds::Round;

use self::call::{JointBodyView, TitlePlacesView, UnitPlacesView};
use self::steps::{
    AnnexView, BallotsView, CandidateListView, CandidateNoticeView, CeremonyPlanView,
    NoticeWaiverView, ResolutionView, UnconferredView,
};
use super::{RoundFile, RoundOnFile};
use crate::contract::view;
use crate::http::Page;
use crate::procedure::Seen;
use crate::procedure::wire::{
    ClockView, DecidedView, HolderView, OutsideFindingView, SuspensionView,
};
use crate::procedure::words::StateCode;
use crate::words::{
    CommendationFormWord, CommendationKindWord, HonourLevelWord, RoundOpennessWord,
};

view! {
    /// 批次的办理 / How a round is carried out: its one case.
    #[schema(as = RoundCaseSummary)]
    CaseSummary of one: &RoundOnFile {
        /// 案件编号 / The case's id.
        #[schema(value_type = Uuid)]
        id: CaseId = one.id,
        /// 状态 / The state.
        state: StateCode = StateCode(one.case.state().as_str()),
        /// 主办单位所在区划 / The region of the body that organises it.
        holder_region: String = one.case.holder().region.to_string(),
        /// 最近的评估凭据 / The newest receipt of the rules.
        #[schema(value_type = Uuid)]
        receipt_id: ReceiptId = one.receipt_id,
    }
}

view! {
    /// 表扬批次 / A round of commendation.
    #[schema(as = Round)]
    pub(crate) RoundView of (file, seen): (&RoundFile, &Seen<Round>) {
        /// 编号 / Its id.
        #[schema(value_type = Uuid)]
        id: RoundId = file.id,
        /// 主办单位所在区划 / The region of the body that organises it.
        region_code: String = file.region.to_string(),
        /// 拟定之日 / The legal day on which it was planned.
        planned_on: NaiveDate = file.received_on,
        /// 批次名称 / What it is called.
        title: String = file.subject.title.to_string(),
        /// 形式 / The form.
        form: CommendationFormWord = file.subject.form.into(),
        /// 级别 / The level.
        level: HonourLevelWord = file.subject.level.into(),
        /// 表扬或者表彰 / Praise or state award.
        kind: CommendationKindWord = file.subject.kind.into(),
        /// 事迹起期 / The first day of the deeds.
        deeds_from: Option<NaiveDate> = file.subject.deeds_from,
        /// 事迹止期 / Their last day.
        deeds_until: Option<NaiveDate> = file.subject.deeds_until,
        /// 推荐截止日期 / The last day of nominations.
        closes_on: Option<NaiveDate> = file.subject.closes_on,
        /// 称号和名额 / Titles with their places.
        titles: Vec<TitlePlacesView> = file.subject.titles.iter().map(Into::into).collect(),
        /// 单位名额 / Places of units.
        unit_places: Vec<UnitPlacesView> = file.subject.unit_places.iter().map(Into::into).collect(),
        /// 作出表扬的单位，按签署顺序 / The bodies that decide, in the order of signing.
        bodies: Vec<JointBodyView> = file.subject.bodies.iter().map(Into::into).collect(),
        /// 抄送 / To whom papers go for information.
        copies_to: Vec<String> = file.subject.copies_to.iter().map(ToString::to_string).collect(),
        /// 批准文号 / The number under which a state award was approved.
        approval_number: Option<String> = file.subject.approval_number.as_ref().map(ToString::to_string),
        /// 公开程度 / How openly it is carried out.
        openness: RoundOpennessWord = file.subject.openness.into(),
        /// 年度计划依据 / Where the yearly plan names it.
        yearly_plan: Option<String> = file.subject.yearly_plan.as_ref().map(ToString::to_string),
        /// 办理 / How it is carried out.
        actors: Vec<CaseSummary> = seen.cases.iter().map(Into::into).collect(),
        /// 版本，每个步骤加一 / One more with every step.
        #[schema(minimum = 1, example = 1)]
        version: i64 = file.version,
        /// 登记时间 / When it was planned.
        created_at: DateTime<Utc> = file.created_at,
        /// 最近步骤的时间 / When the last step was taken.
        updated_at: DateTime<Utc> = file.updated_at,
    }
}

/// 一页批次 / A page of rounds.
pub(super) type RoundPage = Page<RoundView>;

view! {
    /// 批次的办理情况 / How a round has been carried out.
    #[schema(as = RoundCase)]
    pub(super) RoundCaseView of (one, context): (&RoundOnFile, &Context<'_, Round>) {
        /// 案件编号 / The case's id.
        #[schema(value_type = Uuid)]
        id: CaseId = one.id,
        /// 批次 / The round.
        #[schema(value_type = Uuid)]
        round_id: RoundId = one.file,
        /// 状态 / The state.
        state: StateCode = StateCode(one.case.state().as_str()),
        /// 主办单位 / The body that organises it.
        holder: HolderView = one.case.holder().into(),
        /// 最近的评估凭据 / The newest receipt of the rules.
        #[schema(value_type = Uuid)]
        receipt_id: ReceiptId = one.receipt_id,
        /// 推荐通知的文号 / The number of the call.
        call_number: Option<String> = one.case.record().call_number.as_ref().map(ToString::to_string),
        /// 初审，新的在后 / First reviews, newest last.
        candidate_lists: Vec<CandidateListView> = one.case.record().lists.iter().map(Into::into).collect(),
        /// 公示 / Notices of candidates.
        candidate_notices: Vec<CandidateNoticeView> = one.case.record().notices.iter().map(Into::into).collect(),
        /// 不予公示 / Why a notice was left out.
        candidate_notice_waivers: Vec<NoticeWaiverView> = one.case.record().notice_waivers.iter().map(Into::into).collect(),
        /// 表决 / Ballots.
        ballots: Vec<BallotsView> = one.case.record().ballots.iter().map(Into::into).collect(),
        /// 决议 / Resolutions.
        resolutions: Vec<ResolutionView> = one.case.record().resolutions.iter().map(Into::into).collect(),
        /// 决定附件和更正后的附件，最后一份有效 / The annex of the decision and those of its corrections; the last one holds.
        annexes: Vec<AnnexView> = one.case.record().annexes.iter().map(Into::into).collect(),
        /// 颁授议程，最后一份有效 / Plans of the ceremony; the last one holds.
        ceremonies: Vec<CeremonyPlanView> = one.case.record().ceremonies.iter().map(Into::into).collect(),
        /// 未颁授的 / Awards that were not conferred.
        unconferred: Vec<UnconferredView> = one.case.record().unconferred.iter().map(Into::into).collect(),
        /// 取消的理由 / Why it was cancelled.
        cancellation_reason: Option<String> = one.case.record().cancelled.as_ref().map(|(reason, _)| reason.to_string()),
        /// 期限 / Its clocks.
        clocks: Vec<ClockView> = ClockView::all(&one.case, context),
        /// 决定 / Written decisions.
        decisions: Vec<DecidedView> = one.case.decisions().iter().map(Into::into).collect(),
        /// 中止 / Times of waiting.
        suspensions: Vec<SuspensionView> = one.case.suspensions().iter().map(Into::into).collect(),
        /// 外部单位的文书 / What outside bodies found.
        outside_findings: Vec<OutsideFindingView> = one.case.outside_findings().iter().map(Into::into).collect(),
        /// 版本，每个步骤加一 / One more with every step.
        #[schema(minimum = 1, example = 1)]
        version: i64 = one.version,
    }
}
