//! Corrections of what stands on a plaque, until it is made.

use actix_web::web::Data;
use actix_web::{HttpResponse, patch};
use domain::ids::PlaqueId;
use domain::plaques::{Plaque, Subject};
use domain::text::Line;
use persistence::audit::Change;
use serde_json::{Value, json};

use super::new::PlaqueInscription;
use super::view::PlaqueView;
use crate::auth::Caller;
use crate::auth::permissions::PlaquesReport;
use crate::commands::{Acting, Command};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, UpdateHeaders};
use crate::http::{Body, BoundedText, IfMatch, Patch, Patched, Path, Required};
use crate::problems::Problem;
use crate::procedure::{Correcting, File, facts_stand};
use crate::services::Services;
use crate::wire::{read, required};

/// A patch of what stands on a plaque.
type PlaqueChange = Patch<PlaqueInscription>;

impl Patched for PlaqueInscription {
    const NAME: &'static str = "PlaqueChange";
    const DESCRIPTION: &'static str =
        "更正光荣牌（JSON Merge Patch） / What to correct of a plaque (RFC 7396).";
    const FIXED: &'static [&'static str] = &[];

    fn example() -> Value {
        json!({ "text": "见义勇为光荣之家" })
    }
}

/// 更正牌面文字 / Correct the text of a plaque
///
/// JSON Merge Patch：制作完成之前可以更正；不能更正的答复 409 `facts_stand`，此后以更换处理。 / JSON Merge Patch: until it is made. Otherwise 409
/// `facts_stand`: it is replaced.
#[utoipa::path(
    security(("oauth2" = ["plaques:report"])),
    extensions(("x-problem-codes" = json!(["facts_stand", "step_not_possible", "policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "光荣牌编号 / The plaque's id", example = json!(ids::PLAQUE)),
        UpdateHeaders, CommandHeaders, CommandQuery,
    ),
    request_body(content(
        (PlaqueChange = "application/merge-patch+json"),
        (PlaqueChange = "application/json"),
    )),
    responses(
        (status = 200, description = "更正后的光荣牌 / The plaque as it is now", body = PlaqueView,
            headers(("ETag" = String, description = "供 If-Match 使用 / For `If-Match`"))),
    ),
)]
#[patch("/v1/plaques/{id}")]
pub(super) async fn plaque_update(
    caller: Caller<PlaquesReport>,
    services: Data<Services>,
    Path(id): Path<PlaqueId>,
    Required(condition): Required<IfMatch>,
    command: Command,
    body: Body<PlaqueChange>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let client = caller.client();
    command
        .run(&caller, &body.raw, Ok(body.value), move |acting, patch| {
            let mut file = File::<Plaque>::open(acting.tx, &scope, id)?;
            condition.require(file.file().version)?;
            let correcting = Correcting {
                client,
                scope: &scope,
                city: services.policies.city(),
            };
            let places: Vec<usize> = (0..file.cases().len()).collect();
            correcting.require_open(acting, &file, &places)?;
            let before = &file.file().subject;
            let told = patch.applied(&PlaqueInscription {
                text: Some(BoundedText::of(&before.text)),
            })?;
            let text = read(|errors| {
                let text = errors.optional("/text", told.text.as_deref(), Line::parse);
                required(text, "/text", errors)
            })?;
            let subject = Subject {
                text,
                ..before.clone()
            };
            let changes = if subject == *before {
                Vec::new()
            } else {
                keep(acting, &services, &mut file, subject)?
            };
            file.finished(changes).corrected()
        })
        .await
}

fn keep(
    acting: &mut Acting<'_, '_>,
    services: &Services,
    file: &mut File<Plaque>,
    subject: Subject,
) -> Result<Vec<Change>, Problem> {
    let policies = services.policies.set();
    let fields = vec!["/text".to_owned()];
    let mut named = Vec::new();
    for place in 0..file.cases().len() {
        let Some(one) = file.cases().get(place) else {
            continue;
        };
        let corrected = one.case.corrected(&subject, fields.clone());
        let (case, event) = corrected.map_err(facts_stand)?;
        named.push(one.id);
        file.change(place, event, |one| one.case = case);
    }
    file.restate(subject);
    file.renew(acting, policies)?;
    let data = json!({ "fields": fields, "actor_ids": named });
    file.save(acting, policies, "corrected", data)
}
