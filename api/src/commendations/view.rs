//! A commendation as it is answered, and the case of one member with its way, award, money and conferral.

use chrono::{DateTime, NaiveDate, Utc};
use domain::commendations::{
    Basis, Commendation as CommendationProcedure, Commendation, Opinion, Recommendation,
    RoundEntry, Texts,
};
use domain::ids::{CaseId, CommendationId, DeedId, PersonId, ReceiptId, RecognitionId, RoundId};
use domain::procedure::Context;

use super::award_view::{AwardView, ConferralView, PaymentView, RecoveryView, ReplacementView};
use super::{CommendationFile, Nominee};
use crate::contract::view;
use crate::http::Page;
use crate::out_of_city::{KinAgreementView, NoticeView};
use crate::procedure::Seen;
use crate::procedure::wire::{
    ClockView, DecidedView, GivenUpView, HolderView, IdentityChangeView, OutsideDocumentView,
    OutsideFindingView, OutsideTransferView, SuspensionView, TransferView,
};
use crate::procedure::words::StateCode;
use crate::wire::{PartialDate, Place};
use crate::words::{
    HonourLevelWord, InfluenceAreaWord, NominatorWord, OpinionOfWord, RecipientWord, SecrecyWord,
};

view! {
    /// 推荐对象 / A person of a commendation.
    #[schema(as = CommendationActorSummary)]
    MemberSummary of one: &Nominee {
        /// 案件编号 / The id of the case.
        #[schema(value_type = Uuid)]
        id: CaseId = one.id,
        /// 人员档案编号 / The person's file.
        #[schema(value_type = Uuid)]
        person_id: PersonId = one.person,
        /// 状态 / The state of the case.
        state: StateCode = StateCode(one.case.state().as_str()),
        /// 在集体奖金中的权重 / Its weight in the sum of the group.
        weight: u32 = one.case.record().weight,
        /// 承办单位所在区划 / The region of the body that holds it.
        holder_region: String = one.case.holder().region.to_string(),
        /// 最近的评估凭据 / The newest receipt of the rules.
        #[schema(value_type = Uuid)]
        receipt_id: ReceiptId = one.receipt_id,
    }
}

view! {
    /// 三种长度的事迹 / What was done, in three lengths.
    #[schema(as = CommendationTexts)]
    TextsView of texts: &Texts {
        /// 一句话 / One line.
        brief: String = texts.brief.to_string(),
        /// 摘要 / The summary.
        summary: String = texts.summary.to_string(),
        /// 主要事迹 / The story.
        story: String = texts.story.to_string(),
    }
}

view! {
    /// 表扬推荐 / A commendation: who is nominated for which title, and what became of it.
    ///
    /// 一份推荐是一项荣誉，不论群体有几名成员；人数和荣誉数分别统计。 / One commendation is one award however many members
    /// a group has: people and awards are counted apart.
    #[schema(as = Commendation)]
    pub(crate) CommendationView of (file, seen): (&CommendationFile, &Seen<CommendationProcedure>) {
        /// 编号 / Its id.
        #[schema(value_type = Uuid)]
        id: CommendationId = file.id,
        /// 推荐单位所在区划 / The region of the body that nominated.
        region_code: String = file.region.to_string(),
        /// 推荐日期 / The day of the nomination.
        nominated_on: NaiveDate = file.received_on,
        /// 称号编号 / The title, by its id in the catalogue.
        title: String = file.subject.title.to_string(),
        /// 级别 / The level of the title.
        level: HonourLevelWord = file.subject.level.into(),
        /// 个人或者群体 / An individual or a group.
        recipient: RecipientWord = file.subject.recipient.into(),
        /// 群体名称 / The name of the group.
        group: Option<String> = file.subject.group.as_ref().map(ToString::to_string),
        /// 所依据的事迹 / The deed that it rests on.
        #[schema(value_type = Uuid)]
        deed_id: Option<DeedId> = match file.subject.basis { Basis::Deed(id) => Some(id), Basis::Recognition(_) => None },
        /// 所依据的市域外认定 / The recognition that it rests on.
        #[schema(value_type = Uuid)]
        recognition_id: Option<RecognitionId> = match file.subject.basis { Basis::Recognition(id) => Some(id), Basis::Deed(_) => None },
        /// 行为发生日期 / When it happened.
        occurred_on: PartialDate = file.subject.occurred_on.into(),
        /// 行为发生地 / Where it happened.
        place: Option<Place> = file.subject.place.as_ref().map(Into::into),
        /// 推荐人 / Who nominates.
        nominator: NominatorWord = file.subject.nominator.into(),
        /// 行为时所在单位及职务 / Unit and post at the time of the deed.
        unit: Option<String> = file.subject.unit.as_ref().map(ToString::to_string),
        /// 事迹文字 / What was done, in words.
        texts: TextsView = (&file.subject.texts).into(),
        /// 影响范围 / How far the deed became known.
        influence: Option<InfluenceAreaWord> = file.subject.influence.map(Into::into),
        /// 成员 / The members, in the order of the nomination.
        actors: Vec<MemberSummary> = seen.cases.iter().map(Into::into).collect(),
        /// 由其他单位承办而不向您显示的人数 / How many other people there are, whose cases others hold and you do not see.
        #[schema(minimum = 0, example = 0)]
        other_actors: usize = seen.others,
        /// 版本，每个步骤加一 / One more with every step.
        #[schema(minimum = 1, example = 1)]
        version: i64 = file.version,
        /// 登记时间 / When it was registered.
        created_at: DateTime<Utc> = file.created_at,
        /// 最近步骤的时间 / When the last step was taken.
        updated_at: DateTime<Utc> = file.updated_at,
    }
}

