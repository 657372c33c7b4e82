use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::ids::ClueId;
use domain::intake::Clue;

use crate::auth::Caller;
use crate::auth::permissions::IntakeTriage;
use crate::commands::Command;
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::{Body, Path};
use crate::intake::wire::{ClueTriage, ClueView};
use crate::intake::{TAG, triage};
use crate::problems::Problem;
use crate::services::Services;

/// 分办线索 / Send a clue on
///
/// 须指明承办人。并入在先的事迹，转至所属县（市、区），或者不予跟进；要立为事迹的，申报事迹时填 `clue_id`。 /
/// Needs an acting officer. To a deed on file, to the region it belongs to, or aside; to make it a deed,
/// report one with its `clue_id`.
#[utoipa::path(
    tag = TAG,
    operation_id = "clue_triage",
    security(("oauth2" = ["intake:triage"])),
    extensions(("x-problem-codes" = json!(["not_possible"]))),
    params(
        ("id" = Uuid, Path, description = "编号 / Its number", example = json!(ids::CLUE)),
        CommandHeaders, CommandQuery,
    ),
    request_body = ClueTriage,
    responses(
        (status = 201, description = "已分办 / The clue as it stands then", body = ClueView,
            headers(("Location" = String, description = "其地址 / Its address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/clues/{id}/triage")]
pub(in crate::intake) async fn clue_triage(
    caller: Caller<IntakeTriage>,
    services: Data<Services>,
    Path(id): Path<ClueId>,
    command: Command,
    body: Body<ClueTriage>,
) -> Result<HttpResponse, Problem> {
    let wanted = body.value.parse(&services.policies.city());
    triage::run::<Clue>(caller, command, id, &body.raw, wanted).await
}
