use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::DecisionId;
use persistence::decisions;

use super::{DecisionView, TAG};
use crate::auth::Caller;
use crate::auth::permissions::DecisionsRead;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{EntityTag, IfNoneMatch, Optional, Path, conditional};
use crate::problems::Problem;
use crate::services::Services;

/// 查询凭据 / Read a receipt
///
/// 凭据一经作出，不再更改。不在您辖区内的答复 404。 / A receipt never changes. One outside your regions
/// is 404.
#[utoipa::path(
    tag = TAG,
    operation_id = "decision_get",
    security(("oauth2" = ["decisions:read"])),
    params(
        ("id" = Uuid, Path, description = "凭据编号 / The receipt's id", example = json!(ids::DECISION)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "凭据 / The receipt", body = DecisionView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/decisions/{id}")]
pub(super) async fn decision_get(
    caller: Caller<DecisionsRead>,
    services: Data<Services>,
    Path(id): Path<DecisionId>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let decision = services
        .store
        .read(move |reader| decisions::find(reader, &scope, id))
        .await?
        .ok_or_else(Problem::not_found)?;
    let tag = EntityTag::new(1, "full");
    Ok(conditional(&known, &tag, &DecisionView::of(&decision)?))
}