/// 一页表扬推荐 / A page of commendations.
pub(super) type CommendationPage = Page<CommendationView>;

view! {
    /// 征求的意见 / An opinion that was asked for.
    #[schema(as = CommendationOpinion)]
    OpinionView of opinion: &Opinion {
        /// 事项 / On what.
        of: OpinionOfWord = opinion.of.into(),
        /// 单位 / The body.
        body: String = opinion.body.to_string(),
        /// 征求之日 / When it was asked.
        asked_on: NaiveDate = opinion.asked_on,
        /// 是否同意；尚未答复的没有 / Whether it is in favour; absent before the answer.
        favourable: Option<bool> = opinion.answer.as_ref().map(|answer| answer.favourable),
        /// 内容 / What it says.
        content: Option<String> = opinion.answer.as_ref().map(|answer| answer.content.to_string()),
        /// 其文书 / Its document.
        document: Option<OutsideDocumentView> = opinion.answer.as_ref().map(|answer| (&answer.document).into()),
    }
}

view! {
    /// 逐级推荐 / A recommendation upwards.
    #[schema(as = CommendationRecommendation)]
    RecommendationView of recommendation: &Recommendation {
        /// 推荐的级别 / The level that recommended.
        by: HonourLevelWord = recommendation.by.into(),
        /// 意见 / Its opinion.
        opinion: String = recommendation.opinion.to_string(),
        /// 与规则建议不一致的理由 / Why, where the rules did not propose it.
        reason: Option<String> = recommendation.deviation.as_ref().map(ToString::to_string),
        /// 日期 / The day.
        on: NaiveDate = recommendation.on,
    }
}

view! {
    /// 列入的批次 / A round that it entered.
    #[schema(as = CommendationRoundEntry)]
    RoundEntryView of entry: &RoundEntry {
        /// 批次 / The round.
        #[schema(value_type = Uuid)]
        round_id: RoundId = entry.round,
        /// 列入之日 / When it entered.
        on: NaiveDate = entry.on,
        /// 退出之日 / When it left.
        left_on: Option<NaiveDate> = entry.left.as_ref().map(|(_, on)| *on),
        /// 退出理由 / Why.
        left_because: Option<String> = entry.left.as_ref().map(|(reason, _)| reason.to_string()),
    }
}

