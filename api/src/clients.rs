//! The systems that may call the service, as the city manages them over HTTP. The operator does the
//! same at the command line.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::web::Data;
use actix_web::{HttpResponse, get, post};
use chrono::{DateTime, Utc};
use domain::error::FieldErrors;
use domain::ids::{ClientId, OrganisationId};
use domain::organisations::OrganisationUnknown;
use domain::regions::RegionCode;
use domain::text::Line;
use persistence::audit::{Change, Subject};
use persistence::clients::{self, Client};
use persistence::keyring::SecretKey;
use persistence::{Reader, RegionScope, StoreError, Tx, organisations};
use serde::{Deserialize, Serialize};
use serde_json::json;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

use crate::auth::Caller;
use crate::auth::oauth::secret_hash;
use crate::auth::permissions::ClientsManage;
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::credentials::{Scope, ScopeSet};
use crate::http::{Body, NoQuery, Page, PageQuery, Path, Query};
use crate::problems::{Code, Problem};
use crate::regions::within_reach;
use crate::routes::Routes;
use crate::services::Services;
use crate::settings::Secret;
use crate::words::ScopeWord;

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
            acting.require_officer()?;
            require_organisations(acting.tx, &request, new)?;
            if let Some(same) = clients::find_by_name(acting.tx, &new.name)? {
                let existing = view(acting.tx, &same)?;
                return Err(Problem::new(Code::ClientExists).with("existing", json!(existing)));
            }
            let client = register(acting.tx, new, &secret).map_err(|error| match error {
                // Somebody else was faster with the name.
                StoreError::Duplicate => Problem::new(Code::ClientExists),
                other => other.into(),
            })?;
            let data = json!({ "scopes": client.scopes, "region_codes": client.regions });
            let change = Change::new("client.created", subject(client.id, city), data);
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
            acting.require_officer()?;
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
            acting.require_officer()?;
            let client = manageable(acting.tx, &held, id)?;
            if id == own {
                return Err(Problem::not_possible("client_is_another"));
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

/// 登记客户端 / A client to be registered.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "测试阳谷县系统",
    "scopes": ["people:read", "people:write"],
    "region_codes": ["371521"],
    "organisation_ids": [ids::ORGANISATION]
}))]
struct NewClient {
    /// 名称，不得重复 / A name for people, unique.
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// 权限，不得超出您自己令牌的权限 / What it may do: no more than your own token may.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50)]
    scopes: Vec<ScopeWord>,
    /// 辖区代码；市级代码代表全市 / The regions whose files it may see; the city's code covers all of them.
    #[validate(length(min = 1, max = 50))]
    #[schema(min_items = 1, max_items = 50, example = json!(["371521"]))]
    region_codes: Vec<String>,
    /// 可代其工作人员办理的机构 / The organisations whose officers it may act for.
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(value_type = Vec<Uuid>, max_items = 50)]
    organisation_ids: Vec<OrganisationId>,
}

/// The same, parsed.
pub(crate) struct Enrolment {
    pub(crate) name: String,
    pub(crate) scopes: ScopeSet,
    pub(crate) regions: Vec<RegionCode>,
    pub(crate) organisations: Vec<OrganisationId>,
}

impl NewClient {
    /// `held` are the scopes of the caller's token: nobody hands on more than they have.
    fn parse(&self, held: &ScopeSet, city: &RegionCode) -> Result<Enrolment, Problem> {
        let mut errors = FieldErrors::new();
        let name = errors.take("/name", Line::<100>::parse(&self.name));
        for (index, scope) in self.scopes.iter().enumerate() {
            if !held.contains(scope.0) {
                errors.push(format!("/scopes/{index}"), &ScopeNotHeld);
            }
        }
        let mut regions = Vec::new();
        for (index, code) in self.region_codes.iter().enumerate() {
            let region = within_reach(code, &RegionScope::City, city);
            let region = errors.take(format!("/region_codes/{index}"), region);
            regions.extend(region.filter(|region| !regions.contains(region)));
        }
        if !self.organisation_ids.is_empty() && !held.contains(HANDS_ON_ORGANISATIONS) {
            errors.push("/organisation_ids", &ScopeNotHeld);
        }
        let mut organisations = self.organisation_ids.clone();
        organisations.sort_unstable();
        organisations.dedup();
        match name {
            Some(name) if errors.is_empty() => Ok(Enrolment {
                name: name.to_string(),
                scopes: self.scopes.iter().map(|scope| scope.0).collect(),
                regions,
                organisations,
            }),
            _ => Err(Problem::invalid_data(errors)),
        }
    }

