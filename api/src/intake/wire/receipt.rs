use chrono::NaiveDate;
use domain::ids::{ApplicationId, ClueId};
use domain::intake::{Application, Clue, Filing, TrackingCode};
use domain::regions::{RegionCode, RegionTree};
use serde::Serialize;
use utoipa::ToSchema;

/// 申请回执 / The receipt of an application. Nothing that was told is repeated.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::intake) struct ApplicationReceipt {
    /// 登记号 / The number of the application.
    #[schema(value_type = Uuid)]
    id: ApplicationId,
    /// 收到日期，办理期限自此起算 / The legal day of receipt, from which the time for the procedure runs.
    received_on: NaiveDate,
    /// 办理的县（市、区） / The county that handles it.
    #[schema(example = "371502")]
    region_code: String,
    /// 办理的县（市、区）名称 / The name of that county.
    #[schema(example = "东昌府区")]
    region_name: String,
    /// 查询码：凭此查询进度或者撤回，仅此一次给出，请妥善保存 / The tracking code: it shows the progress and takes the application back. It is shown once; keep it secret.
    #[schema(
        example = "DEMX-DEMX-DEMX-DEMX-DEMX-DEMX-DEMX-DEMX",
        pattern = "^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$"
    )]
    tracking_code: String,
}

impl ApplicationReceipt {
    pub(in crate::intake) fn new(filing: &Filing<Application>, code: &TrackingCode) -> Self {
        Self {
            id: filing.id,
            received_on: filing.received_on,
            region_code: filing.region.to_string(),
            region_name: region_name(&filing.region),
            tracking_code: code.grouped(),
        }
    }
}

/// 线索回执 / The receipt of a clue. Nothing that was told is repeated.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::intake) struct ClueReceipt {
    /// 线索号 / The number of the clue.
    #[schema(value_type = Uuid)]
    id: ClueId,
}

impl ClueReceipt {
    pub(in crate::intake) fn new(filing: &Filing<Clue>) -> Self {
        Self { id: filing.id }
    }
}

/// The name of a region of today.
pub(super) fn region_name(code: &RegionCode) -> String {
    let region = RegionTree::builtin().get(code);
    region.map_or_else(|| code.to_string(), |region| region.name.clone())
}
