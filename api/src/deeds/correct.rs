//! Putting right what was reported, until the case is decided.

use actix_web::web::Data;
use actix_web::{HttpResponse, patch};
use domain::decisions::Facts;
use domain::deeds::eligibility::DeedFacts;
use domain::deeds::procedure::{FactsStand, State as CaseState, incident_stands};
use domain::ids::{ActorId, ClientId, DeedId, PersonId};
use persistence::audit::Change;
use persistence::decisions::Decision;
use persistence::deeds::{self, Actor, Deed};
use persistence::{RegionScope, people};
use serde_json::{Value, json};

use super::receipts::{completed, evaluated};
use super::setting::{receipts, setting_of, signer};
use super::steps::not_possible;
use super::wire::{DeedActorChange, DeedChange, DeedView, Patched, ReportOnFile, Reported};
use super::{TAG, subject};
use crate::auth::permissions::DeedsReport;
use crate::auth::{Caller, Representation};
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::demo::ids;
use crate::http::{Body, IfMatch, Path, Required};
use crate::problems::{Code, Problem};
use crate::state::State;

/// 更正事迹 / Put a deed right
///
/// JSON Merge Patch：更正全体行为人共有的事实，至作出决定为止（公示期间、告知拟不予确认之后除外）；
/// 受理后由承办单位或者市级的经办人更正。规则重新评估，新凭据与旧凭据并存，期限不变。不能更正的答复 409 `facts_stand`。 /
/// JSON Merge Patch of what all actors share, until a decision is made, while no notice stands and before the party is
/// told of an intended refusal; once accepted by an officer of the body that holds the case, or of the city. The rules
/// are applied anew, and the new receipt is kept beside the old one; no clock changes. 409 `facts_stand` says why not,
/// and what to do.
#[utoipa::path(
    tag = TAG,
    operation_id = "deed_update",
    security(("oauth2" = ["deeds:report"])),
    extensions(("x-problem-codes" = json!(["facts_stand", "step_not_possible", "policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "事迹编号 / The deed's id", example = json!(ids::DEED)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body(content(
        (DeedChange = "application/merge-patch+json"),
        (DeedChange = "application/json"),
    )),
    responses(
        (status = 200, description = "更正后的事迹 / The deed as it is now", body = DeedView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[patch("/v1/deeds/{id}")]
pub(super) async fn deed_update(
    caller: Caller<DeedsReport>,
    state: Data<State>,
    Path(id): Path<DeedId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<DeedChange>,
) -> Result<HttpResponse, Problem> {
    let correction = Correction {
        id,
        actor: None,
        client: caller.client(),
        condition,
        scope: caller.regions().clone(),
        state,
    };
    let input = DeedChange::patch(&body.raw);
    command
        .run(&caller, &body.raw, input, move |acting, patch| {
            correction.run(acting, patch)
        })
        .await
}

/// 更正行为人的事实 / Put right what one actor did
///
/// JSON Merge Patch：更正该行为人的事实，规则重新评估。`If-Match` 为事迹的 `ETag`。 / JSON Merge Patch of what is known of
/// this actor; the rules are applied anew. `If-Match` is the `ETag` of the deed.
#[utoipa::path(
    tag = TAG,
    operation_id = "deed_actor_update",
    security(("oauth2" = ["deeds:report"])),
    extensions(("x-problem-codes" = json!(["facts_stand", "step_not_possible", "policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "事迹编号 / The deed's id", example = json!(ids::DEED)),
        ("actor_id" = Uuid, Path, description = "行为人编号 / The actor's id", example = json!(ids::ACTOR)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body(content(
        (DeedActorChange = "application/merge-patch+json"),
        (DeedActorChange = "application/json"),
    )),
    responses(
        (status = 200, description = "更正后的事迹 / The deed as it is now", body = DeedView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[patch("/v1/deeds/{id}/actors/{actor_id}")]
pub(super) async fn deed_actor_update(
    caller: Caller<DeedsReport>,
    state: Data<State>,
    Path((id, actor)): Path<(DeedId, ActorId)>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<DeedActorChange>,
) -> Result<HttpResponse, Problem> {
    let correction = Correction {
        id,
        actor: Some(actor),
        client: caller.client(),
        condition,
        scope: caller.regions().clone(),
        state,
    };
    let input = DeedActorChange::patch(&body.raw);
    command
        .run(&caller, &body.raw, input, move |acting, patch| {
            correction.run(acting, patch)
        })
        .await
}

struct Correction {
    id: DeedId,
    /// The actor whose facts are put right; those that all share when none.
    actor: Option<ActorId>,
    client: ClientId,
    condition: IfMatch,
    scope: RegionScope,
    state: Data<State>,
}

impl Correction {
    fn run(&self, acting: &mut Acting<'_, '_>, patch: &Value) -> Result<Effect, Problem> {
        acting.tx.lock(format!("deed/{}", self.id).as_bytes())?;
        let deed = deeds::find(acting.tx, &self.scope, self.id)?.ok_or_else(Problem::not_found)?;
        let actors = deeds::of_deed(acting.tx, self.id)?;
        let number = self
            .actor
            .map(|id| {
                let found = actors.iter().position(|actor| actor.id == id);
                found.ok_or_else(Problem::not_found)
            })
            .transpose()?;
        if !self.condition.allows(deed.version) {
            return Err(Problem::new(Code::StaleVersion));
        }
        let concerned: Vec<&Actor> = match number {
            None => actors.iter().collect(),
            Some(number) => actors.get(number).into_iter().collect(),
        };
        self.require_open(acting, &concerned)?;
        let known = known(acting, &actors)?;
        let on_file = ReportOnFile::new(&deed, &facts(&known), self.state.policies.city())?;
        let (reported, fields) = on_file.patched(number, patch)?;
        if fields.is_empty() {
            return answer(&deed, &actors, Vec::new());
        }
        let people: Vec<PersonId> = concerned.iter().map(|actor| actor.person).collect();
        self.keep(acting, &deed, known, &people, (reported, fields))
    }

    /// Refuses a correction where the facts stand, and by whom they may not be put right.
    fn require_open(
        &self,
        acting: &mut Acting<'_, '_>,
        concerned: &[&Actor],
    ) -> Result<(), Problem> {
        if let Some(why) = incident_stands(concerned.iter().map(|actor| &actor.case)) {
            return Err(stand(why));
        }
        let open = || {
            let cases = concerned.iter().copied();
            cases.filter(|actor| actor.case.facts_stand().is_none())
        };
        if !open().all(|actor| self.scope.covers(&actor.case.holder().region)) {
            return Err(Problem::new(Code::FactsStand).detail(
                "行为人的案件由其他单位承办，请其更正；分由几个单位承办的，共有的事实由市级更正。",
                "Another body holds the case of an actor. Ask it to put the facts right; what the cases of several bodies share is put right by the city.",
            ));
        }
        if open().any(|actor| actor.case.state() != CaseState::Reported) {
            acting.require_officer()?;
        }
        let officer = acting.officer.as_ref().map(|officer| officer.id);
        let signer = officer
            .map(|officer| signer(acting.tx, self.client, officer))
            .transpose()?;
        let city = self.state.policies.city();
        let refused: Vec<_> = open()
            .map(|actor| (actor.id, actor.case.unmet_by(signer, city)))
            .filter(|(_, unmet)| !unmet.is_empty())
            .collect();
        if refused.is_empty() {
            Ok(())
        } else {
            Err(not_possible(&refused))
        }
    }

    fn keep(
        &self,
        acting: &mut Acting<'_, '_>,
        deed: &Deed,
        known: Vec<(Actor, Decision, DeedFacts)>,
        concerned: &[PersonId],
        (reported, fields): (Reported, Vec<String>),
    ) -> Result<Effect, Problem> {
        let policies = self.state.policies.set();
        let mut people = people::find_all(acting.tx, &RegionScope::City, concerned)?;
        let seen = deeds::others_of(acting.tx, &self.scope, concerned)?;
        let all_others = deeds::others_of(acting.tx, &RegionScope::City, concerned)?;
        let occurred_on = reported.incident.occurred_on;
        let mut changes = Vec::new();
        let mut corrected = Vec::new();
        let mut entries = Vec::new();
        let mut all = Vec::new();
        for ((actor, before, old), (_, new)) in known.into_iter().zip(reported.actors) {
            let open = actor.case.facts_stand().is_none() && concerned.contains(&actor.person);
            if !open {
                all.push(actor);
                continue;
            }
            let (case, happened) = actor
                .case
                .corrected(occurred_on, fields.clone())
                .map_err(stand)?;
            let person = people
                .remove(&actor.person)
                .ok_or_else(|| Problem::internal("the file of an actor is missing"))??;
            // What is known already stays known, whether or not this caller sees that deed.
            let known = |other: &&Actor| {
                old.possible_duplicates
                    .iter()
                    .flatten()
                    .any(|deed| *deed == other.deed)
            };
            let known = all_others
                .get(&actor.person)
                .into_iter()
                .flatten()
                .filter(known);
            let others: Vec<Actor> = seen
                .get(&actor.person)
                .into_iter()
                .flatten()
                .chain(known)
                .filter(|other| other.id != actor.id)
                .cloned()
                .collect();
            let facts = DeedFacts {
                received_by: Some(case.first_instance().region),
                received_on: old.received_on,
                evidence: Some(case.evidence_on_file()),
                ..completed(&new, &person, &others)
            };
            let (decision, proposed) = evaluated(acting, policies, before.summary.region, facts)?;
            changes.push(proposed);
            let actor = Actor {
                case,
                decision: decision.summary.id,
                version: actor.version + 1,
                ..actor
            };
            let setting = setting_of(policies, &actor.case, acting.tx.today(), None)?;
            corrected.push((actor.clone(), actor.case.due_of_body(&setting)));
            entries.push((actor.clone(), vec![happened]));
            all.push(actor);
        }
        let deed = Deed {
            incident: reported.incident,
            version: deed.version + 1,
            updated_at: acting.tx.now(),
            ..deed.clone()
        };
        deeds::correct(acting.tx, &deed, &corrected, &all)?;
        deeds::append(acting.tx, acting.actor, &entries)?;
        let named: Vec<ActorId> = entries.iter().map(|(actor, _)| actor.id).collect();
        let data = json!({ "fields": fields, "actor_ids": named });
        changes.insert(0, Change::new("deed.corrected", subject(&deed), data));
        answer(&deed, &all, changes)
    }
}

/// Each actor with the newest receipt and the facts in it.
fn known(
    acting: &mut Acting<'_, '_>,
    actors: &[Actor],
) -> Result<Vec<(Actor, Decision, DeedFacts)>, Problem> {
    let mut receipts = receipts(acting.tx, actors)?;
    actors
        .iter()
        .map(|actor| {
            let decision = receipts.remove(&actor.decision);
            let facts = decision.as_ref().and_then(|decision| {
                let Facts::Deed(facts) = &decision.receipt.facts else {
                    return None;
                };
                Some(facts.clone())
            });
            match (decision, facts) {
                (Some(decision), Some(facts)) => Ok((actor.clone(), decision, facts)),
                _ => Err(Problem::internal("an actor has no receipt")),
            }
        })
        .collect()
}

fn facts(known: &[(Actor, Decision, DeedFacts)]) -> Vec<(PersonId, DeedFacts)> {
    known
        .iter()
        .map(|(actor, _, facts)| (actor.person, facts.clone()))
        .collect()
}

fn stand(why: FactsStand) -> Problem {
    let (zh, en) = match why {
        FactsStand::Published => (
            "正在公示，公众据公示的事实提出异议。请登记异议，异议成立后再更正。",
            "The notice stands, and the public objects to what it says. Register an objection; once it is upheld, put the facts right.",
        ),
        FactsStand::Told => (
            "已将事实和理由告知当事人。请重新作出拟处理意见，再更正，并重新告知。",
            "The party was told these facts as the reasons of an intended refusal. Form the opinion anew, put the facts right, and tell the party again.",
        ),
        FactsStand::Decided => (
            "已据此作出决定。不予确认的，由当事人申请复核，或者由市级重新启动；已确认的，以撤销处理。",
            "A decision rests on these facts. A refusal goes to reconfirmation, or the city reopens the case; a confirmation is revoked.",
        ),
        FactsStand::Withdrawn => (
            "案件已撤回。请重新申报。",
            "The case was withdrawn. Report the deed anew.",
        ),
    };
    Problem::new(Code::FactsStand).detail(zh, en)
}

fn answer(deed: &Deed, actors: &[Actor], changes: Vec<Change>) -> Result<Effect, Problem> {
    let masked = Representation::Masked;
    let view = DeedView::new(deed, actors, masked);
    let answer = Answer::ok(&view)?.tagged(&masked.tag(deed.version));
    Ok(Effect { answer, changes })
}
