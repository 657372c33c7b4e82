//! The cases and the attachments that a step names.

use domain::attachments::AttachmentState;
use domain::error::FieldErrors;
use domain::ids::{AttachmentId, CaseId};
use domain::procedure::Procedure;
use persistence::cases::CaseOnFile;
use persistence::{Reader, attachments};
use uuid::Uuid;

use crate::problems::Problem;

domain::faults! {
    /// A step names a person who is unknown.
    pub(super) enum NameFault {
        Actor = "actor_unknown", "本案卷没有此行为人", "The file has no such actor.";
        Officer = "officer_unknown",
            "没有此经办人，或者已停用，或者不属于您可以代为办理的机构",
            "There is no such officer, or not an active one of an organisation that you may act for.";
    }
}

/// The places of the cases that a step names: all of them where it names none.
pub(super) fn named<P: Procedure>(
    cases: &[CaseOnFile<P>],
    wanted: Option<&[CaseId]>,
) -> Result<Vec<usize>, Problem> {
    let Some(ids) = wanted else {
        return Ok((0..cases.len()).collect());
    };
    let mut errors = FieldErrors::new();
    for (index, id) in ids.iter().enumerate() {
        if !cases.iter().any(|case| case.id == *id) {
            errors.push(format!("/actor_ids/{index}"), &NameFault::Actor);
        }
    }
    errors.into_result().map_err(Problem::invalid_data)?;
    let places = cases.iter().enumerate();
    Ok(places
        .filter(|(_, case)| ids.contains(&case.id))
        .map(|(place, _)| place)
        .collect())
}

domain::faults! {
    /// Why an attachment cannot be a part of what a step brings.
    enum AttachmentFault {
        Unknown = "attachment_unknown", "本案卷没有此附件", "The file has no such attachment.";
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
