//! The cases of a file that a step names.

use domain::error::{Coded, FieldErrors};
use domain::ids::CaseId;
use domain::procedure::Procedure;
use persistence::cases::CaseOnFile;

use crate::problems::Problem;

/// A step names somebody who is not there.
pub(super) enum NameFault {
    /// No actor of the file has that id.
    Actor,
    /// No active officer has it.
    Officer,
}

impl Coded for NameFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Actor => "actor_unknown",
            Self::Officer => "officer_unknown",
        }
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
