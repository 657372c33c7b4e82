//! Seals the audit: links every entry into the chain soon after it became final, and signs the
//! newest link from time to time.

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, Validation};
use persistence::audit::chain::{self, Checkpoint, Tip};
use persistence::{Mode, Store, StoreError, leases, uuid_at};
use serde::{Deserialize, Serialize};

use crate::credentials::{InvalidToken, Signatures};

/// How often it is looked for entries to seal.
const INTERVAL: Duration = Duration::from_secs(1);
/// How long a lease lasts: a process that dies holds the sealing up for no longer.
const LEASE: TimeDelta = TimeDelta::seconds(10);
const NAME: &str = "audit";
/// Links made in one transaction: few, so that commands hardly wait for them.
const BATCH: u16 = 256;
/// A checkpoint is signed after so many links,
const LINKS: i64 = 1000;
/// or so long after the one before, when there are any new ones.
const PAUSE: Duration = Duration::from_secs(10);

/// Starts the sealing in this process. Of several processes, the one that holds the lease seals.
pub(crate) fn start(store: Store, signatures: Arc<Signatures>) {
    actix_web::rt::spawn(async move {
        let mut sealer = Sealer {
            holder: uuid_at(store.clock().now()).to_string(),
            store,
            signatures,
            signed: None,
        };
        loop {
            if let Err(error) = sealer.round().await {
                tracing::warn!(%error, "the audit was not sealed and will be tried again");
            }
            actix_web::rt::time::sleep(INTERVAL).await;
        }
    });
}

struct Sealer {
    store: Store,
    signatures: Arc<Signatures>,
    holder: String,
    /// When this process signed last.
    signed: Option<Instant>,
}

impl Sealer {
    async fn round(&mut self) -> Result<(), StoreError> {
        while self.seal().await? {
            self.sign().await?;
        }
        self.sign().await
    }

    /// Links the next entries; whether there may be more of them.
    async fn seal(&self) -> Result<bool, StoreError> {
        // The hashing is done while reading, so that the writer only adds finished rows.
        let batch = self
            .store
            .read(|reader| chain::unsealed(reader, BATCH))
            .await?;
        if batch.is_empty() {
            return Ok(false);
        }
        let full = batch.len() == usize::from(BATCH);
        let holder = self.holder.clone();
        let sealed = self
            .store
            .write(Mode::Commit, move |tx| -> Result<_, StoreError> {
                Ok(leases::acquire(tx, NAME, &holder, LEASE)? && chain::seal(tx, &batch)?)
            })
            .await?;
        Ok(sealed && full)
    }

    /// Signs the newest link, when it is time.
    async fn sign(&mut self) -> Result<(), StoreError> {
        let (tip, signed) = self
            .store
            .read(|reader| -> Result<_, StoreError> {
                Ok((chain::tip(reader)?, chain::newest_checkpoint(reader)?))
            })
            .await?;
        let Some(tip) = tip else { return Ok(()) };
        let new = tip.number - signed.map_or(0, |checkpoint| checkpoint.number);
        let rested = self.signed.is_none_or(|signed| signed.elapsed() >= PAUSE);
        if new <= 0 || (new < LINKS && !rested) {
            return Ok(());
        }
        self.keep(&tip).await
    }

    async fn keep(&mut self, tip: &Tip) -> Result<(), StoreError> {
        let made_at = self.store.clock().now();
        let token = Statement::of(tip, made_at)
            .sign(&self.signatures)
            .map_err(|error| StoreError::Configuration(error.to_string()))?;
        let checkpoint = Checkpoint {
            number: tip.number,
            made_at,
            token,
        };
        let (holder, kept) = (self.holder.clone(), checkpoint.clone());
        let held = self
            .store
            .write(Mode::Commit, move |tx| -> Result<_, StoreError> {
                let held = leases::acquire(tx, NAME, &holder, LEASE)?;
                if held {
                    chain::store_checkpoint(tx, &kept)?;
                }
                Ok(held)
            })
            .await?;
        if held {
            self.signed = Some(Instant::now());
            // In the log, which lies elsewhere: against it a chain that was cut shows.
            let Checkpoint { number, token, .. } = &checkpoint;
            tracing::info!(number, hash = %tip.hash, token, "audit checkpoint");
        }
        Ok(())
    }
}

/// The `typ` of a signed checkpoint: no access token passes for one, nor the other way round.
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
