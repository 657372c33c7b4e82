//! Printable documents that steps created. What one says is sealed, and never changes after its issue.

mod numbers;
mod query;

use chrono::{DateTime, NaiveDate, Utc};
use domain::documents::{DocumentKind, Sheet};
use domain::ids::{CaseId, DocumentId, ReceiptId};
use domain::procedure::DocumentNumber;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use numbers::{is_used, is_used_by, next_number};
pub use query::{find, insert, list};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concerned {
    pub case: CaseId,
    /// The receipt of the rules that was before the body.
    pub receipt_id: ReceiptId,
}

/// A document without what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    pub id: DocumentId,
    pub file: Uuid,
    pub kind: DocumentKind,
    pub number: DocumentNumber,
    /// The legal date of issue (Beijing).
    pub issued_on: NaiveDate,
    pub recorded_at: DateTime<Utc>,
    /// Whom it is about, at least one.
    pub concerned: Vec<Concerned>,
}

/// A document with what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub summary: Summary,
    pub sheet: Sheet,
}
