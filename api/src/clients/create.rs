use std::collections::BTreeSet;

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::error::FieldErrors;
use domain::organisations::OrganisationUnknown;
use domain::regions::RegionCode;
use persistence::audit::Change;
use persistence::clients::{self, Client};
use persistence::{StoreError, Tx, organisations};
use serde_json::json;

use super::wire::{ClientCredentials, ClientView, Enrolment, NewClient};
use super::{TAG, address, new_secret, subject, view};
use crate::auth::Caller;
use crate::auth::oauth::secret_hash;
use crate::auth::permissions::ClientsManage;
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::problems::{Code, Problem};
use crate::services::Services;
use crate::settings::Secret;

/// 登记客户端 / Register a client
///
/// 仅限市级，须指明承办人。密钥只在答复中给出一次；以同一 `Idempotency-Key` 重试的，15 分钟内得到同一密钥，
/// 此后该键视为未用。试办（`dry_run`）给出的密钥无效。 / Only for the city, and only for an officer. The
/// secret is shown in this answer and never again; a retry with the same `Idempotency-Key` gets the same
/// one for 15 minutes, and later counts as a new call. That of a dry run opens nothing.
#[utoipa::path(
    tag = TAG,
    operation_id = "client_create",
    security(("oauth2" = ["clients:manage"])),
    params(CommandHeaders, CommandQuery),
    request_body = NewClient,
    extensions(("x-problem-codes" = json!(["city_only", "client_exists"]))),
    responses(
        (status = 201, description = "已登记 / Registered", body = ClientCredentials,
            headers(("Location" = String, description = "客户端的地址 / Its address"))),
    ),
)]
#[post("/v1/clients")]
pub(super) async fn client_create(
    caller: Caller<ClientsManage>,
    services: Data<Services>,
    command: Command,
    body: Body<NewClient>,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let city = services.policies.city();
    let secret = new_secret()?;
    let input = body.value.parse(&caller.grant().scopes, &city);
    let request = body.value;
    command
        .run(&caller, &body.raw, input, move |acting, new| {
            acting.require_officer()?;
            require_organisations(acting.tx, &request, new)?;
            register(acting, new, city, &secret)
        })
        .await
}

fn register(
    acting: &mut Acting<'_, '_>,
    new: &Enrolment,
    city: RegionCode,
    secret: &Secret,
) -> Result<Effect, Problem> {
    if let Some(same) = clients::find_by_name(acting.tx, new.name.as_str())? {
        let existing = view(acting.tx, &same)?;
        return Err(Problem::new(Code::ClientExists).with("existing", json!(existing)));
    }
    let client = Client {
        id: acting.tx.new_id(),
        name: new.name.to_string(),
        secret_hash: secret_hash(secret),
        scopes: new.scopes.names().map(str::to_owned).collect(),
        regions: new.regions.clone(),
        created_at: acting.tx.now(),
        rotated_at: acting.tx.now(),
        disabled_at: None,
    };
    clients::insert(acting.tx, &client, &new.organisations).map_err(|error| match error {
        // Somebody else was faster with the name.
        StoreError::Duplicate => Problem::new(Code::ClientExists),
        other => other.into(),
    })?;
    let data = json!({ "scopes": client.scopes, "region_codes": client.regions });
    let change = Change::new("client.created", subject(client.id, city), data);
    let shown = ClientView::new(&client, &new.organisations);
    let answer =
        Answer::created(address(client.id), &ClientCredentials::new(shown, secret))?.with_secret();
    Ok(Effect::of(change, answer))
}

/// Names every organisation that does not exist.
fn require_organisations(
    tx: &mut Tx<'_>,
    request: &NewClient,
    new: &Enrolment,
) -> Result<(), Problem> {
    let asked: BTreeSet<_> = new.organisations.iter().copied().collect();
    let known = organisations::existing(tx, &asked)?;
    let mut errors = FieldErrors::new();
    for unknown in asked.difference(&known) {
        errors.push(request.pointer_to(*unknown), &OrganisationUnknown);
    }
    errors.into_result().map_err(Problem::invalid_data)
}
