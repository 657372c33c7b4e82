//! Cross-origin reads of the open addresses (Fetch standard). Addresses that need a token are
//! called by servers, not by pages of other origins.

use actix_web::HttpResponse;
use actix_web::http::header::{self, HeaderMap, HeaderValue};

/// Lets any page read this answer.
pub fn allow_any(headers: &mut HeaderMap) {
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_ORIGIN,
        HeaderValue::from_static("*"),
    );
    headers.insert(
        header::ACCESS_CONTROL_EXPOSE_HEADERS,
        HeaderValue::from_static("etag, link, x-request-id, api-version"),
    );
}

/// The answer to a preflight of an open read.
#[must_use]
pub fn preflight(allow: &str) -> HttpResponse {
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
    allow_any(response.headers_mut());
    response
}
