//! The city's word on a match task: that the files are of two people, or that this is to be looked at again.
//!
//! A merge of the pair and a word on its task exclude each other: both lock the two people first.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::error::FieldErrors;
use domain::ids::{MatchTaskId, PersonId};
use domain::people::{FileStatus, MatchStatus};
use domain::text::Paragraphs;
use persistence::match_tasks::{self, MatchTask};
use persistence::{RegionScope, StoreError, Tx, people};
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;

use super::{MatchTaskView, closed, reopened, tag};
use crate::auth::Caller;
use crate::auth::permissions::PeopleMerge;
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::http::{Body, BoundedParagraphs, IfMatch, Path, Required};
use crate::problems::Problem;
use crate::services::Services;

/// 排除核对任务 / Dismiss a match task
///
/// 仅限市级，须指明承办人。两份档案维持各自独立：此后不再就同一对档案产生任务，也不能合并，直至任务重新启动。 / Only the city,
/// and only for an officer. The two files stay apart: no further task is opened for the pair, and they are not
/// merged, until the task is reopened.
#[utoipa::path(
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
    let input = because(&body.value.reason);
    command
        .run(&caller, &body.raw, input, move |acting, reason| {
            let task = decide(acting, id, &services, &condition)?;
            if task.status != MatchStatus::Open {
                return Err(Problem::not_possible(&[TaskFault::NotOpen], ""));
            }
            let status = MatchStatus::Dismissed;
            let task = match_tasks::set_status(acting.tx, &task, status, Some(reason.as_str()))?;
            let answer = Answer::ok(&MatchTaskView::from(&task))?.tagged(&tag(&task));
            Ok(Effect::of(closed(&task, city), answer))
        })
        .await
}

/// 重新启动核对任务 / Reopen a match task
///
/// 仅限市级，须指明承办人。认定两份档案不是同一人有误的，重新启动被排除的任务，再行合并或者排除。 / Only the city, and only for
/// an officer. Where it was wrong that the files are of two people, the dismissed task is open again, and then they are
/// merged or left apart.
#[utoipa::path(
    security(("oauth2" = ["people:merge"])),
    extensions(("x-problem-codes" = json!(["city_only", "not_possible"]))),
    params(
        ("id" = Uuid, Path, description = "任务编号 / The task's id", example = json!(ids::MATCH_TASK)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body = MatchTaskReopening,
    responses(
        (status = 200, description = "已重新启动 / The task, open again", body = MatchTaskView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[post("/v1/match-tasks/{id}/reopening")]
pub(super) async fn match_task_reopen(
    caller: Caller<PeopleMerge>,
    services: Data<Services>,
    Path(id): Path<MatchTaskId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<MatchTaskReopening>,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let city = services.policies.city();
    let input = because(&body.value.reason);
    command
        .run(&caller, &body.raw, input, move |acting, reason| {
            let task = decide(acting, id, &services, &condition)?;
            if task.status != MatchStatus::Dismissed {
                return Err(Problem::not_possible(&[TaskFault::NotDismissed], ""));
            }
            if !both_active(acting.tx, &task)? {
                return Err(Problem::not_possible(&[TaskFault::FileMerged], ""));
            }
            let status = MatchStatus::Open;
            let task = match_tasks::set_status(acting.tx, &task, status, Some(reason.as_str()))?;
            let answer = Answer::ok(&MatchTaskView::from(&task))?.tagged(&tag(&task));
            Ok(Effect::of(reopened(&task, city), answer))
        })
        .await
}

fn because(reason: &str) -> Result<Paragraphs<500>, Problem> {
    let mut faults = FieldErrors::new();
    faults
        .take("/reason", Paragraphs::parse(reason))
        .ok_or_else(|| Problem::invalid_data(faults))
}

/// The task on which an officer of the city decides, as the one before left it.
fn decide(
    acting: &mut Acting<'_, '_>,
    id: MatchTaskId,
    services: &Services,
    condition: &IfMatch,
) -> Result<MatchTask, Problem> {
    let task = locked(acting.tx, id)?;
    acting.require_city_officer(services.policies.city())?;
    condition.require(task.version)?;
    Ok(task)
}

/// The task, with the lock of its two people.
fn locked(tx: &mut Tx<'_>, id: MatchTaskId) -> Result<MatchTask, Problem> {
    let before = match_tasks::find(tx, id)?.ok_or_else(Problem::not_found)?;
    people::lock_with_files(tx, &[before.person, before.other_person])?;
    let task = match_tasks::find(tx, id)?.ok_or_else(Problem::not_found)?;
    if (task.person, task.other_person) == (before.person, before.other_person) {
        Ok(task)
    } else {
        // A merge gave it to another pair in the meantime: their locks are to be taken.
        Err(StoreError::Conflict.into())
    }
}

/// Whether neither file was merged since.
fn both_active(tx: &mut Tx<'_>, task: &MatchTask) -> Result<bool, Problem> {
    let pair: [PersonId; 2] = [task.person, task.other_person];
    for id in pair {
        let file = people::find(tx, &RegionScope::City, id)?.ok_or_else(Problem::not_found)?;
        if file.status != FileStatus::Active {
            return Ok(false);
        }
    }
    Ok(true)
}

domain::faults! {
    /// Why a task cannot be decided on.
    enum TaskFault {
        NotOpen = "match_task_open", "该任务已经办结", "The task was closed already.";
        NotDismissed = "match_task_dismissed",
            "该任务没有被排除，无须重新启动", "The task was not dismissed, so there is nothing to reopen.";
        FileMerged = "match_task_files_active",
            "其中一份档案已并入他档，由存留档案的任务接替",
            "One of the files was merged since; the task of the surviving file stands in its place.";
    }
}

/// 排除 / Dismisses a match task.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "reason": "经核对，其中一份档案的号码录入有误" }))]
pub(super) struct MatchTaskDismissal {
    /// 理由 / Why.
    #[validate(nested)]
    reason: BoundedParagraphs<1, 500>,
}

/// 重新启动 / Reopens a match task.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "reason": "经再次核对，两份档案为同一人" }))]
pub(super) struct MatchTaskReopening {
    /// 理由 / Why.
    #[validate(nested)]
    reason: BoundedParagraphs<1, 500>,
}
