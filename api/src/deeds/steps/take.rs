//! Taking a step: the one way for all of them.

mod keeping;
mod numbering;

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::web::Data;
use domain::deeds::procedure::{
    Act, Command as StepCommand, Happened, Officers, Refused, Scope, Signer, TABLE, Unmet, Who,
    apply,
};
use domain::error::FieldErrors;
use domain::ids::{ActorId, ClientId, DeedId, OfficerId};
use persistence::decisions::Decision;
use persistence::deeds::{self, Actor};
use persistence::{RegionScope, Tx};
use serde_json::json;

use super::actors::{NameFault, named};
use super::attached::check;
use super::input::{StepBody, Wanted, wanted};
use crate::auth::Caller;
use crate::commands::{Acting, Command, Effect};
use crate::deeds::setting::{receipts, scopes, setting_of, signers};
use crate::deeds::wire::UnmetView;
use crate::http::Body;
use crate::problems::{Code, Problem};
use crate::state::State;
use numbering::require_free;

/// Takes the step that a body asks for, for all actors that it names, or for none of them.
pub(super) async fn take<P, B: StepBody>(
    caller: &Caller<P>,
    state: Data<State>,
    id: DeedId,
    command: Command,
    body: &Body<B>,
) -> Result<HttpResponse, Problem> {
    let step = Step {
        id,
        client: caller.client(),
        scope: caller.regions().clone(),
        allowed: scopes(caller),
        state: state.clone(),
    };
    let clock = state.store.clock();
    let input = wanted(
        &body.value,
        persistence::uuid_at(clock.now()),
        clock.today(),
        state.policies.city(),
    );
    command
        .run(caller, &body.raw, input, move |acting, wanted| {
            step.run(acting, wanted)
        })
        .await
}

struct Step {
    id: DeedId,
    client: ClientId,
    scope: RegionScope,
    allowed: BTreeSet<Scope>,
    state: Data<State>,
}

/// An actor after the step, with what it brought about.
struct Moved {
    actor: Actor,
    receipt: Option<Decision>,
    happened: Vec<Happened>,
}

impl Step {
    fn run(&self, acting: &mut Acting<'_, '_>, wanted: &Wanted) -> Result<Effect, Problem> {
        // Whoever decides on a deed decides on it as the one before left it.
        acting.tx.lock(format!("deed/{}", self.id).as_bytes())?;
        let deed = deeds::find(acting.tx, &self.scope, self.id)?.ok_or_else(Problem::not_found)?;
        let actors = deeds::of_deed(acting.tx, self.id)?;
        check(acting.tx, self.id, &wanted.attachments)?;
        let named = named(&actors, wanted)?;
        let acts = self.acts(acting.tx, wanted, &named)?;
        let act = acts.first().cloned();
        let act = act.ok_or_else(|| Problem::internal("a deed has no actors"))?;
        let organ = named
            .first()
            .map_or(deed.region, |actor| actor.case.holder().region);
        let command = self.command(acting, wanted, act)?;
        let moved = self.apply(acting.tx, &command, named.into_iter().zip(acts))?;
        require_free(acting.tx, &command.act, organ)?;
        self.keep(acting, wanted, &command.act, deed, actors, moved)
    }

    /// The command with everybody who signs it.
    fn command(
        &self,
        acting: &mut Acting<'_, '_>,
        wanted: &Wanted,
        act: Act,
    ) -> Result<StepCommand, Problem> {
        let step = act.step();
        let by_officer = |officers| officers != Officers::None;
        if TABLE
            .iter()
            .any(|row| row.step == step && by_officer(row.officers))
        {
            acting.require_officer()?;
        }
        let acting_officer = acting.officer.as_ref().map(|officer| officer.id);
        let ids: Vec<OfficerId> = [acting_officer, wanted.second, wanted.co_signer]
            .into_iter()
            .flatten()
            .collect();
        let found = signers(acting.tx, self.client, &ids)?;
        let mut errors = FieldErrors::new();
        let second = signer(&found, wanted.second, "/second_officer_id", &mut errors);
        let co_signer = signer(&found, wanted.co_signer, "/co_signer_id", &mut errors);
        errors.into_result().map_err(Problem::invalid_data)?;
        Ok(StepCommand {
            act,
            who: Who {
                scopes: self.allowed.clone(),
                signer: acting_officer.and_then(|id| found.get(&id).copied()),
            },
            second,
            co_signer,
        })
    }

    /// Applies the command to each actor; one refusal refuses all.
    fn apply(
        &self,
        tx: &mut Tx<'_>,
        command: &StepCommand,
        acts: impl Iterator<Item = (Actor, Act)>,
    ) -> Result<Vec<Moved>, Problem> {
        let policies = self.state.policies.set();
        let (actors, acts): (Vec<Actor>, Vec<Act>) = acts.unzip();
        let mut receipts = receipts(tx, &actors)?;
        let mut moved = Vec::new();
        let mut refused = Vec::new();
        for (actor, act) in actors.into_iter().zip(acts) {
            let command = StepCommand {
                act,
                ..command.clone()
            };
            let receipt = receipts.remove(&actor.decision);
            let setting = setting_of(policies, &actor.case, tx.today(), receipt.as_ref())?;
            match apply(&actor.case, &command, &setting) {
                Ok((case, happened)) => moved.push(Moved {
                    actor: Actor {
                        case,
                        version: actor.version + 1,
                        ..actor
                    },
                    receipt,
                    happened,
                }),
                Err(Refused { unmet }) => refused.push((actor.id, unmet)),
            }
        }
        if refused.is_empty() {
            Ok(moved)
        } else {
            Err(not_possible(&refused))
        }
    }
}

fn signer(
    found: &BTreeMap<OfficerId, Signer>,
    wanted: Option<OfficerId>,
    pointer: &str,
    errors: &mut FieldErrors,
) -> Option<Signer> {
    let id = wanted?;
    let signer = found.get(&id).copied();
    if signer.is_none() {
        errors.push(pointer, &NameFault::Officer);
    }
    signer
}

/// 409 with what is unmet for each actor, in the words of the list of actions.
pub(in crate::deeds) fn not_possible(refused: &[(ActorId, Vec<Unmet>)]) -> Problem {
    let actors: Vec<_> = refused
        .iter()
        .map(|(id, unmet)| {
            let unmet: Vec<UnmetView> = unmet.iter().map(Into::into).collect();
            json!({ "actor_id": id, "unmet": unmet })
        })
        .collect();
    Problem::new(Code::StepNotPossible).with("actors", actors.into())
}
