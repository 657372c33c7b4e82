//! The problem as data, before it is rendered.

use std::fmt;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use domain::error::Coded;
use persistence::audit::Change;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::field_errors::Fault;
use super::{Code, FieldError, Text};

/// Anything that did not work, on its way to the caller.
///
/// Cheap to move (one pointer), so that `Result<T, Problem>` stays small.
#[derive(Debug, Clone)]
pub struct Problem(pub(super) Box<Content>);

#[derive(Debug, Clone)]
pub(super) struct Content {
    pub(super) code: Code,
    pub(super) detail: Option<Text>,
    pub(super) errors: Vec<Fault>,
    pub(super) extensions: Map<String, Value>,
    pub(super) location: Option<String>,
    retry_after: Option<u64>,
    pub(super) allow: Option<String>,
    pub(super) accept_encoding: Option<&'static str>,
    /// The length of a content of which another stretch was asked for.
    pub(super) whole_length: Option<u64>,
    required_scope: Option<&'static str>,
    cause: Option<Arc<dyn std::error::Error + Send + Sync>>,
    recorded: Vec<Change>,
}

impl Problem {
    /// A problem with the title and explanation of its code and nothing more.
    pub fn new(code: Code) -> Self {
        Self(Box::new(Content {
            code,
            detail: None,
            errors: Vec::new(),
            extensions: Map::new(),
            location: None,
            retry_after: None,
            allow: None,
            accept_encoding: None,
            whole_length: None,
            required_scope: None,
            cause: None,
            recorded: Vec::new(),
        }))
    }

    /// Unknown, or outside the caller's region: the two must look the same.
    pub fn not_found() -> Self {
        Self::new(Code::NotFound)
    }

    /// The state of the thing does not meet these conditions: each as its code, and with its sentence
    /// among the errors of the member at `pointer`, which is empty for the request as a whole.
    pub fn not_possible(unmet: &[impl Coded], pointer: &str) -> Self {
        let codes: Vec<&str> = unmet.iter().map(Coded::code).collect();
        Self::new(Code::NotPossible)
            .with("unmet", codes.into())
            .errors(unmet.iter().map(|unmet| unmet.at(pointer)))
    }

