use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::attachments::AttachmentState;
use domain::ids::AttachmentId;
use persistence::attachments;
use persistence::{RegionScope, StoreError};
use serde_json::json;

use super::checked::Checked;
use super::wire::AttachmentView;
use super::{TAG, change, tag, unmet};
use crate::auth::Caller;
use crate::auth::permissions::AttachmentsWrite;
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Path;
use crate::problems::Problem;
use crate::services::Services;

/// 完成上传 / Complete a file
///
/// 核对全文的 SHA-256，并按内容识别文件类型；不接受网页、SVG、可执行文件和脚本，文件名的扩展名须与内容相符。不符的答复 422，
/// 已收到的分段保留，可以 replace=true 更正（以新的 Idempotency-Key 再行完成）或者删除附件。完成之后成为事迹的一部分，不能删除。重复调用不再有变化。
/// / The SHA-256 of the whole is compared and the kind of the file is recognised by its content. Pages,
/// SVG, programs and scripts are not accepted, and the extension must be that of the content. Where it
/// is not right the answer is 422 and the parts stay: correct them with `replace=true` (and complete
/// under a new `Idempotency-Key`), or delete the attachment. Once complete it is a part of the deed and
/// stays. Calling it again changes nothing.
#[utoipa::path(
    tag = TAG,
    operation_id = "attachment_complete",
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

fn complete(
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
        return Err(unmet("attachment_parts_complete").with("missing_parts", missing));
    }
    // The last part came after the look at the whole.
    let checked = checked.ok_or(StoreError::Conflict)?;
    let kind = checked.accept(&attachment)?;
    let attachment = attachments::complete(acting.tx, &attachment, kind)?;
    let region = attachments::region_of(acting.tx, &attachment)?;
    let answer = Answer::ok(&AttachmentView::from(&attachment))?.tagged(&tag(&attachment));
    let completed = change("attachment.completed", &attachment, region);
    Ok(Effect::of(completed, answer))
}
