//! The case of a studio's leader with the whole ledger: consent, visits, what was done in each year, how it
//! was assessed, and how the name ended.

use chrono::NaiveDate;
use domain::ids::{AttachmentId, CaseId, ClueId, DeedId, PersonId, ReceiptId, StudioId};
use domain::out_of_city::Check;
use domain::procedure::Context;
use domain::studios::{
    Activity, Assessment, ClueGiven, ConsentGiven, HeroVisit, Item, Notice, Opening, PublicityItem,
    Rectification, SetupChange, Studio, YearlyReport,
};

use super::Leader;
use crate::contract::view;
use crate::deeds::stated;
use crate::procedure::wire::{
    ClockView, DecidedView, GivenUpView, HolderView, OutsideFindingView, OutsideTransferView,
    SuspensionView, TransferView,
};
use crate::procedure::words::StateCode;
use crate::words::{
    ConsentGiverWord, StudioAssessmentItemWord, StudioAssessmentResultWord, StudioFunctionWord,
    StudioRefusalWord, StudioVetoWord,
};

view! {
    /// 对使用姓名的意见 / What was said of the use of the name.
    #[schema(as = StudioConsent)]
    ConsentView of given: &ConsentGiven {
        /// 收到之日 / The day.
        on: NaiveDate = given.on,
        /// 谁的意见 / Who said so.
        by: ConsentGiverWord = given.consent.by.into(),
        /// 是否同意 / Whether it was given, or withdrawn.
        given: bool = given.consent.given,
        /// 书面材料 / What was written.
        #[schema(value_type = Uuid)]
        attachment_id: AttachmentId = given.paper,
    }
}

view! {
    /// 查看或者复核 / What came of a look at the studio.
    #[schema(as = StudioCheck)]
    StudioCheckView of check: &Check {
        /// 日期 / The day.
        on: NaiveDate = check.on,
        /// 是否通过 / Whether it was as it has to be.
        passed: bool = check.passed,
        /// 说明 / What was found.
        note: String = check.note.to_string(),
    }
}

view! {
    /// 变更 / What changed of the studio.
    #[schema(as = StudioChangeEntry)]
    SetupChangeView of change: &SetupChange {
        /// 日期 / The day.
        on: NaiveDate = change.on,
        /// 内容 / What changed.
        text: String = change.text.clone(),
    }
}

view! {
    /// 告知 / The prior notice before a refusal or a withdrawal, and the answer.
    #[schema(as = StudioNotice)]
    NoticeView of notice: &Notice {
        /// 理由代码 / The code of the reason.
        reason_code: StudioRefusalWord = notice.code.into(),
        /// 告知之日 / The day.
        notified_on: NaiveDate = notice.told.notified_on,
        /// 事实 / The facts.
        facts: String = notice.told.facts.to_string(),
        /// 理由 / The reasons.
        reasons: String = notice.told.reasons.to_string(),
        /// 答复之日 / The day of the answer.
        answered_on: Option<NaiveDate> = notice.told.reply.as_ref().map(|(_, on)| *on),
        /// 陈述；放弃的没有 / The statement; absent if waived.
        statement: Option<String> = stated(notice.told.reply.as_ref()),
        /// 撤回之日 / The day on which the body withdrew it.
        withdrawn_on: Option<NaiveDate> = notice.told.withdrawn.as_ref().map(|(_, on)| *on),
    }
}

view! {
    /// 挂牌 / The day on which the sign was hung.
    #[schema(as = StudioOpening)]
    OpeningView of opening: &Opening {
        /// 日期 / The day.
        on: NaiveDate = opening.on,
        /// 标牌编号 / The number on the sign.
        sign: String = opening.sign.to_string(),
    }
}

view! {
    /// 活动 / An activity.
    #[schema(as = StudioActivity)]
    ActivityView of activity: &Activity {
        /// 日期 / The day.
        on: NaiveDate = activity.on,
        /// 职能 / To which function it belongs.
        function: StudioFunctionWord = activity.function.into(),
        /// 地点 / Where.
        place: String = activity.place.to_string(),
        /// 参加人数 / How many people took part.
        #[schema(minimum = 1)]
        heads: u32 = activity.heads,
        /// 内容 / What was done.
        text: String = activity.text.to_string(),
        /// 照片 / Photos.
        #[schema(value_type = Vec<Uuid>)]
        attachment_ids: Vec<AttachmentId> = activity.photos.clone(),
    }
}

