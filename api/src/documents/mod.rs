//! Printable documents of a file, as they are listed and given out.

mod get;
mod list;
mod wire;

pub(crate) use get::get;
pub(crate) use list::list;
pub(crate) use wire::{DocumentPage, DocumentView};
