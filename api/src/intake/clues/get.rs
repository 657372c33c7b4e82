use actix_web::{HttpResponse, get};
use domain::ids::ClueId;
use domain::intake::Clue;

use crate::auth::Caller;
use crate::auth::permissions::IntakeRead;
use crate::commands::Command;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{AccessPurpose, IfNoneMatch, Optional, Path};
use crate::intake::wire::ClueView;
use crate::intake::{TAG, reading};
use crate::problems::Problem;

/// 查询线索 / Read a clue
///
/// 敏感信息默认遮盖。令牌另有 `people:read-sensitive` 权限且以 `Access-Purpose` 说明目的时，答复全部内容，并记入审计。 /
/// Sensitive data is masked, unless the token also holds `people:read-sensitive` and
/// `Access-Purpose` gives a purpose: then everything is shown, and the read is audited.
#[utoipa::path(
    tag = TAG,
    operation_id = "clue_get",
    security(("oauth2" = ["intake:read"])),
    params(
        ("id" = Uuid, Path, description = "编号 / Its number", example = json!(ids::CLUE)),
        ReadHeaders,
        Optional<AccessPurpose>,
    ),
    responses(
        (status = 200, description = "线索 / The clue", body = ClueView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/clues/{id}")]
pub(in crate::intake) async fn clue_get(
    caller: Caller<IntakeRead>,
    Path(id): Path<ClueId>,
    known: Optional<IfNoneMatch>,
    purpose: Optional<AccessPurpose>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    reading::get::<Clue>(caller, id, known, purpose, command).await
}
