//! The list of deeds, newest first.

use diesel::dsl::exists;
use diesel::prelude::*;
use domain::deeds::procedure::State;
use domain::ids::{DeedId, PersonId};

use super::query::{Row, within};
use super::{Deed, states};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::{deed_actors as actors, deed_regions, deed_states, deeds};
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

/// Narrows a boxed query of deeds, whose ids are `$id`, to those in which a person took part.
macro_rules! of_person {
    ($query:expr, $id:expr, $person:expr) => {{
        let mut query = $query;
        if let Some(person) = $person {
            // A list of few ids and not a condition on each deed, for which all would be gone through.
            let taken_part = actors::table
                .filter(actors::person_id.eq(person.to_string()))
                .select(actors::deed_id);
            query = query.filter($id.eq_any(taken_part));
        }
        query
    }};
}

/// The deeds within the caller's regions, newest first.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: Filter,
    keyset: &Keyset<DeedId>,
) -> Result<Page<Deed>, StoreError> {
    if let (Some([code]), None) = (scope.codes().as_deref(), filter.state) {
        // The index of a region gives its deeds in their order, however few they are.
        let of_region = || {
            deed_regions::table
                .inner_join(deeds::table)
                .filter(deed_regions::region_code.eq(*code))
                .into_boxed()
        };
        return newest_first!(
            reader,
            keyset,
            || of_person!(of_region(), deed_regions::deed_id, filter.person),
            deed_regions::deed_id,
            Row::as_select() => Row,
            |row| row.into_deed(reader.keyring)
        );
    }
    if let Some(state) = filter.state {
        // So does the index of a state, in one region or in the whole city.
        let come_so_far = || {
            let region = states::listed_under(scope);
            let query = deed_states::table
                .inner_join(deeds::table)
                .filter(deed_states::region_code.eq(region))
                .filter(deed_states::state.eq(state.as_str()))
                .into_boxed();
            match scope.codes() {
                Some(codes) if region == states::WHOLE_CITY => {
                    let seen = deed_regions::table
                        .filter(deed_regions::deed_id.eq(deed_states::deed_id))
                        .filter(deed_regions::region_code.eq_any(codes));
                    query.filter(exists(seen))
                }
                _ => query,
            }
        };
        return newest_first!(
            reader,
            keyset,
            || of_person!(come_so_far(), deed_states::deed_id, filter.person),
            deed_states::deed_id,
            Row::as_select() => Row,
            |row| row.into_deed(reader.keyring)
        );
    }
    newest_first!(
        reader,
        keyset,
        || of_person!(within(scope), deeds::id, filter.person),
        deeds::id,
        Row::as_select() => Row,
        |row| row.into_deed(reader.keyring)
    )
}
