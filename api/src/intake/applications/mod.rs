//! What citizens applied for.

pub(super) mod get;
pub(super) mod list;
pub(super) mod triage;
