//! The answer stored under an idempotency key, and what a second request with the key gets.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use domain::ids::OfficerId;
use domain::regions::RegionCode;
use persistence::idempotency::{self, Claim, Lifetime, Owner, StoredAnswer};
use persistence::{Mode, RegionScope, Tx};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Answer;
use crate::http::IdempotencyKey;
use crate::problems::{Code, Problem, StoredProblem};

const REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");
const DRY_RUN: HeaderName = HeaderName::from_static("dry-run");
/// What a command says of its answer; it holds for a refusal as well.
pub(crate) const MARKS: [HeaderName; 2] = [REPLAYED, DRY_RUN];
const TRUE: HeaderValue = HeaderValue::from_static("true");

/// How a command ended, when its transaction is committed.
#[derive(Debug)]
pub(super) enum Outcome {
    /// It took effect.
    Done(Answer),
    /// It was refused.
    Refused(Problem),
    /// The stored outcome of an earlier request with the same key.
    Replayed(Box<Outcome>),
}

/// What is stored: the outcome, and the regions that the client had when it got it.
#[derive(Serialize, Deserialize)]
struct Record {
    regions: Vec<RegionCode>,
    outcome: Stored,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Stored {
    Done(Answer),
    Refused(StoredProblem),
}

/// Only answers that would come out the same again are stored: 2xx, 409 and 422.
pub(super) fn is_replayable(problem: &Problem) -> bool {
    matches!(
        problem.code().status(),
        StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY
    )
}

/// Identifies a request: method, path, query, acting officer and body.
pub(super) fn fingerprint(target: &str, officer: Option<OfficerId>, raw: &[u8]) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(target.as_bytes());
    hash.update([0]);
    if let Some(officer) = officer {
        hash.update(officer.as_uuid().as_bytes());
    }
    hash.update([0]);
    hash.update(raw);
    hash.finalize().to_vec()
}

/// The idempotency key of a request.
#[derive(Debug, Clone)]
pub(super) struct Keyed {
    pub(super) owner: Owner,
    pub(super) key: IdempotencyKey,
    pub(super) fingerprint: Vec<u8>,
    /// The regions of the client's token, and the same as a scope.
    pub(super) regions: Vec<RegionCode>,
    pub(super) scope: RegionScope,
}

impl Keyed {
    /// Claims the key for this transaction; what to answer instead when it is taken.
    pub(super) fn claim(&self, tx: &mut Tx<'_>) -> Result<Option<Outcome>, Problem> {
        let refused = |problem| Some(Outcome::Refused(problem));
        Ok(
            match idempotency::claim(tx, self.owner, self.key.as_str())? {
                Claim::New => None,
                Claim::Busy => refused(Problem::new(Code::IdempotencyInProgress).retry_after(1)),
                Claim::Used(stored) if stored.fingerprint != self.fingerprint => {
                    refused(Problem::new(Code::IdempotencyKeyReused))
                }
                Claim::Used(stored) => Some(self.replay(&stored)?),
            },
        )
    }

    /// The stored outcome, for a client that still has the regions it had then: an answer may show
    /// files of any of them.
    fn replay(&self, stored: &StoredAnswer) -> Result<Outcome, Problem> {
        let record: Record = serde_json::from_slice(&stored.answer).map_err(Problem::internal)?;
        if record
            .regions
            .iter()
            .all(|region| self.scope.covers(region))
        {
            return Ok(Outcome::replay(record.outcome));
        }
        let lost = Problem::new(Code::IdempotencyKeyReused).detail(
            "您的辖区此后有所减少，此键下保留的答复不再提供。请用新的键",
            "Your regions are fewer than they were: the answer kept under this key is not shown again. Use a new key",
        );
        Ok(Outcome::Refused(lost))
    }

    /// Stores the outcome under the key.
    pub(super) fn store(&self, tx: &mut Tx<'_>, outcome: &Outcome) -> Result<(), Problem> {
        let (stored, lifetime) = match outcome {
            Outcome::Done(answer) => (Stored::Done(answer.clone()), answer.lifetime()),
            Outcome::Refused(problem) => (Stored::Refused(problem.into()), Lifetime::default()),
            Outcome::Replayed(_) => return Ok(()),
        };
        let record = Record {
            regions: self.regions.clone(),
            outcome: stored,
        };
        let stored = StoredAnswer {
            fingerprint: self.fingerprint.clone(),
            answer: serde_json::to_vec(&record).map_err(Problem::internal)?,
        };
        let key = self.key.as_str();
        Ok(idempotency::store(tx, self.owner, key, &stored, lifetime)?)
    }
}

impl Outcome {
    fn replay(stored: Stored) -> Self {
        Self::Replayed(Box::new(match stored {
            Stored::Done(answer) => Self::Done(answer),
            Stored::Refused(problem) => Self::Refused(problem.into()),
        }))
    }

    pub(super) fn into_response(
        self,
        mode: Mode,
        public_url: &str,
    ) -> Result<HttpResponse, Problem> {
        let mut response = match self {
            Self::Done(answer) => answer.into_response(public_url)?,
            Self::Refused(problem) => return Err(problem),
            Self::Replayed(outcome) => {
                let mut response = outcome
                    .into_response(mode, public_url)
                    .unwrap_or_else(|problem| actix_web::ResponseError::error_response(&problem));
                response.headers_mut().insert(REPLAYED, TRUE);
                response
            }
        };
        if mode == Mode::DryRun {
            response.headers_mut().insert(DRY_RUN, TRUE);
        }
        Ok(response)
    }
}
