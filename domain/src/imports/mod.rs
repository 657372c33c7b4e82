//! Taking over published cases as historic files: what was published and nothing else.

mod case;
mod error;

pub use case::{DeedKey, DeedPlace, HistoricFile, PublishedCase};
pub use error::CaseError;

/// The cases that the Qilu Evening News published of Liaocheng, in the format that is imported.
pub const PUBLISHED_CASES: &str = include_str!("../../data/published-cases.json");

#[cfg(test)]
mod tests;
