//! Who may do what.

pub mod scopes;

pub use scopes::Scope;