view! {
    /// 走访慰问 / A visit to a hero or family.
    #[schema(as = StudioHeroVisit)]
    HeroVisitView of visit: &HeroVisit {
        /// 日期 / The day.
        on: NaiveDate = visit.on,
        /// 人员档案编号 / The person's file.
        #[schema(value_type = Uuid)]
        person_id: Option<PersonId> = visit.person,
        /// 走访对象 / Who was visited.
        whom: String = visit.whom.to_string(),
        /// 情况 / What was found and done.
        text: String = visit.text.to_string(),
    }
}

view! {
    /// 线索 / What the studio told of a deed.
    #[schema(as = StudioClue)]
    ClueGivenView of clue: &ClueGiven {
        /// 日期 / The day.
        on: NaiveDate = clue.on,
        /// 内容 / What it tells.
        text: String = clue.text.to_string(),
        /// 所指的事迹 / The deed on file of which it tells.
        #[schema(value_type = Uuid)]
        deed_id: Option<DeedId> = clue.deed,
        /// 转入受理的线索号 / The number of the clue that intake looks into.
        #[schema(value_type = Uuid)]
        clue_id: Option<ClueId> = clue.clue,
    }
}

view! {
    /// 宣传 / A publication.
    #[schema(as = StudioPublicity)]
    PublicityView of item: &PublicityItem {
        /// 日期 / The day.
        on: NaiveDate = item.on,
        /// 媒体 / Where.
        medium: String = item.medium.to_string(),
        /// 标题 / Its title.
        title: String = item.title.to_string(),
    }
}

view! {
    /// 年度报告 / The report of a year.
    #[schema(as = StudioReport)]
    ReportView of report: &YearlyReport {
        /// 年度 / The year.
        year: i32 = report.year,
        /// 收到之日 / The day on which it came in.
        on: NaiveDate = report.on,
        /// 是否按时 / Whether it came in time.
        in_time: bool = report.in_time,
        /// 内容 / What it says.
        text: String = report.text.to_string(),
        /// 副本 / Its copy.
        #[schema(value_type = Uuid)]
        attachment_id: Option<AttachmentId> = report.copy,
    }
}

view! {
    /// 评估项目得分 / The points of one item.
    #[schema(as = StudioPoints)]
    PointsView of (item, points): &(Item, u32) {
        /// 项目 / The item.
        item: StudioAssessmentItemWord = (*item).into(),
        /// 得分 / Its points.
        #[schema(minimum = 0)]
        points: u32 = *points,
    }
}

view! {
    /// 年度评估 / The assessment of a year.
    #[schema(as = StudioAssessment)]
    AssessmentView of one: &Assessment {
        /// 年度 / The year.
        year: i32 = one.year,
        /// 评估之日 / The day.
        on: NaiveDate = one.on,
        /// 现场查看之日 / The day of the visit.
        visited_on: NaiveDate = one.visited_on,
        /// 各项得分 / The points of each item.
        points: Vec<PointsView> = one.points.iter().map(Into::into).collect(),
        /// 合计 / Their sum.
        #[schema(minimum = 0)]
        total: u32 = one.total(),
        /// 一票否决情形 / What no points make up for.
        vetoes: Vec<StudioVetoWord> = one.vetoes.iter().copied().map(Into::into).collect(),
        /// 按分值得出的结果 / What the points come to.
        computed: StudioAssessmentResultWord = one.computed.into(),
        /// 评估结果 / The result.
        result: StudioAssessmentResultWord = one.result.into(),
        /// 与按分值得出的结果不同的理由 / Why it is not that of the points.
        reason: Option<String> = one.reason.as_ref().map(ToString::to_string),
        /// 查看情况 / What was seen.
        note: String = one.note.to_string(),
        /// 评估表编号 / The number of the sheet.
        number: Option<String> = one.number.as_ref().map(ToString::to_string),
    }
}

view! {
    /// 限期整改 / What had to be put right.
    #[schema(as = StudioRectification)]
    RectificationView of one: &Rectification {
        /// 通知之日 / The day of the notice.
        on: NaiveDate = one.on,
        /// 整改要求 / What had to be put right.
        requirements: String = one.requirements.to_string(),
        /// 完成之日 / The day on which that was done.
        completed_on: Option<NaiveDate> = one.completed.as_ref().map(|(on, _)| *on),
        /// 核查情况 / What was seen then.
        note: Option<String> = one.completed.as_ref().map(|(_, note)| note.to_string()),
    }
}