    /// A fault of the service itself. The cause is logged, never answered.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::new(Code::InternalError).caused_by(cause)
    }

    /// Well-formed but impossible data: one entry for each fault.
    pub fn invalid_data(errors: impl IntoIterator<Item = FieldError>) -> Self {
        Self::new(Code::InvalidData).errors(errors)
    }

    /// The token is good but was not granted the scope of this operation (RFC 6750 section 3.1).
    pub fn insufficient_scope(required: &'static str) -> Self {
        let mut problem =
            Self::new(Code::InsufficientScope).with("required_scope", required.into());
        problem.0.required_scope = Some(required);
        problem
    }

    /// The caller must wait that many seconds.
    #[must_use]
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.0.retry_after = Some(seconds);
        self
    }

    /// The methods that this address does have (`GET, HEAD`).
    pub fn method_not_allowed(allow: impl Into<String>) -> Self {
        let mut problem = Self::new(Code::MethodNotAllowed);
        problem.0.allow = Some(allow.into());
        problem
    }

    /// The body has a content coding (RFC 9110 section 15.5.16). This service reads bodies as they are.
    pub fn coded_body() -> Self {
        let mut problem = Self::new(Code::UnsupportedMediaType).detail(
            "正文经过压缩或者其他编码（Content-Encoding），请不经编码发送",
            "The body has a Content-Encoding; send it as it is, without compression",
        );
        problem.0.accept_encoding = Some("identity");
        problem
    }

    /// The content has that many bytes, and none where they were asked for (RFC 9110 section 15.5.17).
    pub fn range_not_satisfiable(length: u64) -> Self {
        let mut problem = Self::new(Code::RangeNotSatisfiable).with("length", length.into());
        problem.0.whole_length = Some(length);
        problem
    }

    /// Says what went wrong in this one case. Must not hold personal data.
    #[must_use]
    pub fn detail(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.0.detail = Some(Text::new(zh, en));
        self
    }

    /// Adds the faults of single members.
    #[must_use]
    pub fn errors(mut self, errors: impl IntoIterator<Item = FieldError>) -> Self {
        self.0.errors.extend(errors.into_iter().map(Fault::from));
        self
    }

    /// Adds the fault of one member.
    #[must_use]
    pub fn error(mut self, error: FieldError) -> Self {
        self.0.errors.push(error.into());
        self
    }

    /// Adds an extension member, such as `existing` or `unmet`.
    #[must_use]
    pub fn with(mut self, member: &'static str, value: Value) -> Self {
        self.0.extensions.insert(member.to_owned(), value);
        self
    }

    /// Says where the thing in the way is: a path below the public URL, which is answered as the
    /// absolute address `location`.
    #[must_use]
    pub fn located(mut self, path: impl Into<Option<String>>) -> Self {
        self.0.location = path.into();
        self
    }

    /// Keeps the cause for the log.
    #[must_use]
    pub fn caused_by(mut self, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.0.cause = Some(Arc::from(cause.into()));
        self
    }

    /// Has the audit keep what this refusal tells the caller, although the refused command itself
    /// is undone.
    #[must_use]
    pub fn recording(mut self, change: Change) -> Self {
        self.0.recorded.push(change);
        self
    }

    /// What the audit keeps of this refusal.
    pub(crate) fn recorded(&self) -> &[Change] {
        &self.0.recorded
    }

    /// Which problem this is.
    pub fn code(&self) -> Code {
        self.0.code
    }

    pub(super) fn retry_seconds(&self) -> Option<u64> {
        let waits = self.0.code.status() == StatusCode::SERVICE_UNAVAILABLE
            || self.0.code == Code::RateLimited;
        self.0.retry_after.or(waits.then_some(1))
    }

    /// The challenge of RFC 6750 section 3: a request without any token gets no error code.
    pub(super) fn challenge(&self) -> Option<String> {
        match self.0.code {
            Code::MissingToken => Some("Bearer realm=\"yongwei\"".to_owned()),
            Code::InvalidToken => {
                Some("Bearer realm=\"yongwei\", error=\"invalid_token\"".to_owned())
            }
            Code::InsufficientScope => self.0.required_scope.map(|scope| {
                format!("Bearer realm=\"yongwei\", error=\"insufficient_scope\", scope=\"{scope}\"")
            }),
            _ => None,
        }
    }

    pub(crate) fn cause(&self) -> Option<&(dyn std::error::Error + Send + Sync + 'static)> {
        self.0.cause.as_deref()
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0.code.as_str())
    }
}

impl std::error::Error for Problem {}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.0.code.status()
    }

    /// A bare answer that carries the problem; the outermost middleware renders it.
    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status_code());
        response.extensions_mut().insert(self.clone());
        response
    }
}

impl From<FieldError> for Problem {
    fn from(fault: FieldError) -> Self {
        Self::invalid_data([fault])
    }
}

impl From<domain::error::FieldErrors> for Problem {
    fn from(faults: domain::error::FieldErrors) -> Self {
        Self::invalid_data(faults)
    }
}

/// A problem as it is kept under an idempotency key: without language, trace id or cause.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct StoredProblem {
    code: String,
    detail: Option<Text>,
    errors: Vec<Fault>,
    extensions: Map<String, Value>,
    /// A path below the public URL: a stored answer must outlive a move of the service.
    location: Option<String>,
}

impl From<&Problem> for StoredProblem {
    fn from(Problem(content): &Problem) -> Self {
        Self {
            code: content.code.as_str().to_owned(),
            detail: content.detail.clone(),
            errors: content.errors.clone(),
            extensions: content.extensions.clone(),
            location: content.location.clone(),
        }
    }
}

impl From<StoredProblem> for Problem {
    fn from(stored: StoredProblem) -> Self {
        let mut problem = Self::new(Code::parse(&stored.code).unwrap_or(Code::InternalError));
        problem.0.detail = stored.detail;
        problem.0.errors = stored.errors;
        problem.0.extensions = stored.extensions;
        problem.0.location = stored.location;
        problem
    }
}
