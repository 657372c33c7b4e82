//! How every write runs: one command, one transaction.
//!
//! A handler parses its input and hands it with a pure-looking closure to [`Command::run`]. The
//! runner opens the transaction, honours `Idempotency-Key`, loads the acting officer, runs the
//! closure, writes the audit entry and the event of each change, keeps the answer, and commits;
//! or rolls everything back, for a refusal and for `dry_run=true`. What a refusal tells the caller is
//! audited all the same ([`Problem::recording`]).

mod answer;
mod kept;

use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload, web};
use domain::ids::OfficerId;
use persistence::audit::{self, Actor, Change};
use persistence::officers::{self, Officer};
use persistence::{CommandError, Mode, StoreError, Tx, idempotency};
use std::future::{Ready, ready};

pub use answer::Answer;
pub(crate) use kept::MARKS;
use kept::{Asked, Outcome, fingerprint};

use crate::auth::Caller;
use crate::http::{AccessPurpose, DryRun, IdempotencyKey, OnBehalfOf, Optional, RequestIds};
use crate::problems::{Code, Problem};
use crate::state::State;

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
    #[must_use]
    pub fn of(change: Change, answer: Answer) -> Self {
        Self {
            answer,
            changes: vec![change],
        }
    }

    /// The answer to a command that found nothing to change.
    #[must_use]
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
    /// For queries that record who acted.
    pub actor: &'a Actor,
}

impl Acting<'_, '_> {
    /// The acting officer, for steps that only an officer can take.
    pub fn require_officer(&self) -> Result<&Officer, Problem> {
        self.officer
            .as_ref()
            .ok_or_else(|| Problem::new(Code::OfficerRequired))
    }
}

/// The part of a request that every command has: who asks, under which key, whether in earnest.
#[derive(Debug)]
pub struct Command {
    state: web::Data<State>,
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
        let mut none = Payload::None;
        let Optional(key) =
            Optional::<IdempotencyKey>::from_request(request, &mut none).into_inner()?;
        let Optional(officer) =
            Optional::<OnBehalfOf>::from_request(request, &mut none).into_inner()?;
        let Optional(purpose) =
            Optional::<AccessPurpose>::from_request(request, &mut none).into_inner()?;
        let DryRun(dry_run) = DryRun::from_request(request, &mut none).into_inner()?;
        Ok(Self {
            state: State::of(request)?.clone(),
            ids: RequestIds::of(request)
                .ok_or_else(|| Problem::internal("the request ids are missing"))?,
            key,
            officer: officer.map(|OnBehalfOf(id)| id),
            purpose,
            mode: if dry_run { Mode::DryRun } else { Mode::Keep },
            target: format!("{} {}", request.method(), request.uri()),
        })
    }

    /// The same for a read that is audited: the entry is kept whatever `dry_run` says, and no answer
    /// is kept, because a replayed one would leave no entry.
    #[must_use]
    pub fn of_audited_read(mut self) -> Self {
        self.mode = Mode::Keep;
        self.key = None;
        self
    }

    /// Runs a command. `input` is the parsed request, or the problem that parsing found; a problem
    /// is kept under the key like any other answer. `raw` is the request body.
    pub async fn run<P, C, F>(
        self,
        caller: &Caller<P>,
        raw: &[u8],
        input: Result<C, Problem>,
        body: F,
    ) -> Result<HttpResponse, Problem>
    where
        C: Send + 'static,
        F: Fn(&mut Acting<'_, '_>, &C) -> Result<Effect, Problem> + Send + 'static,
    {
        let client = caller.client();
        let actor = Actor {
            client: Some(client),
            officer: self.officer,
            purpose: self.purpose.map(AccessPurpose::as_str),
            request_id: self.ids.request_id.clone(),
            trace_id: self.ids.trace_id.clone(),
        };
        let (mode, officer) = (self.mode, self.officer);
        // A dry run keeps nothing, so it neither uses nor spends a key.
        let key = self.key.filter(|_| mode == Mode::Keep);
        let asked = Asked {
            fingerprint: fingerprint(&self.target, self.officer, raw),
            regions: caller.grant().regions.clone(),
            scope: caller.regions().clone(),
        };
        let store = &self.state.store;
        let refused_to = actor.clone();
        let result = store
            .write(mode, move |tx| -> Result<Outcome, Problem> {
                let execute = |tx: &mut Tx<'_>| execute(tx, &actor, officer, &input, &body);
                let Some(key) = &key else {
                    return execute(tx).map(Outcome::Done);
                };
                match idempotency::claim(tx, client, key.as_str())? {
                    idempotency::Claim::Busy => {
                        return Err(Problem::new(Code::IdempotencyInProgress).retry_after(1));
                    }
                    idempotency::Claim::Used(kept) => return Outcome::replay(&kept, &asked),
                    idempotency::Claim::New => {}
                }
                // A refusal undoes its own changes, and the answer is kept all the same.
                let outcome = match tx.savepoint(execute) {
                    Ok(answer) => Outcome::Done(answer),
                    Err(problem) if kept::is_kept(&problem) => Outcome::Refused(problem),
                    Err(problem) => return Err(problem),
                };
                if let Outcome::Refused(problem) = &outcome {
                    record(tx, &actor, problem.recorded())?;
                }
                let kept = outcome.to_kept(&asked)?;
                idempotency::keep(tx, client, key.as_str(), &kept)?;
                Ok(outcome)
            })
            .await;
        match result {
            Ok(outcome) => outcome.into_response(mode, &self.state.public_url),
            // The refusal undid its transaction, or it was a dry run's: nothing is answered before
            // what the answer tells is recorded.
            Err(problem) if !problem.recorded().is_empty() => {
                let changes = problem.recorded().to_vec();
                store
                    .write(Mode::Keep, move |tx| record(tx, &refused_to, &changes))
                    .await?;
                Err(problem)
            }
            Err(problem) => Err(problem),
        }
    }
}

/// Runs the command itself and records what it changed.
fn execute<C, F>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    officer: Option<OfficerId>,
    input: &Result<C, Problem>,
    body: &F,
) -> Result<Answer, Problem>
where
    F: Fn(&mut Acting<'_, '_>, &C) -> Result<Effect, Problem>,
{
    let input = input.as_ref().map_err(Clone::clone)?;
    let officer = match (officer, actor.client) {
        (Some(officer), Some(client)) => Some(
            officers::acting_for(tx, client, officer)?
                .ok_or_else(|| Problem::new(Code::OfficerNotAllowed))?,
        ),
        _ => None,
    };
    let effect = body(&mut Acting { tx, officer, actor }, input)?;
    record(tx, actor, &effect.changes)?;
    Ok(effect.answer)
}

fn record(tx: &mut Tx<'_>, actor: &Actor, changes: &[Change]) -> Result<(), Problem> {
    for change in changes {
        audit::record(tx, actor, change)?;
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
