//! The answer where no route took a request.

use actix_web::http::Method;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use crate::http::cors;
use crate::problems::Problem;
use crate::services::Services;

/// Answers whatever no route took.
pub(super) async fn unmatched(
    request: HttpRequest,
    services: Data<Services>,
) -> Result<HttpResponse, Problem> {
    let routes = services.routes().ok_or_else(Problem::not_found)?;
    let path = request.path();
    let allow = routes.allow(path).ok_or_else(Problem::not_found)?;
    if request.method() == Method::OPTIONS && routes.is_open_read(path) {
        return Ok(cors::preflight(&allow));
    }
    Err(Problem::method_not_allowed(allow))
}
