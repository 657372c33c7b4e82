//! Files of people whose deeds the caller handles, such as one that another county handed over.

use diesel::dsl::exists;
use diesel::prelude::*;
use domain::ids::PersonId;
use domain::people::Person;

use super::row::Row;
use crate::error::StoreError;
use crate::schema::{deed_actors, deed_regions, people};
use crate::scope::RegionScope;
use crate::store::Reader;

/// The file of that id, when somebody's deed that the caller may read names it as an actor. It stays
/// with its county: this is for reading only.
pub fn find_handled(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: PersonId,
) -> Result<Option<Person>, StoreError> {
    // The whole city needs no deed to find a file.
    let Some(codes) = scope.codes() else {
        return Ok(None);
    };
    let id = id.to_string();
    let readable = deed_regions::table
        .filter(deed_regions::deed_id.eq(deed_actors::deed_id))
        .filter(deed_regions::region_code.eq_any(codes));
    let handled = deed_actors::table
        .filter(deed_actors::person_id.eq(id.clone()))
        .filter(exists(readable));
    people::table
        .find(id)
        .filter(exists(handled))
        .select(Row::as_select())
        .get_result(reader.connection)
        .optional()?
        .map(|row| row.into_person(reader.keyring))
        .transpose()
}
