//! One file by its id or by a citizen number.

use std::collections::HashMap;

use std::collections::BTreeSet;

use domain::identity::CitizenNumber;
use domain::ids::PersonId;
use domain::people::{FileStatus, Person};

use super::row::Row;
use crate::prelude::*;
use crate::schema::people;

/// The file of that id, when it is within the caller's regions.
pub fn find(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: PersonId,
) -> Result<Option<Person>, StoreError> {
    let query = people::table.find(Col(id)).into_boxed();
    let query = within!(query, scope, people::region_code);
    query
        .select(Row::as_select())
        .get_result(reader.connection)
        .optional()?
        .map(|row| row.into_person(reader.keyring))
        .transpose()
}

/// The files of those ids that are within the caller's regions, in one statement.
pub fn find_all(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    ids: &[PersonId],
) -> Result<HashMap<PersonId, Result<Person, StoreError>>, StoreError> {
    let query = people::table
        .filter(people::id.eq_any(texts(ids)))
        .into_boxed();
    let query = within!(query, scope, people::region_code);
    let rows: QueryResult<Vec<Row>> = query.select(Row::as_select()).load(reader.connection);
    match rows.map_err(StoreError::from) {
        // One that does not read back is not to hide the others.
        Err(StoreError::Corrupt(_)) => Ok(ids
            .iter()
            .filter_map(|id| Some((*id, find(reader, scope, *id).transpose()?)))
            .collect()),
        rows => Ok(rows?
            .into_iter()
            .map(|row| (row.id.0, row.into_person(reader.keyring)))
            .collect()),
    }
}

/// Those of some files that are within the caller's regions.
pub fn reachable(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    ids: &BTreeSet<PersonId>,
) -> Result<BTreeSet<PersonId>, StoreError> {
    let Some(codes) = scope.codes() else {
        return Ok(ids.clone());
    };
    if ids.is_empty() {
        return Ok(BTreeSet::new());
    }
    let reachable = people::table
        .filter(people::id.eq_any(texts(ids)))
        .filter(people::region_code.eq_any(codes))
        .select(people::id)
        .load(reader.connection)?;
    Ok(reachable.into_iter().collect())
}

/// The files within the caller's regions that hold a citizen number, newest first; those merged
/// into another are among them.
pub fn by_citizen_number(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    number: &CitizenNumber,
    keyset: &Keyset<PersonId>,
) -> Result<Page<Person>, StoreError> {
    let index = reader.keyring.blind_index(number);
    let matching = || {
        let holders = people::table
            .filter(people::citizen_number_index.eq(index.clone()))
            .into_boxed();
        within!(holders, scope, people::region_code)
    };
    newest_first!(reader, keyset, matching, people::id,
        Row::as_select() => Row, |row| row.into_person(reader.keyring))
}

/// Who holds a citizen number.
#[derive(Debug)]
pub struct Holders {
    /// A file within the caller's regions, an active one before a merged one.
    pub yours: Option<Person>,
    /// The active files in other regions, of which the caller must not learn.
    pub elsewhere: Vec<PersonId>,
}

/// Who holds a citizen number, apart from the file `except`.
///
/// No other transaction can give the number to a file until this one ends: the check and the write
/// that follows it are one.
pub fn holders(
    tx: &mut Tx<'_>,
    scope: &RegionScope,
    number: &CitizenNumber,
    except: Option<PersonId>,
) -> Result<Holders, StoreError> {
    let index = tx.keyring.blind_index(number);
    tx.lock(&[b"citizen-number/", index.as_slice()].concat())?;
    let rows: Vec<Row> = with_backend!(&mut *tx.connection, connection => {
        people::table
            .filter(people::citizen_number_index.eq(index))
            .order((people::status.asc(), people::id.desc()))
            .select(Row::as_select())
            .load(connection)
    })?;
    let mut holders = Holders {
        yours: None,
        elsewhere: Vec::new(),
    };
    for row in rows {
        let person = row.into_person(tx.keyring)?;
        if Some(person.id) == except {
            continue;
        }
        if scope.covers(&person.file.region) {
            holders.yours.get_or_insert(person);
        } else if person.status == FileStatus::Active {
            holders.elsewhere.push(person.id);
        }
    }
    Ok(holders)
}
