//! Files that belong to a deed: what may be handed in, in which parts, and what it turns out to be.
use crate::named_enum;

mod digest;
mod file_name;
mod kind;
mod parts;
mod recognition;

pub use digest::{ContentDigest, ContentDigestError};
pub use file_name::{FileName, FileNameError};
pub use kind::{MediaType, NotAccepted};
pub use parts::{PART_BYTES, PartNumber, Parts, SizeError};
pub use recognition::Recognition;

named_enum! {
    /// 附件状态 / How far an attachment has come
    AttachmentState {
        Uploading = "uploading", "上传中", "being uploaded";
        Complete = "complete", "已完成", "complete";
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// The largest file, in bytes.
    pub file_bytes: u64,
    /// All files of one deed together, in bytes.
    pub deed_bytes: u64,
}

impl Allowance {
    /// The most files of one deed, however small.
    pub const DEED_FILES: u64 = 200;
}

/// What a deed holds already, files that are being uploaded among it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Held {
    pub files: u64,
    /// Their bytes together, as declared.
    pub bytes: u64,
}