view! {
    /// 一名成员的表扬 / The case of one member.
    #[schema(as = CommendationCase)]
    pub(super) CommendationCaseView of (one, context): (&Nominee, &Context<'_, Commendation>) {
        /// 案件编号 / The id of the case.
        #[schema(value_type = Uuid)]
        id: CaseId = one.id,
        /// 表扬推荐 / The commendation.
        #[schema(value_type = Uuid)]
        commendation_id: CommendationId = one.file,
        /// 人员档案编号 / The person's file.
        #[schema(value_type = Uuid)]
        person_id: PersonId = one.person,
        /// 状态 / The state of the case.
        state: StateCode = StateCode(one.case.state().as_str()),
        /// 推荐日期 / The day of the nomination.
        received_on: NaiveDate = one.case.received_on(),
        /// 承办单位 / The body that holds it now.
        holder: HolderView = one.case.holder().into(),
        /// 最初推荐的单位 / The body that nominated first.
        first_instance: HolderView = one.case.first_instance().into(),
        /// 是否已去世 / Whether the person has died.
        deceased: Option<bool> = one.case.record().deceased,
        /// 最近的评估凭据 / The newest receipt of the rules.
        #[schema(value_type = Uuid)]
        receipt_id: ReceiptId = one.receipt_id,
        /// 征求的意见 / Opinions that were asked for.
        opinions: Vec<OpinionView> = one.case.record().opinions.iter().map(Into::into).collect(),
        /// 是否已登记本人（近亲属）同意 / Whether the nominee, or the next of kin, accepted.
        accepted: bool = !one.case.record().acceptances.is_empty(),
        /// 是否公开 / Whether it may be given in public.
        secrecy: Option<SecrecyWord> = one.case.record().acceptances.last().map(|(accepted, _)| accepted.secrecy.into()),
        /// 近亲属协商结果 / The agreement of the next of kin.
        kin_agreements: Vec<KinAgreementView> = one.case.record().kin_agreements.iter().map(Into::into).collect(),
        /// 移送烈士评定之日 / The days on which it was referred for recognition as a martyr.
        martyr_referred_on: Vec<NaiveDate> = one.case.record().martyr_referrals.iter().map(|(_, on)| *on).collect(),
        /// 逐级推荐 / Recommendations upwards.
        recommendations: Vec<RecommendationView> = one.case.record().recommendations.iter().map(Into::into).collect(),
        /// 列入的批次 / Rounds that it entered.
        rounds: Vec<RoundEntryView> = one.case.record().rounds.iter().map(Into::into).collect(),
        /// 转入下一批次的理由 / Why it was deferred.
        deferrals: Vec<String> = one.case.record().deferrals.iter().map(|(reason, _)| reason.to_string()).collect(),
        /// 未予表扬的理由 / Why it was not granted.
        not_granted: Vec<String> = one.case.record().not_granted.iter().map(|(reason, _)| reason.to_string()).collect(),
        /// 授予 / Awards, newest last.
        awards: Vec<AwardView> = one.case.record().awards.iter().map(Into::into).collect(),
        /// 有效证书的编号 / The number of the certificate that is valid.
        certificate: Option<String> = one.case.certificate().map(ToString::to_string),
        /// 奖金，新的在后 / Plans of payments, newest last; the last one holds.
        payments: Vec<PaymentView> = one.case.record().payments.iter().map(Into::into).collect(),
        /// 颁授 / Conferrals.
        conferrals: Vec<ConferralView> = one.case.record().conferrals.iter().map(Into::into).collect(),
        /// 换发的证书 / Certificates that were replaced.
        replacements: Vec<ReplacementView> = one.case.record().replacements.iter().map(Into::into).collect(),
        /// 告知 / Prior notices.
        notices: Vec<NoticeView> = one.case.record().notices.iter().map(Into::into).collect(),
        /// 经更正移出的更正决定 / The correcting decision that took it off.
        taken_off_by: Option<String> = one.case.record().taken_off.as_ref().map(|(number, _)| number.to_string()),
        /// 应收回的奖金 / What has to come back.
        recoveries: Vec<RecoveryView> = one.case.record().recoveries.iter().map(Into::into).collect(),
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
        /// 当事人的谢绝和放弃 / What the party gave up.
        given_up: Vec<GivenUpView> = one.case.given_up().iter().map(Into::into).collect(),
        /// 发证后对身份信息的更正 / Corrections of whom the case is about, since a certificate names the person.
        identity_changes: Vec<IdentityChangeView> = one.case.identity_changes().iter().map(Into::into).collect(),
        /// 移送市外单位 / Transfers to bodies outside the service.
        outside_transfers: Vec<OutsideTransferView> = one.case.outside_transfers().iter().map(Into::into).collect(),
        /// 版本，本成员的每个步骤加一 / One more with every step of this member.
        #[schema(minimum = 1, example = 1)]
        version: i64 = one.version,
    }
}
