//! The files of people, their search keys and their history.

mod history;
mod list;
mod query;
mod row;
mod search;
mod write;

pub use history::{Entry, absorbed_into, adopt, append, history};
pub use list::{Filter, list};
pub(crate) use query::find_all;
pub use query::{Holders, by_citizen_number, find, holders, reachable};
pub use search::search;
pub use write::{absorb, insert, insert_as, save};
