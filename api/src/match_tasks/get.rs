use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::MatchTaskId;
use persistence::match_tasks;

use super::wire::MatchTaskView;
use super::{TAG, tag};
use crate::auth::Caller;
use crate::auth::permissions::PeopleMerge;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, Path, conditional};
use crate::problems::Problem;
use crate::services::Services;

/// 查询核对任务 / Read a match task
///
/// 仅限市级。 / Only for the city.
#[utoipa::path(
    tag = TAG,
    operation_id = "match_task_get",
    security(("oauth2" = ["people:merge"])),
    extensions(("x-problem-codes" = json!(["city_only"]))),
    params(
        ("id" = Uuid, Path, description = "任务编号 / The task's id", example = json!(ids::MATCH_TASK)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "任务 / The task", body = MatchTaskView,
            headers(("ETag" = String, description = "供 If-Match 和 If-None-Match 使用 / For `If-Match` and `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/match-tasks/{id}")]
pub(super) async fn match_task_get(
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
