//! Clocks: what is due, since when, why, and how the day was reckoned.
//!
//! A clock is a list of entries that only grows: it starts, pauses, goes on, is extended, stops.
//! Nothing happens when it runs out; an overdue clock is a flag, never a decision.

mod clock;
mod due;
mod pause;
mod status;
mod term;
#[cfg(test)]
mod tests;

pub(crate) use clock::certain;
pub use clock::{Change, Clock, Entry};
pub use due::{Due, LastDays};
pub use pause::Pause;
pub use status::ClockStatus;
pub use term::{Bound, Term};
