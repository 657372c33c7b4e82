//! The files of people, their search keys and their history.

mod handled;
mod history;
mod list;
mod lock;
mod query;
pub(crate) mod reindex;
mod row;
mod search;
mod surviving;
mod write;

pub use handled::{find_readable, readable};
pub use history::{Entry, absorbed_into, adopt, append, history};
pub use list::{Filter, list};
pub use lock::{lock, lock_of_file, lock_with_files};
pub use query::{Holders, by_citizen_number, find, find_all, holders, reachable};
pub(crate) use row::Sealed;
pub use search::search;
pub(crate) use surviving::{alike, files_with_survivors};
pub use surviving::{files_of, find_surviving, survivors};
pub use write::{absorb, insert, insert_as, save};
