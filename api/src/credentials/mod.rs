//! What proves who calls: scopes, the keys that sign, access tokens.

pub mod scopes;
pub mod signatures;
pub mod tokens;

pub use scopes::{Scope, ScopeSet};
pub use signatures::{InvalidToken, Signatures};
pub use tokens::{Grant, Tokens};
