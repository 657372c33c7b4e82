//! Printable documents: written with the step that issues them, rendered when somebody asks for one.

mod get;
mod issue;
mod list;
mod pdf;
mod press;
mod wire;

pub(crate) use get::get;
pub(crate) use issue::{Printed, issue, issue_as, next_number};
pub(crate) use list::list;
pub use press::Press;
pub(crate) use wire::{DocumentPage, DocumentView};
