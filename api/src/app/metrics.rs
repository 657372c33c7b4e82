//! The figures of this process.

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use subtle::ConstantTimeEq;

use crate::problems::{Code, Problem};
use crate::services::{Metrics, Services};

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
pub(super) async fn metrics_get_open(metrics: Data<Metrics>) -> Result<HttpResponse, Problem> {
    text(&metrics)
}

fn text(metrics: &Metrics) -> Result<HttpResponse, Problem> {
    let text = metrics.render().map_err(Problem::internal)?;
    Ok(HttpResponse::Ok().content_type(TEXT_FORMAT).body(text))
}
