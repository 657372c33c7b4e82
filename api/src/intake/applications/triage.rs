use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::ids::ApplicationId;
use domain::intake::Application;

use crate::auth::Caller;
use crate::auth::permissions::IntakeTriage;
use crate::commands::Command;
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::{Body, Path};
use crate::intake::wire::{ApplicationTriage, ApplicationView};
use crate::intake::{TAG, triage};
use crate::problems::Problem;
use crate::services::Services;

/// 分办公众申请 / Send an application on
///
/// 须指明承办人。并入在先的事迹，或者转至所属县（市、区）；要立为事迹的，申报事迹时填 `application_id`。分办不能拒绝申请：不予确认须经法定程序，以书面决定作出。 /
/// Needs an acting officer. To a deed on file, or to the region it belongs to; to make it a deed, report
/// one with its `application_id`. Triage cannot refuse an application: only the written decision at the end of the
/// procedure does.
#[utoipa::path(
    tag = TAG,
    operation_id = "application_triage",
    security(("oauth2" = ["intake:triage"])),
    extensions(("x-problem-codes" = json!(["not_possible"]))),
    params(
        ("id" = Uuid, Path, description = "编号 / Its number", example = json!(ids::APPLICATION)),
        CommandHeaders, CommandQuery,
    ),
    request_body = ApplicationTriage,
    responses(
        (status = 201, description = "已分办 / The application as it stands then", body = ApplicationView,
            headers(("Location" = String, description = "其地址 / Its address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/applications/{id}/triage")]
pub(in crate::intake) async fn application_triage(
    caller: Caller<IntakeTriage>,
    services: Data<Services>,
    Path(id): Path<ApplicationId>,
    command: Command,
    body: Body<ApplicationTriage>,
) -> Result<HttpResponse, Problem> {
    let wanted = body.value.parse(&services.policies.city());
    triage::run::<Application>(caller, command, id, &body.raw, wanted).await
}
