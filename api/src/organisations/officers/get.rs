use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::OfficerId;
use persistence::officers;

use super::wire::OfficerView;
use super::{TAG, tag};
use crate::auth::Caller;
use crate::auth::permissions::OrganisationsRead;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, Path, conditional};
use crate::problems::Problem;
use crate::services::Services;

/// 查询工作人员 / Read an officer
///
/// 不在您辖区内的答复 404。 / One outside your regions is 404.
#[utoipa::path(
    tag = TAG,
    operation_id = "officer_get",
    security(("oauth2" = ["organisations:read"])),
    params(
        ("id" = Uuid, Path, description = "工作人员编号 / The officer's id", example = json!(ids::OFFICER)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "工作人员 / The officer", body = OfficerView,
            headers(("ETag" = String, description = "供 If-Match 和 If-None-Match 使用 / For `If-Match` and `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/officers/{id}")]
pub(super) async fn officer_get(
    caller: Caller<OrganisationsRead>,
    services: Data<Services>,
    Path(id): Path<OfficerId>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let officer = services
        .store
        .read(move |reader| officers::find(reader, &scope, id))
        .await?
        .ok_or_else(Problem::not_found)?;
    Ok(conditional(
        &known,
        &tag(&officer),
        &OfficerView::from(&officer),
    ))
}
