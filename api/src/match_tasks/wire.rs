//! Match tasks as they are shown.

use chrono::{DateTime, Utc};
use domain::ids::{MatchTaskId, PersonId};
use persistence::match_tasks::MatchTask;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::http::Page;
use crate::words::MatchTaskStatusWord;

/// 核对任务：两份档案可能是同一人 / A task to decide whether two files are one person.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MatchTask)]
pub(super) struct MatchTaskView {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: MatchTaskId,
    /// 较新的档案 / The younger file.
    #[schema(value_type = Uuid)]
    person_id: PersonId,
    /// 较早的档案 / The older file.
    #[schema(value_type = Uuid)]
    other_person_id: PersonId,
    /// 缘由：`same_citizen_number` 同一公民身份号码 / Why they may be one person: the same citizen number.
    #[schema(example = "same_citizen_number")]
    reason: String,
    /// 状态 / Where it stands.
    status: MatchTaskStatusWord,
    /// 排除的理由；由系统排除的，写明由何任务接替 / Why it was dismissed; of one that the service dismissed, which task stands in its place.
    note: Option<String>,
    /// 版本，每次更新加一 / One more with every change.
    #[schema(minimum = 1, example = 1)]
    version: i64,
    /// 产生时间 / When it was opened.
    created_at: DateTime<Utc>,
    /// 最近更新时间 / When it was last changed.
    updated_at: DateTime<Utc>,
}

impl From<&MatchTask> for MatchTaskView {
    fn from(task: &MatchTask) -> Self {
        Self {
            id: task.id,
            person_id: task.person,
            other_person_id: task.other_person,
            reason: task.reason.clone(),
            status: task.status.into(),
            note: task.note.clone(),
            version: task.version,
            created_at: task.created_at,
            updated_at: task.updated_at,
        }
    }
}

/// 一页核对任务 / A page of match tasks.
pub(super) type MatchTaskPage = Page<MatchTaskView>;
