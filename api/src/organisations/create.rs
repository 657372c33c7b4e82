use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::error::Coded;
use domain::ids::OrganisationId;
use domain::organisations::OrganisationProfile;
use persistence::audit::Change;
use persistence::organisations::Organisation;
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
use crate::services::Services;

/// 登记机构 / Register an organisation
///
/// 辖区内已登记同一统一社会信用代码，或同一区划内已有同名机构的，答复 409 `organisation_exists`。 / A
/// credit code that is registered in your regions already, or a name that the region has already, is
/// 409 `organisation_exists`.
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
    services: Data<Services>,
    command: Command,
    body: Body<NewOrganisation>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let input = body.value.parse(&scope, &services.policies.city());
    command
        .run(&caller, &body.raw, input, move |acting, profile| {
            let id = acting.tx.new_id();
            let (organisation, change) = register(acting.tx, id, profile)
                .map_err(|error| refusal(acting.tx, &scope, profile, None, error))?;
            let view = OrganisationView::from(&organisation);
            let answer = Answer::created(address(organisation.id), &view)?;
            Ok(Effect::of(change, answer.tagged(&tag(&organisation))))
        })
        .await
}

/// Registers an organisation.
pub(crate) fn register(
    tx: &mut Tx<'_>,
    id: OrganisationId,
    profile: &OrganisationProfile,
) -> Result<(Organisation, Change), StoreError> {
    let organisation = organisations::insert_as(tx, id, profile)?;
    let change = Change::new(
        "organisation.registered",
        subject(&organisation),
        json!({ "kind": organisation.profile.kind.as_str() }),
    );
    Ok((organisation, change))
}

domain::faults! {
    struct CreditCodeUnavailable = "credit_code_unavailable",
        "此统一社会信用代码不能使用，请核对；核对无误的，请与市级联系",
        "This credit code cannot be used. Compare all characters; if they are right, the city can help.";
}

/// The problem of a write that failed: a duplicate names the organisation that is there already,
/// other than the `changed` one itself. Where the caller may not see that one, the answer says no
/// more than that the credit code cannot be used.
pub(super) fn refusal(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    profile: &OrganisationProfile,
    changed: Option<OrganisationId>,
    error: StoreError,
) -> Problem {
    if !matches!(error, StoreError::Duplicate) {
        return error.into();
    }
    match organisations::find_same(tx, scope, profile, changed) {
        Ok(Some(same)) => Problem::new(Code::OrganisationExists)
            .with("existing", json!(OrganisationView::from(&same))),
        Ok(None) => CreditCodeUnavailable.at("/credit_code").into(),
        Err(error) => error.into(),
    }
}
