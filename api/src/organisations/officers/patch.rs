use actix_web::{HttpResponse, patch};
use domain::ids::OfficerId;
use persistence::audit::Change;
use persistence::officers;
use serde_json::json;

use super::wire::{OfficerChange, OfficerView};
use super::{TAG, subject, tag};
use crate::auth::Caller;
use crate::auth::permissions::OrganisationsWrite;
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::http::{Body, IfMatch, Path, Required};
use crate::problems::{Code, Problem};

/// 更新工作人员 / Change an officer
///
/// JSON Merge Patch：改职务，或停用。没有实际变化时版本不变。 / JSON Merge Patch: another position, or no
/// longer in office. A patch that changes nothing makes no new version.
#[utoipa::path(
    tag = TAG,
    operation_id = "officer_update",
    security(("oauth2" = ["organisations:write"])),
    params(
        ("id" = Uuid, Path, description = "工作人员编号 / The officer's id", example = json!(ids::OFFICER)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body(content(
        (OfficerChange = "application/merge-patch+json"),
        (OfficerChange = "application/json"),
    )),
    responses(
        (status = 200, description = "更新后的工作人员 / The officer as of now", body = OfficerView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[patch("/v1/officers/{id}")]
pub(super) async fn officer_update(
    caller: Caller<OrganisationsWrite>,
    Path(id): Path<OfficerId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<OfficerChange>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let input = body.value.parse();
    command
        .run(&caller, &body.raw, input, move |acting, patch| {
            let current = officers::find(acting.tx, &scope, id)?.ok_or_else(Problem::not_found)?;
            if !condition.allows(current.version) {
                return Err(Problem::new(Code::StaleVersion));
            }
            if !patch.changes(&current.position, current.active) {
                let answer = Answer::ok(&OfficerView::from(&current))?;
                return Ok(Effect::none(answer.tagged(&tag(&current))));
            }
            let changed = officers::update(acting.tx, &current, patch)?
                .ok_or_else(|| Problem::new(Code::StaleVersion))?;
            let change = Change::new(
                "officer.changed",
                subject(&changed),
                json!({ "active": changed.active }),
            );
            let answer = Answer::ok(&OfficerView::from(&changed))?;
            Ok(Effect::of(change, answer.tagged(&tag(&changed))))
        })
        .await
}
