//! Corrections of what was told of the deed, until the party was told or a decision is made.

use actix_web::web::Data;
use actix_web::{HttpResponse, patch};
use domain::deeds::Incident;
use domain::error::FieldErrors;
use domain::ids::RecognitionId;
use domain::out_of_city::{OutOfCityFacts, Recognition};
use persistence::cases;
use serde_json::{Value, json};

use super::apply::beside;
use super::new::NewIncident;
use super::view::RecognitionView;
use crate::auth::Caller;
use crate::auth::permissions::RecognitionsApply;
use crate::commands::{Acting, Command};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::http::{Body, IfMatch, Patch, Patched, Path, Required};
use crate::problems::Problem;
use crate::procedure::{Correcting, File, facts_stand};
use crate::services::Services;

/// A patch of what is told of the deed.
type RecognitionChange = Patch<NewIncident>;

impl Patched for NewIncident {
    const NAME: &'static str = "RecognitionChange";
    const DESCRIPTION: &'static str = "更正认定所据事迹（JSON Merge Patch） / What to correct of the deed of a recognition (RFC 7396).";
    const FIXED: &'static [&'static str] = &["filer"];

    fn example() -> Value {
        json!({ "occurred_on": { "precision": "day", "value": "2026-05-20" } })
    }
}

/// 更正事迹 / Correct the deed of a recognition
///
/// JSON Merge Patch：补充或者更正全体行为人共有的事实，至告知当事人或者作出决定为止；受理后由承办单位或者市级的经办人更正。规则重新评估，期限不变。不能更正的答复
/// 409 `facts_stand`。 / JSON Merge Patch: adds or corrects what all people share, until the party is notified of an intended
/// decision or a decision is made. Once the case is accepted, an officer of the body that holds it or of the city corrects it.
/// The rules are applied again; no clock changes. Otherwise 409 `facts_stand` says why, and what to do.
#[utoipa::path(
    security(("oauth2" = ["recognitions:apply"])),
    extensions(("x-problem-codes" = json!(["facts_stand", "step_not_possible", "policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "认定编号 / The recognition's id", example = json!(ids::RECOGNITION)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body(content(
        (RecognitionChange = "application/merge-patch+json"),
        (RecognitionChange = "application/json"),
    )),
    responses(
        (status = 200, description = "更正后的认定 / The recognition as it is now", body = RecognitionView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[patch("/v1/out-of-city-recognitions/{id}")]
pub(super) async fn recognition_update(
    caller: Caller<RecognitionsApply>,
    services: Data<Services>,
    Path(id): Path<RecognitionId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<RecognitionChange>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let client = caller.client();
    command
        .run(&caller, &body.raw, Ok(body.value), move |acting, patch| {
            let mut file = File::<Recognition>::open(acting.tx, &scope, id)?;
            condition.require(file.file().version)?;
            let correcting = Correcting {
                client,
                scope: &scope,
                city: services.policies.city(),
            };
            let places: Vec<usize> = (0..file.cases().len()).collect();
            correcting.require_open(acting, &file, &places)?;
            let told = patch.applied(&NewIncident::of(&file.file().subject))?;
            let received_on = file.file().received_on;
            let mut errors = FieldErrors::new();
            let incident = told.parse("", received_on, &mut errors);
            errors.into_result().map_err(Problem::invalid_data)?;
            let incident = incident.ok_or_else(|| Problem::internal("an incident was not read"))?;
            let changes = if incident == file.file().subject {
                Vec::new()
            } else {
                let fields: Vec<String> = patch.names().map(|name| format!("/{name}")).collect();
                keep(acting, &services, &mut file, incident, &fields)?
            };
            file.finished(changes).corrected()
        })
        .await
}

fn keep(
    acting: &mut Acting<'_, '_>,
    services: &Services,
    file: &mut File<Recognition>,
    incident: Incident,
    fields: &[String],
) -> Result<Vec<persistence::audit::Change>, Problem> {
    let policies = services.policies.set();
    let people: Vec<_> = file.cases().iter().map(|one| one.person).collect();
    let others = cases::others_of::<Recognition>(acting.tx, &people)?;
    let mut named = Vec::new();
    for place in 0..file.cases().len() {
        let one = file.cases().get(place);
        let Some(one) = one.filter(|one| one.case.facts_stand().is_none()) else {
            continue;
        };
        let corrected = one.case.corrected(&incident, fields.to_vec());
        let (case, event) = corrected.map_err(facts_stand)?;
        let facts = OutOfCityFacts {
            place: incident.place,
            occurred_on: incident.occurred_on,
            ..one.facts.clone()
        };
        let theirs = others.get(&one.person).into_iter().flatten();
        let theirs: Vec<_> = theirs.filter(|other| other.id != one.id).cloned().collect();
        let facts = beside(facts, &theirs);
        named.push(one.id);
        file.change(place, event, |one| {
            one.case = case;
            one.facts = facts;
        });
    }
    file.restate(incident);
    file.renew(acting, policies)?;
    let data = json!({ "fields": fields, "actor_ids": named });
    file.save(acting, policies, "corrected", data)
}
