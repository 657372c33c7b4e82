//! What comes in from the public: citizens' own applications and clues, and where officers send them.
//!
//! An application begins the statutory procedure, so that only the procedure's written refusal can
//! end it; a clue is a hint that the body may follow or not (Shandong Regulation on Rewarding and
//! Protecting People Who Act Bravely, article 10).

mod actor_progress;
mod application;
mod clue;
mod error;
mod filing;
mod incident_key;
mod routing;
mod tracking_code;

pub use actor_progress::ActorProgress;
pub use application::{Applicant, Application, Never, ToldActor};
pub use clue::{Clue, Contact, NotPursued};
pub use error::FilingError;
pub use filing::{Filing, Kind, Milestone, Outcome, Progress, State, TriageFault};
pub use incident_key::IncidentKey;
pub use routing::handled_by;
pub use tracking_code::TrackingCode;

#[cfg(test)]
mod tests;
