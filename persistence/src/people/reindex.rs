//! Search keys of an older form, made again.

use domain::identity::PersonName;
use domain::people::{SearchKey, search_keys};

use crate::columns::Word as _;
use crate::connection::AnyConnection;
use crate::prelude::*;
use crate::schema::{people, person_search_keys as keys, search_key_form as form};

/// The form of the keys that [`search_keys`] makes, and of the names that they come from. Whoever
/// changes what it makes of a name raises this number, and sees that [`is_the_same`] finds the names
/// concerned.
const FORM: i16 = 2;

/// How many files are read at a time.
const PAGE: i64 = 5_000;
/// How many files get their keys at a time. To find the keys of before costs a look at all keys, so
/// these are many; a statement on SQLite binds 32,766 values at most.
const FILES: usize = 20_000;
/// How many keys are written at a time; a statement on PostgreSQL binds 65,535 values at most.
const KEYS: usize = 5_000;

/// A file whose keys are made again.
struct Stale {
    id: String,
    region: String,
    keys: Vec<SearchKey>,
}

/// Whether the keys are of an older form than this program looks for.
pub(crate) fn is_behind(connection: &mut AnyConnection) -> Result<bool, StoreError> {
    let newest: i16 = form::table.select(form::form).first(connection)?;
    Ok(newest < FORM)
}

/// Brings the names and their search keys into the form of today, all or nothing.
pub(crate) fn bring_up(connection: &mut AnyConnection) -> Result<(), StoreError> {
    connection.transaction(|connection| {
        if !is_behind(connection)? {
            return Ok(());
        }
        let mut stale = Vec::new();
        let mut after = String::new();
        loop {
            let page: Vec<(String, String, String, String)> = people::table
                .filter(people::id.gt(&after))
                .order(people::id.asc())
                .limit(PAGE)
                .select((
                    people::id,
                    people::name,
                    people::region_code,
                    people::status,
                ))
                .load(connection)?;
            let Some((last, ..)) = page.last() else { break };
            after.clone_from(last);
            for (id, stored, region, status) in page {
                let name = PersonName::read(&stored)
                    .ok_or_else(|| StoreError::Corrupt("people.name".to_owned()))?;
                if name.as_str() != stored {
                    diesel::update(people::table.find(&id))
                        .set(people::name.eq(name.as_str()))
                        .execute(connection)?;
                }
                let keys = search_keys(&name);
                // A merged file is not found by name.
                if status == "active" && !is_the_same(&stored, &name, &keys) {
                    stale.push(Stale { id, region, keys });
                }
            }
            if stale.len() >= FILES {
                renew(connection, &std::mem::take(&mut stale))?;
            }
        }
        renew(connection, &stale)?;
        diesel::update(form::table)
            .set(form::form.eq(FORM))
            .execute(connection)?;
        Ok(())
    })
}

/// Whether the keys are those of before: of Han characters alone, in their normal form before, without
/// an `ü`.
fn is_the_same(stored: &str, name: &PersonName, keys: &[SearchKey]) -> bool {
    let is_han = |char: char| char.is_alphabetic() && !char.is_lowercase() && !char.is_uppercase();
    stored == name.as_str()
        && stored.chars().all(is_han)
        && !keys.iter().any(|key| key.text.contains('v'))
}

fn renew(connection: &mut AnyConnection, stale: &[Stale]) -> Result<(), StoreError> {
    for files in stale.chunks(FILES) {
        let ids: Vec<&str> = files.iter().map(|file| file.id.as_str()).collect();
        diesel::delete(keys::table.filter(keys::person_id.eq_any(ids))).execute(connection)?;
    }
    let rows: Vec<_> = stale
        .iter()
        .flat_map(|file| file.keys.iter().map(move |key| (file, key)))
        .collect();
    for rows in rows.chunks(KEYS) {
        let rows = rows
            .iter()
            .map(|(file, key)| {
                (
                    keys::search_key.eq(key.text.as_str()),
                    keys::person_id.eq(file.id.as_str()),
                    keys::region_code.eq(file.region.as_str()),
                    keys::shared.eq(i16::try_from(key.shared).unwrap_or(i16::MAX)),
                )
            })
            .collect();
        insert_all!(&mut *connection, keys::table, rows)?;
    }
    Ok(())
}
