//! The ids by which one request is found again: `X-Request-Id` and W3C Trace Context.

use actix_web::HttpMessage;
use actix_web::http::header::HeaderMap;
use uuid::Uuid;

use super::headers::is_visible;

/// The ids of one request. Every answer echoes them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestIds {
    /// The caller's `X-Request-Id` (1 to 128 visible ASCII characters, no quotes and no backslash),
    /// else a new `UUIDv7` in hex.
    pub request_id: String,
    /// The trace id, 32 hex digits: in problems and logs.
    pub trace_id: String,
    /// The whole `traceparent` header.
    pub traceparent: String,
}

impl RequestIds {
    /// Takes the caller's ids if they are well formed, and makes new ones otherwise.
    pub fn accept_or_make(headers: &HeaderMap) -> Self {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let request_id = header("x-request-id")
            .filter(|id| is_safe(id))
            .map_or_else(|| Uuid::now_v7().simple().to_string(), str::to_owned);
        let accepted = header("traceparent")
            .and_then(|value| trace_id(value).map(|id| (id.to_owned(), value.to_owned())));
        let (trace_id, traceparent) = accepted.unwrap_or_else(make_trace);
        Self {
            request_id,
            trace_id,
            traceparent,
        }
    }

    /// The ids of the request in hand; `None` outside the middleware.
    pub fn of(request: &impl HttpMessage) -> Option<Self> {
        request.extensions().get::<Self>().cloned()
    }
}

/// Whether an id of a caller may go into logs and the audit as it is: where they are read, a quote
/// or backslash could end the text around it.
fn is_safe(id: &str) -> bool {
    is_visible(id, 128) && !id.contains(['"', '\'', '`', '\\'])
}

fn make_trace() -> (String, String) {
    let trace_id = Uuid::now_v7().simple().to_string();
    let (_, parent_id) = Uuid::now_v7().as_u64_pair();
    let traceparent = format!("00-{trace_id}-{parent_id:016x}-01");
    (trace_id, traceparent)
}

/// The trace id of a valid `traceparent` (W3C Trace Context, section 3.2): version, trace id, parent
/// id and flags in lower-case hex; a later version may add parts.
fn trace_id(traceparent: &str) -> Option<&str> {
    let mut parts = traceparent.split('-');
    let (version, trace, parent, flags) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let is_hex = |text: &str, length: usize| {
        text.len() == length
            && text
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    let is_zero = |text: &str| text.bytes().all(|byte| byte == b'0');
    let well_formed = is_hex(version, 2)
        && version != "ff"
        && is_hex(trace, 32)
        && !is_zero(trace)
        && is_hex(parent, 16)
        && !is_zero(parent)
        && is_hex(flags, 2)
        && (version != "00" || parts.next().is_none())
        && is_visible(traceparent, 256);
    well_formed.then_some(trace)
}

#[cfg(test)]
mod tests {
    use super::trace_id;

    #[test]
    fn only_a_valid_traceparent_is_taken() {
        let id = "4bf92f3577b34da6a3ce929d0e0e4736";
        assert_eq!(trace_id(&format!("00-{id}-00f067aa0ba902b7-01")), Some(id));
        assert_eq!(
            trace_id(&format!("01-{id}-00f067aa0ba902b7-01-later")),
            Some(id)
        );
        for wrong in [
            format!("00-{id}-00f067aa0ba902b7-01-more"),
            format!("ff-{id}-00f067aa0ba902b7-01"),
            format!("00-{}-00f067aa0ba902b7-01", id.to_uppercase()),
            format!("00-{}-00f067aa0ba902b7-01", "0".repeat(32)),
            format!("00-{id}-{}-01", "0".repeat(16)),
            format!("00-{id}-00f067aa0ba902b7"),
            String::new(),
        ] {
            assert_eq!(trace_id(&wrong), None, "{wrong}");
        }
    }
}
