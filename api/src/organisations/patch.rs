use actix_web::{HttpResponse, patch};
use domain::ids::OrganisationId;
use persistence::audit::Change;
use persistence::organisations;
use serde_json::json;

use super::create::refusal;
use super::wire::{OrganisationChange, OrganisationView};
use super::{EXAMPLE_ORGANISATION, TAG, subject, tag};
use crate::auth::Caller;
use crate::auth::permissions::OrganisationsWrite;
use crate::commands::{Answer, Command, Effect};
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::http::{Body, IfMatch, Path, Required};
use crate::problems::{Code, Problem, ProblemDocument};

/// 更新机构 / Change an organisation
///
/// JSON Merge Patch：未写的成员不变。区划不可更改。没有实际变化时版本不变。 / JSON Merge Patch: what is
/// left out stays. The region cannot change. A patch that changes nothing makes no new version.
#[utoipa::path(
    tag = TAG,
    operation_id = "organisation_update",
    security(("oauth2" = ["organisations:write"])),
    params(
        ("id" = Uuid, Path, description = "机构编号 / The organisation's id", example = json!(EXAMPLE_ORGANISATION)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body(content(
        (OrganisationChange = "application/merge-patch+json"),
        (OrganisationChange = "application/json"),
    )),
    responses(
        (status = 200, description = "更新后的机构 / The organisation as it is now", body = OrganisationView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
        (status = 409, description = "`organisation_exists`: 已有同一代码或同名的机构 / Another organisation has this code or name\n\n`idempotency_in_progress`: 同一请求正在处理 / The same request is still running",
            body = ProblemDocument, content_type = "application/problem+json"),
    ),
)]
#[patch("/v1/organisations/{id}")]
pub(super) async fn organisation_update(
    caller: Caller<OrganisationsWrite>,
    Path(id): Path<OrganisationId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<OrganisationChange>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let input = body.value.parse();
    command
        .run(&caller, &body.raw, input, move |acting, patch| {
            let current =
                organisations::find(acting.tx, &scope, id)?.ok_or_else(Problem::not_found)?;
            if !condition.allows(current.version) {
                return Err(Problem::new(Code::StaleVersion));
            }
            let profile = current.profile.patched(patch);
            if profile == current.profile {
                let answer = Answer::ok(&OrganisationView::from(&current))?;
                return Ok(Effect::none(answer.tagged(&tag(&current))));
            }
            let changed = organisations::update(acting.tx, &current, &profile)
                .map_err(|error| refusal(acting.tx, &scope, &profile, error))?
                .ok_or_else(|| Problem::new(Code::StaleVersion))?;
            let change = Change::new("organisation.changed", subject(&changed), json!({}));
            let answer = Answer::ok(&OrganisationView::from(&changed))?;
            Ok(Effect::of(change, answer.tagged(&tag(&changed))))
        })
        .await
}
