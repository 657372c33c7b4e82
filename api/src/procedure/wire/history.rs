use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{CaseEntryId, CaseId, ClientId, OfficerId};
use domain::named::NamedEnum;
use domain::procedure::{CaseEvent, ExecutedStep, Procedure};
use persistence::cases::HistoryEntry;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::clock::ClockEntry;
use crate::http::Page;
use crate::procedure::entered_late;
use crate::procedure::words::{ClockKindCode, StateCode, StepCode, StepDocumentCode};
use crate::words::PartyWord;

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

/// 办理历史的一条 / An entry in the history of a file.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CaseHistoryEntry {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: CaseEntryId,
    /// 行为人 / The actor.
    #[schema(value_type = Uuid)]
    actor_id: CaseId,
    /// 记录时间 / When it was recorded.
    recorded_at: DateTime<Utc>,
    /// 客户端 / By which client.
    #[schema(value_type = Uuid)]
    client_id: Option<ClientId>,
    /// 经办人 / For which officer.
    #[schema(value_type = Uuid)]
    officer_id: Option<OfficerId>,
    /// 步骤；申报和更正没有 / The step; absent for the report and for corrections.
    step: Option<StepCode>,
    /// 办理之日 / The legal day of the step.
    on: Option<NaiveDate>,
    /// 之前的状态 / The state before.
    from: Option<StateCode>,
    /// 之后的状态 / The state afterwards.
    to: Option<StateCode>,
    /// 第二名经办人 / The second officer.
    #[schema(value_type = Uuid)]
    second_officer_id: Option<OfficerId>,
    /// 共同签署的基金会或者协会经办人 / The officer of the foundation or association.
    #[schema(value_type = Uuid)]
    co_signer_id: Option<OfficerId>,
    /// 更正的事实，写作 JSON Pointer，不含内容 / What was put right, as JSON Pointers, without what it says.
    #[schema(example = json!(["/occurred_on"]))]
    corrected: Vec<String>,
    /// 期限的变动 / What it did to clocks.
    clocks: Vec<ClockMoved>,
    /// 应制作的文书 / Documents to be made and sent.
    documents_due: Vec<StepDocumentCode>,
    /// 迟于规定工作日登记的，实际发生之日 / Where it was entered late, the day on which it happened.
    entered_late_for: Option<NaiveDate>,
}

impl<P: Procedure> From<&HistoryEntry<P>> for CaseHistoryEntry {
    fn from(entry: &HistoryEntry<P>) -> Self {
        let executed = entry.events.iter().find_map(|event| match event {
            CaseEvent::Step(executed) => Some(executed),
            _ => None,
        });
        let signer = |signer: fn(&ExecutedStep<P>) -> Option<OfficerId>| executed.and_then(signer);
        Self {
            id: entry.id,
            actor_id: entry.case,
            recorded_at: entry.recorded_at,
            client_id: entry.client,
            officer_id: entry.officer,
            step: executed.map(|executed| StepCode(executed.step.as_str())),
            on: executed.map(|executed| executed.on),
            from: executed.map(|executed| StateCode(executed.from.as_str())),
            to: executed.map(|executed| StateCode(executed.to.as_str())),
            second_officer_id: signer(|executed| executed.second.map(|signer| signer.officer)),
            co_signer_id: signer(|executed| executed.co_signer.map(|signer| signer.officer)),
            corrected: entry
                .events
                .iter()
                .filter_map(|event| match event {
                    CaseEvent::Corrected { fields } => Some(fields.clone()),
                    _ => None,
                })
                .flatten()
                .collect(),
            clocks: entry.events.iter().filter_map(moved).collect(),
            documents_due: entry
                .events
                .iter()
                .filter_map(|event| match event {
                    CaseEvent::DocumentDue(document) => Some(StepDocumentCode(document.as_str())),
                    _ => None,
                })
                .collect(),
            entered_late_for: entry.events.iter().find_map(entered_late),
        }
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
