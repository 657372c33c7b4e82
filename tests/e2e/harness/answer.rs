//! One answer.

use std::fmt;

use serde_json::Value;
use ureq::http::{HeaderMap, Method, Response, StatusCode};

use super::call::Call;

/// What a server answered, and to what.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(super) method: Method,
    pub(super) target: String,
    pub(super) sent: Option<Vec<u8>>,
    pub(super) sent_headers: Vec<(String, String)>,
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

impl Answer {
    pub(super) fn new<B>(call: Call<'_>, response: &Response<B>, body: Vec<u8>) -> Self {
        Self {
            method: call.method,
            target: call.target,
            sent: call.body,
            sent_headers: call.headers,
            status: response.status(),
            headers: response.headers().clone(),
            body,
        }
    }

    /// The same answer, if it has this status.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Self {
        assert_eq!(self.status(), status, "{self:?}");
        self
    }

    /// The problem document, if the answer is this problem.
    #[track_caller]
    pub(crate) fn problem(&self, status: u16, code: &str) -> Value {
        assert_eq!(self.status(), status, "{self:?}");
        let problem = self.json();
        assert_eq!(problem["code"], code, "{self:?}");
        problem
    }

    /// The status.
    pub(crate) fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The body as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The body as it came.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.body
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// A header that must be there.
    #[track_caller]
    pub(crate) fn header(&self, name: &str) -> &str {
        self.header_if_any(name)
            .unwrap_or_else(|| panic!("no {name}: {self:?}"))
    }

    /// A header that may be there.
    pub(crate) fn header_if_any(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The `ETag`.
    #[track_caller]
    pub(crate) fn etag(&self) -> &str {
        self.header("etag")
    }

    /// The `Location`: an address that every verb of a caller takes.
    #[track_caller]
    pub(crate) fn location(&self) -> &str {
        self.header("location")
    }

    /// The media type without its parameters.
    pub(super) fn media_type(&self) -> Option<&str> {
        self.header_if_any("content-type")
            .and_then(|value| value.split(';').next())
            .map(str::trim)
    }

    /// The path without the query.
    pub(super) fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.method, self.target)?;
        if let Some(sent) = &self.sent {
            write!(formatter, "\n> {}", excerpt(sent))?;
        }
        write!(formatter, "\n< {}", self.status)?;
        for (name, value) in &self.headers {
            write!(formatter, "\n< {name}: {}", excerpt(value.as_bytes()))?;
        }
        write!(formatter, "\n< {}", excerpt(&self.body))
    }
}

fn excerpt(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let start: String = text.chars().take(2000).collect();
    if start.len() < text.len() {
        format!("{start}… ({} bytes)", bytes.len())
    } else {
        start
    }
}
