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
pub use evidence::{add_to_evidence, states_in};
pub use parts::{Kept, NewPart, SealedPart, keep_part, part};
pub(crate) use query::Sealed;
pub use query::{find, held, list, region_of};
pub use write::{complete, declare, discard, lock};

/// A file of bytes in a case file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its id.
    pub id: AttachmentId,
    /// The case file that it belongs to.
    pub file: Uuid,
    /// The procedure of that file.
    pub procedure: String,
    /// What was declared of it.
    pub declared: Declared,
    /// How far it has come.
    pub state: AttachmentState,
    /// What its content was recognised as; none before it is complete.
    pub media_type: Option<MediaType>,
    /// The parts that have not arrived, in their order.
    pub missing: Vec<PartNumber>,
    /// 1 when declared, one more with every part and at completion.
    pub version: i64,
    /// When it was declared.
    pub created_at: DateTime<Utc>,
    /// When the last part arrived, or when it was completed.
    pub updated_at: DateTime<Utc>,
}

/// What whoever hands a file in says of it beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// Its name.
    pub file_name: FileName,
    /// SHA-256 of the whole.
    pub digest: ContentDigest,
    /// Its size, and thereby its parts.
    pub parts: Parts,
}
