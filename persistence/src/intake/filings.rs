//! Applications and clues: reading and writing, alike for both.

use diesel::dsl::exists;
use domain::identity::PersonName;
use domain::ids::Id as _;
use domain::intake::{Application, Clue, Filing, State, TrackingCode};

use uuid::Uuid;

use super::duplicates;
use super::row::{Row, Stored};
use crate::connection::MultiBackend;
use crate::prelude::*;
use crate::schema::{cases, filings};

/// Writes a new application, to be found by its tracking code.
pub fn insert_application(
    tx: &mut Tx<'_>,
    filing: &Filing<Application>,
    code: &TrackingCode,
) -> Result<(), StoreError> {
    let index = tx.keyring.tracking_index(code);
    insert(tx, filing, Some(index))
}

pub fn insert_clue(tx: &mut Tx<'_>, filing: &Filing<Clue>) -> Result<(), StoreError> {
    insert(tx, filing, None)
}

fn insert<K: Stored>(
    tx: &mut Tx<'_>,
    filing: &Filing<K>,
    tracking_index: Option<Vec<u8>>,
) -> Result<(), StoreError> {
    let row = Row::of(filing, tx.keyring)?;
    let values = (row, filings::tracking_index.eq(tracking_index));
    insert!(tx.connection, filings::table, values)?;
    duplicates::insert_of_filing(tx, filing)
}

/// Writes what has changed; [`StoreError::Conflict`] when somebody else was faster.
pub fn save<K: Stored>(tx: &mut Tx<'_>, filing: &Filing<K>) -> Result<(), StoreError> {
    let unchanged = filings::table
        .find(Col(filing.id.uuid()))
        .filter(filings::version.eq(filing.version - 1));
    let rows = diesel::update(unchanged)
        .set(Row::of(filing, tx.keyring)?)
        .execute(tx.connection)?;
    one_row(rows)
}

type Query<'a> = filings::BoxedQuery<'a, MultiBackend>;

/// Those of a kind that are with a region of the scope.
fn within<K: Stored>(scope: &RegionScope) -> Query<'_> {
    let query = filings::table
        .filter(filings::kind.eq(K::WORD))
        .into_boxed();
    within!(query, scope, filings::region_code)
}

/// The one of that id, when it is within the caller's regions, or when a body of theirs holds a case that
/// came of it.
pub fn find_held<K: Stored>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: K::Id,
) -> Result<Option<Filing<K>>, StoreError> {
    if let Some(own) = find(reader, scope, id)? {
        return Ok(Some(own));
    }
    let Some(codes) = scope.codes() else {
        return Ok(None);
    };
    let held = cases::table
        .filter(cases::file_id.nullable().eq(filings::file_id))
        .filter(cases::holder_region.eq_any(codes));
    within::<K>(&RegionScope::City)
        .filter(filings::id.eq(Col(id.uuid())))
        .filter(exists(held))
        .select(Row::as_select())
        .get_result(reader.connection)
        .optional()?
        .map(|row: Row| row.into_filing(reader.keyring))
        .transpose()
}

/// Those of a kind that became a case file, whatever region they are with.
pub fn of_file<K: Stored>(
    reader: &mut Reader<'_>,
    file: Uuid,
) -> Result<Vec<Filing<K>>, StoreError> {
    let rows: Vec<Row> = within::<K>(&RegionScope::City)
        .filter(filings::file_id.eq(Col(Some(file))))
        .filter(filings::state.eq(Col(State::TakenUp)))
        .select(Row::as_select())
        .load(reader.connection)?;
    rows.into_iter()
        .map(|row| row.into_filing(reader.keyring))
        .collect()
}

/// The one of that id, when it is within the caller's regions.
pub fn find<K: Stored>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: K::Id,
) -> Result<Option<Filing<K>>, StoreError> {
    within::<K>(scope)
        .filter(filings::id.eq(Col(id.uuid())))
        .select(Row::as_select())
        .get_result(reader.connection)
        .optional()?
        .map(|row: Row| row.into_filing(reader.keyring))
        .transpose()
}

/// The application with that tracking code. Anyone who knows the code is the applicant, in whatever
/// region the application is.
pub fn find_by_code(
    reader: &mut Reader<'_>,
    code: &TrackingCode,
) -> Result<Option<Filing<Application>>, StoreError> {
    within::<Application>(&RegionScope::City)
        .filter(filings::tracking_index.eq(reader.keyring.tracking_index(code)))
        .select(Row::as_select())
        .get_result(reader.connection)
        .optional()?
        .map(|row: Row| row.into_filing(reader.keyring))
        .transpose()
}

/// The name of the applicant or recommender of what became the file; none where nobody sent an
/// application in. Applications that were joined to it later do not count.
pub fn applicant_of(reader: &mut Reader<'_>, file: Uuid) -> Result<Option<PersonName>, StoreError> {
    let row: Option<Row> = within::<Application>(&RegionScope::City)
        .filter(filings::file_id.eq(Col(Some(file))))
        .filter(filings::state.eq(Col(State::TakenUp)))
        .order(filings::id)
        .select(Row::as_select())
        .first(reader.connection)
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    let filing: Filing<Application> = row.into_filing(reader.keyring)?;
    Ok(Some(filing.content.applicant.name))
}

/// Those within the caller's regions, in a state where one is given, newest first.
pub fn list<K: Stored>(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    state: Option<State>,
    keyset: &Keyset<K::Id>,
) -> Result<Page<Filing<K>>, StoreError> {
    let matching = || match state {
        None => within::<K>(scope),
        Some(state) => within::<K>(scope).filter(filings::state.eq(Col(state))),
    };
    newest_first!(reader, keyset, matching, filings::id,
        Row::as_select() => Row, |row| row.into_filing(reader.keyring))
}
