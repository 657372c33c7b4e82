//! Links, made in the order in which the entries became final, and the signed checkpoints of them.

use chrono::{DateTime, Utc};
use diesel::dsl::max;

use super::super::trail::Row;
use super::hash::Hash;
use crate::commit_order::{Position, between, end, in_order};
use crate::prelude::*;
use crate::schema::{audit_checkpoints, audit_entries, audit_links};

/// The newest link of the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tip {
    pub number: i64,
    pub hash: Hash,
    pub(super) entry: Position,
}

/// Links that are to follow the chain as it was read.
#[derive(Debug, Clone)]
pub struct Batch {
    after: Option<Tip>,
    links: Vec<Tip>,
}

impl Batch {
    pub fn len(&self) -> usize {
        self.links.len()
    }

    pub fn is_empty(&self) -> bool {
        self.links.is_empty()
    }
}

/// The newest link, unless there is none yet.
pub fn tip(reader: &mut Reader<'_>) -> Result<Option<Tip>, StoreError> {
    let row: Option<LinkRow> = audit_links::table
        .order(audit_links::number.desc())
        .select(LinkRow::as_select())
        .first(reader.connection)
        .optional()?;
    row.map(Tip::try_from).transpose()
}

/// The hash of the link with this number, if there is one.
pub fn hash_at(reader: &mut Reader<'_>, number: i64) -> Result<Option<Hash>, StoreError> {
    let bytes: Option<Vec<u8>> = audit_links::table
        .find(number)
        .select(audit_links::hash)
        .get_result(reader.connection)
        .optional()?;
    bytes.as_deref().map(Hash::from_stored).transpose()
}

/// The links for the next entries that are final, at most `limit` of them.
pub fn unsealed(reader: &mut Reader<'_>, limit: u16) -> Result<Batch, StoreError> {
    let after = tip(reader)?;
    let end = newest(reader)?;
    let query = between!(
        audit_entries::table.into_boxed(),
        reader,
        audit_entries,
        after.map(|tip| tip.entry).unwrap_or_default(),
        end
    );
    let entries: Vec<Row> = in_order!(query, reader, audit_entries, asc)
        .limit(limit.into())
        .select(Row::as_select())
        .load(reader.connection)?;
    let mut number = after.map_or(0, |tip| tip.number);
    let mut hash = after.map_or(Hash::NONE, |tip| tip.hash);
    let links = entries
        .iter()
        .map(|entry| {
            number = number.saturating_add(1);
            hash = hash.then(entry);
            Tip {
                number,
                hash,
                entry: entry.position(),
            }
        })
        .collect();
    Ok(Batch { after, links })
}

/// How many entries wait for their link, those that are not final yet included.
pub fn unsealed_count(reader: &mut Reader<'_>) -> Result<i64, StoreError> {
    let after = tip(reader)?.map(|tip| tip.entry).unwrap_or_default();
    let end = Position {
        commit: i64::MAX,
        sequence: i64::MAX,
    };
    let query = between!(
        audit_entries::table.into_boxed(),
        reader,
        audit_entries,
        after,
        end
    );
    Ok(query.count().get_result(reader.connection)?)
}

/// Adds links to the chain; `false` when the chain is not what it was when they were made.
pub fn seal(tx: &mut Tx<'_>, batch: &Batch) -> Result<bool, StoreError> {
    if tip(tx)? != batch.after {
        return Ok(false);
    }
    let rows = batch
        .links
        .iter()
        .map(|link| {
            (
                audit_links::number.eq(link.number),
                audit_links::entry_position.eq(link.entry.commit),
                audit_links::entry_sequence.eq(link.entry.sequence),
                audit_links::hash.eq(link.hash.bytes()),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, audit_links::table, rows)?;
    Ok(true)
}

fn newest(reader: &mut Reader<'_>) -> Result<Position, StoreError> {
    end(reader, |reader| {
        audit_entries::table
            .select(max(audit_entries::sequence))
            .get_result(reader.connection)
    })
}

#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = audit_links)]
pub(super) struct LinkRow {
    number: i64,
    entry_position: i64,
    entry_sequence: i64,
    hash: Vec<u8>,
}

impl TryFrom<LinkRow> for Tip {
    type Error = StoreError;

    fn try_from(row: LinkRow) -> Result<Self, StoreError> {
        Ok(Self {
            number: row.number,
            hash: Hash::from_stored(&row.hash)?,
            entry: Position {
                commit: row.entry_position,
                sequence: row.entry_sequence,
            },
        })
    }
}

/// A link that was signed.
#[derive(Debug, Clone, Queryable)]
pub struct Checkpoint {
    pub number: i64,
    pub made_at: DateTime<Utc>,
    /// The signed statement: a JWS in its compact form (RFC 7515).
    pub token: String,
}

pub fn store_checkpoint(tx: &mut Tx<'_>, checkpoint: &Checkpoint) -> Result<(), StoreError> {
    diesel::insert_into(audit_checkpoints::table)
        .values((
            audit_checkpoints::number.eq(checkpoint.number),
            audit_checkpoints::made_at.eq(Col(checkpoint.made_at)),
            audit_checkpoints::token.eq(&checkpoint.token),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// The checkpoint of the newest link that has one.
pub fn newest_checkpoint(reader: &mut Reader<'_>) -> Result<Option<Checkpoint>, StoreError> {
    Ok(audit_checkpoints::table
        .order(audit_checkpoints::number.desc())
        .first(reader.connection)
        .optional()?)
}

/// At most `limit` checkpoints of links from `from` up to and including `to`, oldest first.
pub fn checkpoints(
    reader: &mut Reader<'_>,
    from: i64,
    to: i64,
    limit: u16,
) -> Result<Vec<Checkpoint>, StoreError> {
    Ok(audit_checkpoints::table
        .filter(audit_checkpoints::number.ge(from))
        .filter(audit_checkpoints::number.le(to))
        .order(audit_checkpoints::number.asc())
        .limit(limit.into())
        .load(reader.connection)?)
}
