//! The parts of a file: each is sealed for itself and bound to its place, so that parts cannot be
//! exchanged, and none needs the whole in memory.

use diesel::prelude::*;
use domain::attachments::PartNumber;
use domain::ids::AttachmentId;
use sha2::{Digest, Sha256};

use super::Attachment;
use crate::convert::corrupt;
use crate::error::StoreError;
use crate::schema::{attachment_parts as parts, attachments};
use crate::store::{Reader, Tx};

/// A part that is ready to be kept.
#[derive(Clone)]
pub struct SealedPart {
    attachment: AttachmentId,
    number: PartNumber,
    digest: [u8; 32],
    sealed: Vec<u8>,
}

/// What became of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It is kept now.
    New,
    /// The same bytes were there already.
    Same,
    /// Other bytes are there, and it was not asked to replace them.
    Differs,
}

impl SealedPart {
    /// SHA-256 of the bytes before they were sealed.
    #[must_use]
    pub fn digest(&self) -> &[u8] {
        &self.digest
    }
}

/// Seals a part: outside of the transaction that keeps it, so that no other write waits for it.
pub fn seal_part(
    reader: &Reader<'_>,
    attachment: AttachmentId,
    number: PartNumber,
    bytes: &[u8],
) -> Result<SealedPart, StoreError> {
    Ok(SealedPart {
        attachment,
        number,
        digest: Sha256::digest(bytes).into(),
        sealed: reader.keyring.seal(&place(attachment, number), bytes)?,
    })
}

/// Keeps a part of an attachment that is being uploaded. The same bytes a second time change
/// nothing; other bytes take the place of those that are there only if `replace` says so.
pub fn keep_part(
    tx: &mut Tx<'_>,
    attachment: &Attachment,
    part: &SealedPart,
    replace: bool,
) -> Result<Kept, StoreError> {
    let (id, number) = key(part.attachment, part.number)?;
    let row = parts::table.find((&id, number));
    if attachment.missing.contains(&part.number) {
        diesel::insert_into(parts::table)
            .values((
                parts::attachment_id.eq(&id),
                parts::number.eq(number),
                parts::sealed.eq(&part.sealed),
            ))
            .execute(tx.connection)?;
    } else {
        let known: Vec<u8> = row.select(parts::sealed).get_result(tx.connection)?;
        let known = tx
            .keyring
            .open(&place(part.attachment, part.number), &known)?;
        if Sha256::digest(known).as_slice() == part.digest {
            return Ok(Kept::Same);
        }
        if !replace {
            return Ok(Kept::Differs);
        }
        diesel::update(row)
            .set(parts::sealed.eq(&part.sealed))
            .execute(tx.connection)?;
    }
    diesel::update(attachments::table.find(&id))
        .set((
            attachments::version.eq(attachments::version + 1),
            attachments::updated_at.eq(tx.now().naive_utc()),
        ))
        .execute(tx.connection)?;
    Ok(Kept::New)
}

/// The bytes of a part of an attachment that the caller has been shown to reach; `None` when it is
/// not there.
pub fn part(
    reader: &mut Reader<'_>,
    attachment: AttachmentId,
    number: PartNumber,
) -> Result<Option<Vec<u8>>, StoreError> {
    let sealed: Option<Vec<u8>> = parts::table
        .find(key(attachment, number)?)
        .select(parts::sealed)
        .get_result(reader.connection)
        .optional()?;
    sealed
        .map(|sealed| reader.keyring.open(&place(attachment, number), &sealed))
        .transpose()
}

fn key(attachment: AttachmentId, number: PartNumber) -> Result<(String, i32), StoreError> {
    let number = i32::try_from(number).map_err(corrupt("attachment_parts.number"))?;
    Ok((attachment.to_string(), number))
}

fn place(attachment: AttachmentId, number: PartNumber) -> String {
    format!("attachment_parts.sealed/{attachment}/{number}")
}
