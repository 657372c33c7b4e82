//! Corrections of what was reported, until the case is decided.

use actix_web::web::Data;
use actix_web::{HttpResponse, patch};
use domain::deeds::Deed;
use domain::deeds::eligibility::DeedFacts;
use domain::ids::{CaseId, ClientId, DeedId, PersonId};
use persistence::{RegionScope, cases, intake, people};
use serde_json::json;

use super::Actor;
use super::completed::completed;
use super::wire::{DeedActorChange, DeedChange, DeedView, ReportOnFile, Reported};
use crate::auth::Caller;
use crate::auth::permissions::DeedsReport;
use crate::commands::{Acting, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::http::{Body, IfMatch, Patch, Patched, Path, Required};
use crate::problems::Problem;
use crate::procedure::{Correcting, File, facts_stand};
use crate::services::Services;

/// 更正事迹 / Correct a deed
///
/// JSON Merge Patch：更正全体行为人共有的事实，至作出决定为止（公示期间、告知拟不予确认之后除外）；
/// 受理后由承办单位或者市级的经办人更正。规则重新评估，新凭据与旧凭据并存，期限不变。不能更正的答复 409 `facts_stand`。 /
/// JSON Merge Patch of what all actors share, until a decision is made, except during a public notice and after the party
/// was notified of an intended refusal. Once the case is accepted, an officer of the body that holds it or of the city
/// corrects it. The rules are applied again, and the new receipt is kept beside the old one; no clock changes. Otherwise
/// 409 `facts_stand` says why, and what to do.
#[utoipa::path(
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
    services: Data<Services>,
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
        services,
    };
    command
        .run(&caller, &body.raw, Ok(body.value), move |acting, patch| {
            correction.run(acting, patch)
        })
        .await
}

/// 更正行为人的事实 / Correct what one actor did
///
/// JSON Merge Patch：更正该行为人的事实，规则重新评估。`If-Match` 为事迹的 `ETag`。 / JSON Merge Patch of what is known of
/// this actor; the rules are applied again. `If-Match` is the `ETag` of the deed.
#[utoipa::path(
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
    services: Data<Services>,
    Path((id, actor)): Path<(DeedId, CaseId)>,
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
        services,
    };
    command
        .run(&caller, &body.raw, Ok(body.value), move |acting, patch| {
            correction.run(acting, patch)
        })
        .await
}

struct Correction {
    id: DeedId,
    /// The actor whose facts are corrected; if none, the facts that all actors share.
    actor: Option<CaseId>,
    client: ClientId,
    condition: IfMatch,
    scope: RegionScope,
    services: Data<Services>,
}

impl Correction {
    fn run<T: Patched>(
        &self,
        acting: &mut Acting<'_, '_>,
        patch: &Patch<T>,
    ) -> Result<Effect, Problem> {
        let mut file = File::<Deed>::open(acting.tx, &self.scope, self.id)?;
        let actors = file.cases();
        let number = self
            .actor
            .map(|id| {
                let is_seen = |actor: &Actor| cases::sees(&self.scope, &actor.case);
                let found = actors
                    .iter()
                    .position(|actor| actor.id == id && is_seen(actor));
                found.ok_or_else(Problem::not_found)
            })
            .transpose()?;
        self.condition.require(file.file().version)?;
        let concerned: Vec<usize> = match number {
            None => (0..actors.len()).collect(),
            Some(number) => vec![number],
        };
        let correcting = Correcting {
            client: self.client,
            scope: &self.scope,
            city: self.services.policies.city(),
        };
        correcting.require_open(acting, &file, &concerned)?;
        let known: Vec<(PersonId, DeedFacts)> = actors
            .iter()
            .map(|actor| (actor.person, actor.facts.clone()))
            .collect();
        let on_file = ReportOnFile::new(file.file(), &known, self.services.policies.city())?;
        let (reported, fields) = on_file.patched(number, patch)?;
        let changes = if fields.is_empty() {
            Vec::new()
        } else {
            self.keep(acting, &mut file, &concerned, (reported, fields))?
        };
        file.finished(changes).corrected()
    }

    fn keep(
        &self,
        acting: &mut Acting<'_, '_>,
        file: &mut File<Deed>,
        concerned: &[usize],
        (reported, fields): (Reported, Vec<String>),
    ) -> Result<Vec<persistence::audit::Change>, Problem> {
        let policies = self.services.policies.set();
        let persons: Vec<PersonId> = concerned
            .iter()
            .filter_map(|place| file.cases().get(*place))
            .map(|actor| actor.person)
            .collect();
        let people = people::find_surviving(acting.tx, &persons)?;
        let others = cases::others_of::<Deed>(acting.tx, &persons)?;
        let incident = reported.incident;
        let mut named: Vec<CaseId> = Vec::new();
        for (place, (_, new)) in reported.actors.into_iter().enumerate() {
            let actor = file
                .cases()
                .get(place)
                .filter(|_| concerned.contains(&place));
            let Some(actor) = actor.filter(|actor| actor.case.facts_stand().is_none()) else {
                continue;
            };
            let (case, event) = actor
                .case
                .corrected(&incident, fields.clone())
                .map_err(facts_stand)?;
            let person = people
                .get(&actor.person)
                .ok_or_else(|| Problem::internal("the file of an actor is missing"))?;
            let theirs = others.get(&actor.person).into_iter().flatten();
            let theirs = theirs.filter(|other| other.id != actor.id).cloned();
            let theirs: Vec<Actor> = theirs.collect();
            let facts = DeedFacts {
                received_on: actor.facts.received_on,
                ..completed(&new, person, &theirs)
            };
            named.push(actor.id);
            file.change(place, event, |actor| {
                actor.case = case;
                actor.facts = facts;
            });
        }
        file.restate(incident);
        file.renew(acting, policies)?;
        let data = json!({ "fields": fields, "actor_ids": named });
        let changes = file.save(acting, policies, "corrected", data)?;
        intake::replace_of_deed(acting.tx, file.file())?;
        Ok(changes)
    }
}
