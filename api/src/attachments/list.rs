use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::{AttachmentId, DeedId, Id, RecognitionId};
use persistence::attachments;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::TAG;
use super::wire::{AttachmentPage, AttachmentView};
use crate::auth::Caller;
use crate::auth::permissions::AttachmentsRead;
use crate::contract::examples::ids;
use crate::http::{PageQuery, Query};
use crate::problems::Problem;
use crate::services::Services;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AttachmentQuery {
    /// 只列该事迹的 / Only those of this deed.
    #[param(value_type = Option<Uuid>, example = json!(ids::DEED))]
    deed_id: Option<DeedId>,
    /// 只列该市域外认定的 / Only those of this out-of-city recognition.
    #[param(value_type = Option<Uuid>)]
    recognition_id: Option<RecognitionId>,
}

/// 附件列表 / List files
///
/// 您可以查阅的事迹的附件，包括正在上传的。 / The files of the deeds that you may read, those that are being
/// uploaded among them.
#[utoipa::path(
    tag = TAG,
    operation_id = "attachment_list",
    security(("oauth2" = ["attachments:read"])),
    params(AttachmentQuery, PageQuery),
    responses(
        (status = 200, description = "一页附件 / A page of attachments", body = AttachmentPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
    ),
)]
#[get("/v1/attachments")]
pub(super) async fn attachment_list(
    caller: Caller<AttachmentsRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<AttachmentQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("attachments", &query)?;
    let keyset = list.keyset::<AttachmentId>()?;
    let scope = caller.regions().clone();
    let of_recognition = query.recognition_id.map(Id::uuid);
    let file = query.deed_id.map(Id::uuid).or(of_recognition);
    let found = services
        .store
        .read(move |reader| attachments::list(reader, &scope, file, &keyset))
        .await?;
    list.answer(
        &found,
        |attachment| attachment.id,
        |row| AttachmentView::from(row),
    )
}
