//! Statutory clocks: what is due, since when, why, and how the day was reckoned.
//!
//! A clock is a list of entries that only grows: it starts, pauses, goes on, is extended, stops.
//! Nothing happens when it runs out; an overdue clock is a flag, never a decision.

mod clock;
mod due;
mod kind;
mod status;
#[cfg(test)]
mod tests;

pub use clock::{Change, Clock, Entry};
pub use due::Due;
pub use kind::{Bound, ClockKind};
pub use status::ClockStatus;
