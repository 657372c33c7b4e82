//! Files of people whose cases the caller handles, such as one that another county handed over.

use diesel::dsl::exists;
use domain::ids::PersonId;
use domain::people::Person;

use super::row::Row;
use crate::prelude::*;
use crate::schema::{case_sight, cases, people};

/// The file of that id, when a case that the caller may read is of that person, in whatever procedure. It
/// stays with its county: this is for reading only.
pub fn find_handled(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: PersonId,
) -> Result<Option<Person>, StoreError> {
    // The whole city needs no case to find a file.
    let Some(codes) = scope.codes() else {
        return Ok(None);
    };
    let readable = case_sight::table
        .filter(case_sight::case_id.eq(cases::id))
        .filter(case_sight::region_code.eq_any(codes));
    let handled = cases::table
        .filter(cases::person_id.eq(Col(id)))
        .filter(exists(readable));
    people::table
        .find(Col(id))
        .filter(exists(handled))
        .select(Row::as_select())
        .get_result(reader.connection)
        .optional()?
        .map(|row| row.into_person(reader.keyring))
        .transpose()
}
