//! The content of a file.

use actix_web::body::SizedStream;
use actix_web::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_RANGE, CONTENT_SECURITY_POLICY, ContentDisposition,
    ContentEncoding, ETAG,
};
use actix_web::web::{Bytes, Data};
use actix_web::{HttpResponse, get};
use domain::attachments::{AttachmentState, MediaType, PART_BYTES, PartNumber};
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
use crate::http::{
    AccessPurpose, EntityTag, IfRange, Optional, Path, Range, Required, Stretch, saved_as,
};
use crate::problems::Problem;
use crate::services::Services;

/// 下载附件 / Read the content of a file
///
/// 须以 `Access-Purpose` 说明目的，每次读取记入审计。一律作为附件下载，不在浏览器中显示。可以 `Range`
/// 读取其中一段，以便中断后接着下载。 / Needs a purpose, and each read is audited. It is always given to be
/// saved, never to be shown by a browser. `Range` reads one stretch of it, so that a download can go on
/// after a break.
#[utoipa::path(
    security(("oauth2" = ["attachments:read"])),
    extensions(("x-problem-codes" = json!(["not_possible", "range_not_satisfiable"]))),
    params(
        ("id" = Uuid, Path, description = "附件编号 / The attachment's id", example = json!(ids::ATTACHMENT)),
        Required<AccessPurpose>, Optional<Range>, Optional<IfRange>,
    ),
    responses(
        (status = 200, description = "全部内容 / The whole content", body = Octets, content_type = "application/octet-stream",
            headers(
                ("Content-Disposition" = String, description = "附件的文件名 / The name of the file (RFC 6266)"),
                ("ETag" = String, description = "供 If-Range 使用 / For `If-Range`"),
                ("Accept-Ranges" = String, description = "bytes"),
            )),
        (status = 206, description = "所求的一段 / The stretch that was asked for", body = Octets, content_type = "application/octet-stream",
            headers(
                ("Content-Disposition" = String, description = "附件的文件名 / The name of the file (RFC 6266)"),
                ("Content-Range" = String, description = "起止位置和总长，例如 bytes 0-99/1000 / Which bytes of how many"),
                ("ETag" = String, description = "供 If-Range 使用 / For `If-Range`"),
                ("Accept-Ranges" = String, description = "bytes"),
            )),
    ),
)]
#[get("/v1/attachments/{id}/content")]
pub(super) async fn attachment_content_get(
    caller: Caller<AttachmentsRead>,
    services: Data<Services>,
    Path(id): Path<AttachmentId>,
    _: Required<AccessPurpose>,
    range: Optional<Range>,
    if_range: Optional<IfRange>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let (attachment, kind) = complete(&services.store, &scope, id).await?;
    let size = attachment.declared.parts.size();
    let tag = EntityTag::new(attachment.version, "content");
    let asked = range.of(&if_range, &tag, size)?;
    let content_range = asked.map(|stretch| stretch.content_range(size));
    let answered_range = content_range.clone();
    let stretch = asked.unwrap_or(Stretch {
        first: 0,
        last: size.saturating_sub(1),
    });
    let read = attachment.clone();
    // A complete file stays as it is, so that what is audited here is what is sent below.
    command
        .of_audited_read()
        .run(&caller, &[], Ok(()), move |acting, ()| {
            let region = attachments::region_of(acting.tx, &read)?;
            let facts = match &content_range {
                None => json!({ "deed_id": read.file }),
                Some(range) => json!({ "deed_id": read.file, "content_range": range }),
            };
            let read = Change::sensitive_read("attachment.read", subject(&read, region), facts);
            Ok(Effect::of(read, Answer::no_content()))
        })
        .await?;
    let mut response = match answered_range {
        None => HttpResponse::Ok(),
        Some(range) => {
            let mut response = HttpResponse::PartialContent();
            response.insert_header((CONTENT_RANGE, range));
            response
        }
    };
    Ok(response
        .content_type("application/octet-stream")
        .insert_header(disposition(&attachment, kind))
        .insert_header((CONTENT_SECURITY_POLICY, "sandbox"))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((ACCEPT_RANGES, "bytes"))
        .insert_header((ETAG, tag.to_string()))
        // What is compressed already is not compressed again, and keeps its length.
        .insert_header(ContentEncoding::Identity)
        .body(SizedStream::new(
            stretch.length(),
            content(services.store.clone(), id, stretch),
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

/// The bytes of a stretch, one part at a time: the next one is read when the one before was sent, and
/// no part that holds none of them.
fn content(
    store: Store,
    id: AttachmentId,
    Stretch { first, last }: Stretch,
) -> impl Stream<Item = Result<Bytes, StoreError>> + use<> {
    try_unfold(first, move |from| {
        let store = store.clone();
        async move {
            if from > last {
                return Ok(None);
            }
            let before = from / PART_BYTES;
            let lacking = || StoreError::Corrupt(format!("attachment {id} lacks a part"));
            let number = PartNumber::try_from(before + 1).map_err(|_| lacking())?;
            let part = store
                .read(move |reader| attachments::part(reader, id, number))
                .await?
                .ok_or_else(lacking)?;
            let bytes = Bytes::from(store.compute(move |keyring| part.open(keyring)).await?);
            let start = before * PART_BYTES;
            let wanted = bytes_between(&bytes, from - start, last - start).ok_or_else(lacking)?;
            Ok(Some((wanted, start + PART_BYTES)))
        }
    })
}

/// The bytes of a part from `first` to `last` or its end; none where it does not reach so far.
fn bytes_between(part: &Bytes, first: u64, last: u64) -> Option<Bytes> {
    let length = u64::try_from(part.len()).ok()?;
    let end = last.checked_add(1)?.min(length);
    let (first, end) = (usize::try_from(first).ok()?, usize::try_from(end).ok()?);
    (first < end).then(|| part.slice(first..end))
}

/// The name to save it under: its own, and its number for programs that read ASCII only.
fn disposition(attachment: &Attachment, kind: MediaType) -> ContentDisposition {
    saved_as(
        format!("{}.{}", attachment.id, kind.extension()),
        attachment.declared.file_name.as_str().to_owned(),
    )
}
