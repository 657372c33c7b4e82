//! How values of the domain are kept as JSON, for longer than the program that wrote them lives.
//!
//! Each stored form has a name and a format number, and is written as `{"format":N,"value":…}`. Who
//! changes what serde makes of a domain type raises the number of its form and adds to its upgrade how
//! the older value becomes the newer one. An older format is read for ever; the samples in
//! `tests/stored/samples` hold one value of each, which a test reads.

mod form;
pub(crate) mod forms;
pub(crate) mod renamed;
#[cfg(test)]
mod tests;

pub use form::{Form, StoredProcedure};
