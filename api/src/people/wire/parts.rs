//! The parts that documents of people share.

use domain::people::FileStatus;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::words::OriginBasisWord;

/// 档案状态 / Where a file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = PersonStatus)]
pub(in crate::people) enum StatusName {
    /// 在册 / Kept up to date.
    Active,
    /// 已并入他档 / Merged into another file, and left as it was.
    Merged,
}

impl From<FileStatus> for StatusName {
    fn from(status: FileStatus) -> Self {
        match status {
            FileStatus::Active => Self::Active,
            FileStatus::Merged { .. } => Self::Merged,
        }
    }
}

/// 籍属 / From where somebody counts as coming.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PersonOrigin)]
pub(in crate::people) struct OriginView {
    /// 依据；来源仅称某地籍时没有 / Why; absent where a source only says "from there" (籍).
    #[schema(value_type = Option<OriginBasisWord>)]
    pub(super) basis: Option<OriginBasisWord>,
    /// 区划代码，现行或已撤销的 / The region's code, of today or abolished.
    #[schema(min_length = 2, max_length = 6, example = "371502")]
    pub(super) region: String,
}
