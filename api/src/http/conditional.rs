//! Reads that are answered by 304 to a caller who has the answer already (RFC 9110 section 13.1.2).

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, ContentType, ETAG, LINK};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{EntityTag, IfNoneMatch, Optional};
use crate::problems::Problem;

/// 200 with the representation and its tag, or 304.
pub fn conditional(
    known: &Optional<IfNoneMatch>,
    tag: &EntityTag,
    body: &impl Serialize,
) -> HttpResponse {
    if known.has(tag) {
        HttpResponse::NotModified()
            .insert_header((ETAG, tag.to_string()))
            .finish()
    } else {
        HttpResponse::Ok()
            .insert_header((ETAG, tag.to_string()))
            .json(body)
    }
}

/// The representation named in the tags of open answers, which everybody gets alike.
const REPRESENTATION: &str = "open";

/// An answer that anybody may read and keep, asking each time whether it changed: its bytes, and a tag
/// made from them.
#[derive(Debug)]
pub struct OpenAnswer {
    body: Vec<u8>,
    tag: EntityTag,
    link: Option<String>,
}

impl OpenAnswer {
    /// The answer with this representation.
    pub fn new(body: &impl Serialize) -> Result<Self, Problem> {
        let body = serde_json::to_vec(body).map_err(Problem::internal)?;
        let tag = EntityTag::new(number_of(&body), REPRESENTATION);
        Ok(Self {
            body,
            tag,
            link: None,
        })
    }

    /// With a `Link` to the next page.
    #[must_use]
    pub fn linked(mut self, link: Option<String>) -> Self {
        self.link = link;
        self
    }

    /// 200 with the answer, or 304.
    pub fn unless(self, known: &Optional<IfNoneMatch>) -> HttpResponse {
        let fresh = known.has(&self.tag);
        let mut response = if fresh {
            HttpResponse::NotModified()
        } else {
            HttpResponse::Ok()
        };
        response
            .insert_header((ETAG, self.tag.to_string()))
            .insert_header((CACHE_CONTROL, "no-cache"));
        if fresh {
            return response.finish();
        }
        if let Some(link) = self.link {
            response.insert_header((LINK, link));
        }
        response.content_type(ContentType::json()).body(self.body)
    }
}

/// The first 63 bits of the SHA-256 of some bytes: used as a version where none is stored.
fn number_of(bytes: &[u8]) -> i64 {
    let digest = Sha256::digest(bytes);
    digest
        .iter()
        .take(8)
        .fold(0_i64, |number, byte| (number << 8) | i64::from(*byte))
        & i64::MAX
}
