//! What was handed in to case files as a file of bytes: what was declared, the sealed parts, and the evidence they serve.

mod abandoned;
mod evidence;
mod parts;
mod query;
mod write;

use chrono::{DateTime, Utc};
use domain::attachments::{AttachmentState, ContentDigest, FileName, MediaType, PartNumber, Parts};
use domain::ids::AttachmentId;
use uuid::Uuid;

pub use abandoned::{Abandoned, discard_abandoned};
pub(crate) use evidence::of_evidence;
pub use evidence::{add_to_evidence, is_named, states_in, tie_to_cases};
pub use parts::{NewPart, SealedPart, StoredPart, part, store_part};
pub(crate) use query::Sealed;
pub use query::{find, held, list, region_of, seen_by};
pub use write::{complete, declare, discard, lock};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    pub id: AttachmentId,
    pub file: Uuid,
    pub procedure: String,
    pub declared: Declared,
    pub state: AttachmentState,
    /// What its content was recognised as; none before it is complete.
    pub media_type: Option<MediaType>,
    pub missing: Vec<PartNumber>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    /// When the last part arrived, or when it was completed.
    pub updated_at: DateTime<Utc>,
}

/// What the sender of a file says of it beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    pub file_name: FileName,
    /// SHA-256 of the whole.
    pub digest: ContentDigest,
    pub parts: Parts,
}
