//! How every write runs: one command, one transaction.
//!
//! A handler parses its input and hands it with a pure-looking closure to [`Command::run`]. The
//! runner opens the transaction, honours `Idempotency-Key`, loads the acting officer, runs the
//! closure, writes the audit entry and the event of each change, keeps the answer, and commits;
//! or rolls everything back, for a refusal and for `dry_run=true`. What a refusal tells the caller is
//! audited all the same ([`Problem::recording`]).

mod answer;
mod idempotency;
mod sensitive_read;

use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload, web};
use domain::ids::OfficerId;
use domain::regions::RegionCode;
use persistence::audit::{self, Change, Principal};
use persistence::officers::{self, Officer};
use persistence::{CommandError, Mode, Store, StoreError, Tx};
use std::future::{Ready, ready};

pub use answer::Answer;
pub(crate) use idempotency::MARKS;
use idempotency::{Keyed, Outcome, fingerprint};
pub use sensitive_read::SensitiveRead;

use crate::auth::Sender;
use crate::http::{
    AccessPurpose, DryRun, IdempotencyKey, OnBehalfOf, Optional, RequestIds, require_known,
};
use crate::problems::{Code, Problem};
use crate::services::Services;

/// What a command did and what it answers.
#[derive(Debug)]
pub struct Effect {
    /// The answer to the caller.
    pub answer: Answer,
    /// What is audited and announced; nothing for a command that found nothing to change.
    pub changes: Vec<Change>,
}

impl Effect {
    /// The effect of one change.
    pub fn of(change: Change, answer: Answer) -> Self {
        Self {
            answer,
            changes: vec![change],
        }
    }

    /// The answer to a command that found nothing to change.
    pub fn none(answer: Answer) -> Self {
        Self {
            answer,
            changes: Vec::new(),
        }
    }
}

/// The transaction of a command, and the officer for whom it acts.
pub struct Acting<'a, 'c> {
    /// The transaction.
    pub tx: &'a mut Tx<'c>,
    /// The officer named in `On-Behalf-Of`, checked.
    pub officer: Option<Officer>,
    /// The principal, for queries that record who acted.
    pub principal: &'a Principal,
}

impl Acting<'_, '_> {
    /// The acting officer, for steps that only an officer can execute.
    pub fn require_officer(&self) -> Result<&Officer, Problem> {
        self.officer
            .as_ref()
            .ok_or_else(|| Problem::new(Code::OfficerRequired))
    }

    /// The acting officer, for what the city alone decides: a client of the city may act for officers of
    /// the counties too, and those may not.
    pub fn require_city_officer(&self, city: RegionCode) -> Result<&Officer, Problem> {
        let officer = self.require_officer()?;
        if officer.region == city {
            Ok(officer)
        } else {
            Err(Problem::new(Code::OfficerNotAllowed))
        }
    }
}

/// The part of a request that every command has: who asks, under which key, whether in earnest.
#[derive(Debug)]
pub struct Command {
    services: web::Data<Services>,
    ids: RequestIds,
    key: Option<IdempotencyKey>,
    officer: Option<OfficerId>,
    purpose: Option<AccessPurpose>,
    mode: Mode,
    /// Method, path and query: a part of the fingerprint.
    target: String,
}

impl FromRequest for Command {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::extract(request))
    }
}

impl Command {
    fn extract(request: &HttpRequest) -> Result<Self, Problem> {
        require_known(request)?;
        let mut none = Payload::None;
        let Optional(key) =
            Optional::<IdempotencyKey>::from_request(request, &mut none).into_inner()?;
        let Optional(officer) =
            Optional::<OnBehalfOf>::from_request(request, &mut none).into_inner()?;
        let Optional(purpose) =
            Optional::<AccessPurpose>::from_request(request, &mut none).into_inner()?;
        let DryRun(dry_run) = DryRun::from_request(request, &mut none).into_inner()?;
        Ok(Self {
            services: Services::of(request)?.clone(),
            ids: RequestIds::of(request)
                .ok_or_else(|| Problem::internal("the request ids are missing"))?,
            key,
            officer: officer.map(|OnBehalfOf(id)| id),
            purpose,
            mode: if dry_run { Mode::DryRun } else { Mode::Commit },
            target: format!("{} {}", request.method(), request.uri()),
        })
    }

    /// The same for a read that is audited: the entry is kept whatever `dry_run` says, and no answer
    /// is kept, because a replayed one would leave no entry.
    #[must_use]
    pub fn of_audited_read(mut self) -> Self {
        self.mode = Mode::Commit;
        self.key = None;
        self
    }

