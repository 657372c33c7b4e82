//! Signed checkpoints of the chain, kept as they were signed.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use crate::convert::instant;
use crate::error::StoreError;
use crate::schema::audit_checkpoints;
use crate::store::{Reader, Tx};

/// A link that was signed.
#[derive(Debug, Clone)]
pub struct Checkpoint {
    /// The number of the link.
    pub number: i64,
    /// When it was signed.
    pub made_at: DateTime<Utc>,
    /// The signed statement: a JWS in its compact form (RFC 7515).
    pub token: String,
}

impl From<(i64, NaiveDateTime, String)> for Checkpoint {
    fn from((number, made_at, token): (i64, NaiveDateTime, String)) -> Self {
        Self {
            number,
            made_at: instant(made_at),
            token,
        }
    }
}

/// Keeps a checkpoint.
pub fn keep_checkpoint(tx: &mut Tx<'_>, checkpoint: &Checkpoint) -> Result<(), StoreError> {
    diesel::insert_into(audit_checkpoints::table)
        .values((
            audit_checkpoints::number.eq(checkpoint.number),
            audit_checkpoints::made_at.eq(checkpoint.made_at.naive_utc()),
            audit_checkpoints::token.eq(&checkpoint.token),
        ))
        .execute(tx.connection)?;
    Ok(())
}

/// The checkpoint of the newest link that has one.
pub fn newest_checkpoint(reader: &mut Reader<'_>) -> Result<Option<Checkpoint>, StoreError> {
    let row: Option<(i64, NaiveDateTime, String)> = audit_checkpoints::table
        .order(audit_checkpoints::number.desc())
        .first(reader.connection)
        .optional()?;
    Ok(row.map(Checkpoint::from))
}

/// At most `limit` checkpoints of links from `from` up to and including `to`, oldest first.
pub fn checkpoints(
    reader: &mut Reader<'_>,
    from: i64,
    to: i64,
    limit: u16,
) -> Result<Vec<Checkpoint>, StoreError> {
    let rows: Vec<(i64, NaiveDateTime, String)> = audit_checkpoints::table
        .filter(audit_checkpoints::number.ge(from))
        .filter(audit_checkpoints::number.le(to))
        .order(audit_checkpoints::number.asc())
        .limit(limit.into())
        .load(reader.connection)?;
    Ok(rows.into_iter().map(Checkpoint::from).collect())
}
