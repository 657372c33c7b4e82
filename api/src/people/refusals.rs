//! Refusals that tell of a file that is there already.

use std::collections::BTreeSet;

use domain::ids::ClientId;
use domain::people::{FileStatus, Person};
use persistence::audit::{Change, NUMBER_MET};
use persistence::{Reader, RegionScope, StoreError, people};
use serde_json::json;

use super::{address, reachable_survivors, subject, view};
use crate::auth::{Caller, Representation};
use crate::credentials::Scope;
use crate::problems::{Code, Problem};

/// The caller who gives a file a citizen number.
pub(super) struct Asking {
    pub(super) scope: RegionScope,
    pub(super) client: ClientId,
    /// Whether the token also allows reading files, so that a refusal may show one.
    may_read: bool,
}

impl Asking {
    pub(super) fn of<P>(caller: &Caller<P>) -> Self {
        Self {
            scope: caller.regions().clone(),
            client: caller.client(),
            may_read: caller.grant().scopes.contains(Scope::PeopleRead),
        }
    }
}

/// The refusal of a citizen number that a file within the caller's regions holds. It tells that
/// somebody has a file, as a lookup does, and like a lookup it is kept in the access log.
pub(super) fn person_exists(
    reader: &mut Reader<'_>,
    asking: &Asking,
    existing: &Person,
) -> Result<Problem, StoreError> {
    let shown = if asking.may_read {
        json!(view(
            reader,
            &asking.scope,
            existing,
            Representation::Masked
        )?)
    } else {
        json!({ "id": existing.id })
    };
    let problem = Problem::new(Code::PersonExists)
        .with("existing", shown)
        .located(address(existing.id))
        .recording(Change::sensitive_read(
            NUMBER_MET,
            subject(existing),
            json!({}),
        ));
    let merged = matches!(existing.status, FileStatus::Merged { .. });
    if merged && reachable_survivors(reader, &asking.scope, [existing])?.is_empty() {
        return Ok(merged_elsewhere(problem));
    }
    Ok(problem)
}

/// Says where to turn when the file that survived is out of the caller's reach, and nothing of that
/// file.
fn merged_elsewhere(problem: Problem) -> Problem {
    problem.detail(
        "市级已将此档案并入另一份档案。如需更改，请向市级提出。",
        "The city has merged this file into another one. Ask the city for changes.",
    )
}

/// The refusal of a write to a file that was merged into another.
pub(super) fn require_active(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    person: &Person,
) -> Result<(), Problem> {
    let FileStatus::Merged { into } = person.status else {
        return Ok(());
    };
    let problem = Problem::new(Code::FileMerged);
    let reachable = people::reachable(reader, scope, &BTreeSet::from([into]))?;
    Err(if reachable.is_empty() {
        merged_elsewhere(problem)
    } else {
        problem.with("merged_into", into.to_string().into())
    })
}
