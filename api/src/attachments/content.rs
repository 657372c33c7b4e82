//! The content of a file.

use actix_web::body::SizedStream;
use actix_web::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_SECURITY_POLICY, ContentDisposition, ContentEncoding,
};
use actix_web::web::{Bytes, Data};
use actix_web::{HttpResponse, get};
use domain::attachments::{AttachmentState, MediaType};
use domain::ids::AttachmentId;
use futures_util::stream::{Stream, try_unfold};
use persistence::attachments::{self, Attachment};
use persistence::audit::Change;
use persistence::{RegionScope, Store, StoreError};
use serde_json::json;

use super::upload::Octets;
use super::{Unmet, subject, unmet};
use crate::auth::Caller;
use crate::auth::permissions::AttachmentsRead;
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::http::{AccessPurpose, Path, Required, saved_as};
use crate::problems::Problem;
use crate::services::Services;

/// 下载附件 / Read the content of a file
///
/// 须以 `Access-Purpose` 说明目的，并记入审计。一律作为附件下载，不在浏览器中显示；不支持 Range。 / Needs a
/// purpose, and is audited. It is always given to be saved, never to be shown by a browser. There are
/// no ranges.
#[utoipa::path(
    security(("oauth2" = ["attachments:read"])),
    extensions(("x-problem-codes" = json!(["not_possible"]))),
    params(
        ("id" = Uuid, Path, description = "附件编号 / The attachment's id", example = json!(ids::ATTACHMENT)),
        Required<AccessPurpose>,
    ),
    responses(
        (status = 200, description = "内容 / The content", body = Octets, content_type = "application/octet-stream",
            headers(("Content-Disposition" = String, description = "附件的文件名 / The name of the file (RFC 6266)"))),
    ),
)]
#[get("/v1/attachments/{id}/content")]
pub(super) async fn attachment_content_get(
    caller: Caller<AttachmentsRead>,
    services: Data<Services>,
    Path(id): Path<AttachmentId>,
    _: Required<AccessPurpose>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let (attachment, kind) = complete(&services.store, &scope, id).await?;
    let read = attachment.clone();
    // A complete file stays as it is, so that what is audited here is what is sent below.
    command
        .of_audited_read()
        .run(&caller, &[], Ok(()), move |acting, ()| {
            let region = attachments::region_of(acting.tx, &read)?;
            let facts = json!({ "deed_id": read.file });
            let read = Change::sensitive_read("attachment.read", subject(&read, region), facts);
            Ok(Effect::of(read, Answer::no_content()))
        })
        .await?;
    Ok(HttpResponse::Ok()
        .content_type("application/octet-stream")
        .insert_header(disposition(&attachment, kind))
        .insert_header((CONTENT_SECURITY_POLICY, "sandbox"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((ACCEPT_RANGES, "none"))
        // What is compressed already is not compressed again, and keeps its length.
        .insert_header(ContentEncoding::Identity)
        .body(SizedStream::new(
            attachment.declared.parts.size(),
            content(services.store.clone(), &attachment),
        )))
}

/// A complete attachment within the caller's regions, with its kind.
async fn complete(
    store: &Store,
    scope: &RegionScope,
    id: AttachmentId,
) -> Result<(Attachment, MediaType), Problem> {
    let scope = scope.clone();
    let attachment = store
        .read(move |reader| attachments::find(reader, &scope, id))
        .await?
        .ok_or_else(Problem::not_found)?;
    match (attachment.state, attachment.media_type) {
        (AttachmentState::Complete, Some(kind)) => Ok((attachment, kind)),
        _ => Err(unmet(Unmet::Complete)),
    }
}

/// The bytes, one part at a time: the next one is read when the one before was sent.
fn content(
    store: Store,
    attachment: &Attachment,
) -> impl Stream<Item = Result<Bytes, StoreError>> + use<> {
    let (id, count) = (attachment.id, attachment.declared.parts.count());
    try_unfold(1, move |number| {
        let store = store.clone();
        async move {
            if number > count {
                return Ok(None);
            }
            let part = store
                .read(move |reader| attachments::part(reader, id, number))
                .await?
                .ok_or_else(|| StoreError::Corrupt(format!("attachment {id} lacks a part")))?;
            let bytes = store.compute(move |keyring| part.open(keyring)).await?;
            Ok(Some((Bytes::from(bytes), number + 1)))
        }
    })
}

/// The name to save it under: its own, and its number for programs that read ASCII only.
fn disposition(attachment: &Attachment, kind: MediaType) -> ContentDisposition {
    saved_as(
        format!("{}.{}", attachment.id, kind.extension()),
        attachment.declared.file_name.as_str().to_owned(),
    )
}
