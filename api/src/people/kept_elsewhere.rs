//! Who may change the file of a person that another county keeps.

use domain::ids::PersonId;
use domain::people::{FileStatus, Person};
use persistence::{RegionScope, Tx, people};

use crate::problems::Problem;
use crate::procedure::holds_case_of;

/// The file of that id outside the caller's regions, for a change: the body that holds an open case of the
/// person puts right what it finds wrong. Of one that was merged it is told where to turn.
pub(super) fn find_kept_elsewhere(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    id: PersonId,
) -> Result<Person, Problem> {
    let person = people::find_readable(tx, scope, id)?.ok_or_else(Problem::not_found)?;
    if person.status != FileStatus::Active || holds_case_of(tx, scope, id)? {
        return Ok(person);
    }
    let keeper = person.file.region;
    Err(Problem::not_found().detail(
        format!("您可以查阅此档案，不能更改：档案由 {keeper} 管理，该人员的未结案件不由您辖区的单位承办。请向管档区县提出。"),
        format!("You may read this file and not change it: {keeper} keeps it, and no body in your regions holds an open case of the person. Ask the county that keeps it."),
    ))
}
