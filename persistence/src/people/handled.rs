//! Files of people whose cases the caller handles, such as one that another county handed over.

use std::collections::BTreeSet;

use diesel::dsl::exists;
use domain::ids::PersonId;
use domain::people::Person;

use super::query::{find, reachable};
use super::surviving::files_of;
use crate::prelude::*;
use crate::schema::{case_sight, cases, person_history as entries};

/// The file of that id, when the caller may read it: it is within the caller's regions, or a case that the
/// caller may read is of that person, in whatever procedure, also under the id of a file that was merged into
/// it. A file of another county stays there: this is for reading only.
pub fn find_readable(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: PersonId,
) -> Result<Option<Person>, StoreError> {
    match find(reader, scope, id)? {
        Some(person) => Ok(Some(person)),
        None => find_handled(reader, scope, id),
    }
}

fn find_handled(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: PersonId,
) -> Result<Option<Person>, StoreError> {
    // The whole city needs no case to find a file.
    let Some(codes) = scope.codes() else {
        return Ok(None);
    };
    let own = files_of(reader, &[id])?;
    let readable = case_sight::table
        .filter(case_sight::case_id.eq(cases::id))
        .filter(case_sight::region_code.eq_any(codes));
    let handled = cases::table
        .filter(cases::person_id.eq_any(texts(own.iter().chain([&id]))))
        .filter(exists(readable));
    if diesel::select(exists(handled)).get_result(reader.connection)? {
        find(reader, &RegionScope::City, id)
    } else {
        Ok(None)
    }
}

/// Those of some surviving files that the caller may read: within the caller's regions, or of a person whose
/// case the caller may read.
pub fn readable(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    ids: &BTreeSet<PersonId>,
) -> Result<BTreeSet<PersonId>, StoreError> {
    let mut readable = reachable(reader, scope, ids)?;
    let others: Vec<PersonId> = ids.difference(&readable).copied().collect();
    let Some(codes) = scope.codes().filter(|_| !others.is_empty()) else {
        return Ok(readable);
    };
    let seen = case_sight::table
        .filter(case_sight::case_id.eq(cases::id))
        .filter(case_sight::region_code.eq_any(codes));
    let handled: Vec<PersonId> = entries::table
        .inner_join(cases::table.on(cases::person_id.eq(entries::written_in.nullable())))
        .filter(entries::person_id.eq_any(texts(&others)))
        .filter(entries::version.eq(1))
        .filter(exists(seen))
        .select(entries::person_id)
        .distinct()
        .load(reader.connection)?;
    readable.extend(handled);
    Ok(readable)
}
