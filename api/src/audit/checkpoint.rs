//! What a signed checkpoint of the chain states.

use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, Validation};
use persistence::audit::chain::Tip;
use serde::{Deserialize, Serialize};

use crate::credentials::{InvalidToken, Signatures};

/// The `typ` of a checkpoint: no access token passes for one, nor the other way round.
const TYPE: &str = "audit-checkpoint+jwt";

/// The statement that the chain has a link of this number and hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Statement {
    /// The number of the link.
    pub(super) number: i64,
    /// Its hash in hexadecimal digits.
    pub(super) hash: String,
    /// When it was signed, Unix time.
    iat: i64,
}

impl Statement {
    pub(super) fn of(tip: &Tip, at: DateTime<Utc>) -> Self {
        Self {
            number: tip.number,
            hash: tip.hash.to_string(),
            iat: at.timestamp(),
        }
    }

    /// The statement, signed.
    pub(super) fn sign(&self, signatures: &Signatures) -> Result<String, InvalidToken> {
        signatures.sign(TYPE, self)
    }

    /// The statement that a token holds, if one of the installation's keys signed it. It never
    /// expires, and it holds although the service moved to another address.
    pub(super) fn read(signatures: &Signatures, token: &str) -> Result<Self, InvalidToken> {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.required_spec_claims.clear();
        validation.validate_exp = false;
        validation.validate_aud = false;
        signatures.read(TYPE, token, &validation)
    }
}
