//! What is known of files.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::{AttachmentId, DeedId, Id, RecognitionId};
use persistence::attachments;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use uuid::Uuid;
use validator::Validate;

use super::tag;
use super::view::{AttachmentPage, AttachmentView};
use crate::auth::Caller;
use crate::auth::permissions::AttachmentsRead;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, PageQuery, Path, Query, conditional};
use crate::problems::Problem;
use crate::services::Services;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[expect(
    clippy::struct_field_names,
    reason = "each is the id of a file of another procedure"
)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AttachmentQuery {
    /// 只列该事迹的 / Only those of this deed.
    #[param(value_type = Option<Uuid>, example = json!(ids::DEED))]
    deed_id: Option<DeedId>,
    /// 只列该市域外认定的 / Only those of this out-of-city recognition.
    #[param(value_type = Option<Uuid>)]
    recognition_id: Option<RecognitionId>,
    /// 只列该案卷的，不论何种程序 / Only those of this case file, of whatever procedure.
    file_id: Option<Uuid>,
}

/// 附件列表 / List files
///
/// 您可以查阅的案卷的附件，包括正在上传的。 / The attachments of the case files that you may read, those that are being
/// uploaded among them.
#[utoipa::path(
    security(("oauth2" = ["attachments:read"])),
    params(AttachmentQuery, PageQuery),
    responses(
        (status = 200, description = "一页附件 / A page of attachments", body = AttachmentPage),
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
    let file = query.deed_id.map(Id::uuid);
    let file = file.or(of_recognition).or(query.file_id);
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

/// 查询附件 / Read what is known of a file
///
/// `missing_parts` 列出尚未收到的分段，中断后据以接着上传。可以查阅其事迹的，可以查阅附件。 /
/// `missing_parts` tells what has not arrived, so that an upload can go on after a break. Anyone who may
/// read the deed may read its files.
#[utoipa::path(
    security(("oauth2" = ["attachments:read"])),
    params(
        ("id" = Uuid, Path, description = "附件编号 / The attachment's id", example = json!(ids::ATTACHMENT)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "附件 / The attachment", body = AttachmentView),
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
