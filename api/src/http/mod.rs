//! The parts of HTTP that every feature shares: extractors, paging, entity tags.

pub mod body;
mod bounded;
pub mod conditional;
pub mod entity_tag;
pub mod headers;
pub mod paging;
mod patch;
pub mod path;
pub mod query;
mod range;
pub mod request_ids;
mod saved_as;
pub(crate) mod shape;
#[cfg(test)]
mod tests;
pub mod whole_number;

pub use body::Body;
pub(crate) use bounded::{BoundedParagraphs, BoundedText};
pub(crate) use conditional::open_tag;
pub use conditional::{OpenAnswer, conditional};
pub(crate) use entity_tag::hash;
pub use entity_tag::{EntityTag, IfMatch, IfNoneMatch};
pub use headers::{AccessPurpose, IdempotencyKey, OnBehalfOf, Optional, Required};
pub(crate) use paging::Page;
pub use paging::PageQuery;
pub(crate) use patch::{Patch, Patched};
pub use path::{Number, Path};
pub(crate) use query::require_known;
pub use query::{DryRun, NoQuery, Query, query_date};
pub use range::{IfRange, Range, Stretch};
pub use request_ids::RequestIds;
pub use saved_as::saved_as;
pub use whole_number::{required_whole_number, whole_number};
