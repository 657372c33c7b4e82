//! Deeds, the cases of their actors, what is due, and what happened.

mod actors;
mod enclosures;
mod history;
mod list;
mod missed;
mod query;
mod regions;
mod states;
mod tasks;
mod write;

use chrono::{DateTime, NaiveDate, Utc};
use domain::deeds::Incident;
use domain::deeds::procedure::ActorCase;
use domain::ids::{ActorId, DecisionId, DeedId, PersonId};
use domain::regions::RegionCode;

pub use actors::{of_deed, of_deeds, others_of};
pub use enclosures::{Enclosure, EnclosureKind, enclose, enclosures, objections};
pub use history::{Entry, append, history};
pub use list::{Filter, list};
pub use missed::{reported, unreported};
pub use query::find;
pub use regions::seen_by;
pub use tasks::{Task, TaskFilter, TaskKey, worklist};
pub use write::{correct, insert, save};

/// A deed on file: the incident that its actors share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Its id.
    pub id: DeedId,
    /// The region whose file it is: that of the body of first instance which all its actors share,
    /// or shared last.
    pub region: RegionCode,
    /// The legal day on which the report was received.
    pub received_on: NaiveDate,
    /// What happened.
    pub incident: Incident,
    /// 1 when reported, one more with every step.
    pub version: i64,
    /// When it was reported.
    pub created_at: DateTime<Utc>,
    /// When the last step was taken.
    pub updated_at: DateTime<Utc>,
}

/// One person in one deed, with the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The actor's id.
    pub id: ActorId,
    /// The deed.
    pub deed: DeedId,
    /// The place in the report, from 0.
    pub number: i16,
    /// The person's file.
    pub person: PersonId,
    /// The newest receipt of the rules.
    pub decision: DecisionId,
    /// How far the case has come.
    pub case: ActorCase,
    /// 1 when reported, one more with every step of this actor.
    pub version: i64,
}
