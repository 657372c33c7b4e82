//! Who may do what: the extractors that carry what a token allows, and where a token is had.

pub mod caller;
pub mod oauth;
pub mod permissions;
mod representation;
mod sender;
mod anonymous;

pub use caller::Caller;
pub use representation::Representation;
pub use sender::Sender;
pub use anonymous::AnonymousCaller;
