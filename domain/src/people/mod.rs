//! The file (档案) of a person who acted bravely: how it is opened, changed, and how two files of
//! one person become one.

mod address;
mod changes;
mod draft;
mod error;
mod history;
mod kinds;
mod lifetime;
mod merge;
mod person;
mod register;
mod revise;
mod search;

pub use address::Address;
pub use changes::{Field, FieldChange};
pub use draft::{Draft, Registrar};
pub use error::PersonError;
pub use history::{PersonEvent, PublishedDeed};
pub use kinds::{FileOrigin, LifeStatus, MatchStatus};
pub use lifetime::LifeConflict;
pub use merge::{Merged, Unmet, merge};
pub use person::{FileStatus, NativePlace, Origin, Person, PersonFile, Source};
pub use register::register;
pub use revise::{Revision, revise};
pub use search::{SearchKey, search_keys, search_prefix};

#[cfg(test)]
mod tests;
