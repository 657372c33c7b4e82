//! The cases and the attachments that a step names.

use domain::attachments::AttachmentState;
use domain::error::FieldErrors;
use domain::ids::{AttachmentId, CaseId};
use domain::procedure::{Act, Case, Procedure};
use persistence::cases::{self, CaseOnFile};
use persistence::{Reader, RegionScope, attachments};
use uuid::Uuid;

use crate::problems::Problem;

domain::faults! {
    /// A step names a person who is unknown.
    pub(super) enum NameFault {
        Actor = "actor_unknown", "本案卷没有此行为人", "The file has no such actor.";
        Officer = "officer_unknown",
            "没有此经办人，或者已停用，或者不属于您可以代为办理的机构",
            "There is no such officer, or not an active one of an organisation that you may act for.";
        Together = "actors_together",
            "本步骤须一并办理，请列出所有应当一并办理的行为人，或者不填 actor_ids",
            "Those whom this step concerns take it together: name all of them, or leave actor_ids out.";
    }
}

/// The places of the cases that a step names, of those that the scope sees. Where it names none they are all
/// that are the caller's own to decide on; all that the scope sees, where none is.
pub(super) fn named<P: Procedure>(
    cases: &[CaseOnFile<P>],
    scope: &RegionScope,
    wanted: Option<&[CaseId]>,
    is_own: impl Fn(&Case<P>) -> bool,
) -> Result<Vec<usize>, Problem> {
    let seen = || {
        let places = cases.iter().enumerate();
        places.filter(|(_, one)| cases::sees(scope, &one.case))
    };
    let Some(ids) = wanted else {
        let own = seen().filter(|(_, one)| is_own(&one.case));
        let own: Vec<usize> = own.map(|(place, _)| place).collect();
        return Ok(if own.is_empty() {
            seen().map(|(place, _)| place).collect()
        } else {
            own
        });
    };
    let mut errors = FieldErrors::new();
    for (index, id) in ids.iter().enumerate() {
        if !seen().any(|(_, one)| one.id == *id) {
            errors.push(format!("/actor_ids/{index}"), &NameFault::Actor);
        }
    }
    errors.into_result().map_err(Problem::invalid_data)?;
    Ok(seen()
        .filter(|(_, one)| ids.contains(&one.id))
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
        UsedBefore = "attachment_used_before",
            "该附件已用于此前的步骤，当事人的书面表示须另行上传",
            "The attachment served in a step before. The party's own paper is uploaded for this one.";
    }
}

/// Refuses attachments that are not complete, not of the file, not seen by the scope, or named twice, and a
/// copy that is not; all of them at once. What a party gives up stands on a paper that served nothing else.
pub(super) fn check<P: Procedure>(
    reader: &mut Reader<'_>,
    (scope, file): (&RegionScope, Uuid),
    (ids, members, copy): (
        &[AttachmentId],
        &[(&'static str, AttachmentId)],
        Option<AttachmentId>,
    ),
    act: &Act<P>,
) -> Result<(), Problem> {
    let of_members = members.iter().map(|(_, id)| *id);
    let all: Vec<AttachmentId> = ids.iter().copied().chain(of_members).chain(copy).collect();
    let states = attachments::states_in(reader, scope, file, &all)?;
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
    for (pointer, id) in members {
        if let Some(fault) = fault(id) {
            faults.push(*pointer, &fault);
        }
    }
    let word = act.word().and_then(|word| word.copy);
    let used_before = match word {
        Some(paper) => attachments::is_named(reader, paper)?,
        None => false,
    };
    let used_before = used_before.then_some(AttachmentFault::UsedBefore);
    if let Some(fault) = copy.as_ref().and_then(fault).or(used_before) {
        faults.push("/copy_id", &fault);
    }
    Ok(faults.into_result()?)
}
