use actix_web::{HttpResponse, get};
use domain::deeds::Deed;
use domain::ids::DeedId;
use persistence::cases;

use super::TAG;
use super::wire::DeedView;
use crate::auth::Caller;
use crate::auth::permissions::DeedsRead;
use crate::commands::{Command, SensitiveRead};
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{AccessPurpose, IfNoneMatch, Optional, Path};
use crate::problems::Problem;
use crate::procedure::subject;

/// 查询事迹 / Read a deed
///
/// 您辖区的机构承办、初次确认或者将接收任一行为人案件的，可以查阅。受益人、证人和伤情通常遮盖；令牌另有
/// `people:read-sensitive` 权限且以 `Access-Purpose` 说明目的时，答复全部内容，并记入审计。 / You may read it
/// where a body in your regions holds, held first or is to receive the case of one of the actors.
/// Beneficiaries, witnesses and harm are masked, unless the token also holds `people:read-sensitive`
/// and `Access-Purpose` gives a purpose: then everything is shown, and the read is in the audit.
#[utoipa::path(
    tag = TAG,
    operation_id = "deed_get",
    security(("oauth2" = ["deeds:read"])),
    params(
        ("id" = Uuid, Path, description = "事迹编号 / The deed's id", example = json!(ids::DEED)),
        ReadHeaders,
        Optional<AccessPurpose>,
    ),
    responses(
        (status = 200, description = "事迹 / The deed", body = DeedView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/deeds/{id}")]
pub(super) async fn deed_get(
    caller: Caller<DeedsRead>,
    Path(id): Path<DeedId>,
    known: Optional<IfNoneMatch>,
    purpose: Optional<AccessPurpose>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    command
        .read(
            &caller,
            &known,
            &purpose,
            "deed.sensitive_read",
            move |reader, scope, representation| {
                let deed =
                    cases::find::<Deed>(reader, scope, id)?.ok_or_else(Problem::not_found)?;
                let actors = cases::of_file(reader, id)?;
                Ok(SensitiveRead {
                    view: DeedView::new(&deed, &actors, representation),
                    subject: subject(&deed),
                    beside: None,
                })
            },
        )
        .await
}
