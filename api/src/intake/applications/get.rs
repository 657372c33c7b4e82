use actix_web::{HttpResponse, get};
use domain::ids::ApplicationId;
use domain::intake::Application;

use crate::auth::Caller;
use crate::auth::permissions::IntakeRead;
use crate::commands::Command;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{AccessPurpose, IfNoneMatch, Optional, Path};
use crate::intake::wire::ApplicationView;
use crate::intake::{TAG, reading};
use crate::problems::Problem;

/// 查询公众申请 / Read an application
///
/// 敏感信息默认遮盖。令牌另有 `people:read-sensitive` 权限且以 `Access-Purpose` 说明目的时，答复全部内容，并记入审计。 /
/// Sensitive data is masked, unless the token also holds `people:read-sensitive` and
/// `Access-Purpose` gives a purpose: then everything is shown, and the read is audited.
#[utoipa::path(
    tag = TAG,
    operation_id = "application_get",
    security(("oauth2" = ["intake:read"])),
    params(
        ("id" = Uuid, Path, description = "编号 / Its number", example = json!(ids::APPLICATION)),
        ReadHeaders,
        Optional<AccessPurpose>,
    ),
    responses(
        (status = 200, description = "公众申请 / The application", body = ApplicationView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/applications/{id}")]
pub(in crate::intake) async fn application_get(
    caller: Caller<IntakeRead>,
    Path(id): Path<ApplicationId>,
    known: Optional<IfNoneMatch>,
    purpose: Optional<AccessPurpose>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    reading::get::<Application>(caller, id, known, purpose, command).await
}
