//! Cases of all procedures as they are answered: decisions, detours, history and tasks.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{AttachmentId, CaseEntryId, CaseId, ClientId, OfficerId};
use domain::named::NamedEnum;
use domain::procedure::{
    CaseEvent, Decision, Delivery, ExecutedStep, GivenUp, Holder, IdentityChange, IdentityMember,
    OutsideDocument, OutsideFinding, OutsideTransfer, Procedure, Suspension, Transfer,
};
use persistence::cases::{HistoryEntry, Task};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use uuid::Uuid;

use super::clock::ClockEntry;
use crate::contract::view;
use crate::http::Page;
use crate::procedure::entered_late;
use crate::procedure::registry::ProcedureName;
use crate::procedure::words::{
    ClockKindCode, OutcomeCode, RefusalWord, StateCode, StepCode, StepDocumentCode,
};
use crate::words::{AuthorityLevelWord, IdentityMemberWord, PartyWord, TransferEndWord};

view! {
    /// 送达 / A decision that reached a party.
    #[schema(as = CaseDelivery)]
    DeliveryView of delivery: &Delivery {
        /// 当事人 / The party.
        party: PartyWord = delivery.party.into(),
        /// 送达之日，期限自此起算 / The day; deadlines run from it.
        on: NaiveDate = delivery.on,
    }
}

view! {
    /// 书面决定 / A written decision.
    #[schema(as = CaseDecision)]
    pub(crate) DecidedView of decision: &Decision<P> where P: Procedure {
        /// 种类 / What was decided.
        kind: OutcomeCode = OutcomeCode(decision.kind.as_str()),
        /// 文号 / Its document number.
        number: String = decision.number.to_string(),
        /// 证书编号，仅用于确认 / The number of the certificate; only of a confirmation.
        certificate: Option<String> = decision.certificate.as_ref().map(ToString::to_string),
        /// 不予确认的理由代码 / The code of the reason for the refusal.
        reason_code: Option<RefusalWord> = decision.refusal.as_ref().map(|refusal| RefusalWord(refusal.code.as_str())),
        /// 不予确认的理由 / Why it was refused, in the officer's words.
        reason: Option<String> = decision.refusal.as_ref().map(|refusal| refusal.reason.to_string()),
        /// 不采信凭据的理由；与凭据一致的没有 / Why the receipt was not followed; absent where the reason agrees with it.
        deviation_reason: Option<String> = decision.refusal.as_ref().and_then(|refusal| refusal.deviation.as_ref()).map(ToString::to_string),
        /// 决定之日 / The day.
        on: NaiveDate = decision.on,
        /// 签署人，按签署顺序 / Who signed, in the order of signing.
        #[schema(value_type = Vec<Uuid>)]
        signer_ids: Vec<OfficerId> = decision.signers.iter().map(|signer| signer.officer).collect(),
        /// 送达 / The parties to whom it was delivered.
        deliveries: Vec<DeliveryView> = decision.deliveries.iter().map(Into::into).collect(),
    }
}

view! {
    /// 承办单位 / The body that holds a case: the committee of a region.
    #[schema(as = CaseHolder)]
    pub(crate) HolderView of holder: Holder {
        /// 所在区划 / Its region.
        #[schema(example = "371502")]
        region_code: String = holder.region.to_string(),
        /// 级别 / Its level.
        level: AuthorityLevelWord = holder.level.into(),
    }
}

view! {
    /// 中止 / A time of waiting for another body's finding.
    #[schema(as = CaseSuspension)]
    pub(crate) SuspensionView of suspension: &Suspension<S> where S: NamedEnum {
        /// 中止前的状态 / The state to which the case returns.
        from: StateCode = StateCode(suspension.from.as_str()),
        /// 中止之日 / The first day.
        since: NaiveDate = suspension.since,
        /// 等待的事项 / What is waited for.
        pending: String = suspension.pending.to_string(),
        /// 恢复之日 / The day on which it resumed.
        until: Option<NaiveDate> = suspension.until,
        /// 结果 / The result.
        finding: Option<String> = suspension.finding.as_ref().map(ToString::to_string),
    }
}

view! {
    /// 移送或者指定管辖 / A transfer to another body, or a designation by the city.
    #[schema(as = CaseTransfer)]
    pub(crate) TransferView of transfer: &Transfer<S> where S: Sized {
        /// 移送单位 / The body that held it before.
        giver: HolderView = transfer.giver.into(),
        /// 接收单位 / The body that is to hold it.
        receiver: HolderView = transfer.receiver.into(),
        /// 移送之日 / The day.
        on: NaiveDate = transfer.on,
        /// 理由 / Why.
        reason: String = transfer.reason.to_string(),
        /// 管辖争议的理由 / Why the receiver disputes it.
        dispute: Option<String> = transfer.dispute.as_ref().map(ToString::to_string),
        /// 结果 / How it ended.
        end: Option<TransferEndWord> = transfer.end.map(|(end, _)| end.into()),
        /// 结束之日 / When it ended.
        ended_on: Option<NaiveDate> = transfer.end.map(|(_, on)| on),
    }
}