    /// Runs a command. `input` is the parsed request, or the problem that parsing found; a problem
    /// is kept under the key like any other answer. `raw` is the request body.
    pub async fn run<S, C, F>(
        self,
        sender: &S,
        raw: &[u8],
        input: Result<C, Problem>,
        body: F,
    ) -> Result<HttpResponse, Problem>
    where
        S: Sender,
        C: Send + 'static,
        F: Fn(&mut Acting<'_, '_>, &C) -> Result<Effect, Problem> + Send + 'static,
    {
        let client = sender.client();
        // Only a client acts for officers: who has no token cannot put one into the audit.
        let officer = self.officer.filter(|_| client.is_some());
        let principal = Principal {
            client,
            officer,
            purpose: self.purpose.map(AccessPurpose::as_str),
            request_id: self.ids.request_id.clone(),
            trace_id: self.ids.trace_id.clone(),
        };
        let mode = self.mode;
        // A dry run keeps nothing, so it neither uses nor spends a key.
        let key = self.key.filter(|_| mode == Mode::Commit);
        let fingerprint = fingerprint(&self.target, officer, raw);
        let keyed = key.map(|key| Keyed {
            owner: sender.key_owner(),
            key,
            fingerprint,
            regions: sender.token_regions().to_vec(),
            scope: sender.scope(),
        });
        let store = &self.services.store;
        let (refused_to, refused_under) = (principal.clone(), keyed.clone());
        let result = store
            .write(mode, move |tx| -> Result<Outcome, Problem> {
                let settled = keyed.as_ref().map(|keyed| keyed.claim(tx)).transpose()?;
                if let Some(outcome) = settled.flatten() {
                    return Ok(outcome);
                }
                let outcome = Outcome::Done(execute(tx, &principal, officer, &input, &body)?);
                if let Some(keyed) = &keyed {
                    keyed.store(tx, &outcome)?;
                }
                Ok(outcome)
            })
            .await;
        let outcome = match result {
            Ok(outcome) => outcome,
            Err(problem) => refuse(store, refused_to, refused_under, problem).await?,
        };
        outcome.into_response(mode, &self.services.public_url)
    }
}

/// Keeps what a refusal leaves behind. The refused command undid its transaction, so this is one
/// of its own; nothing is answered before what the answer tells is recorded.
async fn refuse(
    store: &Store,
    principal: Principal,
    keyed: Option<Keyed>,
    problem: Problem,
) -> Result<Outcome, Problem> {
    let keyed = keyed.filter(|_| idempotency::is_replayable(&problem));
    if keyed.is_none() && problem.recorded().is_empty() {
        return Err(problem);
    }
    store
        .write(Mode::Commit, move |tx| -> Result<Outcome, Problem> {
            let settled = keyed.as_ref().map(|keyed| keyed.claim(tx)).transpose()?;
            if let Some(outcome) = settled.flatten() {
                return Ok(outcome);
            }
            record(tx, &principal, problem.recorded())?;
            let outcome = Outcome::Refused(problem.clone());
            if let Some(keyed) = &keyed {
                keyed.store(tx, &outcome)?;
            }
            Ok(outcome)
        })
        .await
}

/// Runs the command itself and records what it changed.
fn execute<C, F>(
    tx: &mut Tx<'_>,
    principal: &Principal,
    officer: Option<OfficerId>,
    input: &Result<C, Problem>,
    body: &F,
) -> Result<Answer, Problem>
where
    F: Fn(&mut Acting<'_, '_>, &C) -> Result<Effect, Problem>,
{
    let input = input.as_ref().map_err(Clone::clone)?;
    let officer = match (officer, principal.client) {
        (Some(officer), Some(client)) => Some(
            officers::acting_for(tx, client, officer)?
                .ok_or_else(|| Problem::new(Code::OfficerNotAllowed))?,
        ),
        _ => None,
    };
    let effect = body(
        &mut Acting {
            tx,
            officer,
            principal,
        },
        input,
    )?;
    record(tx, principal, &effect.changes)?;
    Ok(effect.answer)
}

fn record(tx: &mut Tx<'_>, principal: &Principal, changes: &[Change]) -> Result<(), Problem> {
    for change in changes {
        audit::record(tx, principal, change)?;
    }
    Ok(())
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable(_) | StoreError::Busy(_) | StoreError::Conflict => {
                Self::new(Code::StoreUnavailable).retry_after(1)
            }
            _ => Self::new(Code::InternalError),
        }
        .caused_by(error)
    }
}

impl CommandError for Problem {
    fn store_error(&self) -> Option<&StoreError> {
        self.cause()?.downcast_ref::<StoreError>()
    }
}
