use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::AttachmentId;
use persistence::attachments;

use super::wire::AttachmentView;
use super::{TAG, tag};
use crate::auth::Caller;
use crate::auth::permissions::AttachmentsRead;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, Path, conditional};
use crate::problems::Problem;
use crate::services::Services;

/// 查询附件 / Read what is known of a file
///
/// `missing_parts` 列出尚未收到的分段，中断后据以接着上传。可以查阅其事迹的，可以查阅附件。 /
/// `missing_parts` tells what has not arrived, so that an upload can go on after a break. Anyone who may
/// read the deed may read its files.
#[utoipa::path(
    tag = TAG,
    operation_id = "attachment_get",
    security(("oauth2" = ["attachments:read"])),
    params(
        ("id" = Uuid, Path, description = "附件编号 / The attachment's id", example = json!(ids::ATTACHMENT)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "附件 / The attachment", body = AttachmentView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/attachments/{id}")]
pub(super) async fn attachment_get(
    caller: Caller<AttachmentsRead>,
    services: Data<Services>,
    Path(id): Path<AttachmentId>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let attachment = services
        .store
        .read(move |reader| attachments::find(reader, &scope, id))
        .await?
        .ok_or_else(Problem::not_found)?;
    Ok(conditional(
        &known,
        &tag(&attachment),
        &AttachmentView::from(&attachment),
    ))
}
