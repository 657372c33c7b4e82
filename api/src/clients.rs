//! The systems that may call the service, as the city manages them over HTTP. The operator does the
//! same at the command line.

mod wire;

use std::collections::BTreeSet;

use actix_web::web::Data;
use actix_web::{HttpResponse, get, post};
use domain::error::FieldErrors;
use domain::ids::ClientId;
use domain::organisations::OrganisationUnknown;
use domain::regions::RegionCode;
use persistence::audit::{Change, Subject};
use persistence::clients::{self, Client};
use persistence::keyring::SecretKey;
use persistence::{Reader, StoreError, Tx, organisations};
use serde_json::json;

use crate::auth::Caller;
use crate::auth::oauth::secret_hash;
use crate::auth::permissions::ClientsManage;
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::credentials::{Scope, ScopeSet};
use crate::http::{Body, NoQuery, PageQuery, Path, Query};
use crate::problems::{Code, Problem};
use crate::routes::Routes;
use crate::services::Services;
use crate::settings::Secret;

pub(crate) use wire::Enrolment;
use wire::{ClientCredentials, ClientPage, ClientView, NewClient};

/// What a caller needs to let a client act for officers: the right to register officers itself.
const HANDS_ON_ORGANISATIONS: Scope = Scope::OrganisationsWrite;

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(client_create)
        .service(client_list)
        .service(client_get)
        .service(client_rotate)
        .service(client_disable);
}

/// 登记客户端 / Register a client
///
/// 仅限市级，须指明承办人。密钥只在答复中给出一次；以同一 `Idempotency-Key` 重试的，15 分钟内得到同一密钥，
/// 此后该键视为未用。试办（`dry_run`）给出的密钥无效。 / Only for the city, and only for an officer. The
/// secret is shown in this answer and never again; a retry with the same `Idempotency-Key` gets the same
/// one for 15 minutes, and later counts as a new call. The secret of a dry run is not valid.
#[utoipa::path(
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
async fn client_create(
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
            acting.require_city_officer(city)?;
            require_organisations(acting.tx, &request, new)?;
            if let Some(same) = clients::find_by_name(acting.tx, &new.name)? {
                let existing = view(acting.tx, &same)?;
                return Err(Problem::new(Code::ClientExists).with("existing", json!(existing)));
            }
            let id = acting.tx.new_id();
            let (client, change) = register(acting.tx, city, (id, new), secret_hash(&secret))
                .map_err(|error| match error {
                    // Somebody else was faster with the name.
                    StoreError::Duplicate => Problem::new(Code::ClientExists),
                    other => other.into(),
                })?;
            let shown = ClientCredentials::new(acting.tx, &client, &secret)?;
            let address = format!("/v1/clients/{}", client.id);
            Ok(Effect::of(
                change,
                Answer::created(address, &shown)?.with_secret(),
            ))
        })
        .await
}

/// 客户端列表 / List clients
///
/// 仅限市级；已停用的也在其中。 / Only for the city; disabled ones are included.
#[utoipa::path(
    security(("oauth2" = ["clients:manage"])),
    extensions(("x-problem-codes" = json!(["city_only"]))),
    params(PageQuery),
    responses(
        (status = 200, description = "一页客户端 / A page of clients", body = ClientPage),
    ),
)]
#[get("/v1/clients")]
async fn client_list(
    caller: Caller<ClientsManage>,
    services: Data<Services>,
    page: PageQuery,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let list = page.of("clients", &())?;
    let keyset = list.keyset::<ClientId>()?;
    let (found, organisations) = services
        .store
        .read(move |reader| -> Result<_, StoreError> {
            let found = clients::list(reader, &keyset)?;
            let ids: Vec<ClientId> = found.items.iter().map(|client| client.id).collect();
            let organisations = clients::organisations(reader, &ids)?;
            Ok((found, organisations))
        })
        .await?;
    list.answer(
        &found,
        |client| client.id,
        |client| ClientView::new(client, &organisations),
    )
}

