//! What the examples of the contract name; `serve --demo` fills a database with it, so that they work.

mod file;
pub mod ids;

pub(crate) use file::{FILE, FILE_SHA256};