view! {
    /// 外部文书 / A document of a body outside the service.
    #[schema(as = OutsideDocument)]
    pub(crate) OutsideDocumentView of document: &OutsideDocument {
        /// 机关 / The organ.
        organ: String = document.organ.to_string(),
        /// 文号 / The number.
        number: String = document.number.to_string(),
        /// 日期 / The day.
        issued_on: NaiveDate = document.issued.on,
        /// 复印件 / The copy.
        #[schema(value_type = Uuid)]
        attachment_id: Option<AttachmentId> = document.copy,
    }
}

view! {
    /// 外部单位的文书 / What an outside body found.
    #[schema(as = CaseOutsideFinding)]
    pub(crate) OutsideFindingView of finding: &OutsideFinding {
        /// 登记之日 / The day it was recorded.
        on: NaiveDate = finding.on,
        /// 文书 / Its document.
        document: OutsideDocumentView = (&finding.document).into(),
        /// 内容 / What it says.
        content: String = finding.content.to_string(),
    }
}

view! {
    /// 移送市外单位 / A transfer to a body outside the service.
    #[schema(as = CaseOutsideTransfer)]
    pub(crate) OutsideTransferView of transfer: &OutsideTransfer {
        /// 移送之日 / The day.
        on: NaiveDate = transfer.on,
        /// 接收机关 / The body that is to deal with it.
        organ: String = transfer.organ.to_string(),
        /// 理由 / Why.
        reason: String = transfer.reason.to_string(),
    }
}

view! {
    /// 撤回或者放弃 / What a party took back or gave up, and by what word.
    #[schema(as = CaseGivenUp)]
    pub(crate) GivenUpView of given_up: &GivenUp<S> where S: NamedEnum {
        /// 步骤 / By which step.
        step: StepCode = StepCode(given_up.step.as_str()),
        /// 登记之日 / The day it was recorded.
        on: NaiveDate = given_up.on,
        /// 收到之日 / The day on which it came in.
        received_on: NaiveDate = given_up.word.received.on,
        /// 书面材料的副本；申请人凭查询码办理的没有 / The copy of what the party wrote; absent where the applicant used the tracking code.
        #[schema(value_type = Uuid)]
        attachment_id: Option<AttachmentId> = given_up.word.copy,
    }
}

view! {
    /// 身份信息的更正 / A correction of whom the case is about.
    #[schema(as = CaseIdentityChange)]
    pub(crate) IdentityChangeView of change: &IdentityChange {
        /// 更正之日 / The day.
        on: NaiveDate = change.on,
        /// 经办人 / The officer.
        #[schema(value_type = Uuid)]
        officer_id: Option<OfficerId> = change.by,
        /// 更正的内容，不含其值 / What was corrected, without its content.
        members: Vec<IdentityMemberWord> = change.members.iter().copied().map(Into::into).collect(),
        /// 重新公示、说明系同一人或者换发证书之日；尚未处理的没有 / The day on which it was published again, explained, or put on another certificate; absent before.
        settled_on: Option<NaiveDate> = change.settled.as_ref().map(|settled| settled.on),
        /// 系同一人的说明 / Why it is the same person.
        same_person: Option<String> = change.settled.as_ref().and_then(|settled| settled.same_person.as_ref()).map(ToString::to_string),
    }
}

/// 期限的变动 / What a step did to a clock.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct ClockMoved {
    /// 期限 / Which clock.
    clock: ClockKindCode,
    /// 当事人；不分当事人的没有 / The party whose time it is; absent where it is not a party's.
    party: Option<PartyWord>,
    /// 记录 / The entry.
    entry: ClockEntry,
}

view! {
    /// 办理历史的一条 / An entry in the history of a file.
    pub(crate) CaseHistoryEntry of entry: &HistoryEntry<P> where P: Procedure {
        /// 编号 / Its id.
        #[schema(value_type = Uuid)]
        id: CaseEntryId = entry.id,
        /// 行为人 / The actor.
        #[schema(value_type = Uuid)]
        actor_id: CaseId = entry.case,
        /// 记录时间 / When it was recorded.
        recorded_at: DateTime<Utc> = entry.recorded_at,
        /// 客户端 / The client.
        #[schema(value_type = Uuid)]
        client_id: Option<ClientId> = entry.client,
        /// 经办人 / The acting officer.
        #[schema(value_type = Uuid)]
        officer_id: Option<OfficerId> = entry.officer,
        /// 步骤；申报和更正没有 / The step; absent for the report and for corrections.
        step: Option<StepCode> = executed(entry).map(|it| StepCode(it.step.as_str())),
        /// 办理之日 / The legal day of the step.
        on: Option<NaiveDate> = executed(entry).map(|it| it.on),
        /// 之前的状态 / The state before.
        from: Option<StateCode> = executed(entry).map(|it| StateCode(it.from.as_str())),
        /// 之后的状态 / The state afterwards.
        to: Option<StateCode> = executed(entry).map(|it| StateCode(it.to.as_str())),
        /// 第二名经办人 / The second officer.
        #[schema(value_type = Uuid)]
        second_officer_id: Option<OfficerId> = executed(entry).and_then(|it| it.second).map(|it| it.officer),
        /// 共同签署的基金会或者协会经办人 / The officer of the foundation or association.
        #[schema(value_type = Uuid)]
        co_signer_id: Option<OfficerId> = executed(entry).and_then(|it| it.co_signer).map(|it| it.officer),
        /// 更正的事实，写作 JSON Pointer，不含内容 / The corrected members, as JSON Pointers, without their content.
        #[schema(example = json!(["/occurred_on"]))]
        corrected: Vec<String> = entry.events.iter().flat_map(corrected).cloned().collect(),
        /// 更正的身份信息，不含其值 / What was corrected of whom the case is about, without its content.
        identified: Vec<IdentityMemberWord> = entry.events.iter().flat_map(identified).copied().map(Into::into).collect(),
        /// 期限的变动 / Changes of clocks.
        clocks: Vec<ClockMoved> = entry.events.iter().filter_map(moved).collect(),
        /// 应制作的文书 / Documents to be made and sent.
        documents_due: Vec<StepDocumentCode> = entry.events.iter().filter_map(document_due).collect(),
        /// 迟于规定工作日登记的，实际发生之日 / Where it was entered late, the day on which it happened.
        entered_late_for: Option<NaiveDate> = entry.events.iter().find_map(entered_late),
    }
}

