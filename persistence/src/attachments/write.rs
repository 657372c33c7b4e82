//! Declaring, completing and discarding attachments.

use domain::attachments::{AttachmentState, MediaType};
use domain::ids::AttachmentId;
use uuid::Uuid;

use super::query::Row;
use super::{Attachment, Declared};
use crate::prelude::*;
use crate::schema::{attachment_parts, attachments};

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
    insert!(tx.connection, attachments::table, row)?;
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
        .find(Col(attachment.id))
        .filter(attachments::version.eq(attachment.version - 1));
    let rows = diesel::update(unchanged)
        .set((
            attachments::state.eq(Col(attachment.state)),
            attachments::media_type.eq(Col(Some(media_type))),
            attachments::version.eq(attachment.version),
            attachments::updated_at.eq(Col(attachment.updated_at)),
        ))
        .execute(tx.connection)?;
    one_row(rows)?;
    Ok(attachment)
}

/// Removes an attachment that is being uploaded, with its parts.
pub fn discard(tx: &mut Tx<'_>, id: AttachmentId) -> Result<(), StoreError> {
    remove(tx, &[id])
}

/// Removes attachments that no evidence names, with their parts.
pub(super) fn remove(tx: &mut Tx<'_>, ids: &[AttachmentId]) -> Result<(), StoreError> {
    let ids = texts(ids);
    let parts = attachment_parts::table.filter(attachment_parts::attachment_id.eq_any(&ids));
    diesel::delete(parts).execute(tx.connection)?;
    let whole = attachments::table
        .filter(attachments::id.eq_any(ids))
        .filter(attachments::state.eq(Col(AttachmentState::Uploading)));
    diesel::delete(whole).execute(tx.connection)?;
    Ok(())
}
