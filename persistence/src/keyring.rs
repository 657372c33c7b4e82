//! The keys of the service, and the sealing of fields that must not lie open in the database.

mod file;
mod keys;

use std::collections::BTreeMap;

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use domain::identity::CitizenNumber;
use domain::intake::{IncidentKey, TrackingCode};
use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use crate::error::StoreError;

pub use file::{load_or_create, rotate_file};
pub use keys::{KEY_LENGTH, KeyMaterial, KeySeries, SecretKey};

const NONCE_LENGTH: usize = 12;
/// AES-256-GCM with a 96-bit random nonce (NIST SP 800-38D). SM4-GCM would be 2.
const AES_256_GCM: u8 = 1;

/// Bytes of a [`Keyring::mark`]: a guess is right once in 2^128.
pub const MARK_LENGTH: usize = 16;

/// Seals and opens fields, and computes blind indexes.
pub struct Keyring {
    active: u8,
    ciphers: BTreeMap<u8, Aes256Gcm>,
    index: Hmac<Sha256>,
}

impl Keyring {
    /// Builds the ciphers of the data keys and takes the index key.
    pub fn new(material: &KeyMaterial) -> Result<Self, StoreError> {
        let ciphers = material
            .data
            .iter()
            .map(|(number, key)| {
                (
                    number,
                    Aes256Gcm::new(&Key::<Aes256Gcm>::from(*key.bytes())),
                )
            })
            .collect();
        let index = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(material.index.bytes())
            .map_err(|error| StoreError::Configuration(error.to_string()))?;
        Ok(Self {
            active: material.data.active().0,
            ciphers,
            index,
        })
    }

    /// Seals `plain`, bound to `place` (such as `people.phone/ID`), so that a sealed value moved
    /// to another row or column does not open. Layout: algorithm, key number, nonce, ciphertext.
    pub fn seal(&self, place: &str, plain: &[u8]) -> Result<Vec<u8>, StoreError> {
        let mut nonce = [0_u8; NONCE_LENGTH];
        getrandom::fill(&mut nonce).map_err(|_| StoreError::Unavailable("no randomness".into()))?;
        let cipher = self.cipher(self.active)?;
        let payload = Payload {
            msg: plain,
            aad: place.as_bytes(),
        };
        let sealed = cipher
            .encrypt(&Nonce::from(nonce), payload)
            .map_err(|_| StoreError::Corrupt(format!("{place}: cannot be sealed")))?;
        let mut value = Vec::with_capacity(2 + NONCE_LENGTH + sealed.len());
        value.extend_from_slice(&[AES_256_GCM, self.active]);
        value.extend_from_slice(&nonce);
        value.extend_from_slice(&sealed);
        Ok(value)
    }

    /// Opens a value that [`Keyring::seal`] made for the same `place`.
    pub fn open(&self, place: &str, value: &[u8]) -> Result<Vec<u8>, StoreError> {
        let corrupt = || StoreError::Corrupt(format!("{place}: the sealed value does not open"));
        let (head, sealed) = value
            .split_at_checked(2 + NONCE_LENGTH)
            .ok_or_else(corrupt)?;
        let [AES_256_GCM, number, nonce @ ..] = head else {
            return Err(corrupt());
        };
        let nonce: [u8; NONCE_LENGTH] = nonce.try_into().map_err(|_| corrupt())?;
        let payload = Payload {
            msg: sealed,
            aad: place.as_bytes(),
        };
        self.cipher(*number)?
            .decrypt(&Nonce::from(nonce), payload)
            .map_err(|_| corrupt())
    }

    /// [`Keyring::open`] for a value that is text.
    pub fn open_text(&self, place: &str, value: &[u8]) -> Result<String, StoreError> {
        String::from_utf8(self.open(place, value)?)
            .map_err(|_| StoreError::Corrupt(format!("{place}: not text")))
    }

    /// The blind index of a citizen number: equal numbers give equal values, which tell nothing
    /// without the index key.
    pub fn blind_index(&self, number: &CitizenNumber) -> Vec<u8> {
        self.keyed_hash("citizen-number:", number.expose())
    }

    /// The blind index of a tracking code, which is all that is kept of one.
    pub fn tracking_index(&self, code: &TrackingCode) -> Vec<u8> {
        self.keyed_hash("tracking-code:", code.expose())
    }

    /// The blind index of the day and place of an incident.
    pub fn duplicate_index(&self, key: &IncidentKey) -> Vec<u8> {
        self.keyed_hash("likeness:", &key.to_string())
    }

