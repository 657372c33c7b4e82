//! The canonical form of an entry, and its hash.

use std::fmt;

use sha2::{Digest, Sha256};

use super::super::trail::Row;
use crate::error::StoreError;

/// Names the form; another form gets another name, so that no two forms give the same bytes.
const FORM: &[u8] = b"yongwei audit entry 1";
const LENGTH: usize = 32;

/// The hash of a link: SHA-256 (FIPS 180-4) over the predecessor's hash and the entry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash([u8; LENGTH]);

impl Hash {
    /// The predecessor of the first link.
    pub(super) const NONE: Self = Self([0; LENGTH]);

    pub(super) fn from_stored(bytes: &[u8]) -> Result<Self, StoreError> {
        bytes
            .try_into()
            .map(Self)
            .map_err(|_| StoreError::Corrupt("audit_links.hash".to_owned()))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The hash of `entry` after a link with this hash: every column, each with its length, so that
    /// nothing can be moved from one into the next.
    pub(super) fn then(self, entry: &Row) -> Self {
        let mut hash = Sha256::new();
        hash.update(FORM);
        hash.update(self.0);
        hash.update(entry.position.to_be_bytes());
        hash.update(entry.sequence.to_be_bytes());
        hash.update(entry.at.and_utc().timestamp_micros().to_be_bytes());
        for column in [
            Some(&entry.id),
            entry.client_id.as_ref(),
            entry.officer_id.as_ref(),
            Some(&entry.action),
            Some(&entry.subject_kind),
            Some(&entry.subject_id),
            Some(&entry.region_code),
            entry.purpose.as_ref(),
            Some(&entry.request_id),
            Some(&entry.trace_id),
            Some(&entry.detail),
        ] {
            match column {
                None => hash.update([0]),
                Some(text) => {
                    hash.update([1]);
                    hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
                    hash.update(text.as_bytes());
                }
            }
        }
        Self(hash.finalize().into())
    }
}

/// In hexadecimal digits.
impl fmt::Display for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Hash({self})")
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;

    use super::*;

    fn entry() -> Row {
        Row {
            position: 7,
            sequence: 3,
            id: "id".to_owned(),
            at: DateTime::UNIX_EPOCH.naive_utc(),
            client_id: Some("client".to_owned()),
            officer_id: None,
            action: "person.changed".to_owned(),
            subject_kind: "person".to_owned(),
            subject_id: "subject".to_owned(),
            region_code: "371502".to_owned(),
            purpose: None,
            request_id: "request".to_owned(),
            trace_id: "trace".to_owned(),
            detail: "{}".to_owned(),
        }
    }

    #[test]
    fn every_column_and_the_predecessor_count() {
        let changes: [fn(&mut Row); 15] = [
            |row| row.position = 8,
            |row| row.sequence = 4,
            |row| row.at += chrono::TimeDelta::milliseconds(1),
            |row| row.id.push('x'),
            |row| row.client_id = None,
            |row| row.client_id = Some(String::new()),
            |row| row.officer_id = Some(String::new()),
            |row| row.action.push('x'),
            |row| row.subject_kind.push('x'),
            |row| row.subject_id.push('x'),
            |row| row.region_code.push('x'),
            |row| row.purpose = Some(String::new()),
            |row| row.request_id.push('x'),
            |row| row.trace_id.push('x'),
            |row| row.detail.push(' '),
        ];
        let honest = Hash::NONE.then(&entry());
        assert_eq!(honest, Hash::NONE.then(&entry()));
        assert_ne!(honest, honest.then(&entry()));
        for (number, change) in changes.iter().enumerate() {
            let mut edited = entry();
            change(&mut edited);
            assert_ne!(honest, Hash::NONE.then(&edited), "change {number}");
        }
    }

    proptest! {
        #[test]
        fn text_cannot_move_from_one_column_into_the_next(text in "[a-z]{1,12}", cut in 0_usize..13) {
            let cut = cut.min(text.len());
            let mut whole = entry();
            whole.request_id.clone_from(&text);
            whole.trace_id = String::new();
            let mut parted = entry();
            parted.request_id = text[..cut].to_owned();
            parted.trace_id = text[cut..].to_owned();
            prop_assert_eq!(
                Hash::NONE.then(&whole) == Hash::NONE.then(&parted),
                cut == text.len()
            );
        }
    }
}
