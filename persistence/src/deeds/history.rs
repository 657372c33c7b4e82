//! What happened in a deed, step by step. Entries are never changed.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;
use domain::deeds::procedure::Happened;
use domain::ids::{ActorId, ClientId, DeedEntryId, DeedId, OfficerId};

use super::Actor;
use crate::audit;
use crate::connection::insert_all;
use crate::convert::{corrupt, instant, parse_id};
use crate::error::StoreError;
use crate::paging::{Keyset, Page, newest_first};
use crate::schema::deed_history as entries;
use crate::store::{Reader, Tx};

/// One step of one actor.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its id; ids sort by time.
    pub id: DeedEntryId,
    /// The actor.
    pub actor: ActorId,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// By which client; none for the command line.
    pub client: Option<ClientId>,
    /// For which officer.
    pub officer: Option<OfficerId>,
    /// What it brought about, the step itself among it.
    pub happened: Vec<Happened>,
}

type Row = (
    String,
    String,
    NaiveDateTime,
    Option<String>,
    Option<String>,
    Vec<u8>,
);

/// Writes what a step brought about, for each actor that took part.
pub fn append(
    tx: &mut Tx<'_>,
    by: &audit::Actor,
    steps: &[(Actor, Vec<Happened>)],
) -> Result<(), StoreError> {
    let rows = steps
        .iter()
        .map(|(actor, happened)| {
            let id = tx.new_id::<DeedEntryId>().to_string();
            let plain = serde_json::to_vec(happened).map_err(corrupt("deed_history.sealed"))?;
            let sealed = tx.keyring.seal(&place(&id), &plain)?;
            Ok((
                entries::id.eq(id),
                entries::deed_id.eq(actor.deed.to_string()),
                entries::actor_id.eq(actor.id.to_string()),
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

/// The history of a deed that the caller has been shown to reach, newest first.
pub fn history(
    reader: &mut Reader<'_>,
    deed: DeedId,
    keyset: &Keyset<DeedEntryId>,
) -> Result<Page<Entry>, StoreError> {
    let matching = || {
        entries::table
            .filter(entries::deed_id.eq(deed.to_string()))
            .into_boxed()
    };
    let columns = (
        entries::id,
        entries::actor_id,
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
    let (id, actor, recorded_at, client, officer, sealed) = row;
    let plain = reader.keyring.open(&place(&id), &sealed)?;
    Ok(Entry {
        id: parse_id(&id)?,
        actor: parse_id(&actor)?,
        recorded_at: instant(recorded_at),
        client: client.as_deref().map(parse_id).transpose()?,
        officer: officer.as_deref().map(parse_id).transpose()?,
        happened: serde_json::from_slice(&plain)
            .map_err(|_| StoreError::Corrupt("deed_history.sealed".to_owned()))?,
    })
}

fn place(id: &str) -> String {
    format!("deed_history.sealed/{id}")
}
