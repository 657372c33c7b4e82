//! The list of deeds, newest first.

use diesel::dsl::exists;
use diesel::prelude::*;
use domain::deeds::procedure::State;
use domain::ids::{DeedId, PersonId};

use super::Deed;
use super::query::{Row, within};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::{deed_actors as actors, deed_regions, deeds};
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

/// A query of deeds with a filter.
macro_rules! filtered {
    ($query:expr, $filter:expr) => {{
        let mut query = $query;
        if let Some(person) = $filter.person {
            let taken_part = actors::table
                .filter(actors::deed_id.eq(deeds::id))
                .filter(actors::person_id.eq(person.to_string()));
            query = query.filter(exists(taken_part));
        }
        if let Some(state) = $filter.state {
            let come_so_far = actors::table
                .filter(actors::deed_id.eq(deeds::id))
                .filter(actors::state.eq(state.as_str()));
            query = query.filter(exists(come_so_far));
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
    if let Some([code]) = scope.codes().as_deref() {
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
            || filtered!(of_region(), filter),
            deed_regions::deed_id,
            Row::as_select() => Row,
            |row| row.into_deed(reader.keyring)
        );
    }
    newest_first!(
        reader,
        keyset,
        || filtered!(within(scope), filter),
        deeds::id,
        Row::as_select() => Row,
        |row| row.into_deed(reader.keyring)
    )
}
