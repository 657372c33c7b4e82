//! The application with a few routes of its own, for the tests of this crate.

use std::num::NonZeroU32;
use std::sync::{Arc, LazyLock, OnceLock};

use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::HeaderMap;
use actix_web::test::{self, TestRequest};
use actix_web::web::{self, Data, Json};
use actix_web::{HttpResponse, get, patch, post};
use clap::Parser as _;
use domain::attachments::Allowance;
use persistence::keyring::{KeyMaterial, Keyring};
use persistence::{Clock, DatabaseUrl, Store};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use crate::app::app;
use crate::credentials::{Signatures, Tokens};
use crate::http::{
    Body, DryRun, IdempotencyKey, IfMatch, OnBehalfOf, Optional, PageQuery, Path, Query, Required,
};
use crate::pdf::Renderer;
use crate::policy;
use crate::problems::{Code, Problem};
use crate::publicity::ReadyAnswers;
use crate::routes::Routes;
use crate::services::{Limits, Metrics, PublicWrites, Services, TrustedProxies};
use crate::serving::Serving;
use crate::settings::Cli;

pub(crate) const PUBLIC_URL: &str = "https://yongwei.example";

/// An answer, read to its end.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: web::Bytes,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    /// Checks what every problem document must have, and gives it.
    #[track_caller]
    pub(crate) fn problem(&self, code: &str) -> Value {
        assert_eq!(self.header("content-type"), "application/problem+json");
        let document = self.json();
        assert_eq!(document["code"], code, "{document}");
        assert_eq!(document["status"], self.status.as_u16());
        assert_eq!(document["type"], format!("{PUBLIC_URL}/problems/{code}"));
        assert_eq!(document["trace_id"].as_str().unwrap().len(), 32);
        for member in ["title", "detail"] {
            assert!(!document[member].as_str().unwrap().is_empty());
        }
        document
    }
}

/// No test here reads or writes: the file of this store is gone once it is open.
static STORE: LazyLock<Store> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("yongwei.db").display().to_string();
    let keyring = Keyring::new(&KeyMaterial::generate().unwrap()).unwrap();
    let one = NonZeroU32::MIN;
    Store::open(
        &DatabaseUrl::Sqlite(file),
        one.get(),
        keyring,
        Clock::default(),
    )
    .unwrap()
});

pub(crate) fn services() -> Services {
    let many = NonZeroU32::new(100_000).unwrap();
    let keys = KeyMaterial::generate().unwrap();
    let signatures = Arc::new(Signatures::new(&keys.signing).unwrap());
    let settings = Cli::try_parse_from(["yongwei"]).unwrap().settings;
    let policies = policy::load(&settings).unwrap();
    Services {
        serving: Serving::new(&STORE, &policies, PUBLIC_URL),
        sandbox: false,
        store: STORE.clone(),
        tokens: Tokens::new(Arc::clone(&signatures), PUBLIC_URL),
        signatures,
        policies,
        attachments: Allowance {
            file_bytes: 2048,
            deed_bytes: 2048,
        },
        renderer: Renderer::new(&[]),
        public_url: PUBLIC_URL.to_owned(),
        body_limit: 2048,
        limits: Limits::new(many, many),
        public_writes: PublicWrites::hourly(many),
        trusted_proxies: TrustedProxies::default(),
        ready: ReadyAnswers::default(),
        metrics: Metrics::new(1_700_000_000).unwrap(),
        metrics_token: None,
        surface: OnceLock::new(),
    }
}

/// Sends one request to a fresh application.
pub(crate) async fn send(request: TestRequest) -> Answer {
    send_all(services(), [request]).await.remove(0)
}

/// Sends requests to one application, one after the other.
pub(crate) async fn send_all(
    services: Services,
    requests: impl IntoIterator<Item = TestRequest>,
) -> Vec<Answer> {
    let service = test::init_service(app(&Data::new(services), features)).await;
    let mut answers = Vec::new();
    for request in requests {
        let response: ServiceResponse<_> = service.call(request.to_request()).await.unwrap();
        let (_, response) = response.into_parts();
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.into_body().try_into_bytes().unwrap_or_default();
        answers.push(Answer {
            status,
            headers,
            body,
        });
    }
    answers
}

pub(crate) fn get_request(uri: &str) -> TestRequest {
    TestRequest::get().uri(uri)
}

