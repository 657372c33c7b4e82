//! The keys themselves: how they are made, written and read.

use std::collections::BTreeMap;
use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use zeroize::Zeroizing;

use crate::error::StoreError;

/// Bytes of every key of the ring.
pub const KEY_LENGTH: usize = 32;

/// 32 secret bytes, wiped when dropped and never printed.
#[derive(Clone)]
pub struct SecretKey(Zeroizing<[u8; KEY_LENGTH]>);

impl SecretKey {
    /// A new random key from the operating system.
    pub fn generate() -> Result<Self, StoreError> {
        let mut bytes = Zeroizing::new([0_u8; KEY_LENGTH]);
        getrandom::fill(bytes.as_mut_slice())
            .map_err(|error| StoreError::Configuration(format!("no randomness: {error}")))?;
        Ok(Self(bytes))
    }

    /// Reads 32 bytes of standard base64.
    pub fn parse(text: &str) -> Result<Self, StoreError> {
        let bytes = Zeroizing::new(BASE64.decode(text.trim()).unwrap_or_default());
        let bytes: [u8; KEY_LENGTH] = bytes.as_slice().try_into().map_err(|_| {
            StoreError::Configuration(
                "a key is 32 bytes in base64; `yongwei key new` makes them".to_owned(),
            )
        })?;
        Ok(Self(Zeroizing::new(bytes)))
    }

    /// The key as base64, to be stored by its owner.
    pub fn to_base64(&self) -> Zeroizing<String> {
        Zeroizing::new(BASE64.encode(self.0.as_slice()))
    }

    pub fn bytes(&self) -> &[u8; KEY_LENGTH] {
        &self.0
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("SecretKey(…)")
    }
}

/// Keys of one purpose by number; the highest is used for new values, the others still read.
#[derive(Clone, Debug)]
pub struct KeySeries {
    active: (u8, SecretKey),
    older: BTreeMap<u8, SecretKey>,
}

impl KeySeries {
    /// Reads `NUMBER:BASE64[,NUMBER:BASE64…]` with numbers from 1 to 255.
    pub fn parse(text: &str) -> Result<Self, StoreError> {
        let mut keys = BTreeMap::new();
        for part in text
            .split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
        {
            let (number, key) = part.split_once(':').ok_or_else(malformed_series)?;
            let number: u8 = number
                .parse()
                .ok()
                .filter(|number| *number > 0)
                .ok_or_else(malformed_series)?;
            keys.insert(number, SecretKey::parse(key)?);
        }
        let active = keys.pop_last().ok_or_else(malformed_series)?;
        Ok(Self {
            active,
            older: keys,
        })
    }

    /// A series of one new key.
    pub fn generate() -> Result<Self, StoreError> {
        Ok(Self {
            active: (1, SecretKey::generate()?),
            older: BTreeMap::new(),
        })
    }

    /// Adds a new key, which becomes the active one. At most 254 times.
    pub fn rotate(&mut self) -> Result<(), StoreError> {
        let next = self.active.0.checked_add(1).ok_or_else(|| {
            StoreError::Configuration("this series of keys is full: start a new one".to_owned())
        })?;
        let (number, key) = std::mem::replace(&mut self.active, (next, SecretKey::generate()?));
        self.older.insert(number, key);
        Ok(())
    }

    /// The active key and its number.
    pub fn active(&self) -> (u8, &SecretKey) {
        (self.active.0, &self.active.1)
    }

    /// Every key with its number, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = (u8, &SecretKey)> {
        self.older
            .iter()
            .map(|(number, key)| (*number, key))
            .chain([self.active()])
    }

    /// The series in the form that [`KeySeries::parse`] reads.
    pub fn to_text(&self) -> Zeroizing<String> {
        let parts: Vec<String> = self
            .iter()
            .map(|(number, key)| format!("{number}:{}", key.to_base64().as_str()))
            .collect();
        Zeroizing::new(parts.join(","))
    }
}

fn malformed_series() -> StoreError {
    StoreError::Configuration(
        "keys are written NUMBER:BASE64, several joined by commas; `yongwei key new` makes them"
            .to_owned(),
    )
}

/// Every secret of one installation.
#[derive(Clone, Debug)]
pub struct KeyMaterial {
    /// Seal stored fields.
    pub data: KeySeries,
    /// Keys the blind index; cannot be rotated without re-indexing.
    pub index: SecretKey,
    /// Seeds of the Ed25519 keys that sign access tokens.
    pub signing: KeySeries,
}

impl KeyMaterial {
    /// New keys for a new installation.
    pub fn generate() -> Result<Self, StoreError> {
        Ok(Self {
            data: KeySeries::generate()?,
            index: SecretKey::generate()?,
            signing: KeySeries::generate()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn malformed_keys_are_refused_with_a_way_to_mend_them() {
        for text in ["", "1", "0:AAAA", "1:AAAA", "x:AAAA", "300:AAAA"] {
            let error = KeySeries::parse(text).unwrap_err();
            assert!(error.to_string().contains("yongwei key new"), "{error}");
        }
    }

    #[test]
    fn secrets_do_not_print() {
        let material = KeyMaterial::generate().unwrap();
        let printed = format!("{material:?}");
        assert!(!printed.contains(material.index.to_base64().as_str()));
    }
}
