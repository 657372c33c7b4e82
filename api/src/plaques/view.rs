//! A plaque as it is answered, and the case of one hero with what was ordered, handed over and hung.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{AttachmentId, CaseId, HouseholdId, PersonId, PlaqueId, ReceiptId};
use domain::plaques::{Attempt, Delivery, Event, Hanging, Order, Plaque, RecoveryNotice};
use domain::procedure::Context;

use super::{Hero, PlaqueFile};
use crate::contract::view;
use crate::http::Page;
use crate::procedure::Seen;
use crate::procedure::wire::{
    ClockView, GivenUpView, HolderView, IdentityChangeView, OutsideFindingView,
    OutsideTransferView, SuspensionView, TransferView,
};
use crate::procedure::words::StateCode;
use crate::words::{KinshipWord, PlaqueOccasionWord, PlaqueReplacementReasonWord};

view! {
    /// 牌面人员 / A hero whose name a plaque bears.
    #[schema(as = PlaqueActorSummary)]
    ActorSummary of one: &Hero {
        /// 行为人编号 / The actor's id.
        #[schema(value_type = Uuid)]
        id: CaseId = one.id,
        /// 人员档案编号 / The person's file.
        #[schema(value_type = Uuid)]
        person_id: PersonId = one.person,
        /// 状态 / The state of the case.
        state: StateCode = StateCode(one.case.state().as_str()),
        /// 承办单位所在区划 / The region of the body that holds it.
        holder_region: String = one.case.holder().region.to_string(),
        /// 最近的评估凭据 / The newest receipt of the rules.
        #[schema(value_type = Uuid)]
        receipt_id: ReceiptId = one.receipt_id,
    }
}

