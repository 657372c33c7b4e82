//! What happened to a file, entry by entry. Entries are never changed; a merge hangs those of the
//! absorbed file under the survivor too.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::exists;
use diesel::prelude::*;
use domain::ids::{ClientId, HistoryEntryId, OfficerId, PersonId};
use domain::people::{Happened, Person};

use super::query::reachable;
use crate::audit::Actor;
use crate::connection::with_backend;
use crate::convert::{instant, parse_id};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::{people, person_history as entries};
use crate::scope::RegionScope;
use crate::store::{Reader, Tx};
use crate::stored::forms;

/// One entry of a history.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its id; ids sort by time.
    pub id: HistoryEntryId,
    /// The file in which it was written, which after a merge may be an absorbed one.
    pub written_in: PersonId,
    /// The version of that file afterwards.
    pub version: i64,
    /// When it was written.
    pub recorded_at: DateTime<Utc>,
    /// By which client; none for the command line.
    pub client: Option<ClientId>,
    /// For which officer.
    pub officer: Option<OfficerId>,
    /// What happened.
    pub happened: Happened,
}

type Row = (
    String,
    String,
    i64,
    NaiveDateTime,
    Option<String>,
    Option<String>,
    Vec<u8>,
);

/// Writes an entry into the history of `person`, as it is now.
pub fn append(
    tx: &mut Tx<'_>,
    person: &Person,
    actor: &Actor,
    happened: &Happened,
) -> Result<(), StoreError> {
    let id = tx.new_id::<HistoryEntryId>().to_string();
    let content = forms::PERSON_HISTORY.write(happened)?;
    let sealed = tx.keyring.seal(&place(&id), &content)?;
    let person_id = person.id.to_string();
    let entry = (
        entries::id.eq(id),
        entries::person_id.eq(&person_id),
        entries::written_in.eq(&person_id),
        entries::kind.eq(happened.kind()),
        entries::version.eq(person.version),
        entries::recorded_at.eq(tx.now().naive_utc()),
        entries::client_id.eq(actor.client.map(|id| id.to_string())),
        entries::officer_id.eq(actor.officer.map(|id| id.to_string())),
        entries::sealed.eq(sealed),
    );
    with_backend!(&mut *tx.connection, connection => {
        diesel::insert_into(entries::table)
            .values(entry)
            .execute(connection)
    })?;
    Ok(())
}

/// Hangs the history of the absorbed file under the survivor. It stays readable under its own id.
pub fn adopt(tx: &mut Tx<'_>, survivor: PersonId, absorbed: PersonId) -> Result<(), StoreError> {
    diesel::update(entries::table.filter(entries::person_id.eq(absorbed.to_string())))
        .set(entries::person_id.eq(survivor.to_string()))
        .execute(tx.connection)?;
    Ok(())
}

/// The file itself and every file that was merged into it, also by way of others, as far as the
/// caller reaches them. The caller has already been shown to reach the file itself.
pub fn absorbed_into(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    person: PersonId,
) -> Result<BTreeSet<PersonId>, StoreError> {
    // Each file has an entry of its registration, which went along with every merge.
    let files: Vec<String> = entries::table
        .filter(entries::person_id.eq(person.to_string()))
        .select(entries::written_in)
        .distinct()
        .load(reader.connection)?;
    let mut files = files
        .iter()
        .map(|id| parse_id(id))
        .collect::<Result<BTreeSet<PersonId>, _>>()?;
    files.insert(person);
    reachable(reader, scope, &files)
}

/// The history of a file, newest first: what was written in it, and what it took over from files
/// that the caller reaches too. The caller has already been shown to reach the file itself.
pub fn history(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    person: PersonId,
    keyset: &Keyset<HistoryEntryId>,
) -> Result<Page<Entry>, StoreError> {
    let id = person.to_string();
    let matching = || {
        let mut query = entries::table
            .filter(
                entries::person_id.eq(id.clone()).or(entries::written_in
                    .eq(id.clone())
                    // Said in the words of the index of what was taken over.
                    .and(entries::written_in.ne(entries::person_id))),
            )
            .into_boxed();
        if let Some(codes) = scope.codes() {
            let within = people::table
                .filter(people::id.eq(entries::written_in))
                .filter(people::region_code.eq_any(codes));
            query = query.filter(exists(within));
        }
        query
    };
    let columns = (
        entries::id,
        entries::written_in,
        entries::version,
        entries::recorded_at,
        entries::client_id,
        entries::officer_id,
        entries::sealed,
    );
    newest_first!(
        reader,
        keyset,
        matching,
        entries::id,
        columns => Row,
        |row| entry(reader, row)
    )
}

fn entry(reader: &Reader<'_>, row: Row) -> Result<Entry, StoreError> {
    let (id, written_in, version, recorded_at, client, officer, sealed) = row;
    let content = reader.keyring.open(&place(&id), &sealed)?;
    Ok(Entry {
        id: parse_id(&id)?,
        written_in: parse_id(&written_in)?,
        version,
        recorded_at: instant(recorded_at),
        client: client.as_deref().map(parse_id).transpose()?,
        officer: officer.as_deref().map(parse_id).transpose()?,
        happened: forms::PERSON_HISTORY.read(&content)?,
    })
}

fn place(id: &str) -> String {
    format!("person_history.sealed/{id}")
}
