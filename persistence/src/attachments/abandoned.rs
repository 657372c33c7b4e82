//! Uploads that nobody goes on with.

use chrono::TimeDelta;
use diesel::prelude::*;
use domain::attachments::AttachmentState;
use domain::ids::AttachmentId;
use domain::regions::RegionCode;
use uuid::Uuid;

use super::write::{lock, remove};
use crate::convert::{corrupt, parse_id};
use crate::error::StoreError;
use crate::schema::{attachments, case_files};
use crate::store::Tx;

/// After how long without a new part an upload is given up.
const PATIENCE: TimeDelta = TimeDelta::hours(24);

/// Uploads removed in one transaction; they may hold many bytes, and other writes wait.
const AT_ONCE: i64 = 8;

/// An upload that was removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Abandoned {
    /// The attachment it was to become.
    pub id: AttachmentId,
    /// The case file that it belonged to.
    pub file: Uuid,
    /// The region whose file that is.
    pub region: RegionCode,
    /// The version it had.
    pub version: i64,
}

/// Removes some of the uploads of which no part arrived for 24 hours, the oldest first; none when
/// there are none.
pub fn discard_abandoned(tx: &mut Tx<'_>) -> Result<Vec<Abandoned>, StoreError> {
    let limit = (tx.now() - PATIENCE).naive_utc();
    let given_up = || {
        attachments::table
            .filter(attachments::state.eq(AttachmentState::Uploading.as_str()))
            .filter(attachments::updated_at.lt(limit))
    };
    let ids: Vec<String> = given_up()
        .order(attachments::updated_at.asc())
        .limit(AT_ONCE)
        .select(attachments::id)
        .load(tx.connection)?;
    for id in &ids {
        lock(tx, parse_id(id)?)?;
    }
    // A part may have arrived before the lock was there.
    let rows: Vec<(String, String, String, i64)> = given_up()
        .inner_join(case_files::table)
        .filter(attachments::id.eq_any(&ids))
        .select((
            attachments::id,
            attachments::file_id,
            case_files::region_code,
            attachments::version,
        ))
        .load(tx.connection)?;
    let ids: Vec<String> = rows.iter().map(|(id, ..)| id.clone()).collect();
    remove(tx, &ids)?;
    rows.into_iter()
        .map(|(id, file, region, version)| {
            Ok(Abandoned {
                id: parse_id(&id)?,
                file: parse_id(&file)?,
                region: RegionCode::parse(&region).map_err(corrupt("case_files.region_code"))?,
                version,
            })
        })
        .collect()
}
