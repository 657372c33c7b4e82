//! What people saw or heard.

pub(super) mod get;
pub(super) mod list;
pub(super) mod triage;
