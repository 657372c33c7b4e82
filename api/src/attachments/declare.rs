//! Declaring a file.

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::attachments::{Allowance, ContentDigest, FileName, Parts};
use std::str::FromStr as _;

use domain::deeds::DeedUnknown;
use domain::error::{Coded, FieldErrors};
use domain::ids::{AttachmentId, DeedId, Id as _};
use persistence::RegionScope;
use persistence::attachments::{self, Declared};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

use super::view::AttachmentView;
use super::{address, change, tag};
use crate::auth::Caller;
use crate::auth::permissions::AttachmentsWrite;
use crate::commands::{Acting, Answer, Command, Effect};
use crate::contract::examples::{self, ids};
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::{Body, BoundedText, required_whole_number};
use crate::problems::Problem;
use crate::procedure::ProcedureName;
use crate::services::Services;
use crate::wire::{read, required};

/// 申报附件 / A file that is about to be handed in.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "deed_id": ids::DEED,
    "file_name": "测试材料.pdf",
    "size_bytes": examples::FILE.len(),
    "sha256": examples::FILE_SHA256,
}))]
pub(super) struct NewAttachment {
    /// 所属事迹 / The deed it belongs to.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    deed_id: Option<String>,
    /// 所属市域外认定；与 `deed_id` 只填其一 / The out-of-city recognition it belongs to; this or `deed_id`.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    recognition_id: Option<String>,
    /// 所属案卷：任一程序的案卷；与 `deed_id`、`recognition_id` 只填其一 / The case file it belongs to, of any procedure; this, `deed_id` or `recognition_id`.
    #[validate(nested)]
    file: Option<CaseFileNamed>,
    /// 文件名，不含路径 / Its name, without a folder; sealed.
    #[validate(nested)]
    file_name: BoundedText<1, 200>,
    /// 字节数 / Bytes of the whole.
    #[serde(deserialize_with = "required_whole_number")]
    #[schema(minimum = 1)]
    size_bytes: u64,
    /// 全文的 SHA-256，十六进制 / SHA-256 of the whole, hexadecimal.
    #[validate(length(max = 64))]
    #[schema(pattern = "^[0-9A-Fa-f]{64}$")]
    sha256: String,
}

/// 案卷 / A case file of any procedure.
#[derive(Debug, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CaseFileNamed, example = json!({ "procedure": "commendation", "id": ids::COMMENDATION }))]
pub(super) struct CaseFileNamed {
    /// 程序 / The procedure.
    procedure: ProcedureName,
    /// 案卷编号 / The id of the file.
    #[validate(length(max = 36))]
    #[schema(format = Uuid)]
    id: String,
}

/// The file that an attachment belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Of {
    pub(crate) procedure: ProcedureName,
    pub(crate) file: Uuid,
}

domain::faults! {
    enum OfFile {
        Several = "of_two_files",
            "deed_id、recognition_id、file 只填其一", "Give one of deed_id, recognition_id and file.";
        Unknown = "case_file_unknown",
            "没有此案卷，或不在您的辖区", "There is no such case file, or not in your regions.";
    }
}

impl NewAttachment {
    /// What is declared, and of which file; or every fault of it.
    pub(super) fn declared(&self, allowance: Allowance) -> Result<(Of, Declared), Problem> {
        read(|errors| {
            let of = self.of(errors);
            let file_name = errors.take("/file_name", FileName::parse(&self.file_name));
            let parts = errors.take("/size_bytes", Parts::of(self.size_bytes, allowance));
            let digest = errors.take("/sha256", ContentDigest::parse(&self.sha256));
            let declared = Declared {
                file_name: file_name?,
                digest: digest?,
                parts: parts?,
            };
            Some((of?, declared))
        })
    }

    fn of(&self, errors: &mut FieldErrors) -> Option<Of> {
        let file = self.file.as_ref();
        let deed = self.deed_id.as_deref();
        let recognition = self.recognition_id.as_deref();
        let mut named = [
            ("/deed_id", deed.map(|id| (ProcedureName::Deed, id))),
            (
                "/recognition_id",
                recognition.map(|id| (ProcedureName::Recognition, id)),
            ),
            ("/file/id", file.map(|file| (file.procedure, &*file.id))),
        ]
        .into_iter()
        .filter_map(|(pointer, named)| Some((pointer, named?)));
        let Some((pointer, (procedure, id))) = named.next() else {
            return required(None, "/deed_id", errors);
        };
        if let Some((second, _)) = named.next() {
            errors.push(second, &OfFile::Several);
            return None;
        }
        let file = errors.take(pointer, DeedId::from_str(id))?;
        Some(Of {
            procedure,
            file: file.uuid(),
        })
    }
}

/// 申报附件 / Declare a file
///
/// 先申报，再按所答复的分段逐段上传，最后完成。文件大小、每件事迹的附件总量和数量有上限。24 小时内没有收到分段的，予以清除。
/// / Declare it, send the parts that the answer names, then complete it. The size of a file and the
/// number and sum of a deed's files are limited. An upload in which no part arrives for 24 hours is
/// removed.
#[utoipa::path(
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
            let new = (acting.tx.new_id(), *of);
            declare(acting, &scope, allowance, new, declared)
        })
        .await
}

/// Declares an attachment under a new id.
pub(crate) fn declare(
    acting: &mut Acting<'_, '_>,
    scope: &RegionScope,
    allowance: Allowance,
    (id, of): (AttachmentId, Of),
    declared: &Declared,
) -> Result<Effect, Problem> {
    let Of { procedure, file } = of;
    // Two files that arrive together count each other.
    acting.tx.lock(format!("attachments/{file}").as_bytes())?;
    if !procedure.has(acting.tx, scope, file)? {
        return Err(unknown(procedure));
    }
    let held = attachments::held(acting.tx, file)?;
    let mut faults = FieldErrors::new();
    faults.take("/size_bytes", declared.parts.fit(held, allowance));
    faults.into_result()?;
    let attachment =
        attachments::declare(acting.tx, id, (procedure.as_str(), file), declared.clone())?;
    let answer =
        Answer::created(address(id), &AttachmentView::from(&attachment))?.tagged(&tag(&attachment));
    let declared = change(acting.tx, "attachment.declared", &attachment)?;
    Ok(Effect::of(declared, answer))
}

/// 422 for a file that the caller does not see.
fn unknown(procedure: ProcedureName) -> Problem {
    let pointer = match procedure {
        ProcedureName::Deed => return DeedUnknown.at("/deed_id").into(),
        ProcedureName::Recognition => "/recognition_id",
        _ => "/file/id",
    };
    OfFile::Unknown.at(pointer).into()
}
