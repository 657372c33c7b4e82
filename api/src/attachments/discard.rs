use actix_web::{HttpResponse, delete};
use domain::attachments::AttachmentState;
use domain::ids::AttachmentId;
use persistence::attachments;

use super::{TAG, change, unmet};
use crate::auth::Caller;
use crate::auth::permissions::AttachmentsWrite;
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Path;
use crate::problems::Problem;

/// 放弃上传 / Discard an upload
///
/// 连同已收到的分段一并删除。已完成的附件属于事迹，不能删除。 / With the parts that arrived. A complete file
/// belongs to the deed and stays.
#[utoipa::path(
    tag = TAG,
    operation_id = "attachment_discard",
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
                return Err(unmet("attachment_uploading"));
            }
            let region = attachments::region_of(acting.tx, &attachment)?;
            attachments::discard(acting.tx, id)?;
            let discarded = change("attachment.discarded", &attachment, region);
            Ok(Effect::of(discarded, Answer::no_content()))
        })
        .await
}
