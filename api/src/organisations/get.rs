use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::OrganisationId;
use persistence::organisations;

use super::wire::OrganisationView;
use super::{TAG, tag};
use crate::auth::Caller;
use crate::auth::permissions::OrganisationsRead;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, Path, conditional};
use crate::problems::Problem;
use crate::services::Services;

/// 查询机构 / Read an organisation
///
/// 不在您辖区内的机构答复 404。 / One outside your regions is 404.
#[utoipa::path(
    tag = TAG,
    operation_id = "organisation_get",
    security(("oauth2" = ["organisations:read"])),
    params(
        ("id" = Uuid, Path, description = "机构编号 / The organisation's id", example = json!(ids::ORGANISATION)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "机构 / The organisation", body = OrganisationView,
            headers(("ETag" = String, description = "供 If-Match 和 If-None-Match 使用 / For `If-Match` and `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/organisations/{id}")]
pub(super) async fn organisation_get(
    caller: Caller<OrganisationsRead>,
    services: Data<Services>,
    Path(id): Path<OrganisationId>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let organisation = services
        .store
        .read(move |reader| organisations::find(reader, &scope, id))
        .await?
        .ok_or_else(Problem::not_found)?;
    let view = OrganisationView::from(&organisation);
    Ok(conditional(&known, &tag(&organisation), &view))
}
