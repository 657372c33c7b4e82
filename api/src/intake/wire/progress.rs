use chrono::NaiveDate;
use domain::intake::Progress;
use domain::regions::RegionCode;
use domain::text::Paragraphs;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::words::IntakeMilestoneWord;

/// 经过 / One milestone.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = IntakeProgress)]
pub(super) struct ProgressView {
    /// 日期 / The legal day.
    on: NaiveDate,
    /// 经过 / What happened.
    milestone: IntakeMilestoneWord,
    /// 自此办理的区划 / The region that handled it from then on.
    #[schema(value_type = String, example = "371502")]
    region_code: RegionCode,
    /// 经办人的说明 / What the officer noted.
    #[schema(value_type = String)]
    note: Option<Paragraphs<500>>,
}

impl From<&Progress> for ProgressView {
    fn from(progress: &Progress) -> Self {
        Self {
            on: progress.on,
            milestone: progress.milestone.into(),
            region_code: progress.region,
            note: progress.note.clone(),
        }
    }
}
