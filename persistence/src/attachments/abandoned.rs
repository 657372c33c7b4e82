//! Uploads that nobody goes on with.

use chrono::TimeDelta;
use domain::attachments::AttachmentState;
use domain::ids::AttachmentId;
use domain::regions::RegionCode;
use uuid::Uuid;

use super::write::{lock, remove};
use crate::prelude::*;
use crate::schema::{attachments, case_files};

/// After how long without a new part an upload is given up.
const PATIENCE: TimeDelta = TimeDelta::hours(24);

/// Uploads removed in one transaction; they may hold many bytes, and other writes wait.
const AT_ONCE: i64 = 8;

#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Abandoned {
    pub id: AttachmentId,
    pub file: Uuid,
    pub region: RegionCode,
    pub version: i64,
}

/// Removes some of the uploads of which no part arrived for 24 hours, the oldest first; none when
/// there are none.
pub fn discard_abandoned(tx: &mut Tx<'_>) -> Result<Vec<Abandoned>, StoreError> {
    let limit = (tx.now() - PATIENCE).naive_utc();
    let given_up = || {
        attachments::table
            .filter(attachments::state.eq(Col(AttachmentState::Uploading)))
            .filter(attachments::updated_at.lt(limit))
    };
    let ids: Vec<AttachmentId> = given_up()
        .order(attachments::updated_at.asc())
        .limit(AT_ONCE)
        .select(attachments::id)
        .load(tx.connection)?;
    for id in &ids {
        lock(tx, *id)?;
    }
    // A part may have arrived before the lock was there.
    let abandoned: Vec<Abandoned> = given_up()
        .inner_join(case_files::table)
        .filter(attachments::id.eq_any(texts(&ids)))
        .select((
            attachments::id,
            attachments::file_id,
            case_files::region_code,
            attachments::version,
        ))
        .load(tx.connection)?;
    let ids: Vec<AttachmentId> = abandoned.iter().map(|upload| upload.id).collect();
    remove(tx, &ids)?;
    Ok(abandoned)
}
