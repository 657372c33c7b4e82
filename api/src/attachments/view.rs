//! An attachment as it is shown and as the audit names it.

use chrono::{DateTime, Utc};
use domain::attachments::{PART_BYTES, PartNumber};
use domain::deeds::Deed;
use domain::ids::{AttachmentId, DeedId, RecognitionId};
use domain::out_of_city::Recognition;
use domain::procedure::Procedure as _;
use domain::regions::RegionCode;
use persistence::attachments::{self, Abandoned, Attachment};
use persistence::audit::{Change, Subject};
use persistence::{Reader, StoreError};
use serde::Serialize;
use serde_json::json;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::http::{EntityTag, Page};
use crate::problems::Problem;
use crate::procedure::ProcedureName;
use crate::words::{AttachmentMediaTypeWord, AttachmentStateWord};

/// 案卷 / A case file of any procedure.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseFile)]
struct CaseFileView {
    /// 程序 / The procedure.
    #[schema(value_type = ProcedureName)]
    procedure: String,
    /// 案卷编号 / The id of the file.
    id: Uuid,
}

/// 附件 / A file that belongs to a deed.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Attachment)]
pub(super) struct AttachmentView {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: AttachmentId,
    /// 所属事迹 / The deed, where it belongs to one.
    #[schema(value_type = Uuid)]
    deed_id: Option<DeedId>,
    /// 所属市域外认定 / The out-of-city recognition, where it belongs to one.
    #[schema(value_type = Uuid)]
    recognition_id: Option<RecognitionId>,
    /// 所属案卷 / The case file that it belongs to.
    file: CaseFileView,
    /// 文件名 / Its name.
    #[schema(example = "测试材料.pdf")]
    file_name: String,
    /// 字节数 / Bytes of the whole.
    #[schema(minimum = 1)]
    size_bytes: u64,
    /// 全文的 SHA-256，十六进制 / SHA-256 of the whole, hexadecimal.
    sha256: String,
    /// 状态 / How far it has come.
    state: AttachmentStateWord,
    /// 按内容识别的文件类型；未完成的没有 / What the content was recognised as; absent before it is complete.
    media_type: Option<AttachmentMediaTypeWord>,
    /// 除最后一段外，每个分段的字节数 / Bytes of every part but the last.
    #[schema(minimum = 1, example = 1_048_576)]
    part_size_bytes: u64,
    /// 分段数，从 1 编号 / How many parts there are, numbered from 1.
    #[schema(minimum = 1)]
    parts: PartNumber,
    /// 尚未收到的分段 / The parts that have not arrived.
    missing_parts: Vec<PartNumber>,
    /// 版本，每收到一个分段及完成时加一 / One more with every part and at completion.
    #[schema(minimum = 1, example = 1)]
    version: i64,
    /// 申报时间 / When it was declared.
    created_at: DateTime<Utc>,
    /// 最近收到分段或者完成的时间 / When the last part arrived, or when it was completed.
    updated_at: DateTime<Utc>,
}

impl From<&Attachment> for AttachmentView {
    fn from(attachment: &Attachment) -> Self {
        let declared = &attachment.declared;
        let is_of = |procedure: &str| attachment.procedure == procedure;
        Self {
            id: attachment.id,
            deed_id: is_of(Deed::NAME).then(|| attachment.file.into()),
            recognition_id: is_of(Recognition::NAME).then(|| attachment.file.into()),
            file: CaseFileView {
                procedure: attachment.procedure.clone(),
                id: attachment.file,
            },
            file_name: declared.file_name.to_string(),
            size_bytes: declared.parts.size(),
            sha256: declared.digest.to_string(),
            state: attachment.state.into(),
            media_type: attachment.media_type.map(Into::into),
            part_size_bytes: PART_BYTES,
            parts: declared.parts.count(),
            missing_parts: attachment.missing.clone(),
            version: attachment.version,
            created_at: attachment.created_at,
            updated_at: attachment.updated_at,
        }
    }
}

/// 一页附件 / A page of attachments.
pub(super) type AttachmentPage = Page<AttachmentView>;

pub(super) fn address(id: AttachmentId) -> String {
    format!("/v1/attachments/{id}")
}

pub(super) fn tag(attachment: &Attachment) -> EntityTag {
    EntityTag::new(attachment.version, "full")
}

domain::faults! {
    /// What an attachment is too far along for, or not far enough.
    pub(super) enum Unmet {
        Complete = "attachment_complete",
            "附件尚未上传完成", "The attachment is not complete yet.";
        PartsComplete = "attachment_parts_complete",
            "还有分段没有收到，见 missing_parts", "Parts are missing; missing_parts names them.";
        Unchanged = "attachment_unchanged",
            "核对全文期间又收到分段：请以新的 Idempotency-Key 再行完成",
            "A part arrived while the whole was read: complete it again, under a new Idempotency-Key.";
        Uploading = "attachment_uploading",
            "附件已经完成，不再更改或者删除",
            "The attachment is complete and is no longer changed or discarded.";
    }
}

/// 409 for an attachment that is too far along, or not far enough.
pub(super) fn unmet(condition: Unmet) -> Problem {
    Problem::not_possible(&[condition], "")
}

/// What happened to an attachment, for the regions that see it. The feed learns of which deed it is, how
/// large and of what kind, never its name.
pub(crate) fn change(
    reader: &mut Reader<'_>,
    action: &'static str,
    attachment: &Attachment,
) -> Result<Change, StoreError> {
    let region = attachments::region_of(reader, attachment)?;
    let facts = json!({
        "deed_id": attachment.file,
        "size_bytes": attachment.declared.parts.size(),
        "media_type": attachment.media_type,
    });
    let change = Change::new(action, subject(attachment, region), facts);
    Ok(change.seen_by(&attachments::seen_by(reader, attachment)?))
}

pub(super) fn subject(attachment: &Attachment, region: RegionCode) -> Subject {
    Subject {
        kind: "attachment",
        id: attachment.id.to_string(),
        version: attachment.version,
        region,
    }
}

/// The change that an upload was given up.
pub(crate) fn abandoned(upload: &Abandoned) -> Change {
    let subject = Subject {
        kind: "attachment",
        id: upload.id.to_string(),
        version: upload.version,
        region: upload.region,
    };
    let facts = json!({ "deed_id": upload.file });
    Change::new("attachment.abandoned", subject, facts)
}
