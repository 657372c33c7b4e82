//! What a member of a commendation was awarded and paid, as it is answered.

use chrono::NaiveDate;
use domain::commendations::money::Recovery;
use domain::commendations::{Award, Conferral, Payment, Replacement};
use domain::ids::RoundId;
use domain::money::Fen;
use domain::text::Line;

use crate::contract::view;
use crate::procedure::wire::OutsideDocumentView;
use crate::words::{CommendationFormWord, HonourLevelWord, ReplacementReasonWord};

view! {
    /// 授予 / An award.
    #[schema(as = CommendationAward)]
    pub(super) AwardView of award: &Award {
        /// 称号编号 / The title.
        title: String = award.title.to_string(),
        /// 级别 / Its level.
        level: HonourLevelWord = award.level.into(),
        /// 是否上榜而非表扬 / Whether it is a listing and no praise.
        listing: bool = award.listing,
        /// 决定文号 / The number of the decision.
        decision: String = award.decision.to_string(),
        /// 决定之日 / Its day.
        on: NaiveDate = award.on,
        /// 授予单位，按署名顺序 / The bodies that granted it, in the order of signing.
        bodies: Vec<String> = award.bodies.iter().map(ToString::to_string).collect(),
        /// 是否追授；与此后去世无关 / Whether it was given after death; a later death does not change it.
        posthumous: bool = award.posthumous,
        /// 形式 / The form.
        form: Option<CommendationFormWord> = award.form.map(Into::into),
        /// 批次 / The round.
        #[schema(value_type = Uuid)]
        round_id: Option<RoundId> = award.round.map(|(round, _)| round),
        /// 在附件中的序号 / The place in the annex.
        place: Option<u32> = award.round.map(|(_, place)| place),
        /// 上级文书 / The document of the body above the city.
        document: Option<OutsideDocumentView> = award.outside.as_ref().map(Into::into),
    }
}

view! {
    /// 一个出资单位所付 / What one payer pays.
    #[schema(as = CommendationShare)]
    ShareView of (payer, fen): &(Line<100>, Fen) {
        /// 出资单位 / The payer.
        payer: String = payer.to_string(),
        /// 金额（分） / The amount in fen.
        fen: i64 = fen.get(),
    }
}

view! {
    /// 奖金 / What one member gets of the sum.
    #[schema(as = CommendationPayment)]
    pub(super) PaymentView of payment: &Payment {
        /// 确定之日 / When it was set.
        on: NaiveDate = payment.on,
        /// 全体成员的总额（分） / The sum for all members in fen.
        total_fen: i64 = payment.total.get(),
        /// 本成员所得，按出资单位 / What this member gets, by payer.
        shares: Vec<ShareView> = payment.shares.iter().map(Into::into).collect(),
        /// 所依据的文件 / The document that sets the sum.
        basis: Option<String> = payment.basis.as_ref().map(ToString::to_string),
        /// 发放表编号 / The number of the list.
        list: Option<String> = payment.list.as_ref().map(ToString::to_string),
    }
}

view! {
    /// 颁授 / A conferral.
    #[schema(as = CommendationConferral)]
    pub(super) ConferralView of (conferral, on): &(Conferral, NaiveDate) {
        /// 领取人 / Who received it.
        recipient: String = conferral.recipient.to_string(),
        /// 地点 / Where.
        place: String = conferral.place.to_string(),
        /// 颁授人 / Who presented it.
        presented_by: Option<String> = conferral.presented_by.as_ref().map(ToString::to_string),
        /// 形式 / The form.
        form: CommendationFormWord = conferral.form.into(),
        /// 在其会议上颁授的批次 / The round in whose ceremony it was given.
        #[schema(value_type = Uuid)]
        ceremony_round_id: Option<RoundId> = conferral.ceremony,
        /// 日期 / The day.
        on: NaiveDate = *on,
    }
}

view! {
    /// 换发的证书 / A certificate that was replaced.
    #[schema(as = CommendationReplacement)]
    pub(super) ReplacementView of replacement: &Replacement {
        /// 原因 / Why.
        why: ReplacementReasonWord = replacement.why.into(),
        /// 说明 / What happened.
        note: String = replacement.note.to_string(),
        /// 日期 / The day.
        on: NaiveDate = replacement.on,
        /// 被换发的证书 / The certificate that it replaces.
        replaces: Option<String> = replacement.replaces.as_ref().map(ToString::to_string),
    }
}

view! {
    /// 应收回的奖金 / What has to come back to one payer.
    #[schema(as = CommendationRecovery)]
    pub(super) RecoveryView of recovery: &Recovery {
        /// 出资单位 / The payer.
        payer: String = recovery.payer().to_string(),
        /// 应收回（分） / What has to come back, in fen.
        fen: i64 = recovery.fen().get(),
        /// 已收回（分） / What came back.
        recovered_fen: i64 = recovery.recovered().get(),
        /// 已核销（分） / What was given up.
        written_off_fen: i64 = recovery.written_off().get(),
        /// 余额（分） / What is still open.
        open_fen: i64 = recovery.open().get(),
    }
}
