//! Attachments as they are declared and shown.

use chrono::{DateTime, Utc};
use domain::attachments::{Allowance, ContentDigest, FileName, PART_BYTES, PartNumber, Parts};
use domain::deeds::Deed;
use domain::error::FieldErrors;
use domain::ids::{AttachmentId, DeedId, RecognitionId};
use domain::out_of_city::Recognition;
use domain::procedure::Procedure as _;
use persistence::attachments::{Attachment, Declared};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;
use validator::Validate;

use crate::contract::examples::{self, ids};
use crate::http::Page;
use crate::http::required_whole_number;
use crate::problems::Problem;
use crate::wire::require;
use crate::words::{AttachmentMediaTypeWord, AttachmentStateWord};

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
    /// 文件名，不含路径 / Its name, without a folder; sealed.
    #[validate(length(min = 1, max = 200))]
    #[schema(min_length = 1, max_length = 200)]
    file_name: String,
    /// 字节数 / Bytes of the whole.
    #[serde(deserialize_with = "required_whole_number")]
    #[schema(minimum = 1)]
    size_bytes: u64,
    /// 全文的 SHA-256，十六进制 / SHA-256 of the whole, hexadecimal.
    #[validate(length(max = 64))]
    #[schema(pattern = "^[0-9A-Fa-f]{64}$")]
    sha256: String,
}

/// The file that an attachment belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) enum Of {
    /// A deed.
    Deed(DeedId),
    /// A recognition of a deed elsewhere.
    Recognition(RecognitionId),
}

domain::faults! {
    struct OfTwoFiles = "of_two_files", "该值无效", "The value is not valid.";
}

impl NewAttachment {
    /// What is declared, and of which file; or every fault of it.
    pub(super) fn declared(&self, allowance: Allowance) -> Result<(Of, Declared), Problem> {
        let mut faults = FieldErrors::new();
        let of = match (&self.deed_id, &self.recognition_id) {
            (None, Some(id)) => faults
                .take("/recognition_id", id.parse())
                .map(Of::Recognition),
            (Some(id), None) => faults.take("/deed_id", id.parse()).map(Of::Deed),
            (None, None) => {
                require("/deed_id", &mut faults);
                None
            }
            (Some(_), Some(_)) => {
                faults.push("/recognition_id", &OfTwoFiles);
                None
            }
        };
        let file_name = faults.take("/file_name", FileName::parse(&self.file_name));
        let parts = faults.take("/size_bytes", Parts::of(self.size_bytes, allowance));
        let digest = faults.take("/sha256", ContentDigest::parse(&self.sha256));
        match (of, file_name, parts, digest) {
            (Some(of), Some(file_name), Some(parts), Some(digest)) => Ok((
                of,
                Declared {
                    file_name,
                    digest,
                    parts,
                },
            )),
            _ => Err(Problem::invalid_data(faults)),
        }
    }
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
