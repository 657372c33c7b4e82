//! The city's tasks to decide whether two files are one person. Only the city sees them: nobody
//! else learns that a foreign file exists.

mod decision;

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use chrono::{DateTime, Utc};
use domain::ids::{MatchTaskId, PersonId};
use domain::regions::RegionCode;
use persistence::audit::{Change, Subject};
use persistence::match_tasks::{self, MatchTask};
use serde::{Deserialize, Serialize};
use serde_json::json;
use serde_with::skip_serializing_none;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::auth::Caller;
use crate::auth::permissions::PeopleMerge;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{EntityTag, IfNoneMatch, Optional, Page, PageQuery, Path, Query, conditional};
use crate::problems::Problem;
use crate::routes::Routes;
use crate::services::Services;
use crate::words::MatchTaskStatusWord;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(match_task_list)
        .service(match_task_get)
        .service(decision::match_task_dismiss)
        .service(decision::match_task_reopen);
}

/// 核对任务列表 / List match tasks
///
/// 仅限市级。登记的公民身份号码已有其他区县的档案时，自动产生一项。 / Only for the city. One is opened when
/// somebody is registered whose citizen number a file of another county holds.
#[utoipa::path(
    security(("oauth2" = ["people:merge"])),
    extensions(("x-problem-codes" = json!(["city_only"]))),
    params(MatchTaskQuery, PageQuery),
    responses(
        (status = 200, description = "一页任务 / A page of tasks", body = MatchTaskPage),
    ),
)]
#[get("/v1/match-tasks")]
async fn match_task_list(
    caller: Caller<PeopleMerge>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<MatchTaskQuery>,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let list = page.of("match-tasks", &query)?;
    let keyset = list.keyset::<MatchTaskId>()?;
    let status = query.status.map(|status| status.0);
    let found = services
        .store
        .read(move |reader| match_tasks::list(reader, status, &keyset))
        .await?;
    list.answer(&found, |task| task.id, |row| MatchTaskView::from(row))
}

/// 查询核对任务 / Read a match task
///
/// 仅限市级。 / Only for the city.
#[utoipa::path(
    security(("oauth2" = ["people:merge"])),
    extensions(("x-problem-codes" = json!(["city_only"]))),
    params(
        ("id" = Uuid, Path, description = "任务编号 / The task's id", example = json!(ids::MATCH_TASK)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "任务 / The task", body = MatchTaskView,
            headers(("ETag" = String, description = "供 If-Match 和 If-None-Match 使用 / For `If-Match` and `If-None-Match`"))),
    ),
)]
#[get("/v1/match-tasks/{id}")]
async fn match_task_get(
    caller: Caller<PeopleMerge>,
    services: Data<Services>,
    Path(id): Path<MatchTaskId>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let task = services
        .store
        .read(move |reader| match_tasks::find(reader, id))
        .await?
        .ok_or_else(Problem::not_found)?;
    Ok(conditional(
        &known,
        &tag(&task),
        &MatchTaskView::from(&task),
    ))
}

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct MatchTaskQuery {
    /// 只列该状态的 / Only those with this status.
    #[param(inline, example = "open")]
    status: Option<MatchTaskStatusWord>,
}

/// 核对任务：两份档案可能是同一人 / A task to decide whether two files are one person.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MatchTask)]
struct MatchTaskView {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: MatchTaskId,
    /// 较新的档案 / The newer file.
    #[schema(value_type = Uuid)]
    person_id: PersonId,
    /// 较早的档案 / The older file.
    #[schema(value_type = Uuid)]
    other_person_id: PersonId,
    /// 缘由：`same_citizen_number` 同一公民身份号码 / Why they may be one person: the same citizen number.
    #[schema(example = "same_citizen_number")]
    reason: String,
    /// 状态 / Its status.
    status: MatchTaskStatusWord,
    /// 最近一次排除或者重新启动的理由；由系统排除的，写明由何任务接替 / Why it was last dismissed or reopened; if the service dismissed it, which task replaces it.
    note: Option<String>,
    /// 版本，每次更新加一 / Increases by one with every change.
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
type MatchTaskPage = Page<MatchTaskView>;

fn tag(task: &MatchTask) -> EntityTag {
    EntityTag::new(task.version, "full")
}

/// The change that a task was opened.
pub(crate) fn opened(task: &MatchTask, city: RegionCode) -> Change {
    change("match_task.opened", task, city)
}

/// The change that a task is now of another pair.
pub(crate) fn repointed(task: &MatchTask, city: RegionCode) -> Change {
    change("match_task.repointed", task, city)
}

/// The change that a dismissed task is open again.
fn reopened(task: &MatchTask, city: RegionCode) -> Change {
    change("match_task.reopened", task, city)
}

/// The change that a task was closed, whether merged or dismissed.
pub(crate) fn closed(task: &MatchTask, city: RegionCode) -> Change {
    change("match_task.closed", task, city)
}

fn change(action: &'static str, task: &MatchTask, city: RegionCode) -> Change {
    let data = json!({
        "person_id": task.person,
        "other_person_id": task.other_person,
        "status": task.status.as_str(),
    });
    let subject = Subject::new("match_task", &task.id, task.version, city);
    Change::new(action, subject, data)
}
