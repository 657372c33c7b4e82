//! What happened in a file, step by step. Entries are never changed.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::ids::{CaseEntryId, CaseId, ClientId, OfficerId};
use domain::procedure::{Happened, Procedure};

use super::CaseOnFile;
use crate::audit;
use crate::connection::insert_all;
use crate::convert::{instant, parse_id};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::case_history as entries;
use crate::store::{Reader, Tx};
use crate::stored::StoredProcedure;

/// One step of one case.
#[derive(Debug, Clone)]
pub struct HistoryEntry<P: Procedure> {
    /// Its id; ids sort by time.
    pub id: CaseEntryId,
    /// The case.
    pub case: CaseId,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// By which client; none for the command line.
    pub client: Option<ClientId>,
    /// For which officer.
    pub officer: Option<OfficerId>,
    /// What it brought about, the step itself among it.
    pub happened: Vec<Happened<P>>,
}

type Row = (
    String,
    String,
    NaiveDateTime,
    Option<String>,
    Option<String>,
    Vec<u8>,
);

/// Writes what a step brought about, for each case that took part.
pub fn append<P: StoredProcedure>(
    tx: &mut Tx<'_>,
    by: &audit::Actor,
    steps: &[(CaseOnFile<P>, Vec<Happened<P>>)],
) -> Result<(), StoreError> {
    let rows = steps
        .iter()
        .map(|(case, happened)| {
            let id = tx.new_id::<CaseEntryId>().to_string();
            let sealed = tx.keyring.seal(&place(&id), &P::HISTORY.write(happened)?)?;
            Ok((
                entries::id.eq(id),
                entries::file_id.eq(case.file.to_string()),
                entries::case_id.eq(case.id.to_string()),
                entries::recorded_at.eq(tx.now().naive_utc()),
                entries::client_id.eq(by.client.map(|id| id.to_string())),
                entries::officer_id.eq(by.officer.map(|id| id.to_string())),
                entries::sealed.eq(sealed),
            ))
        })
        .collect::<Result<_, StoreError>>()?;
    insert_all!(&mut *tx.connection, entries::table, rows)?;
    Ok(())
}

/// The history of a file that the caller has been shown to reach, newest first.
pub fn history<P: StoredProcedure>(
    reader: &mut Reader<'_>,
    file: P::FileId,
    keyset: &Keyset<CaseEntryId>,
) -> Result<Page<HistoryEntry<P>>, StoreError> {
    let matching = || {
        entries::table
            .filter(entries::file_id.eq(file.to_string()))
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
    newest_first!(
        reader,
        keyset,
        matching,
        entries::id,
        columns => Row,
        |row| entry(reader, row)
    )
}

fn entry<P: StoredProcedure>(reader: &Reader<'_>, row: Row) -> Result<HistoryEntry<P>, StoreError> {
    let (id, case, recorded_at, client, officer, sealed) = row;
    let plain = reader.keyring.open(&place(&id), &sealed)?;
    Ok(HistoryEntry {
        id: parse_id(&id)?,
        case: parse_id(&case)?,
        recorded_at: instant(recorded_at),
        client: client.as_deref().map(parse_id).transpose()?,
        officer: officer.as_deref().map(parse_id).transpose()?,
        happened: P::HISTORY.read(&plain)?,
    })
}

/// Where the sealed value of an entry stands. Values are bound to it, so that it keeps the name of the
/// table in which there were deeds only.
fn place(id: &str) -> String {
    format!("deed_history.sealed/{id}")
}
