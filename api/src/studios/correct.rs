//! Corrections of what was proposed, until the party was told or a decision is made.

use actix_web::web::Data;
use actix_web::{HttpResponse, patch};
use domain::error::FieldErrors;
use domain::ids::StudioId;
use domain::studios::{Setup, Studio};
use persistence::audit::Change;
use serde_json::{Value, json};

use super::known::looked_up;
use super::names;
use super::new::NewStudioSetup;
use super::propose::require_members;
use super::view::StudioView;
use crate::auth::Caller;
use crate::auth::permissions::StudiosReport;
use crate::commands::{Acting, Command};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::http::{Body, IfMatch, Patch, Patched, Path, Required};
use crate::problems::Problem;
use crate::procedure::{Correcting, File, facts_stand};
use crate::services::Services;

/// A patch of what a studio consists of.
type StudioCorrection = Patch<NewStudioSetup>;

impl Patched for NewStudioSetup {
    const NAME: &'static str = "StudioCorrection";
    const DESCRIPTION: &'static str = "更正申报的内容（JSON Merge Patch） / What to correct of the proposal of a studio (RFC 7396).";
    const FIXED: &'static [&'static str] = &[];

    fn example() -> Value {
        json!({ "place": "测试街道综治中心二楼" })
    }
}

/// 更正申报 / Correct the proposal of a studio
///
/// JSON Merge Patch：更正名称、依托单位、场所、职能和成员，至告知当事人或者作出决定为止；受理后由承办单位或者市级的经办人更正。规则重新评估，期限不变。不能更正的答复
/// 409 `facts_stand`；命名后的变更另有步骤。 / JSON Merge Patch: corrects name, host, place, functions and members, until the party is
/// notified of an intended refusal or a decision is made. Once the case is accepted, an officer of the body that holds it or of
/// the city corrects it. The rules are applied again; no clock changes. Otherwise 409 `facts_stand`; later changes are steps.
#[utoipa::path(
    security(("oauth2" = ["studios:report"])),
    extensions(("x-problem-codes" = json!(["facts_stand", "step_not_possible", "policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "工作室编号 / The studio's id", example = json!(ids::STUDIO)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body(content(
        (StudioCorrection = "application/merge-patch+json"),
        (StudioCorrection = "application/json"),
    )),
    responses(
        (status = 200, description = "更正后的工作室 / The studio as it is now", body = StudioView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[patch("/v1/studios/{id}")]
pub(super) async fn studio_update(
    caller: Caller<StudiosReport>,
    services: Data<Services>,
    Path(id): Path<StudioId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<StudioCorrection>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let client = caller.client();
    command
        .run(&caller, &body.raw, Ok(body.value), move |acting, patch| {
            let mut file = File::<Studio>::open(acting.tx, &scope, id)?;
            condition.require(file.file().version)?;
            let correcting = Correcting {
                client,
                scope: &scope,
                city: services.policies.city(),
            };
            let places: Vec<usize> = (0..file.cases().len()).collect();
            correcting.require_open(acting, &file, &places)?;
            let known = known_setup(&file);
            let told = patch.applied(&NewStudioSetup::of(&known))?;
            let received_on = file.file().received_on;
            let mut errors = FieldErrors::new();
            let setup = told.parse("", received_on, &mut errors);
            errors.into_result().map_err(Problem::invalid_data)?;
            let setup = setup.ok_or_else(|| Problem::internal("a studio was not read"))?;
            require_members(acting.tx, &scope, &setup, "/members")?;
            let changes = if setup == known {
                Vec::new()
            } else {
                let fields: Vec<String> = patch.names().map(|name| format!("/{name}")).collect();
                keep(acting, &services, &mut file, &setup, &fields)?
            };
            file.finished(changes).corrected()
        })
        .await
}

/// The studio as it is now: steps may have changed it since the proposal.
fn known_setup(file: &File<Studio>) -> Setup {
    let first = file.cases().first();
    let setup = first.map_or(&file.file().subject, |one| &one.case.record().setup);
    setup.clone()
}

fn keep(
    acting: &mut Acting<'_, '_>,
    services: &Services,
    file: &mut File<Studio>,
    setup: &Setup,
    fields: &[String],
) -> Result<Vec<Change>, Problem> {
    let policies = services.policies.set();
    let id = file.file().id;
    names::take(acting, id, setup.name.as_str(), "/name")?;
    let mut named = Vec::new();
    for place in 0..file.cases().len() {
        let one = file.cases().get(place);
        let Some(one) = one.filter(|one| one.case.facts_stand().is_none()) else {
            continue;
        };
        let corrected = one.case.corrected(setup, fields.to_vec());
        let (case, event) = corrected.map_err(facts_stand)?;
        let (case_id, leader, mut facts) = (one.id, one.person, one.facts.clone());
        facts.proposed_name = Some(setup.name.to_string());
        let facts = looked_up(acting.tx, policies, (Some(id), leader), facts)?;
        named.push(case_id);
        file.change(place, event, |one| {
            one.case = case;
            one.facts = facts;
        });
    }
    file.restate(setup.clone());
    file.renew(acting, policies)?;
    let data = json!({ "fields": fields, "actor_ids": named });
    file.save(acting, policies, "corrected", data)
}
