use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::ReceiptId;
use persistence::receipts;

use super::{ReceiptView, TAG};
use crate::auth::Caller;
use crate::auth::permissions::ReceiptsRead;
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
    operation_id = "receipt_get",
    security(("oauth2" = ["receipts:read"])),
    params(
        ("id" = Uuid, Path, description = "凭据编号 / The receipt's id", example = json!(ids::RECEIPT)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "凭据 / The receipt", body = ReceiptView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/receipts/{id}")]
pub(super) async fn receipt_get(
    caller: Caller<ReceiptsRead>,
    services: Data<Services>,
    Path(id): Path<ReceiptId>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let stored = services
        .store
        .read(move |reader| receipts::find(reader, &scope, id))
        .await?
        .ok_or_else(Problem::not_found)?;
    let tag = EntityTag::new(1, "full");
    Ok(conditional(&known, &tag, &ReceiptView::of(&stored)?))
}
