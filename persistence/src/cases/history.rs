//! What happened in a file, step by step. Entries are never changed.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::ids::{CaseEntryId, CaseId, ClientId, Id as _, OfficerId};
use domain::procedure::{CaseEvent, Procedure};

use super::CaseOnFile;
use crate::audit;
use crate::prelude::*;
use crate::schema::case_history as entries;
use crate::stored::StoredProcedure;

/// One step of one case.
#[derive(Debug, Clone)]
pub struct HistoryEntry<P: Procedure> {
    pub id: CaseEntryId,
    pub case: CaseId,
    pub recorded_at: DateTime<Utc>,
    pub client: Option<ClientId>,
    pub officer: Option<OfficerId>,
    /// What it created, the step itself among it.
    pub events: Vec<CaseEvent<P>>,
}

type Row = (
    CaseEntryId,
    CaseId,
    DateTime<Utc>,
    Option<ClientId>,
    Option<OfficerId>,
    Vec<u8>,
);

/// Writes what a step created, for each case that took part.
pub fn append<P: StoredProcedure>(
    tx: &mut Tx<'_>,
    by: &audit::Principal,
    steps: &[(CaseOnFile<P>, Vec<CaseEvent<P>>)],
) -> Result<(), StoreError> {
    let rows = steps
        .iter()
        .map(|(case, events)| {
            let id = tx.new_id();
            let sealed = tx.keyring.seal(&place(id), &P::HISTORY.write(events)?)?;
            Ok((
                entries::id.eq(Col(id)),
                entries::file_id.eq(Col(case.file.uuid())),
                entries::case_id.eq(Col(case.id)),
                entries::recorded_at.eq(Col(tx.now())),
                entries::client_id.eq(Col(by.client)),
                entries::officer_id.eq(Col(by.officer)),
                entries::sealed.eq(sealed),
            ))
        })
        .collect::<Result<_, StoreError>>()?;
    insert_all!(&mut *tx.connection, entries::table, rows)?;
    Ok(())
}

/// The history of cases of a file that the caller has been shown to reach, newest first.
pub fn history<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    file: P::FileId,
    cases: &BTreeSet<CaseId>,
    keyset: &Keyset<CaseEntryId>,
) -> Result<Page<HistoryEntry<P>>, StoreError> {
    let matching = || {
        entries::table
            .filter(entries::file_id.eq(Col(file.uuid())))
            .filter(entries::case_id.eq_any(texts(cases)))
            .into_boxed()
    };
    let columns = (
        entries::id,
        entries::case_id,
        entries::recorded_at,
        entries::client_id,
        entries::officer_id,
        entries::sealed,
    );
    newest_first!(reader, keyset, matching, entries::id, columns => Row, |row| entry(reader, row))
}

fn entry<P: StoredProcedure>(reader: &Reader<'_>, row: Row) -> Result<HistoryEntry<P>, StoreError> {
    let (id, case, recorded_at, client, officer, sealed) = row;
    let plain = reader.keyring.open(&place(id), &sealed)?;
    Ok(HistoryEntry {
        id,
        case,
        recorded_at,
        client,
        officer,
        events: P::HISTORY.read(&plain)?,
    })
}

/// Where the sealed value of an entry stands. Values are bound to it, so that it keeps the name of the
/// table in which there were deeds only.
fn place(id: CaseEntryId) -> String {
    format!("deed_history.sealed/{id}")
}
