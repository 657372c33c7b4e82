//! Applications and clues as officers list, read and send them on.

use actix_web::web::Data;
use actix_web::{HttpResponse, get, post};
use domain::ids::{ApplicationId, ClueId};
use domain::intake::{Application, Clue};

use super::reading::{self, FilingQuery};
use super::triage;
use super::wire::{
    ApplicationPage, ApplicationTriage, ApplicationView, CluePage, ClueTriage, ClueView,
};
use crate::auth::Caller;
use crate::auth::permissions::{IntakeRead, IntakeTriage};
use crate::commands::Command;
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery, ReadHeaders};
use crate::http::{AccessPurpose, Body, IfNoneMatch, Optional, PageQuery, Path, Query};
use crate::problems::Problem;
use crate::services::Services;

/// 公众申请列表 / List applications
///
/// 您辖区办理的，新的在前；附可能是同一事迹的在先事迹和申请。敏感信息遮盖。 / Those that your regions handle, newest first,
/// with earlier deeds and applications that may be of the same incident. Sensitive data is masked.
#[utoipa::path(
    security(("oauth2" = ["intake:read"])),
    params(FilingQuery, PageQuery),
    responses(
        (status = 200, description = "一页 / A page", body = ApplicationPage),
    ),
)]
#[get("/v1/applications")]
pub(super) async fn application_list(
    caller: Caller<IntakeRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<FilingQuery>,
) -> Result<HttpResponse, Problem> {
    reading::list::<Application>(&caller, &services, page, query).await
}

/// 查询公众申请 / Read an application
///
/// 敏感信息默认遮盖。令牌另有 `people:read-sensitive` 权限且以 `Access-Purpose` 说明目的时，答复全部内容，并记入审计。 /
/// Sensitive data is masked, unless the token also holds `people:read-sensitive` and
/// `Access-Purpose` gives a purpose: then everything is shown, and the read is audited.
#[utoipa::path(
    security(("oauth2" = ["intake:read"])),
    params(
        ("id" = Uuid, Path, description = "编号 / Its number", example = json!(ids::APPLICATION)),
        ReadHeaders,
        Optional<AccessPurpose>,
    ),
    responses(
        (status = 200, description = "公众申请 / The application", body = ApplicationView),
    ),
)]
#[get("/v1/applications/{id}")]
pub(super) async fn application_get(
    caller: Caller<IntakeRead>,
    Path(id): Path<ApplicationId>,
    known: Optional<IfNoneMatch>,
    purpose: Optional<AccessPurpose>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    reading::get::<Application>(caller, id, known, purpose, command).await
}

/// 分办公众申请 / Send an application on
///
/// 须指明承办人。并入在先的事迹，或者转至所属县（市、区）；要立为事迹的，申报事迹时填 `application_id`。分办不能拒绝申请：不予确认须经法定程序，以书面决定作出。 /
/// Needs an acting officer. To a deed on file, or to the region it belongs to; to make it a deed, report
/// one with its `application_id`. Triage cannot refuse an application: only the written decision at the end of the
/// procedure does.
#[utoipa::path(
    security(("oauth2" = ["intake:triage"])),
    extensions(("x-problem-codes" = json!(["not_possible"]))),
    params(
        ("id" = Uuid, Path, description = "编号 / Its number", example = json!(ids::APPLICATION)),
        CommandHeaders, CommandQuery,
    ),
    request_body = ApplicationTriage,
    responses(
        (status = 201, description = "已分办 / The application afterwards", body = ApplicationView,
            headers(("Location" = String, description = "其地址 / Its address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/applications/{id}/triage")]
pub(super) async fn application_triage(
    caller: Caller<IntakeTriage>,
    services: Data<Services>,
    Path(id): Path<ApplicationId>,
    command: Command,
    body: Body<ApplicationTriage>,
) -> Result<HttpResponse, Problem> {
    let wanted = body.value.parse(&services.policies.city());
    triage::run::<Application>(caller, command, id, &body.raw, wanted).await
}

/// 线索列表 / List clues
///
/// 您辖区办理的，新的在前；附可能是同一事迹的在先事迹和申请。敏感信息遮盖。 / Those that your regions handle, newest first,
/// with earlier deeds and applications that may be of the same incident. Sensitive data is masked.
#[utoipa::path(
    security(("oauth2" = ["intake:read"])),
    params(FilingQuery, PageQuery),
    responses(
        (status = 200, description = "一页 / A page", body = CluePage),
    ),
)]
#[get("/v1/clues")]
pub(super) async fn clue_list(
    caller: Caller<IntakeRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<FilingQuery>,
) -> Result<HttpResponse, Problem> {
    reading::list::<Clue>(&caller, &services, page, query).await
}

/// 查询线索 / Read a clue
///
/// 敏感信息默认遮盖。令牌另有 `people:read-sensitive` 权限且以 `Access-Purpose` 说明目的时，答复全部内容，并记入审计。 /
/// Sensitive data is masked, unless the token also holds `people:read-sensitive` and
/// `Access-Purpose` gives a purpose: then everything is shown, and the read is audited.
#[utoipa::path(
    security(("oauth2" = ["intake:read"])),
    params(
        ("id" = Uuid, Path, description = "编号 / Its number", example = json!(ids::CLUE)),
        ReadHeaders,
        Optional<AccessPurpose>,
    ),
    responses(
        (status = 200, description = "线索 / The clue", body = ClueView),
    ),
)]
#[get("/v1/clues/{id}")]
pub(super) async fn clue_get(
    caller: Caller<IntakeRead>,
    Path(id): Path<ClueId>,
    known: Optional<IfNoneMatch>,
    purpose: Optional<AccessPurpose>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    reading::get::<Clue>(caller, id, known, purpose, command).await
}

/// 分办线索 / Send a clue on
///
/// 须指明承办人。并入在先的事迹，转至所属县（市、区），或者不予跟进；要立为事迹的，申报事迹时填 `clue_id`。 /
/// Needs an acting officer. To a deed on file, to the region it belongs to, or aside; to make it a deed,
/// report one with its `clue_id`.
#[utoipa::path(
    security(("oauth2" = ["intake:triage"])),
    extensions(("x-problem-codes" = json!(["not_possible"]))),
    params(
        ("id" = Uuid, Path, description = "编号 / Its number", example = json!(ids::CLUE)),
        CommandHeaders, CommandQuery,
    ),
    request_body = ClueTriage,
    responses(
        (status = 201, description = "已分办 / The clue afterwards", body = ClueView,
            headers(("Location" = String, description = "其地址 / Its address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/clues/{id}/triage")]
pub(super) async fn clue_triage(
    caller: Caller<IntakeTriage>,
    services: Data<Services>,
    Path(id): Path<ClueId>,
    command: Command,
    body: Body<ClueTriage>,
) -> Result<HttpResponse, Problem> {
    let wanted = body.value.parse(&services.policies.city());
    triage::run::<Clue>(caller, command, id, &body.raw, wanted).await
}
