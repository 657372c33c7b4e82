//! Problem documents (RFC 9457): what a caller gets for anything that did not work.
//!
//! A handler or extractor returns a [`Problem`]. It is only data: the outermost middleware
//! (`app::envelope`) renders it, since that alone knows the caller's language, the
//! trace id and the public address.

mod document;
mod field_errors;
mod problem;
mod registry;
#[cfg(test)]
mod tests;

pub(crate) use document::render;
pub use document::{AsIs, Language, ProblemDocument, ProblemFieldError};
pub use domain::error::FieldError;
pub use domain::receipts::Text;
pub use field_errors::from_validator;
pub(crate) use field_errors::{fault, fault_with_limit, push_token};
pub use problem::{Problem, StoredProblem};
pub use registry::Code;
