use chrono::NaiveDate;
use domain::ids::{CaseId, OfficerId};
use persistence::cases::Task;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::http::Page;
use crate::procedure::registry::ProcedureName;
use crate::procedure::words::ClockKindCode;

/// 待办事项 / Something that is due of the body that holds a case.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WorklistItem)]
pub(crate) struct TaskView {
    /// 程序 / The procedure.
    procedure: String,
    /// 案卷：事迹、市外认定等，随程序而定 / The file: a deed, a recognition, as the procedure says.
    file_id: Uuid,
    /// 事迹，仅用于事迹的确认 / The deed; only in the confirmation of deeds.
    deed_id: Option<Uuid>,
    /// 行为人 / The actor.
    #[schema(value_type = Uuid)]
    actor_id: CaseId,
    /// 承办单位所在区划 / The region of the body that holds the case.
    #[schema(example = "371502")]
    region_code: String,
    /// 期限 / What is due.
    #[schema(value_type = ClockKindCode)]
    kind: String,
    /// 是否为法定期限；否则为内部目标 / Whether the time stands in a statute; otherwise it is the service's own target.
    statutory: bool,
    /// 末日 / The last day.
    due_on: NaiveDate,
    /// 末日是否确定；所需年度放假安排未公布时为否，此时 `due_on` 之前不会到期 / Whether that is the day itself; while the days off of a year are not published, nothing is due before `due_on`.
    exact: bool,
    /// 是否逾期 / Whether the day is over.
    overdue: bool,
    /// 经办人：代表承办单位最近办理的人；尚无人办理的没有 / The officer in charge, who acted last for the body; absent before anybody did.
    #[schema(value_type = Option<Uuid>)]
    officer_id: Option<OfficerId>,
}

impl TaskView {
    pub(crate) fn new(task: &Task, today: NaiveDate) -> Self {
        Self {
            deed_id: (task.procedure == ProcedureName::Deed.as_str()).then_some(task.file),
            procedure: task.procedure.clone(),
            file_id: task.file,
            actor_id: task.case,
            region_code: task.region.to_string(),
            kind: task.kind.clone(),
            statutory: task.statutory,
            due_on: task.due_on,
            exact: task.exact,
            overdue: task.exact && task.due_on < today,
            officer_id: task.officer,
        }
    }
}

/// 一页待办事项 / A page of a worklist.
pub(crate) type WorklistPage = Page<TaskView>;
