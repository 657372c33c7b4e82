//! Signed checkpoints of the chain, kept as they were signed.

use chrono::{DateTime, Utc};

use crate::prelude::*;
use crate::schema::audit_checkpoints;

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
