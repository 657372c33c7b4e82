//! The list of files of a procedure, newest first.

use diesel::dsl::exists;
use domain::ids::PersonId;
use domain::named::NamedEnum;
use domain::procedure::Procedure;

use super::file::{Query, Row, within};
use super::{CaseFile, states};
use crate::people;
use crate::prelude::*;
use crate::schema::{case_files as files, case_regions, case_sight, case_states, cases};
use crate::stored::StoredProcedure;

#[derive(Debug, Clone, Copy)]
pub struct Filter<P: Procedure> {
    pub person: Option<PersonId>,
    pub state: Option<P::State>,
}

impl<P: Procedure> Default for Filter<P> {
    fn default() -> Self {
        Self {
            person: None,
            state: None,
        }
    }
}

/// The files within the caller's regions, newest first. Each filter begins with the table whose index
/// gives its files in their order, so that it does not matter how few they are among how many.
pub fn list<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: Filter<P>,
    keyset: &Keyset<P::FileId>,
) -> Result<Page<CaseFile<P>>, StoreError> {
    let of_person = match filter.person {
        Some(person) => files_of(reader, scope, person)?,
        None => Vec::new(),
    };
    match (filter.person, filter.state, scope.codes().as_deref()) {
        (Some(_), state, _) => newest_first!(
            reader,
            keyset,
            || {
                let mut query = within::<P>(scope).filter(files::id.eq_any(&of_person));
                if let Some(state) = state {
                    let come_so_far = case_states::table
                        .filter(case_states::procedure.eq(P::NAME))
                        .filter(case_states::region_code.eq(states::WHOLE_CITY))
                        .filter(case_states::state.eq(state.as_str()))
                        .filter(case_states::file_id.eq(files::id));
                    query = query.filter(exists(come_so_far));
                }
                query
            },
            files::id,
            Row::as_select() => Row,
            |row| row.into_file(reader.keyring)
        ),
        (None, Some(state), _) => newest_first!(
            reader,
            keyset,
            || {
                let region = states::listed_under(scope);
                let mut query = case_states::table
                    .inner_join(files::table)
                    .filter(case_states::procedure.eq(P::NAME))
                    .filter(case_states::region_code.eq(region))
                    .filter(case_states::state.eq(state.as_str()))
                    .into_boxed();
                if let (states::WHOLE_CITY, Some(codes)) = (region, scope.codes()) {
                    let seen = case_regions::table
                        .filter(case_regions::file_id.eq(case_states::file_id))
                        .filter(case_regions::region_code.eq_any(codes));
                    query = query.filter(exists(seen));
                }
                query
            },
            case_states::file_id,
            Row::as_select() => Row,
            |row| row.into_file(reader.keyring)
        ),
        (None, None, Some([code])) => newest_first!(
            reader,
            keyset,
            || {
                case_regions::table
                    .inner_join(files::table)
                    .filter(case_regions::procedure.eq(P::NAME))
                    .filter(case_regions::region_code.eq(*code))
                    .into_boxed()
            },
            case_regions::file_id,
            Row::as_select() => Row,
            |row| row.into_file(reader.keyring)
        ),
        (None, None, _) => newest_first!(reader, keyset, || within::<P>(scope), files::id,
            Row::as_select() => Row, |row| row.into_file(reader.keyring)),
    }
}

/// The files within the caller's regions that a query of the procedure's own narrows, newest first.
pub(crate) fn list_narrowed<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    keyset: &Keyset<P::FileId>,
    narrowed: impl for<'a> Fn(Query<'a>) -> Query<'a>,
) -> Result<Page<CaseFile<P>>, StoreError> {
    newest_first!(reader, keyset, || narrowed(within::<P>(scope)), files::id,
        Row::as_select() => Row, |row| row.into_file(reader.keyring))
}

/// The files with a case that the scope sees of the person whose file is named, where the caller may read that: it
/// may be one that was merged into another. Else nothing but what is on file under that very id, lest anybody
/// learn who is one person.
fn files_of(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    named: PersonId,
) -> Result<Vec<String>, StoreError> {
    let people = if people::find_readable(reader, scope, named)?.is_none() {
        vec![named]
    } else {
        let survivors = people::survivors(reader, &[named])?;
        let survivors: Vec<PersonId> = survivors.into_values().collect();
        people::files_of(reader, &survivors)?
    };
    let mut query = cases::table
        .filter(cases::person_id.eq_any(texts(&people)))
        .into_boxed();
    if let Some(codes) = scope.codes() {
        let seen = case_sight::table
            .filter(case_sight::case_id.eq(cases::id))
            .filter(case_sight::region_code.eq_any(codes));
        query = query.filter(exists(seen));
    }
    Ok(query.select(cases::file_id).load(reader.connection)?)
}
