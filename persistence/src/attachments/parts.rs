//! The parts of a file: each is sealed for itself and bound to its place, so that parts cannot be
//! exchanged, and none needs the whole in memory. Sealing and opening so many bytes takes a while, and
//! is done without a connection ([`Store::compute`](crate::Store::compute)).

use domain::attachments::PartNumber;
use domain::ids::AttachmentId;
use sha2::{Digest, Sha256};

use super::Attachment;
use crate::columns::corrupt;
use crate::keyring::Keyring;
use crate::prelude::*;
use crate::schema::{attachment_parts as parts, attachments};

#[derive(Clone)]
pub struct NewPart {
    digest: [u8; 32],
    sealed: SealedPart,
}

#[derive(Clone)]
pub struct SealedPart {
    attachment: AttachmentId,
    number: PartNumber,
    bytes: Vec<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoredPart {
    New,
    /// The same bytes were there already.
    Same,
    /// Other bytes are there, and it was not asked to replace them.
    Differs,
}

impl NewPart {
    pub fn seal(
        keyring: &Keyring,
        attachment: AttachmentId,
        number: PartNumber,
        bytes: &[u8],
    ) -> Result<Self, StoreError> {
        Ok(Self {
            digest: Sha256::digest(bytes).into(),
            sealed: SealedPart {
                attachment,
                number,
                bytes: keyring.seal(&place("sealed", attachment, number), bytes)?,
            },
        })
    }

    /// SHA-256 of the bytes before they were sealed.
    pub fn digest(&self) -> &[u8] {
        &self.digest
    }
}

impl SealedPart {
    pub fn open(&self, keyring: &Keyring) -> Result<Vec<u8>, StoreError> {
        let place = place("sealed", self.attachment, self.number);
        keyring.open(&place, &self.bytes)
    }
}

/// Stores a part of an attachment that is being uploaded. The same bytes a second time change
/// nothing; other bytes take the place of those that are there only if `replace` says so.
pub fn store_part(
    tx: &mut Tx<'_>,
    attachment: &Attachment,
    part: &NewPart,
    replace: bool,
) -> Result<StoredPart, StoreError> {
    let SealedPart {
        attachment: id,
        number,
        bytes,
    } = &part.sealed;
    let place = place("digest", *id, *number);
    let digest = tx.keyring.seal(&place, &part.digest)?;
    let key = key(*id, *number)?;
    if attachment.missing.contains(number) {
        let row = (
            parts::attachment_id.eq(&key.0),
            parts::number.eq(key.1),
            parts::digest.eq(digest),
            parts::sealed.eq(bytes),
        );
        insert!(tx.connection, parts::table, row)?;
    } else {
        let row = parts::table.find((&key.0, key.1));
        let known: Vec<u8> = row.select(parts::digest).get_result(tx.connection)?;
        if tx.keyring.open(&place, &known)? == part.digest {
            return Ok(StoredPart::Same);
        }
        if !replace {
            return Ok(StoredPart::Differs);
        }
        diesel::update(row)
            .set((parts::digest.eq(digest), parts::sealed.eq(bytes)))
            .execute(tx.connection)?;
    }
    diesel::update(attachments::table.find(&key.0))
        .set((
            attachments::version.eq(attachments::version + 1),
            attachments::updated_at.eq(tx.now().naive_utc()),
        ))
        .execute(tx.connection)?;
    Ok(StoredPart::New)
}

/// A part of an attachment that the caller has been shown to reach; `None` when it is not there.
pub fn part(
    reader: &mut Reader<'_>,
    attachment: AttachmentId,
    number: PartNumber,
) -> Result<Option<SealedPart>, StoreError> {
    let bytes: Option<Vec<u8>> = parts::table
        .find(key(attachment, number)?)
        .select(parts::sealed)
        .get_result(reader.connection)
        .optional()?;
    Ok(bytes.map(|bytes| SealedPart {
        attachment,
        number,
        bytes,
    }))
}

fn key(attachment: AttachmentId, number: PartNumber) -> Result<(String, i32), StoreError> {
    let number = i32::try_from(number).map_err(corrupt("attachment_parts.number"))?;
    Ok((attachment.to_string(), number))
}

fn place(column: &str, attachment: AttachmentId, number: PartNumber) -> String {
    format!("attachment_parts.{column}/{attachment}/{number}")
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::keyring::KeyMaterial;

    #[test]
    fn a_part_opens_as_itself_and_not_in_the_place_of_another() {
        let keyring = Keyring::new(&KeyMaterial::generate().unwrap()).unwrap();
        let (own, other) = (Uuid::from_u128(1).into(), Uuid::from_u128(2).into());
        let NewPart { digest, sealed } = NewPart::seal(&keyring, own, 1, b"content").unwrap();
        assert_eq!(sealed.open(&keyring).unwrap(), b"content");
        assert_eq!(digest, <[u8; 32]>::from(Sha256::digest(b"content")));
        for (attachment, number) in [(own, 2), (other, 1)] {
            let moved = SealedPart {
                attachment,
                number,
                bytes: sealed.bytes.clone(),
            };
            assert!(moved.open(&keyring).is_err());
        }
    }
}
