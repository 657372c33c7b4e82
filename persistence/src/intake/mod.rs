//! What comes in from the public, and what on file it may tell of once more.

mod application;
mod clue;
mod filings;
mod likeness;
mod row;

pub use filings::{find, find_by_code, insert_application, insert_clue, list, save};
pub use likeness::{Earlier, insert_of_deed, likely_earlier, replace_of_deed};
pub use row::Stored;

/// The sealed column of a filing of that kind.
pub(crate) type SealedFiling<K> = row::Sealed<<K as Stored>::Sealed>;
