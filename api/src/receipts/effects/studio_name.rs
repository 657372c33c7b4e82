//! The name of a studio.

use domain::studios::StudioNameEffects;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::words::NamePartWord;

/// 名称的一处不同 / A part of the proposed name that differs.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct StudioNameDifference {
    /// 哪一部分 / Which part.
    part: NamePartWord,
    /// 应为 / What it should be.
    expected: String,
    /// 实为；无法区分时没有 / What it is; absent if it cannot be determined.
    found: Option<String>,
}

/// 工作室名称的建议 / The right name, and how the proposed one differs.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StudioNameEffects)]
pub(in crate::receipts) struct StudioNameEffectsView {
    /// 规范名称；登记姓名不详时没有 / The name by the pattern; absent while the registered name is not known.
    #[schema(example = "见义勇为测试甲英模工作室")]
    name: Option<String>,
    /// 规则允许的其他写法 / Other spellings that policy allows.
    variants: Vec<String>,
    /// 与规范名称不同之处 / What differs from the pattern; empty when the name fits or none is proposed.
    differences: Vec<StudioNameDifference>,
}

impl From<&StudioNameEffects> for StudioNameEffectsView {
    fn from(effects: &StudioNameEffects) -> Self {
        Self {
            name: effects.name.clone(),
            variants: effects.variants.clone(),
            differences: effects
                .differences
                .iter()
                .map(|difference| StudioNameDifference {
                    part: difference.part.into(),
                    expected: difference.expected.clone(),
                    found: difference.found.clone(),
                })
                .collect(),
        }
    }
}
