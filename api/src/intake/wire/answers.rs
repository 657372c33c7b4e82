//! What a citizen is answered.

use chrono::NaiveDate;
use domain::ids::{ApplicationId, ClueId};
use domain::intake::{ActorProgress, Application, Clue, Filing, TrackingCode};
use domain::regions::{RegionCode, RegionTree};
use serde::Serialize;
use utoipa::ToSchema;

use crate::words::{ActorProgressWord, BilingualText, IntakeMilestoneWord, IntakeStateWord};

/// 申请回执 / The receipt of an application. It repeats nothing of what was sent.
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

/// 线索回执 / The receipt of a clue. It repeats nothing of what was sent.
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
    let region = RegionTree::current().get(code);
    region.map_or_else(|| code.to_string(), |region| region.name.clone())
}

/// 申请的进度 / How an application goes, without names and without who handles it.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::intake) struct ApplicationStatus {
    /// 状态 / Its state.
    state: IntakeStateWord,
    /// 状态的文字 / The same in words.
    text: BilingualText,
    /// 收到日期 / The legal day of receipt.
    received_on: NaiveDate,
    /// 办理的县（市、区） / The county that handles it.
    #[schema(example = "371502")]
    region_code: String,
    /// 办理的县（市、区）名称 / The name of that county.
    #[schema(example = "东昌府区")]
    region_name: String,
    /// 经过，旧的在前 / What happened, oldest first.
    progress: Vec<StatusStep>,
    /// 立案后各行为人的进度，按申报的次序 / How the case of each actor goes once it is taken up, in the order of the report.
    actors: Vec<StatusActor>,
}

/// 申请的一步 / One milestone of an application.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ApplicationStatusStep)]
struct StatusStep {
    /// 日期 / The legal day.
    on: NaiveDate,
    /// 经过 / What happened.
    milestone: IntakeMilestoneWord,
    /// 文字 / The same in words.
    text: BilingualText,
}

/// 一名行为人的进度 / How the case of one actor goes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ApplicationStatusActor)]
struct StatusActor {
    /// 第几名 / The actor's place in the report, from 1.
    #[schema(minimum = 1, example = 1)]
    number: i32,
    /// 进度 / How far the case has come.
    progress: ActorProgressWord,
    /// 文字 / The same in words.
    text: BilingualText,
    /// 承办单位所在区划 / The region of the body that handles the case.
    #[schema(example = "371502")]
    region_code: String,
    /// 该区划名称 / The name of that region.
    #[schema(example = "东昌府区")]
    region_name: String,
}

impl ApplicationStatus {
    pub(in crate::intake) fn new(
        filing: &Filing<Application>,
        actors: &[(ActorProgress, RegionCode)],
    ) -> Self {
        let progress = filing.progress.iter().map(|step| StatusStep {
            on: step.on,
            milestone: step.milestone.into(),
            text: step.milestone.text().into(),
        });
        Self {
            state: filing.state.into(),
            text: filing.state.text().into(),
            received_on: filing.received_on,
            region_code: filing.region.to_string(),
            region_name: region_name(&filing.region),
            progress: progress.collect(),
            actors: (1..).zip(actors).map(StatusActor::of).collect(),
        }
    }
}

impl StatusActor {
    fn of((number, (progress, region)): (i32, &(ActorProgress, RegionCode))) -> Self {
        Self {
            number,
            progress: (*progress).into(),
            text: progress.text().into(),
            region_code: region.to_string(),
            region_name: region_name(region),
        }
    }
}
