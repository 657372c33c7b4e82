use chrono::NaiveDate;
use domain::ids::{ActorId, DeedId, OfficerId};
use persistence::deeds::Task;
use serde::Serialize;
use utoipa::ToSchema;

use crate::words::ClockKindWord;

/// 待办事项 / Something that is due of the body that holds a case.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WorklistItem)]
struct TaskView {
    /// 事迹 / The deed.
    #[schema(value_type = Uuid)]
    deed_id: DeedId,
    /// 行为人 / The actor.
    #[schema(value_type = Uuid)]
    actor_id: ActorId,
    /// 承办单位所在区划 / The region of the body that holds the case.
    #[schema(example = "371502")]
    region_code: String,
    /// 期限 / What is due.
    kind: ClockKindWord,
    /// 是否为法定期限；否则为内部目标 / Whether the time stands in a statute; otherwise it is the service's own target.
    statutory: bool,
    /// 末日 / The last day.
    due_on: NaiveDate,
    /// 末日是否确定；所需年度放假安排未公布时为否，此时 `due_on` 之前不会到期 / Whether that is the day itself; while the days off of a year are not published, nothing is due before `due_on`.
    exact: bool,
    /// 是否逾期 / Whether the day is over.
    overdue: bool,
    /// 经办人：代表承办单位最近办理的人；尚无人办理的没有 / The officer in charge, who acted last for the body; absent before anybody did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, value_type = Option<Uuid>)]
    officer_id: Option<OfficerId>,
}

impl TaskView {
    fn new(task: &Task, today: NaiveDate) -> Self {
        Self {
            deed_id: task.deed,
            actor_id: task.actor,
            region_code: task.region.to_string(),
            kind: task.due.kind.into(),
            statutory: task.due.kind.statutory(),
            due_on: task.due.due_on,
            exact: task.due.exact,
            overdue: task.due.exact && task.due.due_on < today,
            officer_id: task.officer,
        }
    }
}

/// 一页待办事项 / A page of a worklist.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::deeds) struct WorklistPage {
    /// 先到期的在前 / What is due first comes first.
    items: Vec<TaskView>,
    /// 下一页的游标；末页没有 / The cursor of the next page; absent on the last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    next: Option<String>,
    /// 总数，仅在 count=true 时给出 / The number of all items; only when `count=true`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, minimum = 0)]
    total: Option<i64>,
}

impl WorklistPage {
    pub(in crate::deeds) fn new(
        tasks: &[Task],
        today: NaiveDate,
        next: Option<String>,
        total: Option<i64>,
    ) -> Self {
        Self {
            items: tasks
                .iter()
                .map(|task| TaskView::new(task, today))
                .collect(),
            next,
            total,
        }
    }
}
