//! Signed statements of the service: JWS in compact form (RFC 7515), by the installation's Ed25519
//! keys, which anybody checks against the published JWK set.

use std::collections::HashMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64_URL;
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::EncodePrivateKey as _;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use persistence::StoreError;
use persistence::keyring::{KeySeries, SecretKey};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Why a signed statement does not pass. The text never goes further than the log.
#[derive(Debug, thiserror::Error)]
#[error("the token does not pass: {0}")]
pub struct InvalidToken(pub(super) String);

/// The keys that sign: the active one, and every one that still verifies.
pub struct Signatures {
    active: (String, EncodingKey),
    verifying: HashMap<String, DecodingKey>,
    key_set: Value,
}

impl Signatures {
    /// Prepares the signing keys.
    pub fn new(keys: &KeySeries) -> Result<Self, StoreError> {
        let mut verifying = HashMap::new();
        let mut published = Vec::new();
        for (number, key) in keys.iter() {
            let public = BASE64_URL.encode(signing_key(key).verifying_key().as_bytes());
            let id = format!("ed25519-{number}");
            verifying.insert(
                id.clone(),
                DecodingKey::from_ed_components(&public).map_err(unusable)?,
            );
            published.push(json!({
                "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": id, "x": public,
            }));
        }
        let (number, key) = keys.active();
        let document = signing_key(key).to_pkcs8_der().map_err(unusable)?;
        Ok(Self {
            active: (
                format!("ed25519-{number}"),
                EncodingKey::from_ed_der(document.as_bytes()),
            ),
            verifying,
            key_set: json!({ "keys": published }),
        })
    }

    /// The public keys as a JWK set (RFC 7517).
    pub fn key_set(&self) -> &Value {
        &self.key_set
    }

    /// Signs `claims` as a statement of this type.
    pub fn sign(&self, kind: &str, claims: &impl Serialize) -> Result<String, InvalidToken> {
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(kind.to_owned());
        header.kid = Some(self.active.0.clone());
        jsonwebtoken::encode(&header, claims, &self.active.1)
            .map_err(|error| InvalidToken(error.to_string()))
    }

    /// The claims of a statement of this type, if its signature and `validation` hold.
    pub fn read<C: DeserializeOwned>(
        &self,
        kind: &str,
        token: &str,
        validation: &Validation,
    ) -> Result<C, InvalidToken> {
        let refused = |error: jsonwebtoken::errors::Error| InvalidToken(error.to_string());
        let header = jsonwebtoken::decode_header(token).map_err(refused)?;
        // jsonwebtoken accepts any `typ`.
        if header.typ.as_deref() != Some(kind) {
            return Err(InvalidToken("of another type".to_owned()));
        }
        let key = header
            .kid
            .and_then(|id| self.verifying.get(&id))
            .ok_or_else(|| InvalidToken("unknown key".to_owned()))?;
        Ok(jsonwebtoken::decode::<C>(token, key, validation)
            .map_err(refused)?
            .claims)
    }
}

fn signing_key(key: &SecretKey) -> SigningKey {
    SigningKey::from_bytes(key.bytes())
}

fn unusable<E: std::fmt::Display>(error: E) -> StoreError {
    StoreError::Configuration(format!("a signing key cannot be used: {error}"))
}
