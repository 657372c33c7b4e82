//! What is kept under an idempotency key, and what a second request with the key gets.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use domain::ids::OfficerId;
use domain::regions::RegionCode;
use persistence::Mode;
use persistence::RegionScope;
use persistence::idempotency::Kept;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Answer;
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
    /// It was refused for good, and the refusal is kept.
    Refused(Problem),
    /// The kept outcome of an earlier request with the same key.
    Replayed(Box<Outcome>),
}

/// The one request that a kept answer answers, and who may have it again.
pub(super) struct Asked {
    /// Identifies the request.
    pub(super) fingerprint: Vec<u8>,
    /// The regions of the client's token.
    pub(super) regions: Vec<RegionCode>,
    /// The same as a scope.
    pub(super) scope: RegionScope,
}

/// What is kept: the outcome, and the regions that the client had when it got it.
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

/// Only answers that would come out the same again are kept: 2xx, 409 and 422.
pub(super) fn is_kept(problem: &Problem) -> bool {
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

impl Outcome {
    /// The kept outcome, for the same request of a client that still has the regions it had: an
    /// answer may show files of any of them.
    pub(super) fn replay(kept: &Kept, asked: &Asked) -> Result<Self, Problem> {
        if kept.fingerprint != asked.fingerprint {
            return Err(Problem::new(Code::IdempotencyKeyReused));
        }
        let record: Record = serde_json::from_slice(&kept.answer).map_err(Problem::internal)?;
        if !record
            .regions
            .iter()
            .all(|region| asked.scope.covers(region))
        {
            return Err(Problem::new(Code::IdempotencyKeyReused).detail(
                "您的辖区此后有所减少，此键下保留的答复不再提供。请用新的键",
                "Your regions are fewer than they were: the answer kept under this key is not shown again. Use a new key",
            ));
        }
        Ok(Self::Replayed(Box::new(match record.outcome {
            Stored::Done(answer) => Self::Done(answer),
            Stored::Refused(problem) => Self::Refused(problem.into()),
        })))
    }

    pub(super) fn to_kept(&self, asked: &Asked) -> Result<Kept, Problem> {
        let outcome = match self {
            Self::Done(answer) => Stored::Done(answer.clone()),
            Self::Refused(problem) => Stored::Refused(problem.into()),
            Self::Replayed(outcome) => return outcome.to_kept(asked),
        };
        let record = Record {
            regions: asked.regions.clone(),
            outcome,
        };
        Ok(Kept {
            fingerprint: asked.fingerprint.clone(),
            answer: serde_json::to_vec(&record).map_err(Problem::internal)?,
        })
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
