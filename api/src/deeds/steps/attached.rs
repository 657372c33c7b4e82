//! The attachments that a step names.

use domain::attachments::AttachmentState;
use domain::error::{Coded, FieldErrors};
use domain::ids::{AttachmentId, DeedId};
use persistence::{Reader, attachments};

use crate::problems::Problem;

/// Why an attachment cannot be a part of what a step brings.
enum AttachmentFault {
    Unknown,
    Incomplete,
    NamedTwice,
}

impl Coded for AttachmentFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Unknown => "attachment_unknown",
            Self::Incomplete => "attachment_incomplete",
            Self::NamedTwice => "attachment_named_twice",
        }
    }
}

/// Refuses attachments that are not complete, not of the deed, or named twice; all of them at once.
pub(super) fn check(
    reader: &mut Reader<'_>,
    deed: DeedId,
    ids: &[AttachmentId],
) -> Result<(), Problem> {
    let states = attachments::states_in(reader, deed, ids)?;
    let mut faults = FieldErrors::new();
    for (index, id) in ids.iter().enumerate() {
        let earlier = ids.iter().take(index);
        let fault = match states.get(id) {
            _ if earlier.clone().any(|other| other == id) => AttachmentFault::NamedTwice,
            None => AttachmentFault::Unknown,
            Some(AttachmentState::Uploading) => AttachmentFault::Incomplete,
            Some(AttachmentState::Complete) => continue,
        };
        faults.push(format!("/attachment_ids/{index}"), &fault);
    }
    Ok(faults.into_result()?)
}
