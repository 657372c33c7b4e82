use actix_web::{HttpResponse, post};
use domain::error::Coded;
use domain::identity::PersonName;
use domain::ids::OfficerId;
use domain::organisations::{OrganisationUnknown, Position};
use persistence::audit::Change;
use persistence::officers::Officer;
use persistence::organisations::Organisation;
use persistence::{StoreError, Tx, officers, organisations};
use serde_json::json;

use super::wire::{NewOfficer, OfficerView};
use super::{TAG, address, subject, tag};
use crate::auth::Caller;
use crate::auth::permissions::OrganisationsWrite;
use crate::commands::{Answer, Command, Effect};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::problems::Problem;

/// 登记工作人员 / Register an officer
///
/// 登记之后，可代办其机构的客户端方可在 On-Behalf-Of 中写其编号。机构不存在或不在您辖区之内的，答复
/// 422。 / Afterwards a client that may act for the organisation can name the officer in
/// `On-Behalf-Of`. An unknown organisation, or one outside your regions, is 422.
#[utoipa::path(
    tag = TAG,
    operation_id = "officer_create",
    security(("oauth2" = ["organisations:write"])),
    params(CommandHeaders, CommandQuery),
    request_body = NewOfficer,
    responses(
        (status = 201, description = "已登记 / Registered", body = OfficerView,
            headers(("Location" = String, description = "工作人员的地址 / The officer's address"),
                    ("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[post("/v1/officers")]
pub(super) async fn officer_create(
    caller: Caller<OrganisationsWrite>,
    command: Command,
    body: Body<NewOfficer>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let input = body.value.parse();
    command
        .run(&caller, &body.raw, input, move |acting, new| {
            let organisation = organisations::find(acting.tx, &scope, new.organisation)?
                .ok_or_else(|| OrganisationUnknown.at("/organisation_id"))?;
            let id = acting.tx.new_id();
            let written = (&new.name, &new.position);
            let (officer, change) = register(acting.tx, id, &organisation, written)?;
            let answer = Answer::created(address(officer.id), &OfficerView::from(&officer))?;
            Ok(Effect::of(change, answer.tagged(&tag(&officer))))
        })
        .await
}

/// Registers an officer of an organisation.
pub(crate) fn register(
    tx: &mut Tx<'_>,
    id: OfficerId,
    organisation: &Organisation,
    (name, position): (&PersonName, &Position),
) -> Result<(Officer, Change), StoreError> {
    let officer = officers::insert_as(tx, id, organisation, name, position)?;
    let change = Change::new(
        "officer.registered",
        subject(&officer),
        json!({ "organisation_id": officer.organisation }),
    );
    Ok((officer, change))
}
