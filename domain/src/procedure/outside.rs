use serde::{Deserialize, Serialize};

use super::{DocumentNumber, Entered};
use crate::{ids::AttachmentId, text::Line};

/// What a body outside the service decided, as the body that holds the case recorded it: such a body
/// has no login here, and no case waits for it to act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutsideDocument {
    pub organ: Line<100>,
    pub number: DocumentNumber,
    pub issued: Entered,
    /// The copy, an attachment of the file.
    pub copy: Option<AttachmentId>,
}