view! {
    /// 光荣牌 / The plaque of a household.
    #[schema(as = Plaque)]
    pub(crate) PlaqueView of (file, seen): (&PlaqueFile, &Seen<Plaque>) {
        /// 编号 / Its id.
        #[schema(value_type = Uuid)]
        id: PlaqueId = file.id,
        /// 初次登记单位所在区划 / The region of the body of first instance.
        region_code: String = file.region.to_string(),
        /// 登记事由发生之日 / The legal day of receipt.
        received_on: NaiveDate = file.received_on,
        /// 家庭 / The household.
        #[schema(value_type = Uuid)]
        household_id: HouseholdId = file.subject.household,
        /// 牌面文字 / Its text.
        text: String = file.subject.text.to_string(),
        /// 牌的编号；制作前没有 / Its serial number; absent before it is made.
        serial: Option<String> = seen.cases.first().and_then(|one| one.case.record().making.as_ref()).map(|making| making.serial.to_string()),
        /// 所替换的光荣牌 / The plaque in whose place it comes.
        #[schema(value_type = Uuid)]
        replaces_id: Option<PlaqueId> = file.subject.predecessor.map(|before| before.plaque),
        /// 更换原因 / Why that one was replaced.
        replaces_because: Option<PlaqueReplacementReasonWord> = file.subject.predecessor.map(|before| before.reason.into()),
        /// 牌面人员 / The heroes whose names it bears.
        actors: Vec<ActorSummary> = seen.cases.iter().map(Into::into).collect(),
        /// 由其他单位承办而不向您显示的人数 / How many others there are, whose cases you do not see.
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

/// 一页光荣牌 / A page of plaques.
pub(super) type PlaquePage = Page<PlaqueView>;

view! {
    /// 某日的情况 / What happened on a day.
    #[schema(as = PlaqueEvent)]
    EventView of event: &Event {
        /// 日期 / The day.
        on: NaiveDate = event.on,
        /// 说明 / Why or how.
        note: String = event.note.to_string(),
    }
}

view! {
    /// 下单 / An order.
    #[schema(as = PlaqueOrder)]
    OrderView of order: &Order {
        /// 日期 / The day.
        on: NaiveDate = order.on,
        /// 制作单位 / The supplier.
        supplier: String = order.supplier.to_string(),
        /// 制作单文号 / The number of the order.
        number: Option<String> = order.number.as_ref().map(ToString::to_string),
    }
}

view! {
    /// 送达 / How it was handed over.
    #[schema(as = PlaqueDelivery)]
    DeliveryView of delivery: &Delivery {
        /// 日期 / The day.
        on: NaiveDate = delivery.on,
        /// 方式 / The occasion.
        occasion: PlaqueOccasionWord = delivery.handover.occasion.into(),
        /// 活动或者地点 / The event or the place.
        place: Option<String> = delivery.handover.place.as_ref().map(ToString::to_string),
        /// 领取人 / Who received it.
        recipient: String = delivery.handover.recipient.to_string(),
        /// 与牌面人员的关系；本人的没有 / What the recipient is to the hero; absent for the hero.
        kinship: Option<KinshipWord> = delivery.handover.kinship.map(Into::into),
        /// 签收材料 / The signed receipt.
        #[schema(value_type = Uuid)]
        signature_id: Option<AttachmentId> = delivery.handover.signature,
        /// 送达登记表文号 / The number of the record.
        number: Option<String> = delivery.number.as_ref().map(ToString::to_string),
    }
}

view! {
    /// 悬挂或者置于室内 / It was hung, or taken indoors.
    #[schema(as = PlaqueHanging)]
    HangingView of hanging: &Hanging {
        /// 日期 / The day.
        on: NaiveDate = hanging.on,
        /// 是否置于室内 / Whether it is kept indoors.
        indoors: bool = hanging.indoors,
        /// 照片 / The photograph.
        #[schema(value_type = Uuid)]
        photo_id: Option<AttachmentId> = hanging.photo,
        /// 家庭签名 / The family's signature.
        #[schema(value_type = Uuid)]
        signature_id: Option<AttachmentId> = hanging.signature,
    }
}

view! {
    /// 联系不上 / A time at which nobody was reached.
    #[schema(as = PlaqueContactAttempt)]
    AttemptView of attempt: &Attempt {
        /// 日期 / The day.
        on: NaiveDate = attempt.on,
        /// 联系方式 / How it was tried.
        how: String = attempt.how.to_string(),
        /// 此后联系上的情况 / When somebody was reached.
        reached: Option<EventView> = attempt.reached.as_ref().map(Into::into),
    }
}

view! {
    /// 通知收回 / A notice of recovery.
    #[schema(as = PlaqueRecoveryNotice)]
    NoticeView of notice: &RecoveryNotice {
        /// 日期 / The day.
        on: NaiveDate = notice.on,
        /// 理由 / Why.
        reason: String = notice.reason.to_string(),
        /// 文号 / Its number.
        number: Option<String> = notice.number.as_ref().map(ToString::to_string),
    }
}

view! {
    /// 一名牌面人员的案件 / The case of one hero.
    #[schema(as = PlaqueCase)]
    pub(super) PlaqueCaseView of (one, context): (&Hero, &Context<'_, Plaque>) {
        /// 行为人编号 / The actor's id.
        #[schema(value_type = Uuid)]
        id: CaseId = one.id,
        /// 光荣牌 / The plaque.
        #[schema(value_type = Uuid)]
        plaque_id: PlaqueId = one.file,
        /// 人员档案编号 / The person's file.
        #[schema(value_type = Uuid)]
        person_id: PersonId = one.person,
        /// 状态 / The state of the case.
        state: StateCode = StateCode(one.case.state().as_str()),
        /// 登记事由发生之日 / The legal day of receipt.
        received_on: NaiveDate = one.case.received_on(),
        /// 承办单位 / The body that holds it now.
        holder: HolderView = one.case.holder().into(),
        /// 人员是否已去世 / Whether the hero has died.
        deceased: Option<bool> = one.case.record().deceased,
        /// 最近的评估凭据 / The newest receipt of the rules.
        #[schema(value_type = Uuid)]
        receipt_id: ReceiptId = one.receipt_id,
        /// 下单 / Orders.
        orders: Vec<OrderView> = one.case.record().orders.iter().map(Into::into).collect(),
        /// 牌的编号 / Its serial number.
        serial: Option<String> = one.case.record().making.as_ref().map(|making| making.serial.to_string()),
        /// 制作完成之日 / The day on which it was made.
        made_on: Option<NaiveDate> = one.case.record().making.as_ref().map(|making| making.on),
        /// 近亲属商定的领取人 / The recipient on whom the next of kin agreed.
        agreed_recipient: Option<String> = one.case.record().kin_agreements.last().map(|agreement| agreement.recipient.to_string()),
        /// 送达 / How it was handed over.
        delivery: Option<DeliveryView> = one.case.record().delivery.as_ref().map(Into::into),
        /// 悬挂和置于室内，新的在后 / Times at which it was hung or taken indoors, newest last.
        hangings: Vec<HangingView> = one.case.record().hangings.iter().map(Into::into).collect(),
        /// 联系不上的情况 / Times at which nobody was reached.
        contact_attempts: Vec<AttemptView> = one.case.record().attempts.iter().map(Into::into).collect(),
        /// 自何日起联系不上 / Since when nobody has been reached.
        unreachable_since: Option<NaiveDate> = one.case.record().unreachable_since(),
        /// 文字待更换 / Why its text is to be replaced.
        text_marks: Vec<EventView> = one.case.record().text_marks.iter().map(Into::into).collect(),
        /// 更换 / Its replacement.
        replaced: Option<EventView> = one.case.record().replaced.as_ref().map(|(_, event)| event.into()),
        /// 更换原因 / Why it was replaced.
        replaced_because: Option<PlaqueReplacementReasonWord> = one.case.record().replaced.as_ref().map(|(reason, _)| (*reason).into()),
        /// 荣誉终止 / Ends of the honour.
        honour_ends: Vec<EventView> = one.case.record().honour_ends.iter().map(Into::into).collect(),
        /// 通知收回 / Notices of recovery.
        recovery_notices: Vec<NoticeView> = one.case.record().recovery_notices.iter().map(Into::into).collect(),
        /// 收回 / Its recovery.
        recovered: Option<EventView> = one.case.record().recovered.as_ref().map(Into::into),
        /// 核销 / Its write-off.
        written_off: Option<EventView> = one.case.record().written_off.as_ref().map(Into::into),
        /// 取消 / Its cancellation.
        cancelled: Option<EventView> = one.case.record().cancelled.as_ref().map(Into::into),
        /// 期限 / Its clocks.
        clocks: Vec<ClockView> = ClockView::all(&one.case, context),
        /// 中止 / Times of waiting.
        suspensions: Vec<SuspensionView> = one.case.suspensions().iter().map(Into::into).collect(),
        /// 移送 / Transfers to other bodies.
        transfers: Vec<TransferView> = one.case.transfers().iter().map(Into::into).collect(),
        /// 外部单位的文书 / What outside bodies found.
        outside_findings: Vec<OutsideFindingView> = one.case.outside_findings().iter().map(Into::into).collect(),
        /// 家庭的谢绝和撤回 / What the family declined or took back.
        given_up: Vec<GivenUpView> = one.case.given_up().iter().map(Into::into).collect(),
        /// 制作后对身份信息的更正 / Corrections of whom it names, since it was made.
        identity_changes: Vec<IdentityChangeView> = one.case.identity_changes().iter().map(Into::into).collect(),
        /// 移送市外单位 / Transfers to bodies outside the service.
        outside_transfers: Vec<OutsideTransferView> = one.case.outside_transfers().iter().map(Into::into).collect(),
        /// 版本，每个步骤加一 / One more with every step.
        #[schema(minimum = 1, example = 1)]
        version: i64 = one.version,
    }
}
