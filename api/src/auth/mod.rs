//! Who may do what: the extractors that carry what a token allows, and where a token is had.

pub mod caller;
pub mod oauth;
pub mod permissions;
mod representation;

pub use caller::{AnonymousCaller, Caller, Sender};
pub use representation::Representation;
