//! Problem documents (RFC 9457): what a caller gets for anything that did not work.
//!
//! A handler or extractor returns a [`Problem`]. It is only data: the outermost middleware
//! ([`crate::http::middleware`]) renders it, since that alone knows the caller's language, the
//! trace id and the public address.

mod field_errors;
mod messages;
mod page;
mod problem;
mod registry;
mod render;
mod stored;
#[cfg(test)]
mod tests;

pub use domain::decisions::Text;
pub use domain::error::FieldError;
pub use field_errors::from_validator;
pub(crate) use field_errors::{fault, fault_with_limit, push_token};
pub(crate) use page::{problem_get, problem_list};
pub use problem::Problem;
pub use registry::Code;
pub use render::{AsIs, ProblemDocument, ProblemFieldError, after_panic, finish};
pub use stored::StoredProblem;
