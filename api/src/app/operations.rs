//! What is served beside the features: health, figures, the contract, and the answer where no route
//! took a request.

use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap, HeaderValue};
use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Serialize;
use subtle::ConstantTimeEq;
use utoipa::ToSchema;
use utoipa_swagger_ui::{Config, SwaggerUi, oauth};

use crate::http::{IfNoneMatch, Optional};
use crate::problems::{Code, Problem};
use crate::services::{Metrics, Services};

/// 服务状态 / The state of the service.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Health {
    /// 总是 ok / Always `ok`; anything else is a problem document.
    #[schema(example = "ok")]
    status: &'static str,
}

const OK: Health = Health { status: "ok" };

/// 进程是否存活 / Whether the process lives
///
/// 不查数据库 / Does not touch the database.
#[utoipa::path(responses((status = 200, description = "存活 / Alive", body = Health)))]
#[get("/healthz")]
pub(super) async fn health_get() -> Json<Health> {
    Json(OK)
}

/// 能否处理请求 / Whether requests can be served
///
/// 数据库不可用，或者本进程已被使用另一规则文件的进程取代的，答复 503 / 503 while the database is not available, and
/// where a process with another policy file took the place of this one.
#[utoipa::path(
    extensions(("x-problem-codes" = json!(["superseded"]))),
    responses((status = 200, description = "就绪 / Ready", body = Health)),
)]
#[get("/readyz")]
pub(super) async fn readiness_get(services: Data<Services>) -> Result<HttpResponse, Problem> {
    match services.store.ready().await {
        Ok(()) if services.serving.is_superseded() => Err(Problem::new(Code::Superseded)),
        Ok(()) => Ok(HttpResponse::Ok().json(OK)),
        Err(error) => Err(Problem::new(Code::StoreUnavailable).caused_by(error)),
    }
}

/// The media type of the Prometheus text format.
const TEXT_FORMAT: &str = "text/plain; version=0.0.4; charset=utf-8";

/// `GET /metrics` on the service's own port: only with the metrics token; without one configured
/// the address does not exist.
pub(super) async fn metrics_get(
    request: HttpRequest,
    services: Data<Services>,
) -> Result<HttpResponse, Problem> {
    let Some(expected) = &services.metrics_token else {
        return Err(Problem::not_found());
    };
    let sent = request
        .headers()
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "))
        .ok_or_else(|| Problem::new(Code::MissingToken))?;
    if !bool::from(sent.as_bytes().ct_eq(expected.expose().as_bytes())) {
        return Err(Problem::new(Code::InvalidToken));
    }
    text(&services.metrics)
}

/// `GET /metrics` on a port of its own, which only the monitoring network reaches.
pub(super) async fn metrics_get_open(services: Data<Services>) -> Result<HttpResponse, Problem> {
    text(&services.metrics)
}

fn text(metrics: &Metrics) -> Result<HttpResponse, Problem> {
    let text = metrics.render().map_err(Problem::internal)?;
    Ok(HttpResponse::Ok().content_type(TEXT_FORMAT).body(text))
}

/// `GET /openapi.json`.
#[get("/openapi.json")]
pub(super) async fn openapi_get(
    services: Data<Services>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let surface = services.surface.get().ok_or_else(Problem::not_found)?;
    let contract = &surface.contract;
    let is_known = known.has(contract.tag());
    let mut answer = if is_known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header((header::ETAG, contract.tag().to_string()));
    Ok(if is_known {
        answer.finish()
    } else {
        answer
            .content_type("application/json")
            .body(contract.text().to_owned())
    })
}

/// Swagger UI, from files inside the binary: it works where there is no internet.
pub(super) fn swagger_ui() -> SwaggerUi {
    let access = oauth::Config::new().app_name("Yongwei");
    let config = Config::with_oauth_config(["/openapi.json"], access)
        .persist_authorization(true)
        .try_it_out_enabled(true)
        .display_request_duration(true)
        .filter(true)
        .doc_expansion("list");
    SwaggerUi::new("/swagger-ui/{_:.*}").config(config)
}

/// Answers whatever no route took.
pub(super) async fn unmatched(
    request: HttpRequest,
    services: Data<Services>,
) -> Result<HttpResponse, Problem> {
    let routes = services.routes().ok_or_else(Problem::not_found)?;
    let path = request.path();
    let allow = routes.allow(path).ok_or_else(Problem::not_found)?;
    if request.method() == Method::OPTIONS && routes.is_open_read(path) {
        return Ok(preflight(&allow));
    }
    Err(Problem::method_not_allowed(allow))
}

/// The answer to a preflight of an open read.
fn preflight(allow: &str) -> HttpResponse {
    let mut response = HttpResponse::NoContent();
    response
        .insert_header((header::ALLOW, allow))
        .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD"))
        .insert_header((
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            "accept-language, if-none-match",
        ))
        .insert_header((header::ACCESS_CONTROL_MAX_AGE, "86400"));
    let mut response = response.finish();
    allow_any_page(response.headers_mut());
    response
}

/// Lets a page of any origin read this answer (Fetch standard). Addresses that need a token are called
/// by servers, not by pages.
pub(super) fn allow_any_page(headers: &mut HeaderMap) {
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    headers.insert(
        header::ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static("etag, link, x-request-id, api-version"),
    );
}
