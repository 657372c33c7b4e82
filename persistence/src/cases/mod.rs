//! The cases of every procedure: the files that hold them, what is due, and what happened.
//!
//! All procedures share one set of tables with the column `procedure`. What one stores besides stands in
//! its forms ([`StoredProcedure`](crate::StoredProcedure)).

mod decision_numbers;
mod enclosures;
mod file;
mod history;
mod list;
mod narrowed;
mod query;
mod regions;
mod row;
mod states;
mod tasks;

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{CaseId, ReceiptId};
use domain::procedure::{BodyTask, Case, Procedure};
use domain::regions::RegionCode;

pub use decision_numbers::take_number;
pub use enclosures::{Enclosure, EnclosureKind, NewEnclosure, enclose, enclosures, objections};
pub use file::{find, insert, join, save};
pub use history::{HistoryEntry, append, history};
pub(crate) use list::list_narrowed;
pub use list::{Filter, list};
pub(crate) use narrowed::narrow;
pub use query::{of_file, of_files, of_people, others_of, readable, seen};
pub use regions::{regions_of, seen_by, sees};
pub use tasks::{
    Task, TaskFilter, TaskKey, due_since, not_reckoned, reckon_again, reported, unreported,
    worklist,
};

/// A file: what its cases share, such as the incident of a deed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFile<P: Procedure> {
    pub id: P::FileId,
    /// The region whose file it is: that of the body of first instance which all its cases share, or
    /// shared last.
    pub region: RegionCode,
    /// The legal day on which it was received.
    pub received_on: NaiveDate,
    pub subject: P::Subject,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

/// One case, as it stands in its file: that of a person, or of nobody.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseOnFile<P: Procedure> {
    pub id: CaseId,
    pub file: P::FileId,
    /// The place in the file, from 0.
    pub number: i16,
    pub person: P::About,
    /// The newest receipt of the rules.
    pub receipt_id: ReceiptId,
    /// What is known of it: the input of the rules.
    pub facts: P::Facts,
    pub case: Case<P>,
    pub version: i64,
}

/// A case that is new or took part in a step, with what is due of bodies in it now.
pub type Changed<P> = (CaseOnFile<P>, Vec<BodyTask<<P as Procedure>::Clock>>);
