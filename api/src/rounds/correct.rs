//! Corrections of what a round calls for, until the candidates are in an order.

use actix_web::web::Data;
use actix_web::{HttpResponse, patch};
use domain::ids::RoundId;
use domain::rounds::{Call, Round, RoundFacts};
use persistence::audit::Change;
use persistence::rounds;
use serde_json::json;

use super::carried_out::counted;
use super::new::NewRound;
use super::view::RoundView;
use crate::auth::Caller;
use crate::auth::permissions::CommendationsNominate;
use crate::commands::{Acting, Command};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::http::{Body, IfMatch, Patch, Path, Required};
use crate::problems::Problem;
use crate::procedure::{Correcting, File, facts_stand};
use crate::services::Services;

/// A patch of what a round calls for.
type RoundChange = Patch<NewRound>;

/// 更正批次内容 / Correct a round
///
/// JSON Merge Patch：候选对象排序之前，可以补充或者更正批次内容；发出推荐通知后由主办单位的经办人更正。规则重新评估，期限不变。不能更正的答复 409
/// `facts_stand`。 / JSON Merge Patch: what a round calls for is corrected until its candidates are in an order; once the
/// call is out, an officer of the organiser does so. The rules are applied again; no clock changes. Otherwise 409
/// `facts_stand` says why.
#[utoipa::path(
    security(("oauth2" = ["commendations:nominate"])),
    extensions(("x-problem-codes" = json!(["facts_stand", "step_not_possible", "policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "批次编号 / The round's id", example = json!(ids::ROUND)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body(content(
        (RoundChange = "application/merge-patch+json"),
        (RoundChange = "application/json"),
    )),
    responses(
        (status = 200, description = "更正后的批次 / The round as it is now", body = RoundView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[patch("/v1/commendation-rounds/{id}")]
pub(super) async fn round_update(
    caller: Caller<CommendationsNominate>,
    services: Data<Services>,
    Path(id): Path<RoundId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<RoundChange>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let client = caller.client();
    command
        .run(&caller, &body.raw, Ok(body.value), move |acting, patch| {
            let mut file = File::<Round>::open(acting.tx, &scope, id)?;
            condition.require(file.file().version)?;
            let correcting = Correcting {
                client,
                scope: &scope,
                city: services.policies.city(),
            };
            correcting.require_open(acting, &file, &[0])?;
            let planned = patch.applied(&NewRound::of(&file.file().subject))?;
            let call = planned.corrected(file.file().subject.organiser)?;
            let changes = if call == file.file().subject {
                Vec::new()
            } else {
                let fields: Vec<String> = patch.names().map(|name| format!("/{name}")).collect();
                keep(acting, &services, &mut file, call, &fields)?
            };
            file.finished(changes).corrected()
        })
        .await
}

fn keep(
    acting: &mut Acting<'_, '_>,
    services: &Services,
    file: &mut File<Round>,
    call: Call,
    fields: &[String],
) -> Result<Vec<Change>, Problem> {
    let one = file.cases().first();
    let one = one.ok_or_else(|| Problem::internal("a round without a case"))?;
    let (id, round, holder) = (one.id, one.file, one.case.holder());
    let corrected = one.case.corrected(&call, fields.to_vec());
    let (case, event) = corrected.map_err(facts_stand)?;
    let facts = RoundFacts::of(&call, holder, case.received_on());
    let facts = counted(acting.tx, round, call.organiser, facts)?;
    file.change(0, event, |one| {
        one.case = case;
        one.facts = facts;
    });
    file.restate(call);
    file.renew(acting, services.policies.set())?;
    let data = json!({ "fields": fields, "actor_ids": [id] });
    let changes = file.save(acting, services.policies.set(), "corrected", data)?;
    if let Some(one) = file.cases().first() {
        rounds::keep(acting.tx, file.file(), one)?;
    }
    Ok(changes)
}
