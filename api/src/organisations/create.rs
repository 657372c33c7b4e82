use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::organisations::OrganisationProfile;
use persistence::audit::Change;
use persistence::{RegionScope, StoreError, Tx, organisations};
use serde_json::json;

use super::wire::{NewOrganisation, OrganisationView};
use super::{TAG, address, subject, tag};
use crate::auth::Caller;
use crate::auth::permissions::OrganisationsWrite;
use crate::commands::{Answer, Command, Effect};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::problems::{Code, Problem};
use crate::state::State;

/// 登记机构 / Register an organisation
///
/// 统一社会信用代码已登记，或同一区划内已有同名机构的，答复 409 `organisation_exists`。 / A credit code
/// that is registered already, or a name that the region has already, is 409 `organisation_exists`.
#[utoipa::path(
    tag = TAG,
    operation_id = "organisation_create",
    security(("oauth2" = ["organisations:write"])),
    params(CommandHeaders, CommandQuery),
    request_body = NewOrganisation,
    extensions(("x-problem-codes" = json!(["organisation_exists"]))),
    responses(
        (status = 201, description = "已登记 / Registered", body = OrganisationView,
            headers(("Location" = String, description = "机构的地址 / Its address"),
                    ("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[post("/v1/organisations")]
pub(super) async fn organisation_create(
    caller: Caller<OrganisationsWrite>,
    state: Data<State>,
    command: Command,
    body: Body<NewOrganisation>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let input = body.value.parse(&scope, &state.policies.city());
    command
        .run(&caller, &body.raw, input, move |acting, profile| {
            let organisation = organisations::insert(acting.tx, profile)
                .map_err(|error| refusal(acting.tx, &scope, profile, error))?;
            let change = Change::new(
                "organisation.registered",
                subject(&organisation),
                json!({ "kind": organisation.profile.kind.as_str() }),
            );
            let view = OrganisationView::from(&organisation);
            let answer = Answer::created(address(organisation.id), &view)?;
            Ok(Effect::of(change, answer.tagged(&tag(&organisation))))
        })
        .await
}

/// The problem of a write that failed; a duplicate names the organisation that is there already if
/// the caller may see it.
pub(super) fn refusal(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    profile: &OrganisationProfile,
    error: StoreError,
) -> Problem {
    if !matches!(error, StoreError::Duplicate) {
        return error.into();
    }
    let problem = Problem::new(Code::OrganisationExists);
    match organisations::find_same(tx, scope, profile) {
        Ok(Some(same)) => problem.with("existing", json!(OrganisationView::from(&same))),
        Ok(None) => problem,
        Err(error) => error.into(),
    }
}
