use actix_web::{HttpResponse, patch};
use domain::ids::OrganisationId;
use persistence::audit::Change;
use persistence::organisations;
use serde_json::json;

use super::create::refusal;
use super::wire::{OrganisationChange, OrganisationView};
use super::{TAG, subject, tag};
use crate::auth::Caller;
use crate::auth::permissions::OrganisationsWrite;
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::http::{Body, IfMatch, Path, Required};
use crate::problems::{Code, Problem};

/// 更新机构 / Change an organisation
///
/// JSON Merge Patch：未写的成员不变。区划不可更改。没有实际变化时版本不变。 / JSON Merge Patch: what is
/// left out stays. The region cannot change. A patch that changes nothing makes no new version.
#[utoipa::path(
    tag = TAG,
    operation_id = "organisation_update",
    security(("oauth2" = ["organisations:write"])),
    params(
        ("id" = Uuid, Path, description = "机构编号 / The organisation's id", example = json!(ids::ORGANISATION)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body(content(
        (OrganisationChange = "application/merge-patch+json"),
        (OrganisationChange = "application/json"),
    )),
    extensions(("x-problem-codes" = json!(["organisation_exists"]))),
    responses(
        (status = 200, description = "更新后的机构 / The organisation as it is now", body = OrganisationView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
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
                .map_err(|error| refusal(acting.tx, &scope, &profile, Some(id), error))?
                .ok_or_else(|| Problem::new(Code::StaleVersion))?;
            let change = Change::new("organisation.changed", subject(&changed), json!({}));
            let answer = Answer::ok(&OrganisationView::from(&changed))?;
            Ok(Effect::of(change, answer.tagged(&tag(&changed))))
        })
        .await
}
