//! Access tokens: signed JWTs of RFC 9068, verified once and remembered until they expire.

use std::sync::Arc;

use domain::ids::ClientId;
use domain::regions::RegionCode;
use jsonwebtoken::{Algorithm, Validation};
use persistence::Clock;
use quick_cache::sync::Cache;
use serde::{Deserialize, Serialize};

use super::scopes::ScopeSet;
use super::signatures::{InvalidToken, Signatures};

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

/// Issues and verifies access tokens.
pub struct Tokens {
    issuer: String,
    signatures: Arc<Signatures>,
    validation: Validation,
    verified: Cache<String, Arc<Grant>>,
    /// The system's time: the sandbox does not age tokens.
    clock: Clock,
}

impl Tokens {
    /// Tokens of `issuer`, which is the public URL of the service.
    pub fn new(signatures: Arc<Signatures>, issuer: &str) -> Self {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.leeway = 0;
        validation.validate_nbf = true;
        validation.set_issuer(&[issuer]);
        validation.set_audience(&[issuer]);
        validation.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
        Self {
            issuer: issuer.to_owned(),
            signatures,
            validation,
            verified: Cache::new(REMEMBERED),
            clock: Clock::default(),
        }
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
        self.signatures.sign(TOKEN_TYPE, &claims)
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
        let claims: Claims = self.signatures.read(TOKEN_TYPE, token, &self.validation)?;
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