/// 查询客户端 / Read a client
///
/// 仅限市级。 / Only for the city.
#[utoipa::path(
    security(("oauth2" = ["clients:manage"])),
    extensions(("x-problem-codes" = json!(["city_only"]))),
    params(("id" = Uuid, Path, description = "客户端编号 / The client's id", example = json!(ids::COUNTY_CLIENT))),
    responses((status = 200, description = "客户端 / The client", body = ClientView)),
)]
#[get("/v1/clients/{id}")]
async fn client_get(
    caller: Caller<ClientsManage>,
    services: Data<Services>,
    Path(id): Path<ClientId>,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let shown = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let client = clients::find(reader, id)?.ok_or_else(Problem::not_found)?;
            Ok(view(reader, &client)?)
        })
        .await?;
    Ok(HttpResponse::Ok().json(shown))
}

/// 更换客户端密钥 / Give a client a new secret
///
/// 仅限市级，须指明承办人，且该客户端的权限不得超出己方令牌。旧密钥立即失效，已发的令牌至多再用 10 分钟。新密钥只在
/// 答复中给出一次；以同一 `Idempotency-Key` 重试的，15 分钟内得到同一密钥，此后该键视为未用。试办（`dry_run`）给出的
/// 密钥无效。 / Only for the city, only for an officer, and for clients that may do no more than the
/// caller's token allows. The old secret stops working at once; issued tokens expire within ten minutes. The
/// new one is shown in this answer and never again; a retry with the same `Idempotency-Key` gets the
/// same one for 15 minutes, and later counts as a new call. The secret of a dry run is not valid.
#[utoipa::path(
    security(("oauth2" = ["clients:manage"])),
    extensions(("x-problem-codes" = json!(["city_only", "not_possible"]))),
    params(
        ("id" = Uuid, Path, description = "客户端编号 / The client's id", example = json!(ids::COUNTY_CLIENT)),
        CommandHeaders, CommandQuery,
    ),
    responses(
        (status = 200, description = "客户端及其新密钥 / The client and its new secret", body = ClientCredentials),
    ),
)]
#[post("/v1/clients/{id}/secret")]
async fn client_rotate(
    caller: Caller<ClientsManage>,
    services: Data<Services>,
    Path(id): Path<ClientId>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let city = services.policies.city();
    let held = caller.grant().scopes.clone();
    let secret = new_secret()?;
    command
        .run(&caller, &[], Ok(()), move |acting, ()| {
            acting.require_city_officer(city)?;
            let client = manageable(acting.tx, &held, id)?;
            clients::rotate(acting.tx, id, &secret_hash(&secret))?;
            let client = Client {
                rotated_at: acting.tx.now(),
                ..client
            };
            let change = Change::new("client.rotated", subject(id, city), json!({}));
            let shown = ClientCredentials::new(acting.tx, &client, &secret)?;
            Ok(Effect::of(change, Answer::ok(&shown)?.with_secret()))
        })
        .await
}

/// 停用客户端 / Disable a client
///
/// 仅限市级，须指明承办人。停用后不再发给令牌，已发的至多再用 10 分钟；不能恢复，须另行登记。不得停用自己所用的客户端，也不得停用权限超出己方令牌的客户端。 /
/// Only for the city, and only for an officer. It gets no further token; issued tokens expire within ten minutes. This cannot be
/// undone; register another client instead. A client cannot disable itself,
/// nor one that may do more than its token allows.
#[utoipa::path(
    security(("oauth2" = ["clients:manage"])),
    extensions(("x-problem-codes" = json!(["city_only", "not_possible"]))),
    params(
        ("id" = Uuid, Path, description = "客户端编号 / The client's id", example = json!(ids::FORMER_CLIENT)),
        CommandHeaders, CommandQuery,
    ),
    responses((status = 200, description = "已停用 / The client, disabled", body = ClientView)),
)]
#[post("/v1/clients/{id}/disablement")]
async fn client_disable(
    caller: Caller<ClientsManage>,
    services: Data<Services>,
    Path(id): Path<ClientId>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let (city, own) = (services.policies.city(), caller.client());
    let held = caller.grant().scopes.clone();
    command
        .run(&caller, &[], Ok(()), move |acting, ()| {
            acting.require_city_officer(city)?;
            let client = manageable(acting.tx, &held, id)?;
            if id == own {
                return Err(Problem::not_possible(&[Unmet::OfAnother], ""));
            }
            clients::disable(acting.tx, id)?;
            let client = Client {
                disabled_at: Some(acting.tx.now()),
                ..client
            };
            let answer = Answer::ok(&view(acting.tx, &client)?)?;
            let change = Change::new("client.disabled", subject(id, city), json!({}));
            Ok(Effect::of(change, answer))
        })
        .await
}

