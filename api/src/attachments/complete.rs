//! Completing a file: reading it whole, part by part, to see whether it is what was declared.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::attachments::{AttachmentState, ContentDigest, MediaType, NotAccepted, Recognition};
use domain::error::Coded;
use domain::ids::AttachmentId;
use persistence::attachments::{self, Attachment};
use persistence::{RegionScope, StoreError};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::view::AttachmentView;
use super::{Unmet, change, tag, unmet};
use crate::auth::Caller;
use crate::auth::permissions::AttachmentsWrite;
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Path;
use crate::problems::Problem;
use crate::services::Services;

domain::faults! {
    struct OtherContent = "attachment_digest",
        "内容的 SHA-256 与申报的不一致：请以 replace=true 重新发送有误的分段",
        "The content does not have the declared SHA-256: send the parts that are wrong again, with replace=true.";
}

/// What the content of a file turned out to be.
pub(crate) struct Checked {
    version: i64,
    digest: ContentDigest,
    kind: Result<MediaType, NotAccepted>,
}

impl Checked {
    /// The same of a file of one part, which is at hand.
    pub(crate) fn of_one_part(attachment: &Attachment, bytes: &[u8]) -> Self {
        Self {
            version: attachment.version,
            digest: ContentDigest::from(<[u8; 32]>::from(Sha256::digest(bytes))),
            kind: Recognition::begin(bytes, &attachment.declared.file_name)
                .and_then(Recognition::end),
        }
    }

    /// Reads a file of which every part is there; `None` for one that is not so far, or has been
    /// through this. Only one part at a time is in memory.
    pub(super) async fn read(
        services: &Services,
        scope: &RegionScope,
        id: AttachmentId,
    ) -> Result<Option<Self>, Problem> {
        let scope = scope.clone();
        let attachment = services
            .store
            .read(move |reader| attachments::find(reader, &scope, id))
            .await?
            .ok_or_else(Problem::not_found)?;
        let whole = attachment.state == AttachmentState::Uploading && attachment.missing.is_empty();
        if !whole {
            return Ok(None);
        }
        let mut hash = Sha256::new();
        let mut recognition: Option<Result<Recognition, NotAccepted>> = None;
        for number in 1..=attachment.declared.parts.count() {
            let name = attachment.declared.file_name.clone();
            let part = services
                .store
                .read(move |reader| attachments::part(reader, id, number))
                .await?
                // It was discarded in the meantime.
                .ok_or_else(Problem::not_found)?;
            (hash, recognition) = services
                .store
                .compute(move |keyring| {
                    let bytes = part.open(keyring)?;
                    let recognition = match recognition {
                        None => Recognition::begin(&bytes, &name),
                        Some(begun) => begun.map(|begun| begun.follow(&bytes)),
                    };
                    Ok::<_, StoreError>((hash.chain_update(&bytes), Some(recognition)))
                })
                .await?;
        }
        let recognition = recognition.unwrap_or(Err(NotAccepted::Kind));
        Ok(Some(Self {
            version: attachment.version,
            digest: ContentDigest::from(<[u8; 32]>::from(hash.finalize())),
            kind: recognition.and_then(Recognition::end),
        }))
    }

    /// The kind of the file, when it is what was declared and no part has arrived since it was read.
    pub(super) fn accept(&self, attachment: &Attachment) -> Result<MediaType, Problem> {
        if self.version != attachment.version {
            return Err(unmet(Unmet::Unchanged));
        }
        if self.digest != attachment.declared.digest {
            return Err(OtherContent.at("/sha256").into());
        }
        self.kind.map_err(|refused| refused.at("/file_name").into())
    }
}

/// 完成上传 / Complete a file
///
/// 核对全文的 SHA-256，并按内容识别文件类型；不接受网页、SVG、可执行文件和脚本，文件名的扩展名须与内容相符。不符的答复 422，
/// 已收到的分段保留，可以 replace=true 更正（以新的 Idempotency-Key 再行完成）或者删除附件。核对期间又收到分段的，答复 409，再行完成即可。完成之后成为事迹的一部分，不能删除。重复调用不再有变化。
/// / The SHA-256 of the whole is compared and the kind of the file is recognised by its content. Pages,
/// SVG, programs and scripts are not accepted, and the extension must be that of the content. Where it
/// is not right the answer is 422 and the parts stay: correct them with `replace=true` (and complete
/// under a new `Idempotency-Key`), or delete the attachment. Where a part arrives meanwhile the answer is
/// 409: complete it again. Once complete it is a part of the deed and
/// stays. Calling it again changes nothing.
#[utoipa::path(
    security(("oauth2" = ["attachments:write"])),
    extensions(("x-problem-codes" = json!(["not_possible", "invalid_data"]))),
    params(
        ("id" = Uuid, Path, description = "附件编号 / The attachment's id", example = json!(ids::ATTACHMENT_ARRIVED)),
        CommandHeaders, CommandQuery,
    ),
    responses(
        (status = 200, description = "已完成 / The attachment, complete", body = AttachmentView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/attachments/{id}/completion")]
pub(super) async fn attachment_complete(
    caller: Caller<AttachmentsWrite>,
    services: Data<Services>,
    Path(id): Path<AttachmentId>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let checked = Checked::read(&services, &scope, id).await;
    command
        .run(&caller, &[], checked, move |acting, checked| {
            complete(acting, &scope, id, checked.as_ref())
        })
        .await
}

/// Completes an attachment that was read whole.
pub(crate) fn complete(
    acting: &mut Acting<'_, '_>,
    scope: &RegionScope,
    id: AttachmentId,
    checked: Option<&Checked>,
) -> Result<Effect, Problem> {
    attachments::lock(acting.tx, id)?;
    let attachment = attachments::find(acting.tx, scope, id)?.ok_or_else(Problem::not_found)?;
    if attachment.state == AttachmentState::Complete {
        let answer = Answer::ok(&AttachmentView::from(&attachment))?.tagged(&tag(&attachment));
        return Ok(Effect::none(answer));
    }
    if !attachment.missing.is_empty() {
        let missing = json!(attachment.missing);
        return Err(unmet(Unmet::PartsComplete).with("missing_parts", missing));
    }
    // The last part came after the look at the whole.
    let checked = checked.ok_or_else(|| unmet(Unmet::Unchanged))?;
    let kind = checked.accept(&attachment)?;
    let attachment = attachments::complete(acting.tx, &attachment, kind)?;
    let answer = Answer::ok(&AttachmentView::from(&attachment))?.tagged(&tag(&attachment));
    let completed = change(acting.tx, "attachment.completed", &attachment)?;
    Ok(Effect::of(completed, answer))
}
