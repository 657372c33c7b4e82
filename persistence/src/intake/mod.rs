//! What comes in from the public, and what on file it may tell of once more.

mod application;
mod clue;
mod duplicates;
mod filings;
mod row;

pub use duplicates::{Earlier, insert_of_deed, likely_earlier, replace_of_deed};
pub use filings::{
    applicant_of, find, find_by_code, find_held, insert_application, insert_clue, list, of_file,
    save,
};
pub use row::Stored;

pub(crate) use row::Sealed as SealedFiling;
