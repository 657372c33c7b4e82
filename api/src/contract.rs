//! The contract: the OpenAPI document, made from the routes, and how it is kept.

mod bytes;
mod document;
pub mod examples;
mod file;
mod members;
pub mod parameters;
mod responses;
#[cfg(test)]
mod tests;
pub(crate) mod texts;
mod unions;
mod view;

pub use document::{SECURITY_SCHEME, skeleton};
pub use file::{ContractDrift, check, write};
pub(crate) use view::view;

use utoipa::openapi::OpenApi;

use crate::http::{EntityTag, open_tag};

/// The finished contract.
pub struct Contract {
    text: String,
    tag: EntityTag,
}

impl std::fmt::Debug for Contract {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Contract").finish_non_exhaustive()
    }
}

impl Contract {
    /// Completes what the routes gave: the headers and problems that follow from what an
    /// operation is.
    pub fn new(mut collected: OpenApi) -> Self {
        document::drop_unused_tags(&mut collected);
        bytes::describe(&mut collected);
        unions::discriminate(&mut collected);
        responses::add_headers(&mut collected);
        responses::add_problems(&mut collected);
        members::write_out_texts(&mut collected);
        members::remove_nulls(&mut collected);
        let text = file::render(&collected);
        let tag = open_tag(text.as_bytes());
        Self { text, tag }
    }

    /// The document as it is served and committed: indented JSON with a newline at its end, the same
    /// bytes on every run.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its tag, which changes whenever the text does.
    pub(crate) fn tag(&self) -> &EntityTag {
        &self.tag
    }
}