    /// The JSON Pointer of an organisation in the request.
    fn pointer_to(&self, organisation: OrganisationId) -> String {
        let index = self
            .organisation_ids
            .iter()
            .position(|id| *id == organisation)
            .unwrap_or_default();
        format!("/organisation_ids/{index}")
    }
}

/// 客户端 / A client.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Client)]
struct ClientView {
    /// 编号，即 OAuth 的 `client_id` / Its id, which is the OAuth `client_id`.
    #[schema(value_type = Uuid)]
    id: ClientId,
    /// 名称 / Its name.
    #[schema(example = "测试阳谷县系统")]
    name: String,
    /// 权限 / What it may do.
    scopes: Vec<ScopeWord>,
    /// 辖区代码；市级代码代表全市 / The regions whose files it may see; the city's code covers all of them.
    #[schema(example = json!(["371521"]))]
    region_codes: Vec<String>,
    /// 可代其工作人员办理的机构 / The organisations whose officers it may act for.
    #[schema(value_type = Vec<Uuid>)]
    organisation_ids: Vec<OrganisationId>,
    /// 登记时间 / When it was registered.
    created_at: DateTime<Utc>,
    /// 现用密钥的发放时间 / When its current secret was issued.
    rotated_at: DateTime<Utc>,
    /// 停用时间；未停用时没有 / When it was disabled; absent while it is not.
    disabled_at: Option<DateTime<Utc>>,
}

/// 一页客户端 / A page of clients.
type ClientPage = Page<ClientView>;

impl ClientView {
    /// `organisations` are those of this client, and maybe of others.
    fn new(client: &Client, organisations: &BTreeMap<ClientId, Vec<OrganisationId>>) -> Self {
        let scopes = known_scopes(client);
        Self {
            id: client.id,
            name: client.name.clone(),
            scopes: scopes.map(ScopeWord::from).collect(),
            region_codes: client.regions.iter().map(ToString::to_string).collect(),
            organisation_ids: organisations.get(&client.id).cloned().unwrap_or_default(),
            created_at: client.created_at,
            rotated_at: client.rotated_at,
            disabled_at: client.disabled_at,
        }
    }
}

/// 客户端及其密钥 / A client and its secret.
#[derive(Serialize, ToSchema)]
struct ClientCredentials {
    /// 客户端 / The client.
    client: ClientView,
    /// 密钥，只在此处给出一次 / Its secret, shown here and never again.
    #[schema(min_length = 64, max_length = 64)]
    client_secret: String,
}

impl ClientCredentials {
    fn new(reader: &mut Reader<'_>, client: &Client, secret: &Secret) -> Result<Self, StoreError> {
        Ok(Self {
            client: view(reader, client)?,
            client_secret: secret.expose().to_owned(),
        })
    }
}

/// Registers a client under `secret`.
pub(crate) fn register(
    tx: &mut Tx<'_>,
    new: &Enrolment,
    secret: &Secret,
) -> Result<Client, StoreError> {
    let client = Client {
        id: tx.new_id(),
        name: new.name.clone(),
        secret_hash: secret_hash(secret),
        scopes: new.scopes.names().map(str::to_owned).collect(),
        regions: new.regions.clone(),
        created_at: tx.now(),
        rotated_at: tx.now(),
        disabled_at: None,
    };
    clients::insert(tx, &client, &new.organisations)?;
    Ok(client)
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
        return Err(Problem::not_possible("client_active"));
    }
    let acts_for_officers = !clients::organisations(reader, &[id])?.is_empty();
    if known_scopes(&client).all(|scope| held.contains(scope))
        && (!acts_for_officers || held.contains(HANDS_ON_ORGANISATIONS))
    {
        Ok(client)
    } else {
        Err(Problem::not_possible("client_within_own_scopes"))
    }
}
