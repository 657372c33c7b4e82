use chrono::NaiveDate;
use domain::deeds::Deed;
use domain::intake::{ActorProgress, Application, Filing};
use persistence::cases::CaseOnFile;
use serde::Serialize;
use utoipa::ToSchema;

use super::receipt::region_name;
use crate::words::{ActorProgressWord, BilingualText, IntakeMilestoneWord, IntakeStateWord};

/// 申请的进度 / How an application goes, without names and without who handles it.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::intake) struct ApplicationStatus {
    /// 状态 / Where it stands.
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
    /// 立为事迹后各行为人的进度，按申报的次序 / How the case of each actor goes once it is a deed, in the order of the report.
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
}

impl ApplicationStatus {
    pub(in crate::intake) fn new(
        filing: &Filing<Application>,
        actors: &[CaseOnFile<Deed>],
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
            actors: actors.iter().map(StatusActor::of).collect(),
        }
    }
}

impl StatusActor {
    fn of(actor: &CaseOnFile<Deed>) -> Self {
        let progress = ActorProgress::from(actor.case.state());
        Self {
            number: i32::from(actor.number) + 1,
            progress: progress.into(),
            text: progress.text().into(),
        }
    }
}
