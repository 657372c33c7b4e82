//! Content codings: a compressed answer is another representation than the answer as it is, with a tag
//! of its own, and all answers say that they depend on `Accept-Encoding` (RFC 9110 sections 8.8.3.3
//! and 12.5.5).
//!
//! Handlers know nothing of codings. They make the tags of answers as they are, and conditions reach
//! them in such tags.

use actix_web::HttpMessage;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{
    AcceptEncoding, CONTENT_ENCODING, ContentEncoding, ETAG, Encoding, Header as _, HeaderMap,
    HeaderValue, IF_NONE_MATCH, VARY,
};

const ACCEPT_ENCODING: &str = "accept-encoding";

/// The condition of a read as the caller sent it.
#[derive(Debug, Default)]
pub(super) struct Condition {
    /// How the tags of the coding end in which the caller gets what can be compressed.
    ending: Option<String>,
    sent: Vec<HeaderValue>,
}

impl Condition {
    /// Takes the coding off the tags of `If-None-Match`, where the answer would have that coding again.
    pub(super) fn take(request: &mut ServiceRequest) -> Self {
        let sent: Vec<HeaderValue> = request.headers().get_all(IF_NONE_MATCH).cloned().collect();
        if sent.is_empty() {
            return Self::default();
        }
        let Some(ending) = coding(request).map(ending) else {
            return Self::default();
        };
        let headers = request.headers_mut();
        headers.remove(IF_NONE_MATCH);
        for value in &sent {
            let plain = value.to_str().ok().map(|tags| tags.replace(&ending, "\""));
            let plain = plain.and_then(|tags| HeaderValue::from_str(&tags).ok());
            headers.append(IF_NONE_MATCH, plain.unwrap_or_else(|| value.clone()));
        }
        Self {
            ending: Some(ending),
            sent,
        }
    }

    /// Gives the answer the tag of the coding that it has, or that the caller has of it.
    pub(super) fn mark(&self, response: &mut ServiceResponse) {
        let is_known = response.status() == StatusCode::NOT_MODIFIED;
        let headers = response.headers_mut();
        vary_by_coding(headers);
        leave_out_identity(headers);
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
        let Some(tag) = text(ETAG) else { return };
        let coding = text(CONTENT_ENCODING);
        let coded = match (coding, &self.ending) {
            (Some(coding), _) => with_ending(tag, &ending(coding)),
            (None, Some(ending)) if is_known => {
                with_ending(tag, ending).filter(|coded| self.has(coded))
            }
            _ => None,
        };
        if let Some(coded) = coded.and_then(|tag| HeaderValue::from_str(&tag).ok()) {
            headers.insert(ETAG, coded);
        }
    }

    fn has(&self, tag: &str) -> bool {
        let mut sent = self.sent.iter().filter_map(|value| value.to_str().ok());
        sent.any(|tags| tags.contains(tag))
    }
}

/// The coding in which the caller gets what can be compressed; none where that is as it is.
fn coding(request: &impl HttpMessage) -> Option<&'static str> {
    let supported = [Encoding::identity(), Encoding::gzip(), Encoding::deflate()];
    let accepted = AcceptEncoding::parse(request).ok()?;
    match accepted.negotiate(supported.iter())? {
        Encoding::Known(ContentEncoding::Gzip) => Some("gzip"),
        Encoding::Known(ContentEncoding::Deflate) => Some("deflate"),
        _ => None,
    }
}

/// How the tags of a coding end: `-gzip"`.
fn ending(coding: &str) -> String {
    format!("-{coding}\"")
}

/// A strong tag with that ending; a weak one means any coding.
fn with_ending(tag: &str, ending: &str) -> Option<String> {
    let plain = tag.strip_suffix('"')?;
    plain.starts_with('"').then(|| format!("{plain}{ending}"))
}

/// A handler says `identity` of what is not to be compressed; to the caller no coding is named then
/// (RFC 9110 section 8.4.1).
fn leave_out_identity(headers: &mut HeaderMap) {
    let coding = headers.get(CONTENT_ENCODING);
    if coding.is_some_and(|coding| coding == "identity") {
        headers.remove(CONTENT_ENCODING);
    }
}

fn vary_by_coding(headers: &mut HeaderMap) {
    let named = headers
        .get_all(VARY)
        .filter_map(|value| value.to_str().ok())
        .any(|names| names.to_ascii_lowercase().contains(ACCEPT_ENCODING));
    if !named {
        headers.append(VARY, HeaderValue::from_static(ACCEPT_ENCODING));
    }
}
