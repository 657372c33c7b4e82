//! Access tokens: signed JWTs of RFC 9068, verified once and remembered until they expire.

use std::collections::HashMap;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64_URL;
use domain::ids::ClientId;
use domain::regions::RegionCode;
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::EncodePrivateKey as _;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use persistence::keyring::{KeySeries, SecretKey};
use persistence::{Clock, StoreError};
use quick_cache::sync::Cache;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::scopes::ScopeSet;

/// Seconds that a token lives.
pub const TOKEN_SECONDS: i64 = 600;
/// The `typ` of an access token (RFC 9068 section 2.1): no other JWT of ours passes for one.
const TOKEN_TYPE: &str = "at+jwt";
/// Verified tokens that are remembered.
const REMEMBERED: usize = 4096;

/// What a token allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The client it was given to.
    pub client: ClientId,
    /// The scopes that were asked for and are held.
    pub scopes: ScopeSet,
    /// The regions whose files it opens.
    pub regions: Vec<RegionCode>,
    /// The last second in which it is good, Unix time.
    pub expires_at: i64,
}

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: String,
    client_id: String,
    scope: String,
    regions: Vec<RegionCode>,
    iat: i64,
    nbf: i64,
    exp: i64,
    jti: String,
}

/// Why a token does not pass. The text never goes further than the log.
#[derive(Debug, thiserror::Error)]
#[error("the token does not pass: {0}")]
pub struct InvalidToken(String);

/// Issues and verifies access tokens.
pub struct Tokens {
    issuer: String,
    active: (String, EncodingKey),
    verifying: HashMap<String, DecodingKey>,
    key_set: Value,
    validation: Validation,
    verified: Cache<String, Arc<Grant>>,
    /// The system's time: the sandbox does not age tokens.
    clock: Clock,
}

impl Tokens {
    /// Prepares the signing keys; `issuer` is the public URL of the service.
    pub fn new(keys: &KeySeries, issuer: &str) -> Result<Self, StoreError> {
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
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.leeway = 0;
        validation.validate_nbf = true;
        validation.set_issuer(&[issuer]);
        validation.set_audience(&[issuer]);
        validation.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
        Ok(Self {
            issuer: issuer.to_owned(),
            active: (
                format!("ed25519-{number}"),
                EncodingKey::from_ed_der(document.as_bytes()),
            ),
            verifying,
            key_set: json!({ "keys": published }),
            validation,
            verified: Cache::new(REMEMBERED),
            clock: Clock::default(),
        })
    }

    /// The public keys as a JWK set (RFC 7517).
    #[must_use]
    pub fn key_set(&self) -> &Value {
        &self.key_set
    }

    /// Signs a token that lives [`TOKEN_SECONDS`].
    pub fn issue(
        &self,
        client: ClientId,
        scopes: &ScopeSet,
        regions: &[RegionCode],
    ) -> Result<String, InvalidToken> {
        let now = self.clock.now();
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: self.issuer.clone(),
            sub: client.to_string(),
            client_id: client.to_string(),
            scope: scopes.to_string(),
            regions: regions.to_vec(),
            iat: now.timestamp(),
            nbf: now.timestamp(),
            exp: now.timestamp().saturating_add(TOKEN_SECONDS),
            jti: persistence::uuid_at(now).to_string(),
        };
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some(TOKEN_TYPE.to_owned());
        header.kid = Some(self.active.0.clone());
        jsonwebtoken::encode(&header, &claims, &self.active.1)
            .map_err(|error| InvalidToken(error.to_string()))
    }

    /// Verifies a token: algorithm, key, type, issuer, audience, not before, expiry.
    pub fn verify(&self, token: &str) -> Result<Arc<Grant>, InvalidToken> {
        if let Some(grant) = self.verified.get(token) {
            if self.clock.now().timestamp() < grant.expires_at {
                return Ok(grant);
            }
            self.verified.remove(token);
            return Err(InvalidToken("expired".to_owned()));
        }
        let grant = Arc::new(self.check(token)?);
        self.verified.insert(token.to_owned(), Arc::clone(&grant));
        Ok(grant)
    }

    fn check(&self, token: &str) -> Result<Grant, InvalidToken> {
        let refused = |error: jsonwebtoken::errors::Error| InvalidToken(error.to_string());
        let header = jsonwebtoken::decode_header(token).map_err(refused)?;
        // jsonwebtoken accepts any `typ`.
        if header.typ.as_deref() != Some(TOKEN_TYPE) {
            return Err(InvalidToken("not an access token".to_owned()));
        }
        let key = header
            .kid
            .and_then(|id| self.verifying.get(&id))
            .ok_or_else(|| InvalidToken("unknown key".to_owned()))?;
        let claims = jsonwebtoken::decode::<Claims>(token, key, &self.validation)
            .map_err(refused)?
            .claims;
        Ok(Grant {
            client: claims
                .client_id
                .parse()
                .map_err(|_| InvalidToken("client_id".to_owned()))?,
            scopes: ScopeSet::parse_known(&claims.scope),
            regions: claims.regions,
            expires_at: claims.exp,
        })
    }
}

fn signing_key(key: &SecretKey) -> SigningKey {
    SigningKey::from_bytes(key.bytes())
}

fn unusable<E: std::fmt::Display>(error: E) -> StoreError {
    StoreError::Configuration(format!("a signing key cannot be used: {error}"))
}
