//! The cases of a file that a step names.

use domain::error::FieldErrors;
use domain::ids::CaseId;
use domain::procedure::Procedure;
use persistence::cases::CaseOnFile;

use crate::problems::Problem;

domain::faults! {
    /// A step names somebody who is not there.
    pub(super) enum NameFault {
        Actor = "actor_unknown", "本事迹没有此行为人", "The deed has no such actor.";
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
