//! Sending a file by parts, or giving that up.

use actix_web::dev::Payload;
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, HttpResponse, delete, put};
use domain::attachments::{
    AttachmentState, FileName, NotAccepted, PART_BYTES, PartNumber, Parts, Recognition, SizeError,
};
use domain::error::Coded;
use domain::ids::AttachmentId;
use futures_util::future::LocalBoxFuture;
use persistence::RegionScope;
use persistence::attachments::{self, NewPart, StoredPart};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;

use super::{Unmet, change, unmet};
use crate::auth::Caller;
use crate::auth::permissions::AttachmentsWrite;
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::examples::{self, ids};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::body::read_limited;
use crate::http::{Number, Path, Query};
use crate::problems::{Code, Problem};
use crate::services::Services;

// As an extractor: at most one part; another media type is 415, more bytes are 413.
/// 字节 / Bytes as they are.
#[derive(Debug, ToSchema)]
#[schema(value_type = String, format = Binary)]
pub(super) struct Octets(pub(super) Bytes);

impl FromRequest for Octets {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let fits = request.content_type() == "application/octet-stream";
        let declared = request.headers().clone();
        let payload = payload.take();
        Box::pin(async move {
            if !fits {
                return Err(Problem::new(Code::UnsupportedMediaType).detail(
                    "请以 Content-Type: application/octet-stream 发送分段",
                    "Send the part as Content-Type: application/octet-stream",
                ));
            }
            let limit = usize::try_from(PART_BYTES).map_err(Problem::internal)?;
            read_limited(&declared, payload, limit).await.map(Self)
        })
    }
}

#[derive(Debug, Clone, Copy, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PartQuery {
    /// 以此替换先前收到的不同内容 / Put it in the place of other bytes that arrived before.
    #[serde(default)]
    #[param(default = false)]
    replace: bool,
}

/// 上传分段 / Send a part
///
/// 次序不限；答复之后即已保存，中断后可以接着上传。除最后一段外均为 `part_size_bytes` 字节。同样的内容可以重复发送；
/// 不同的内容须注明 replace=true。第一段即显示文件类型不被接受或者与文件名不符的，答复 422。 / In any order; it is kept before it is answered, so that an upload can go
/// on after a break. Every part but the last has `part_size_bytes`. The same bytes may come again;
/// other bytes need `replace=true`. The first part is refused (422) where it shows that the file is of a
/// kind that is not accepted, or not of the kind that its name promises.
#[utoipa::path(
    security(("oauth2" = ["attachments:write"])),
    extensions(("x-problem-codes" = json!(["not_possible", "attachment_part_differs"]))),
    params(
        ("id" = Uuid, Path, description = "附件编号 / The attachment's id", example = json!(ids::ATTACHMENT_UPLOADING)),
        ("number" = u32, Path, minimum = 1, description = "分段号，从 1 起 / The number of the part, from 1", example = 1),
        PartQuery, CommandHeaders, CommandQuery,
    ),
    request_body(content = Octets, content_type = "application/octet-stream", example = json!(examples::FILE)),
    responses((status = 204, description = "已保存 / Kept")),
)]
#[put("/v1/attachments/{id}/parts/{number}")]
pub(super) async fn attachment_part_put(
    caller: Caller<AttachmentsWrite>,
    services: Data<Services>,
    Path((id, number)): Path<(AttachmentId, Number<PartNumber>)>,
    Query(query): Query<PartQuery>,
    command: Command,
    Octets(bytes): Octets,
) -> Result<HttpResponse, Problem> {
    let Number(number) = number;
    let scope = caller.regions().clone();
    let sealed = seal(&services, &scope, id, number, bytes).await;
    let digest = sealed
        .as_ref()
        .map_or_else(|_| Vec::new(), |part| part.digest().to_vec());
    command
        .run(&caller, &digest, sealed, move |acting, part| {
            keep(acting, &scope, id, part, query.replace)
        })
        .await
}

/// Whether the first part, or the only one, is the beginning of a file of that name.
fn begins(first: &[u8], name: &FileName, parts: Parts) -> Result<(), NotAccepted> {
    let begun = Recognition::begin(first, name)?;
    if parts.count() == 1 {
        begun.end()?;
    }
    Ok(())
}

/// Seals the bytes before the transaction begins: the one writer of the embedded database must not
/// wait for it, nor a connection.
async fn seal(
    services: &Services,
    scope: &RegionScope,
    id: AttachmentId,
    number: PartNumber,
    bytes: Bytes,
) -> Result<NewPart, Problem> {
    let scope = scope.clone();
    let attachment = services
        .store
        .read(move |reader| attachments::find(reader, &scope, id))
        .await?
        .ok_or_else(Problem::not_found)?;
    let parts = attachment.declared.parts;
    let expected = parts.length_of(number).ok_or_else(Problem::not_found)?;
    if u64::try_from(bytes.len()) != Ok(expected) {
        return Err(SizeError::PartLength { expected }.fault().into());
    }
    let name = attachment.declared.file_name;
    services
        .store
        .compute(move |keyring| {
            if number == 1
                && let Err(refused) = begins(&bytes, &name, parts)
            {
                return Ok(Err(refused));
            }
            NewPart::seal(keyring, id, number, &bytes).map(Ok)
        })
        .await?
        .map_err(|refused| refused.fault().into())
}

/// Parts leave no entry in the audit; the declaration and the completion around them do.
pub(crate) fn keep(
    acting: &mut Acting<'_, '_>,
    scope: &RegionScope,
    id: AttachmentId,
    part: &NewPart,
    replace: bool,
) -> Result<Effect, Problem> {
    attachments::lock(acting.tx, id)?;
    let attachment = attachments::find(acting.tx, scope, id)?.ok_or_else(Problem::not_found)?;
    let uploading = attachment.state == AttachmentState::Uploading;
    match attachments::store_part(acting.tx, &attachment, part, replace && uploading)? {
        StoredPart::New | StoredPart::Same => Ok(Effect::none(Answer::no_content())),
        StoredPart::Differs if uploading => Err(Problem::new(Code::AttachmentPartDiffers)),
        StoredPart::Differs => Err(unmet(Unmet::Uploading)),
    }
}

/// 放弃上传 / Discard an upload
///
/// 连同已收到的分段一并删除。已完成的附件属于事迹，不能删除。 / With the parts that arrived. A complete file
/// belongs to the deed and stays.
#[utoipa::path(
    security(("oauth2" = ["attachments:write"])),
    extensions(("x-problem-codes" = json!(["not_possible"]))),
    params(
        ("id" = Uuid, Path, description = "附件编号 / The attachment's id", example = json!(ids::ATTACHMENT_UNWANTED)),
        CommandHeaders, CommandQuery,
    ),
    responses((status = 204, description = "已删除 / Deleted")),
)]
#[delete("/v1/attachments/{id}")]
pub(super) async fn attachment_discard(
    caller: Caller<AttachmentsWrite>,
    Path(id): Path<AttachmentId>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    command
        .run(&caller, &[], Ok(()), move |acting, ()| {
            attachments::lock(acting.tx, id)?;
            let attachment =
                attachments::find(acting.tx, &scope, id)?.ok_or_else(Problem::not_found)?;
            if attachment.state == AttachmentState::Complete {
                return Err(unmet(Unmet::Uploading));
            }
            let discarded = change(acting.tx, "attachment.discarded", &attachment)?;
            attachments::discard(acting.tx, id)?;
            Ok(Effect::of(discarded, Answer::no_content()))
        })
        .await
}