domain::faults! {
    struct ScopeNotHeld = "scope_not_held",
        "您的令牌没有此权限，不能授予他人",
        "Your own token does not hold this scope, so it cannot be handed on.";
}

domain::faults! {
    /// What keeps a client from being managed.
    enum Unmet {
        OfAnother = "client_is_another",
            "客户端不能停用自己，请由另一客户端办理",
            "A client does not disable itself; another one does.";
        Active = "client_active", "该客户端已经停用", "The client is disabled.";
        WithinOwnScopes = "client_within_own_scopes",
            "该客户端的权限超出您的令牌", "The client may do more than your own token allows.";
    }
}

/// Registers a client under a secret, of which only the hash is kept.
pub(crate) fn register(
    tx: &mut Tx<'_>,
    city: RegionCode,
    (id, new): (ClientId, &Enrolment),
    secret_hash: Vec<u8>,
) -> Result<(Client, Change), StoreError> {
    let client = Client {
        id,
        name: new.name.clone(),
        secret_hash,
        scopes: new.scopes.names().map(str::to_owned).collect(),
        regions: new.regions.clone(),
        created_at: tx.now(),
        rotated_at: tx.now(),
        disabled_at: None,
    };
    clients::insert(tx, &client, &new.organisations)?;
    let data = json!({ "scopes": client.scopes, "region_codes": client.regions });
    let created = Change::new("client.created", subject(id, city), data);
    Ok((client, created))
}

/// A new client secret: 256 random bits in hex.
pub(crate) fn new_secret() -> Result<Secret, StoreError> {
    let key = SecretKey::generate()?;
    Ok(Secret::new(hex::encode(key.bytes())))
}

/// A client as the audit names it: a thing of the city.
pub(crate) fn subject(id: ClientId, city: RegionCode) -> Subject {
    Subject::new("client", &id, 0, city)
}

fn view(reader: &mut Reader<'_>, client: &Client) -> Result<ClientView, StoreError> {
    let organisations = clients::organisations(reader, &[client.id])?;
    Ok(ClientView::new(client, &organisations))
}

/// The scopes of a client. A scope of a later version is ignored.
fn known_scopes(client: &Client) -> impl Iterator<Item = Scope> {
    client.scopes.iter().filter_map(|name| name.parse().ok())
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

/// The client, if it exists, was not disabled, and may do nothing that `held`, the scopes of the
/// caller's token, do not allow: anyone who gives a client a new secret can act as that client.
fn manageable(reader: &mut Reader<'_>, held: &ScopeSet, id: ClientId) -> Result<Client, Problem> {
    let client = clients::find(reader, id)?.ok_or_else(Problem::not_found)?;
    if client.disabled_at.is_some() {
        return Err(Problem::not_possible(&[Unmet::Active], ""));
    }
    let acts_for_officers = !clients::organisations(reader, &[id])?.is_empty();
    if known_scopes(&client).all(|scope| held.contains(scope))
        && (!acts_for_officers || held.contains(HANDS_ON_ORGANISATIONS))
    {
        Ok(client)
    } else {
        Err(Problem::not_possible(&[Unmet::WithinOwnScopes], ""))
    }
}
