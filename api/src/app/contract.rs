//! The contract over HTTP: as JSON, and in Swagger UI.

use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use utoipa_swagger_ui::{Config, SwaggerUi, oauth};

use crate::problems::Problem;
use crate::services::Services;

/// `GET /openapi.json`.
#[get("/openapi.json")]
pub(super) async fn openapi_get(services: Data<Services>) -> Result<HttpResponse, Problem> {
    let surface = services.surface.get().ok_or_else(Problem::not_found)?;
    Ok(HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(surface.contract.text().to_owned()))
}

/// Swagger UI, from files inside the binary: it works where there is no internet.
#[must_use]
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
