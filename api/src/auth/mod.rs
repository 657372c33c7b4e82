//! Who may do what: the extractors that carry what a token allows, and where a token is had.

mod anonymous;
pub mod caller;
pub mod oauth;
pub mod permissions;
mod representation;
mod sender;

pub use anonymous::AnonymousCaller;
pub use caller::Caller;
pub use representation::Representation;
pub use sender::Sender;
