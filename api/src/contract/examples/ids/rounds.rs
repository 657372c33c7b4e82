//! Ids of the synthetic rounds.

/// A synthetic round that takes nominations.
pub const ROUND_OPEN: &str = "01937a00-0000-7000-8000-000000008316";
/// A synthetic round of commendation that is planned.
pub const ROUND: &str = "01937a00-0000-7000-8000-000000008301";
/// A synthetic immediate commendation that is planned.
pub const ROUND_IMMEDIATE: &str = "01937a00-0000-7000-8000-000000008302";
/// A synthetic round whose call is out, and whose deadline is over.
pub const ROUND_ANNOUNCED: &str = "01937a00-0000-7000-8000-000000008303";
/// A synthetic round whose candidates are in an order.
pub const ROUND_REVIEWED: &str = "01937a00-0000-7000-8000-000000008304";
/// The same, of which the notice is left out.
pub const ROUND_GUARDED: &str = "01937a00-0000-7000-8000-000000008305";
/// A synthetic round during the notice of its candidates.
pub const ROUND_PUBLISHED: &str = "01937a00-0000-7000-8000-000000008306";
/// The same, of which the notice is withdrawn.
pub const ROUND_WITHDRAWN: &str = "01937a00-0000-7000-8000-000000008307";
/// A synthetic round whose notice is over.
pub const ROUND_TO_VOTE: &str = "01937a00-0000-7000-8000-000000008308";
/// A synthetic round whose panel has voted.
pub const ROUND_VOTED: &str = "01937a00-0000-7000-8000-000000008309";
/// A synthetic round of which it is resolved whom it means.
pub const ROUND_RESOLVED: &str = "01937a00-0000-7000-8000-000000008310";
/// A synthetic round that was decided.
pub const ROUND_DECIDED: &str = "01937a00-0000-7000-8000-000000008311";
/// The same, with a mistake in its annex.
pub const ROUND_DECIDED_WRONGLY: &str = "01937a00-0000-7000-8000-000000008312";
/// A synthetic round whose ceremony is fixed.
pub const ROUND_CONFERRED: &str = "01937a00-0000-7000-8000-000000008313";
/// A synthetic round that is planned and cancelled.
pub const ROUND_TO_CANCEL: &str = "01937a00-0000-7000-8000-000000008314";
/// A synthetic round that waits for another body.
pub const ROUND_SUSPENDED: &str = "01937a00-0000-7000-8000-000000008315";
/// A synthetic round that is closed.
pub const ROUND_CLOSED: &str = "01937a00-0000-7000-8000-000000008317";
/// A synthetic round that was cancelled.
pub const ROUND_CANCELLED: &str = "01937a00-0000-7000-8000-000000008318";
/// The case of [`ROUND`].
pub const ROUND_CASE: &str = "01937a00-0000-7000-8000-000000007301";
/// The notice of candidates of [`ROUND_PUBLISHED`].
pub const ROUND_NOTICE: &str = "01937a00-0000-7000-8000-000000006301";
/// The open objection to the notice of [`ROUND_PUBLISHED`].
pub const ROUND_OBJECTION: &str = "01937a00-0000-7000-8000-000000009301";
