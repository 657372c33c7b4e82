//! Declaring, completing and discarding attachments.

use diesel::prelude::*;
use domain::attachments::{AttachmentState, MediaType};
use domain::ids::AttachmentId;
use uuid::Uuid;

use super::query::Row;
use super::{Attachment, Declared};
use crate::connection::with_backend;
use crate::error::StoreError;
use crate::schema::{attachment_parts, attachments};
use crate::store::Tx;

/// Has others wait who change the same attachment, until the transaction ends. To be called before it
/// is read.
pub fn lock(tx: &mut Tx<'_>, id: AttachmentId) -> Result<(), StoreError> {
    tx.lock(format!("attachment/{id}").as_bytes())
}

/// Writes a new attachment of a case file that the caller has been shown to reach.
pub fn declare(
    tx: &mut Tx<'_>,
    id: AttachmentId,
    (procedure, file): (&str, Uuid),
    declared: Declared,
) -> Result<Attachment, StoreError> {
    let attachment = Attachment {
        id,
        file,
        procedure: procedure.to_owned(),
        missing: (1..=declared.parts.count()).collect(),
        declared,
        state: AttachmentState::Uploading,
        media_type: None,
        version: 1,
        created_at: tx.now(),
        updated_at: tx.now(),
    };
    let row = Row::of(&attachment, tx.keyring)?;
    with_backend!(&mut *tx.connection, connection => {
        diesel::insert_into(attachments::table).values(row).execute(connection)
    })?;
    Ok(attachment)
}

/// Writes that an attachment is complete, and gives it as it is then. [`StoreError::Conflict`] when
/// a part arrived since it was read.
pub fn complete(
    tx: &mut Tx<'_>,
    attachment: &Attachment,
    media_type: MediaType,
) -> Result<Attachment, StoreError> {
    let attachment = Attachment {
        state: AttachmentState::Complete,
        media_type: Some(media_type),
        version: attachment.version + 1,
        updated_at: tx.now(),
        ..attachment.clone()
    };
    let unchanged = attachments::table
        .find(attachment.id.to_string())
        .filter(attachments::version.eq(attachment.version - 1));
    let rows = diesel::update(unchanged)
        .set((
            attachments::state.eq(attachment.state.as_str()),
            attachments::media_type.eq(media_type.as_str()),
            attachments::version.eq(attachment.version),
            attachments::updated_at.eq(attachment.updated_at.naive_utc()),
        ))
        .execute(tx.connection)?;
    if rows == 1 {
        Ok(attachment)
    } else {
        Err(StoreError::Conflict)
    }
}

/// Removes an attachment that is being uploaded, with its parts.
pub fn discard(tx: &mut Tx<'_>, id: AttachmentId) -> Result<(), StoreError> {
    remove(tx, &[id.to_string()])
}

/// Removes attachments that no evidence names, with their parts.
pub(super) fn remove(tx: &mut Tx<'_>, ids: &[String]) -> Result<(), StoreError> {
    let parts = attachment_parts::table.filter(attachment_parts::attachment_id.eq_any(ids));
    diesel::delete(parts).execute(tx.connection)?;
    let whole = attachments::table
        .filter(attachments::id.eq_any(ids))
        .filter(attachments::state.eq(AttachmentState::Uploading.as_str()));
    diesel::delete(whole).execute(tx.connection)?;
    Ok(())
}
