use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::error::FieldErrors;
use domain::ids::MatchTaskId;
use domain::people::MatchStatus;
use domain::text::Line;
use persistence::match_tasks;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use validator::Validate;

use super::wire::MatchTaskView;
use super::{TAG, closed, tag};
use crate::auth::Caller;
use crate::auth::permissions::PeopleMerge;
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::http::{Body, IfMatch, Path, Required};
use crate::problems::{Code, Problem};
use crate::services::Services;

/// 排除 / Why the two files stay apart.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "reason": "经核对，其中一份档案的号码录入有误" }))]
struct MatchTaskDismissal {
    /// 理由 / Why.
    #[validate(length(min = 1, max = 500))]
    #[schema(min_length = 1, max_length = 500)]
    reason: String,
}

/// 排除核对任务 / Dismiss a match task
///
/// 仅限市级，须指明承办人。两份档案维持各自独立，此后不再就同一对档案产生任务。 / Only the city, and only
/// for an officer. The two files stay apart, and no further task is opened for the pair.
#[utoipa::path(
    tag = TAG,
    operation_id = "match_task_dismiss",
    security(("oauth2" = ["people:merge"])),
    extensions(("x-problem-codes" = json!(["city_only", "not_possible"]))),
    params(
        ("id" = Uuid, Path, description = "任务编号 / The task's id", example = json!(ids::MATCH_TASK)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body = MatchTaskDismissal,
    responses(
        (status = 200, description = "已排除 / The task, dismissed", body = MatchTaskView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/match-tasks/{id}/dismissal")]
pub(super) async fn match_task_dismiss(
    caller: Caller<PeopleMerge>,
    services: Data<Services>,
    Path(id): Path<MatchTaskId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<MatchTaskDismissal>,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let city = services.policies.city();
    let mut faults = FieldErrors::new();
    let input = faults
        .take("/reason", Line::<500>::parse(&body.value.reason))
        .ok_or_else(|| Problem::invalid_data(faults));
    command
        .run(&caller, &body.raw, input, move |acting, reason| {
            let task = match_tasks::find(acting.tx, id)?.ok_or_else(Problem::not_found)?;
            acting.require_officer()?;
            if !condition.allows(task.version) {
                return Err(Problem::new(Code::StaleVersion));
            }
            if task.status != MatchStatus::Open {
                return Err(
                    Problem::new(Code::NotPossible).with("unmet", json!(["match_task_open"]))
                );
            }
            let note = Some(reason.as_str());
            let task = match_tasks::close(acting.tx, &task, MatchStatus::Dismissed, note)?;
            let answer = Answer::ok(&MatchTaskView::from(&task))?.tagged(&tag(&task));
            Ok(Effect::of(closed(&task, city), answer))
        })
        .await
}
