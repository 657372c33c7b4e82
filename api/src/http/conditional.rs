//! Answers to callers who may have them already: 304 then (RFC 9110 section 13.1.2).

use actix_web::http::header::{CACHE_CONTROL, ContentType, ETAG, LINK};
use actix_web::web::Bytes;
use actix_web::{HttpResponse, HttpResponseBuilder};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{EntityTag, IfNoneMatch, Optional};
use crate::problems::Problem;

/// 200 with the representation of something that has a version and its tag, or 304.
pub fn conditional(
    known: &Optional<IfNoneMatch>,
    tag: &EntityTag,
    body: &impl Serialize,
) -> HttpResponse {
    match begin(known, tag) {
        (mut response, true) => response.finish(),
        (mut response, false) => response.json(body),
    }
}

/// The response with its tag, and whether the caller has it already.
fn begin(known: &Optional<IfNoneMatch>, tag: &EntityTag) -> (HttpResponseBuilder, bool) {
    let fresh = known.has(tag);
    let mut response = if fresh {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    response.insert_header((ETAG, tag.to_string()));
    (response, fresh)
}

/// The tag of an answer that everybody gets alike.
pub(crate) fn open_tag(body: &[u8]) -> EntityTag {
    EntityTag::new(number_of(body), REPRESENTATION)
}

/// The representation named in the tags of open answers, which everybody gets alike.
const REPRESENTATION: &str = "open";

/// An answer that anybody may read and keep: its bytes, and a tag made from them.
#[derive(Debug, Clone)]
pub struct OpenAnswer {
    body: Bytes,
    tag: EntityTag,
    link: Option<String>,
}

impl OpenAnswer {
    /// The answer with this representation.
    pub fn new(body: &impl Serialize) -> Result<Self, Problem> {
        let body = serde_json::to_vec(body).map_err(Problem::internal)?;
        let tag = open_tag(&body);
        Ok(Self {
            body: body.into(),
            tag,
            link: None,
        })
    }

    /// The tag by which a caller says which answer it has seen.
    pub fn tag(&self) -> &EntityTag {
        &self.tag
    }

    /// With a `Link` to the next page.
    #[must_use]
    pub fn linked(mut self, link: Option<String>) -> Self {
        self.link = link;
        self
    }

    /// How many bytes it takes, about.
    pub fn size(&self) -> usize {
        self.body.len() + self.link.as_ref().map_or(0, String::len)
    }

    /// 200 with the answer, or 304 for a caller who has it already.
    pub fn unless(&self, known: &Optional<IfNoneMatch>) -> HttpResponse {
        let (mut response, fresh) = begin(known, &self.tag);
        response.insert_header((CACHE_CONTROL, "no-cache"));
        if fresh {
            return response.finish();
        }
        if let Some(link) = &self.link {
            response.insert_header((LINK, link.as_str()));
        }
        response
            .content_type(ContentType::json())
            .body(self.body.clone())
    }
}

/// The first 63 bits of the SHA-256 of some bytes: it serves as the version where none is stored.
fn number_of(bytes: &[u8]) -> i64 {
    let digest = Sha256::digest(bytes);
    digest
        .iter()
        .take(8)
        .fold(0_i64, |number, byte| (number << 8) | i64::from(*byte))
        & i64::MAX
}
