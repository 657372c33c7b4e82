//! What happened to a file, entry by entry. Entries are never changed; a merge hangs those of the
//! absorbed file under the survivor too.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::dsl::exists;
use domain::ids::{ClientId, HistoryEntryId, OfficerId, PersonId};
use domain::people::{Person, PersonEvent};

use super::query::reachable;
use super::surviving::files_of;
use crate::audit::Principal;
use crate::prelude::*;
use crate::publicity;
use crate::schema::{people, person_history as entries};
use crate::stored::forms;

#[derive(Debug, Clone)]
pub struct Entry {
    pub id: HistoryEntryId,
    /// The file in which it was written, which after a merge may be an absorbed one.
    pub written_in: PersonId,
    /// The version of that file afterwards.
    pub version: i64,
    pub recorded_at: DateTime<Utc>,
    pub client: Option<ClientId>,
    pub officer: Option<OfficerId>,
    pub event: PersonEvent,
}

type Row = (
    HistoryEntryId,
    PersonId,
    i64,
    DateTime<Utc>,
    Option<ClientId>,
    Option<OfficerId>,
    Vec<u8>,
);

/// Writes an entry into the history of `person`, as it is now.
pub fn append(
    tx: &mut Tx<'_>,
    person: &Person,
    principal: &Principal,
    event: &PersonEvent,
) -> Result<(), StoreError> {
    let id = tx.new_id();
    let content = forms::PERSON_HISTORY.write(event)?;
    let sealed = tx.keyring.seal(&place(id), &content)?;
    let entry = (
        entries::id.eq(Col(id)),
        entries::person_id.eq(Col(person.id)),
        entries::written_in.eq(Col(person.id)),
        entries::kind.eq(event.kind()),
        entries::version.eq(person.version),
        entries::recorded_at.eq(Col(tx.now())),
        entries::client_id.eq(Col(principal.client)),
        entries::officer_id.eq(Col(principal.officer)),
        entries::sealed.eq(sealed),
    );
    insert!(tx.connection, entries::table, entry)?;
    Ok(())
}

/// Hangs the history of the absorbed file under the survivor. It stays readable under its own id.
pub fn adopt(tx: &mut Tx<'_>, survivor: PersonId, absorbed: PersonId) -> Result<(), StoreError> {
    diesel::update(entries::table.filter(entries::person_id.eq(Col(absorbed))))
        .set(entries::person_id.eq(Col(survivor)))
        .execute(tx.connection)?;
    publicity::person_merged(tx, absorbed, survivor)
}

/// The file itself and every file that was merged into it, also by way of others, as far as the
/// caller reaches them. The caller has already been shown to reach the file itself.
pub fn absorbed_into(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    person: PersonId,
) -> Result<BTreeSet<PersonId>, StoreError> {
    let files = files_of(reader, &[person])?;
    let files: BTreeSet<PersonId> = files.into_iter().chain([person]).collect();
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
    let matching = || {
        let mut query = entries::table
            .filter(
                entries::person_id.eq(Col(person)).or(entries::written_in
                    .eq(Col(person))
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
    newest_first!(reader, keyset, matching, entries::id, columns => Row, |row| entry(reader, row))
}

fn entry(reader: &Reader<'_>, row: Row) -> Result<Entry, StoreError> {
    let (id, written_in, version, recorded_at, client, officer, sealed) = row;
    let content = reader.keyring.open(&place(id), &sealed)?;
    Ok(Entry {
        id,
        written_in,
        version,
        recorded_at,
        client,
        officer,
        event: forms::PERSON_HISTORY.read(&content)?,
    })
}

fn place(id: HistoryEntryId) -> String {
    format!("person_history.sealed/{id}")
}
