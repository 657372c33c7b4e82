//! People as they are sent and shown.

mod access;
mod change;
mod history;
mod new;
mod parts;
mod view;

pub(super) use access::{AccessEntry, AccessPage};
pub(super) use change::PersonChange;
pub(super) use history::{HistoryEntry, HistoryPage};
pub(super) use new::NewPerson;
pub(super) use parts::StatusName;
pub(super) use view::{PersonPage, PersonView};