fn executed<P: Procedure>(entry: &HistoryEntry<P>) -> Option<&ExecutedStep<P>> {
    entry.events.iter().find_map(|event| match event {
        CaseEvent::Step(executed) => Some(executed),
        _ => None,
    })
}

fn corrected<P: Procedure>(event: &CaseEvent<P>) -> &[String] {
    match event {
        CaseEvent::Corrected { fields } => fields,
        _ => &[],
    }
}

fn identified<P: Procedure>(event: &CaseEvent<P>) -> &[IdentityMember] {
    match event {
        CaseEvent::Identified { members } => members,
        _ => &[],
    }
}

fn document_due<P: Procedure>(event: &CaseEvent<P>) -> Option<StepDocumentCode> {
    match event {
        CaseEvent::DocumentDue(document) => Some(StepDocumentCode(document.as_str())),
        _ => None,
    }
}

fn moved<P: Procedure>(event: &CaseEvent<P>) -> Option<ClockMoved> {
    match event {
        CaseEvent::Clock {
            clock,
            party,
            entry,
        } => Some(ClockMoved {
            clock: ClockKindCode(clock.as_str()),
            party: party.map(Into::into),
            entry: entry.into(),
        }),
        _ => None,
    }
}

/// 一页办理历史 / A page of a history.
pub(crate) type CaseHistoryPage = Page<CaseHistoryEntry>;

view! {
    /// 待办事项 / Something that is due of the body that holds a case.
    #[schema(as = WorklistItem)]
    pub(crate) TaskView of (task, today): (&Task, NaiveDate) {
        /// 程序 / The procedure.
        procedure: String = task.procedure.clone(),
        /// 案卷：事迹、市外认定等，随程序而定 / The file: a deed, a recognition, as the procedure says.
        file_id: Uuid = task.file,
        /// 事迹，仅用于事迹的确认 / The deed; only in the confirmation of deeds.
        deed_id: Option<Uuid> = (task.procedure == ProcedureName::Deed.as_str()).then_some(task.file),
        /// 行为人 / The actor.
        #[schema(value_type = Uuid)]
        actor_id: CaseId = task.case,
        /// 承办单位所在区划 / The region of the body that holds the case.
        #[schema(example = "371502")]
        region_code: String = task.region.to_string(),
        /// 期限 / What is due.
        #[schema(value_type = ClockKindCode)]
        kind: String = task.kind.clone(),
        /// 是否为法定期限；否则为内部目标 / Whether a statute sets the time; otherwise it is an internal target.
        statutory: bool = task.statutory,
        /// 末日；末日不确定时，为其可能的最早一日 / The last day, or the first that it can be.
        due_on: NaiveDate = task.due_on,
        /// 末日不确定时，为其可能的最晚一日；此日已过即为逾期。期限可能中止的没有 / Where the day itself is not known, the last that it can be: once that is over the task is overdue. Absent where the clock may be paused.
        due_until: Option<NaiveDate> = task.due_until.filter(|_| !task.is_exact()),
        /// 末日是否确定；所需年度的放假安排尚未载入的为否 / Whether `due_on` is the day itself; not while the days off of a year are not loaded on which it depends.
        exact: bool = task.is_exact(),
        /// 是否逾期：无论放假如何安排，末日均已过 / Whether the last day is over, whatever the days off are.
        overdue: bool = task.is_overdue(today),
        /// 经办人：代表承办单位最近办理的人；尚无人办理的没有 / The officer in charge, who acted last for the body; absent before anybody did.
        #[schema(value_type = Option<Uuid>)]
        officer_id: Option<OfficerId> = task.officer,
    }
}

/// 一页待办事项 / A page of a worklist.
pub(crate) type WorklistPage = Page<TaskView>;
