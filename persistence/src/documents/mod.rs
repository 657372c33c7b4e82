//! Printable documents that steps brought about. What one says is sealed, and never changes after its issue.

mod numbers;
mod query;

use chrono::{DateTime, NaiveDate, Utc};
use domain::documents::{DocumentKind, Sheet};
use domain::ids::{CaseId, DecisionId, DocumentId};
use domain::procedure::DocumentNumber;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use numbers::{is_used, is_used_by, next_number};
pub use query::{find, insert, list};

/// Whom a document is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concerned {
    /// The case.
    pub case: CaseId,
    /// The receipt of the rules that was before the body.
    pub decision: DecisionId,
}

/// A document without what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Its id.
    pub id: DocumentId,
    /// The file.
    pub file: Uuid,
    /// What it is.
    pub kind: DocumentKind,
    /// Its number.
    pub number: DocumentNumber,
    /// The legal date of issue (Beijing).
    pub issued_on: NaiveDate,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// Whom it is about, at least one.
    pub concerned: Vec<Concerned>,
}

/// A document with what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What can be told without opening it.
    pub summary: Summary,
    /// The page.
    pub sheet: Sheet,
}