pub(crate) fn post_json(uri: &str, body: impl Into<web::Bytes>) -> TestRequest {
    TestRequest::post()
        .uri(uri)
        .insert_header(("content-type", "application/json"))
        .set_payload(body)
}

pub(crate) fn features(routes: &mut Routes<'_>) {
    routes
        .service(thing_create)
        .service(thing_list)
        .service(thing_get)
        .service(thing_change)
        .service(secret_get)
        .service(failure_get);
}

#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewThing {
    #[validate(length(min = 1, max = 5))]
    name: String,
    #[serde(default)]
    kind: Kind,
    #[serde(default)]
    #[validate(nested)]
    parts: Vec<Part>,
}

#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Kind {
    #[default]
    Plain,
    Rare,
}

#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
struct Part {
    #[validate(range(min = 1, max = 9))]
    count: i32,
}

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ThingFilter {
    size: Option<u32>,
    #[validate(length(max = 5))]
    name: Option<String>,
}

#[utoipa::path(
    request_body = NewThing,
    params(Optional<IdempotencyKey>, Required<OnBehalfOf>, DryRun),
    responses((status = 201, description = "made")),
    extensions(("x-problem-codes" = json!(["person_exists"]))),
)]
#[post("/v1/things")]
async fn thing_create(
    key: Optional<IdempotencyKey>,
    body: Body<NewThing>,
) -> Result<HttpResponse, Problem> {
    let NewThing { name, kind, parts } = body.value;
    Ok(HttpResponse::Created().json(serde_json::json!({
        "name": name,
        "kind": format!("{kind:?}"),
        "parts": parts.iter().map(|part| part.count).sum::<i32>(),
        "raw_bytes": body.raw.len(),
        "key": key.0.as_ref().map(IdempotencyKey::as_str),
    })))
}

/// The numbers 50 down to 1, paged.
#[utoipa::path(params(PageQuery, ThingFilter), responses((status = 200, description = "list")))]
#[get("/v1/things")]
async fn thing_list(
    page: PageQuery,
    Query(filter): Query<ThingFilter>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("things", &filter)?;
    let keyset = list.keyset::<u32>()?;
    let rest = (1..keyset.after.unwrap_or(51)).rev();
    let found = keyset.page_of(rest, || 50);
    list.answer(&found, |row| *row, |row| *row)
}

#[utoipa::path(params(("id" = uuid::Uuid, Path)), responses((status = 200, description = "one")))]
#[get("/v1/things/{id}")]
async fn thing_get(Path(id): Path<uuid::Uuid>) -> Json<String> {
    Json(id.to_string())
}

#[utoipa::path(
    params(("id" = uuid::Uuid, Path), Required<IfMatch>),
    responses((status = 200, description = "changed")),
)]
#[patch("/v1/things/{id}")]
async fn thing_change(
    _id: Path<uuid::Uuid>,
    condition: Required<IfMatch>,
) -> Result<HttpResponse, Problem> {
    if condition.0.allows(3) {
        Ok(HttpResponse::Ok().finish())
    } else {
        Err(Problem::new(Code::StaleVersion))
    }
}

#[utoipa::path(
    security(("oauth2" = ["people:read"])),
    responses((status = 200, description = "secret")),
)]
#[get("/v1/secret/{what}")]
async fn secret_get(Path(what): Path<String>) -> Result<HttpResponse, Problem> {
    match what.as_str() {
        "missing" => Err(Problem::new(Code::MissingToken)),
        "invalid" => Err(Problem::new(Code::InvalidToken)),
        "scope" => Err(Problem::insufficient_scope("people:read")),
        _ => Ok(HttpResponse::Ok().json("secret")),
    }
}

#[utoipa::path(params(("how" = String, Path)), responses((status = 200, description = "never")))]
#[get("/v1/failure/{how}")]
async fn failure_get(Path(how): Path<String>) -> Result<HttpResponse, actix_web::Error> {
    match how.as_str() {
        "store" => Err(Problem::new(Code::StoreUnavailable)
            .caused_by("password 123")
            .into()),
        "actix" => Err(actix_web::error::ErrorInternalServerError("password 123")),
        "plain" => Ok(HttpResponse::BadRequest().body("password 123")),
        "panic" => panic!("password 123"),
        _ => Err(Problem::internal("password 123").into()),
    }
}
