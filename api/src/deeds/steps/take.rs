//! Taking a step: the one way for all of them.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::web::Data;
use chrono::Datelike;
use domain::deeds::procedure::{
    Act, Command as StepCommand, Happened, Officers, Refused, Scope, Signer, TABLE, Unmet, Who,
    apply,
};
use domain::documents::DocumentKind;
use domain::error::FieldErrors;
use domain::ids::{ActorId, ClientId, DeedId, OfficerId};
use domain::regions::RegionCode;
use persistence::attachments;
use persistence::audit::{Change, Subject};
use persistence::decisions::Decision;
use persistence::deeds::{self, Actor, Deed};
use persistence::documents::{is_used, is_used_by};
use persistence::{RegionScope, Tx};
use serde_json::json;

use super::actors::{NameFault, merged, named, shared_region};
use super::attached::check;
use super::input::{StepBody, Wanted, WantedAct, wanted};
use crate::auth::{Caller, Representation};
use crate::commands::{Acting, Answer, Command, Effect};
use crate::deeds::receipts::{evaluated, renewed};
use crate::deeds::setting::{receipts, scopes, setting_of, signers};
use crate::deeds::wire::{DeedView, UnmetView};
use crate::deeds::{address, subject};
use crate::documents;
use crate::http::Body;
use crate::problems::{Code, Problem};
use crate::state::State;

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
        let command = self.command(acting, wanted, act)?;
        let moved = self.apply(acting.tx, &command, named.into_iter().zip(acts))?;
        let organ = actors
            .first()
            .map_or(deed.region, |actor| actor.case.holder().region);
        require_free(acting.tx, &command.act, organ)?;
        self.keep(acting, wanted, &command.act, deed, actors, moved)
    }

    /// The step for each actor, with the number of its document: one for all of them, or a number
    /// for each where everybody gets a document.
    fn acts(&self, tx: &mut Tx<'_>, wanted: &Wanted, named: &[Actor]) -> Result<Vec<Act>, Problem> {
        let personal =
            |act: &Act| DocumentKind::of(act.step()).is_some_and(DocumentKind::is_personal);
        let mut number = |actor: &Actor, kind| {
            documents::next_number(tx, self.state.policies.set(), &actor.case, kind)
        };
        match (&wanted.act, named) {
            (WantedAct::Complete(act), [_, _, ..]) if personal(act) => {
                let mut errors = FieldErrors::new();
                errors.push("/certificate", &NameFault::Certificate);
                Err(Problem::invalid_data(errors))
            }
            (WantedAct::Complete(act), _) => Ok(vec![act.clone(); named.len()]),
            (WantedAct::Unnumbered { kind, act }, _) if kind.is_personal() => named
                .iter()
                .map(|actor| Ok(act(number(actor, *kind)?)))
                .collect(),
            (WantedAct::Unnumbered { kind, act }, [first, ..]) => {
                Ok(vec![act(number(first, *kind)?); named.len()])
            }
            (WantedAct::Unnumbered { .. }, []) => Ok(Vec::new()),
        }
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

    fn keep(
        &self,
        acting: &mut Acting<'_, '_>,
        wanted: &Wanted,
        act: &Act,
        deed: Deed,
        actors: Vec<Actor>,
        moved: Vec<Moved>,
    ) -> Result<Effect, Problem> {
        let policies = self.state.policies.set();
        let mut announced = Vec::new();
        let mut moved_on = Vec::new();
        let mut entries = Vec::new();
        let mut concerned = Vec::new();
        for mut step in moved {
            let facts = step
                .receipt
                .as_ref()
                .and_then(|receipt| renewed(receipt, &step.actor.case));
            if let Some(facts) = facts {
                let region = step.actor.case.first_instance().region;
                let (decision, proposed) = evaluated(acting, policies, region, facts)?;
                step.actor.decision = decision.summary.id;
                announced.push(proposed);
            }
            let setting = setting_of(policies, &step.actor.case, acting.tx.today(), None)?;
            moved_on.push((step.actor.clone(), step.actor.case.due_of_body(&setting)));
            concerned.extend(step.receipt.map(|receipt| (step.actor.clone(), receipt)));
            entries.push((step.actor, step.happened));
        }
        let seen_before = deeds::seen_by(&deed, &actors);
        let all = merged(actors, &moved_on);
        let deed = Deed {
            region: shared_region(&all).unwrap_or(deed.region),
            version: deed.version + 1,
            updated_at: acting.tx.now(),
            ..deed
        };
        deeds::save(acting.tx, &deed, &moved_on, &all)?;
        deeds::append(acting.tx, acting.actor, &entries)?;
        if let Some((kind, id, text)) = &wanted.enclosure {
            deeds::enclose(acting.tx, deed.id, *id, *kind, text)?;
            attachments::add_to_evidence(acting.tx, *id, &wanted.attachments)?;
        }
        announced.extend(documents::issue(
            acting.tx, policies, &deed, act, &concerned,
        )?);
        announced.insert(0, taken(&deed, act, &moved_on));
        announced.extend(handed_over(
            &deed,
            &seen_before,
            &deeds::seen_by(&deed, &all),
        ));
        let masked = Representation::Masked;
        let view = DeedView::new(&deed, &all, masked);
        let answer = Answer::created(address(deed.id), &view)?.tagged(&masked.tag(deed.version));
        Ok(Effect {
            answer,
            changes: announced,
        })
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

/// Refuses the number of a document that another of the same organ, kind and year has already, and
/// that of a certificate that anybody has.
fn require_free(tx: &mut Tx<'_>, act: &Act, organ: RegionCode) -> Result<(), Problem> {
    let kind = DocumentKind::of(act.step());
    let (pointer, used) = match (act, kind) {
        (Act::Confirmation { certificate, .. }, Some(kind)) => {
            ("/certificate", is_used(tx, kind, certificate)?)
        }
        (
            Act::Publication { number }
            | Act::Refusal { number, .. }
            | Act::ReconfirmationRefusal { number, .. },
            Some(kind),
        ) => (
            "/number",
            is_used_by(tx, organ, kind, tx.today().year(), number)?,
        ),
        _ => return Ok(()),
    };
    if used {
        let mut errors = FieldErrors::new();
        errors.push(pointer, &NameFault::NumberUsed);
        return Err(Problem::invalid_data(errors));
    }
    Ok(())
}

/// 409 with what is unmet for each actor, in the words of the list of actions.
fn not_possible(refused: &[(ActorId, Vec<Unmet>)]) -> Problem {
    let actors: Vec<_> = refused
        .iter()
        .map(|(id, unmet)| {
            let unmet: Vec<UnmetView> = unmet.iter().map(Into::into).collect();
            json!({ "actor_id": id, "unmet": unmet })
        })
        .collect();
    Problem::new(Code::StepNotPossible).with("actors", actors.into())
}

/// The change that a step was taken.
fn taken<T>(deed: &Deed, act: &Act, changed: &[(Actor, T)]) -> Change {
    let actors: Vec<_> = changed
        .iter()
        .map(|(actor, _)| json!({ "id": actor.id, "state": actor.case.state() }))
        .collect();
    Change::new(
        "deed.step_taken",
        subject(deed),
        json!({ "step": act.step(), "actors": actors }),
    )
}

/// Tells the regions that see the deed from now on, or see it no more; the one whose file it is hears
/// of the step itself.
fn handed_over(
    deed: &Deed,
    before: &BTreeSet<RegionCode>,
    after: &BTreeSet<RegionCode>,
) -> Vec<Change> {
    let others = before.symmetric_difference(after);
    others
        .filter(|region| **region != deed.region)
        .map(|region| {
            let subject = Subject {
                region: *region,
                ..subject(deed)
            };
            let facts = json!({ "readable": after.contains(region) });
            Change::new("deed.handed_over", subject, facts)
        })
        .collect()
}
