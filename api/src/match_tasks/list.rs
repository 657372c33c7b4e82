use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::MatchTaskId;
use persistence::match_tasks;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::TAG;
use super::wire::{MatchTaskPage, MatchTaskView};
use crate::auth::Caller;
use crate::auth::permissions::PeopleMerge;
use crate::http::{PageQuery, Query};
use crate::problems::Problem;
use crate::services::Services;
use crate::words::MatchTaskStatusWord;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct MatchTaskQuery {
    /// 只列该状态的 / Only those that stand there.
    #[param(inline, example = "open")]
    status: Option<MatchTaskStatusWord>,
}

/// 核对任务列表 / List match tasks
///
/// 仅限市级。登记的公民身份号码已有其他区县的档案时，自动产生一项。 / Only for the city. One is opened when
/// somebody is registered whose citizen number a file of another county holds.
#[utoipa::path(
    tag = TAG,
    operation_id = "match_task_list",
    security(("oauth2" = ["people:merge"])),
    extensions(("x-problem-codes" = json!(["city_only"]))),
    params(MatchTaskQuery, PageQuery),
    responses(
        (status = 200, description = "一页任务 / A page of tasks", body = MatchTaskPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
    ),
)]
#[get("/v1/match-tasks")]
pub(super) async fn match_task_list(
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
