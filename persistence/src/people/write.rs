//! Writing files and their search keys.

use domain::ids::PersonId;
use domain::people::{FileStatus, Person, PersonFile, search_keys};

use super::row::Row;
use crate::prelude::*;
use crate::publicity;
use crate::schema::{people, person_search_keys as keys};

/// The rows of the keys of a person, found by the keys: they are the index.
macro_rules! keys_of {
    ($person:expr) => {
        keys::table
            .filter(
                keys::search_key.eq_any(
                    search_keys(&$person.file.name)
                        .into_iter()
                        .map(|key| key.text),
                ),
            )
            .filter(keys::person_id.eq(Col($person.id)))
    };
}

pub fn insert(tx: &mut Tx<'_>, file: &PersonFile) -> Result<Person, StoreError> {
    let id = tx.new_id();
    insert_as(tx, id, file)
}

/// Opens a file under an id that is fixed beforehand, as that of demonstration data is.
pub fn insert_as(tx: &mut Tx<'_>, id: PersonId, file: &PersonFile) -> Result<Person, StoreError> {
    let person = Person {
        id,
        file: file.clone(),
        status: FileStatus::Active,
        version: 1,
        created_at: tx.now(),
        updated_at: tx.now(),
    };
    let row = Row::of(&person, tx.keyring)?;
    insert!(tx.connection, people::table, row)?;
    insert_keys(tx, &person)?;
    Ok(person)
}

/// Replaces what a file says; [`StoreError::Conflict`] when it has changed since it was read.
pub fn save(tx: &mut Tx<'_>, current: &Person, file: &PersonFile) -> Result<Person, StoreError> {
    let person = Person {
        file: file.clone(),
        version: current.version.saturating_add(1),
        updated_at: tx.now(),
        ..current.clone()
    };
    update(tx, current, &person)?;
    if current.file.name != file.name {
        delete_keys(tx, current)?;
        insert_keys(tx, &person)?;
    } else if current.file.region != file.region {
        diesel::update(keys_of!(person))
            .set(keys::region_code.eq(Col(file.region)))
            .execute(tx.connection)?;
    }
    if current.file.name != file.name || current.file.sex != file.sex {
        publicity::person_changed(tx, person.id)?;
    }
    Ok(person)
}

/// Marks a file as merged `into` another, so that it is no longer found by name and its citizen
/// number is free; [`StoreError::Conflict`] when it has changed since it was read.
pub fn absorb(tx: &mut Tx<'_>, current: &Person, into: PersonId) -> Result<Person, StoreError> {
    let person = Person {
        status: FileStatus::Merged { into },
        version: current.version.saturating_add(1),
        updated_at: tx.now(),
        ..current.clone()
    };
    update(tx, current, &person)?;
    delete_keys(tx, current)?;
    Ok(person)
}

fn update(tx: &mut Tx<'_>, current: &Person, person: &Person) -> Result<(), StoreError> {
    let unchanged = people::table
        .find(Col(current.id))
        .filter(people::version.eq(current.version));
    let updated = diesel::update(unchanged)
        .set(Row::of(person, tx.keyring)?)
        .execute(tx.connection)?;
    one_row(updated)
}

fn insert_keys(tx: &mut Tx<'_>, person: &Person) -> Result<(), StoreError> {
    let rows = search_keys(&person.file.name)
        .into_iter()
        .map(|key| {
            (
                keys::search_key.eq(key.text),
                keys::person_id.eq(Col(person.id)),
                keys::region_code.eq(Col(person.file.region)),
                keys::shared.eq(i16::try_from(key.shared).unwrap_or(i16::MAX)),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, keys::table, rows)?;
    Ok(())
}

fn delete_keys(tx: &mut Tx<'_>, person: &Person) -> Result<(), StoreError> {
    diesel::delete(keys_of!(person)).execute(tx.connection)?;
    Ok(())
}
