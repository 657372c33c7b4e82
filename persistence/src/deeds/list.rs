//! The list of deeds, newest first.

use diesel::dsl::exists;
use diesel::prelude::*;
use domain::deeds::procedure::State;
use domain::ids::{DeedId, PersonId};

use super::query::{Row, within};
use super::{Deed, states};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::{
    deed_actors as actors, deed_regions, deed_states, deeds, person_history as files,
};
use crate::scope::RegionScope;
use crate::store::Reader;

/// Which deeds are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// Those in which this person took part.
    pub person: Option<PersonId>,
    /// Those of which the case of an actor has come so far.
    pub state: Option<State>,
}

/// The deeds within the caller's regions, newest first. Each filter begins with the table whose index
/// gives its deeds in their order, so that it does not matter how few they are among how many.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: Filter,
    keyset: &Keyset<DeedId>,
) -> Result<Page<Deed>, StoreError> {
    let files = match filter.person {
        Some(person) => files_of(reader, person)?,
        None => Vec::new(),
    };
    match (filter.person, filter.state, scope.codes().as_deref()) {
        (Some(_), state, _) => newest_first!(
            reader,
            keyset,
            || {
                let of_person = actors::table
                    .filter(actors::person_id.eq_any(&files))
                    .select(actors::deed_id);
                let mut query = deeds::table
                    .filter(deeds::id.eq_any(of_person))
                    .into_boxed();
                if let Some(state) = state {
                    let come_so_far = deed_states::table
                        .filter(deed_states::region_code.eq(states::WHOLE_CITY))
                        .filter(deed_states::state.eq(state.as_str()))
                        .filter(deed_states::deed_id.eq(deeds::id));
                    query = query.filter(exists(come_so_far));
                }
                if let Some(codes) = scope.codes() {
                    let seen = deed_regions::table
                        .filter(deed_regions::deed_id.eq(deeds::id))
                        .filter(deed_regions::region_code.eq_any(codes));
                    query = query.filter(exists(seen));
                }
                query
            },
            deeds::id,
            Row::as_select() => Row,
            |row| row.into_deed(reader.keyring)
        ),
        (None, Some(state), _) => newest_first!(
            reader,
            keyset,
            || {
                let region = states::listed_under(scope);
                let mut query = deed_states::table
                    .inner_join(deeds::table)
                    .filter(deed_states::region_code.eq(region))
                    .filter(deed_states::state.eq(state.as_str()))
                    .into_boxed();
                if let (states::WHOLE_CITY, Some(codes)) = (region, scope.codes()) {
                    let seen = deed_regions::table
                        .filter(deed_regions::deed_id.eq(deed_states::deed_id))
                        .filter(deed_regions::region_code.eq_any(codes));
                    query = query.filter(exists(seen));
                }
                query
            },
            deed_states::deed_id,
            Row::as_select() => Row,
            |row| row.into_deed(reader.keyring)
        ),
        (None, None, Some([code])) => newest_first!(
            reader,
            keyset,
            || {
                deed_regions::table
                    .inner_join(deeds::table)
                    .filter(deed_regions::region_code.eq(*code))
                    .into_boxed()
            },
            deed_regions::deed_id,
            Row::as_select() => Row,
            |row| row.into_deed(reader.keyring)
        ),
        (None, None, _) => newest_first!(
            reader,
            keyset,
            || within(scope),
            deeds::id,
            Row::as_select() => Row,
            |row| row.into_deed(reader.keyring)
        ),
    }
}

/// The file of a person and those that were merged into it: the entry of each file's registration went
/// along with every merge.
fn files_of(reader: &mut Reader<'_>, person: PersonId) -> Result<Vec<String>, StoreError> {
    let files = files::table
        .filter(files::person_id.eq(person.to_string()))
        .filter(files::version.eq(1))
        .select(files::written_in);
    Ok(files.load(reader.connection)?)
}
