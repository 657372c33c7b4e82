//! Who may do what: scopes, tokens, and the extractor that carries both.

pub mod caller;
pub mod oauth;
pub mod permissions;
mod representation;
pub mod scopes;
pub mod signatures;
pub mod tokens;
mod visitor;

pub use caller::Caller;
pub use representation::Representation;
pub use scopes::{Scope, ScopeSet};
pub use signatures::Signatures;
pub use tokens::{Grant, Tokens};
pub use visitor::Visitor;
