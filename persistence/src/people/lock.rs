//! Locks on people: who decides on what their other cases say decides on it as the one before left it.
//!
//! They are taken in the order of their ids and before any lock of a file, on the file that survives a
//! merge, whichever of the person's files is named, and on every file with the same citizen number. SQLite has one writer, so there is nothing to wait for.

use std::collections::BTreeSet;

use domain::ids::PersonId;
use uuid::Uuid;

use super::surviving::{alike, files_of, survivors};
use crate::connection::AnyConnection;
use crate::prelude::*;
use crate::schema::cases;

/// Locks these people.
pub fn lock(tx: &mut Tx<'_>, people: &[PersonId]) -> Result<(), StoreError> {
    lock_all(tx, |tx| surviving(tx, people))
}

/// Locks the people whose cases stand in a file.
pub fn lock_of_file(tx: &mut Tx<'_>, file: Uuid) -> Result<(), StoreError> {
    lock_all(tx, |tx| {
        let named: Vec<PersonId> = cases::table
            .filter(cases::file_id.eq(Col(file)))
            .filter(cases::person_id.is_not_null())
            .select(cases::person_id.assume_not_null())
            .load(tx.connection)?;
        surviving(tx, &named)
    })
}

/// Locks these people, and whoever stands in a file with one of them: their files may all be written.
pub fn lock_with_files(tx: &mut Tx<'_>, people: &[PersonId]) -> Result<(), StoreError> {
    lock_all(tx, |tx| {
        let theirs = surviving(tx, people)?;
        let named: Vec<PersonId> = theirs.iter().copied().collect();
        let written_in = files_of(tx, &named)?;
        let of_files: Vec<String> = cases::table
            .filter(cases::person_id.eq_any(texts(&written_in)))
            .select(cases::file_id)
            .load(tx.connection)?;
        let beside: Vec<PersonId> = cases::table
            .filter(cases::file_id.eq_any(of_files))
            .filter(cases::person_id.is_not_null())
            .select(cases::person_id.assume_not_null())
            .load(tx.connection)?;
        let beside = surviving(tx, &beside)?;
        Ok(theirs.into_iter().chain(beside).collect())
    })
}

/// Those whose files survive of the files that are named, and whoever has the same citizen number.
fn surviving(tx: &mut Tx<'_>, named: &[PersonId]) -> Result<BTreeSet<PersonId>, StoreError> {
    let survivors = survivors(tx, named)?.into_values().collect();
    let pairs = alike(tx, &survivors)?;
    Ok(pairs.into_iter().map(|(_, person)| person).collect())
}

/// [`StoreError::Conflict`] where a merge or a new case changed in the meantime who is to be locked.
fn lock_all(
    tx: &mut Tx<'_>,
    wanted: impl Fn(&mut Tx<'_>) -> Result<BTreeSet<PersonId>, StoreError>,
) -> Result<(), StoreError> {
    if matches!(tx.connection, AnyConnection::Sqlite(_)) {
        return Ok(());
    }
    let people = wanted(tx)?;
    for person in &people {
        tx.lock(format!("person/{person}").as_bytes())?;
    }
    if wanted(tx)?.is_subset(&people) {
        Ok(())
    } else {
        Err(StoreError::Conflict)
    }
}
