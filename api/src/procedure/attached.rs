//! The attachments that a step names.

use domain::attachments::AttachmentState;
use domain::error::FieldErrors;
use domain::ids::AttachmentId;
use persistence::{Reader, attachments};
use uuid::Uuid;

use crate::problems::Problem;

domain::faults! {
    /// Why an attachment cannot be a part of what a step brings.
    enum AttachmentFault {
        Unknown = "attachment_unknown", "本事迹没有此附件", "The deed has no such attachment.";
        Incomplete = "attachment_incomplete",
            "该附件尚未上传完成", "The attachment is not complete yet.";
        NamedTwice = "attachment_named_twice", "附件重复", "The attachment is named twice.";
    }
}

/// Refuses attachments that are not complete, not of the file, or named twice, and a copy that is
/// not; all of them at once.
pub(super) fn check(
    reader: &mut Reader<'_>,
    file: Uuid,
    ids: &[AttachmentId],
    copy: Option<AttachmentId>,
) -> Result<(), Problem> {
    let all: Vec<AttachmentId> = ids.iter().copied().chain(copy).collect();
    let states = attachments::states_in(reader, file, &all)?;
    let fault = |id: &AttachmentId| match states.get(id) {
        None => Some(AttachmentFault::Unknown),
        Some(AttachmentState::Uploading) => Some(AttachmentFault::Incomplete),
        Some(AttachmentState::Complete) => None,
    };
    let mut faults = FieldErrors::new();
    for (index, id) in ids.iter().enumerate() {
        let twice = ids.iter().take(index).any(|other| other == id);
        let fault = twice
            .then_some(AttachmentFault::NamedTwice)
            .or_else(|| fault(id));
        if let Some(fault) = fault {
            faults.push(format!("/attachment_ids/{index}"), &fault);
        }
    }
    if let Some(fault) = copy.as_ref().and_then(fault) {
        faults.push("/copy_id", &fault);
    }
    Ok(faults.into_result()?)
}
