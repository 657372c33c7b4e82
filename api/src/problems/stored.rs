//! A problem as it is kept under an idempotency key: without language, trace id or cause.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::field_errors::Fault;
use super::{Code, Problem, Text};

/// The lasting part of a problem.
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
    fn from(problem: &Problem) -> Self {
        Self {
            code: problem.code().as_str().to_owned(),
            detail: problem.detail_text().cloned(),
            errors: problem.faults().to_vec(),
            extensions: problem.extensions().clone(),
            location: problem.location().map(str::to_owned),
        }
    }
}

impl From<StoredProblem> for Problem {
    fn from(stored: StoredProblem) -> Self {
        let code = Code::parse(&stored.code).unwrap_or(Code::InternalError);
        let problem = Self::new(code)
            .restored(stored.errors)
            .extended(stored.extensions)
            .located(stored.location);
        match stored.detail {
            Some(Text { zh, en }) => problem.detail(zh, en),
            None => problem,
        }
    }
}
