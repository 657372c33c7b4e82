use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::attachments::Allowance;
use domain::deeds::{Deed, DeedUnknown};
use domain::error::{Coded, FieldErrors};
use domain::ids::Id as _;
use domain::out_of_city::Recognition;
use domain::regions::RegionCode;
use persistence::attachments::{self, Declared};
use persistence::{RegionScope, StoredProcedure, cases};
use uuid::Uuid;

use super::wire::{AttachmentView, NewAttachment, Of};
use super::{TAG, address, change, tag};
use crate::auth::Caller;
use crate::auth::permissions::AttachmentsWrite;
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::problems::Problem;
use crate::services::Services;

domain::faults! {
    struct RecognitionUnknown = "recognition_unknown", "该值无效", "The value is not valid.";
}

/// 申报附件 / Declare a file
///
/// 先申报，再按所答复的分段逐段上传，最后完成。文件大小、每件事迹的附件总量和数量有上限。24 小时内没有收到分段的，予以清除。
/// / Declare it, send the parts that the answer names, then complete it. The size of a file and the
/// number and sum of a deed's files are limited. An upload in which no part arrives for 24 hours is
/// removed.
#[utoipa::path(
    tag = TAG,
    operation_id = "attachment_declare",
    security(("oauth2" = ["attachments:write"])),
    params(CommandHeaders, CommandQuery),
    request_body = NewAttachment,
    responses(
        (status = 201, description = "已申报，等待上传 / Declared, and waiting for its parts", body = AttachmentView,
            headers(("Location" = String, description = "附件的地址 / The attachment's address"),
                    ("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
    ),
)]
#[post("/v1/attachments")]
pub(super) async fn attachment_declare(
    caller: Caller<AttachmentsWrite>,
    services: Data<Services>,
    command: Command,
    body: Body<NewAttachment>,
) -> Result<HttpResponse, Problem> {
    let (scope, allowance) = (caller.regions().clone(), services.attachments);
    let input = body.value.declared(allowance);
    command
        .run(&caller, &body.raw, input, move |acting, (of, declared)| {
            declare(acting, &scope, allowance, *of, declared)
        })
        .await
}

fn declare(
    acting: &mut Acting<'_, '_>,
    scope: &RegionScope,
    allowance: Allowance,
    of: Of,
    declared: &Declared,
) -> Result<Effect, Problem> {
    let found = match of {
        Of::Deed(id) => region_of::<Deed>(acting, scope, id)?,
        Of::Recognition(id) => region_of::<Recognition>(acting, scope, id)?,
    };
    let (procedure, file, region) = found.ok_or_else(|| match of {
        Of::Deed(_) => DeedUnknown.at("/deed_id"),
        Of::Recognition(_) => RecognitionUnknown.at("/recognition_id"),
    })?;
    let held = attachments::held(acting.tx, file)?;
    let mut faults = FieldErrors::new();
    faults.take("/size_bytes", declared.parts.fit(held, allowance));
    faults.into_result()?;
    let id = acting.tx.new_id();
    let attachment = attachments::declare(acting.tx, id, (procedure, file), declared.clone())?;
    let answer =
        Answer::created(address(id), &AttachmentView::from(&attachment))?.tagged(&tag(&attachment));
    let declared = change("attachment.declared", &attachment, region);
    Ok(Effect::of(declared, answer))
}

/// The procedure, the id and the region of a file within a scope.
fn region_of<P: StoredProcedure>(
    acting: &mut Acting<'_, '_>,
    scope: &RegionScope,
    id: P::FileId,
) -> Result<Option<(&'static str, Uuid, RegionCode)>, Problem> {
    // Two files that arrive together count each other.
    acting.tx.lock(format!("attachments/{id}").as_bytes())?;
    let file = cases::find::<P>(acting.tx, scope, id)?;
    Ok(file.map(|file| (P::NAME, id.uuid(), file.region)))
}
