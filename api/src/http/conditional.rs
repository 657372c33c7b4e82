//! Reads of something that has a version.

use actix_web::HttpResponse;
use actix_web::http::header::ETAG;
use serde::Serialize;

use super::{EntityTag, IfNoneMatch, Optional};

/// 200 with the representation and its tag, or 304 for a caller who has it already (RFC 9110
/// section 13.1.2).
pub fn conditional(
    known: &Optional<IfNoneMatch>,
    tag: &EntityTag,
    body: &impl Serialize,
) -> HttpResponse {
    let fresh = known.0.as_ref().is_some_and(|known| known.has(tag));
    if fresh {
        HttpResponse::NotModified()
            .insert_header((ETAG, tag.to_string()))
            .finish()
    } else {
        HttpResponse::Ok()
            .insert_header((ETAG, tag.to_string()))
            .json(body)
    }
}