view! {
    /// 工作室的案件和台账 / The case of a studio's leader, with the whole ledger.
    #[schema(as = StudioCase)]
    pub(super) StudioCaseView of (one, context): (&Leader, &Context<'_, Studio>) {
        /// 案件编号 / The id of the case.
        #[schema(value_type = Uuid)]
        id: CaseId = one.id,
        /// 工作室 / The studio.
        #[schema(value_type = Uuid)]
        studio_id: StudioId = one.file,
        /// 带头人的人员档案编号 / The leader's file.
        #[schema(value_type = Uuid)]
        person_id: PersonId = one.person,
        /// 状态 / The state of the case.
        state: StateCode = StateCode(one.case.state().as_str()),
        /// 收到日期 / The legal day of receipt.
        received_on: NaiveDate = one.case.received_on(),
        /// 承办单位 / The body that holds it now.
        holder: HolderView = one.case.holder().into(),
        /// 最近的评估凭据 / The newest receipt of the rules.
        #[schema(value_type = Uuid)]
        receipt_id: ReceiptId = one.receipt_id,
        /// 对使用姓名的意见，新的在后 / Consents and their withdrawals, newest last.
        consents: Vec<ConsentView> = one.case.record().consents.iter().map(Into::into).collect(),
        /// 现场查看 / Visits to the place.
        site_visits: Vec<StudioCheckView> = one.case.record().site_visits.iter().map(Into::into).collect(),
        /// 市级对群体名称的意见 / What the city said of the name of a group.
        group_approvals: Vec<StudioCheckView> = one.case.record().group_approvals.iter().map(Into::into).collect(),
        /// 组成的变更 / What changed of the studio.
        setup_changes: Vec<SetupChangeView> = one.case.record().setup_changes.iter().map(Into::into).collect(),
        /// 告知 / Prior notices.
        notices: Vec<NoticeView> = one.case.record().notices.iter().map(Into::into).collect(),
        /// 挂牌 / When the sign was hung.
        openings: Vec<OpeningView> = one.case.record().openings.iter().map(Into::into).collect(),
        /// 活动 / Activities.
        activities: Vec<ActivityView> = one.case.record().activities.iter().map(Into::into).collect(),
        /// 走访慰问 / Visits to heroes and families.
        visits: Vec<HeroVisitView> = one.case.record().visits.iter().map(Into::into).collect(),
        /// 线索 / What it told of deeds.
        clues: Vec<ClueGivenView> = one.case.record().clues.iter().map(Into::into).collect(),
        /// 宣传 / Publications.
        publicity: Vec<PublicityView> = one.case.record().publicity.iter().map(Into::into).collect(),
        /// 年度报告 / Yearly reports.
        reports: Vec<ReportView> = one.case.record().reports.iter().map(Into::into).collect(),
        /// 年度评估 / Yearly assessments.
        assessments: Vec<AssessmentView> = one.case.record().assessments.iter().map(Into::into).collect(),
        /// 定期复核 / Periodic reviews.
        reviews: Vec<StudioCheckView> = one.case.record().reviews.iter().map(Into::into).collect(),
        /// 限期整改 / What had to be put right.
        rectifications: Vec<RectificationView> = one.case.record().rectifications.iter().map(Into::into).collect(),
        /// 依托单位撤销之日 / The day on which the host closed.
        host_closed_on: Option<NaiveDate> = one.case.record().host_closures.last().map(|(on, _)| *on),
        /// 带头人丧失荣誉之日 / The day on which the leader was without the honour.
        honour_lost_on: Option<NaiveDate> = one.case.record().honour_losses.last().copied(),
        /// 牌匾收回之日 / The day on which the sign was recovered.
        sign_recovered_on: Option<NaiveDate> = one.case.record().sign_recoveries.last().map(|(on, _)| *on),
        /// 期限 / Its clocks.
        clocks: Vec<ClockView> = ClockView::all(&one.case, context),
        /// 决定 / Written decisions.
        decisions: Vec<DecidedView> = one.case.decisions().iter().map(Into::into).collect(),
        /// 中止 / Times of waiting.
        suspensions: Vec<SuspensionView> = one.case.suspensions().iter().map(Into::into).collect(),
        /// 移送 / Transfers to other bodies.
        transfers: Vec<TransferView> = one.case.transfers().iter().map(Into::into).collect(),
        /// 外部单位的文书 / What outside bodies found.
        outside_findings: Vec<OutsideFindingView> = one.case.outside_findings().iter().map(Into::into).collect(),
        /// 当事人的撤回和放弃 / What the party took back or gave up.
        given_up: Vec<GivenUpView> = one.case.given_up().iter().map(Into::into).collect(),
        /// 移送市外单位 / Transfers to bodies outside the service.
        outside_transfers: Vec<OutsideTransferView> = one.case.outside_transfers().iter().map(Into::into).collect(),
        /// 版本，每个步骤加一 / One more with every step.
        #[schema(minimum = 1, example = 1)]
        version: i64 = one.version,
    }
}