    /// The blind index of the name of a studio, which is that of a person.
    pub(crate) fn studio_name_index(&self, name: &str) -> Vec<u8> {
        self.keyed_hash("studio-name:", name)
    }

    /// What stands for the address of somebody without a token, whom nobody is to find again.
    pub(crate) fn anonymous_index(&self, address: &str) -> Vec<u8> {
        self.keyed_hash("visitor:", address)
    }

    /// What shows that the service itself wrote a place in a list: [`MARK_LENGTH`] bytes, the same for
    /// the same place.
    pub fn mark(&self, place: &[u8]) -> Vec<u8> {
        let mut mark = self
            .mac("list-place:", place)
            .finalize()
            .into_bytes()
            .to_vec();
        mark.truncate(MARK_LENGTH);
        mark
    }

    /// Whether [`Keyring::mark`] made the mark for this place.
    pub fn is_marked(&self, place: &[u8], mark: &[u8]) -> bool {
        mark.len() == MARK_LENGTH
            && self
                .mac("list-place:", place)
                .verify_truncated_left(mark)
                .is_ok()
    }

    fn keyed_hash(&self, purpose: &str, value: &str) -> Vec<u8> {
        self.mac(purpose, value.as_bytes())
            .finalize()
            .into_bytes()
            .to_vec()
    }

    /// HMAC-SHA-256 (RFC 2104) of a value of one purpose.
    fn mac(&self, purpose: &str, value: &[u8]) -> Hmac<Sha256> {
        let mut mac = self.index.clone();
        mac.update(purpose.as_bytes());
        mac.update(value);
        mac
    }

    fn cipher(&self, number: u8) -> Result<&Aes256Gcm, StoreError> {
        self.ciphers.get(&number).ok_or_else(|| {
            StoreError::Corrupt(format!("data key {number} is missing from the key ring"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(material: &KeyMaterial) -> Keyring {
        Keyring::new(material).unwrap()
    }

    #[test]
    fn a_sealed_value_opens_in_its_place_only() {
        let ring = ring(&KeyMaterial::generate().unwrap());
        let sealed = ring.seal("people.sealed/1", b"secret").unwrap();
        assert!(!sealed.windows(6).any(|part| part == b"secret"));
        assert_eq!(ring.open("people.sealed/1", &sealed).unwrap(), b"secret");
        assert!(ring.open("people.sealed/2", &sealed).is_err());
        for position in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[position] ^= 1;
            assert!(ring.open("people.sealed/1", &changed).is_err());
        }
        assert!(ring.open("people.sealed/1", &sealed[..5]).is_err());
    }

    #[test]
    fn old_values_open_after_a_rotation_and_new_ones_use_the_new_key() {
        let mut material = KeyMaterial::generate().unwrap();
        let before = ring(&material).seal("x", b"old").unwrap();
        material.data.rotate().unwrap();
        let reread = KeySeries::parse(&material.data.to_text()).unwrap();
        material.data = reread;
        let after = ring(&material);
        assert_eq!(after.open("x", &before).unwrap(), b"old");
        assert_eq!(before[1], 1);
        assert_eq!(after.seal("x", b"new").unwrap()[1], 2);
    }

    #[test]
    fn a_mark_is_that_of_one_place_and_one_installation() {
        let here = ring(&KeyMaterial::generate().unwrap());
        let mark = here.mark(b"place");
        assert_eq!(mark.len(), MARK_LENGTH);
        assert!(here.is_marked(b"place", &mark));
        assert!(!here.is_marked(b"other", &mark));
        assert!(!here.is_marked(b"place", &mark[1..]));
        assert!(!here.is_marked(b"place", &[]));
        let elsewhere = ring(&KeyMaterial::generate().unwrap());
        assert!(!elsewhere.is_marked(b"place", &mark));
    }

    #[test]
    fn the_blind_index_depends_on_the_number_and_the_key() {
        let number = CitizenNumber::parse("11010519491231002X").unwrap();
        let same = CitizenNumber::parse("11010519491231002x").unwrap();
        let other = CitizenNumber::parse("371502199001010012").unwrap();
        let material = KeyMaterial::generate().unwrap();
        let ring_a = ring(&material);
        assert_eq!(ring_a.blind_index(&number), ring_a.blind_index(&same));
        assert_ne!(ring_a.blind_index(&number), ring_a.blind_index(&other));
        let ring_b = ring(&KeyMaterial::generate().unwrap());
        assert_ne!(ring_a.blind_index(&number), ring_b.blind_index(&number));
    }
}
