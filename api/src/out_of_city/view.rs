//! A recognition as it is answered.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{CaseId, PersonId, ReceiptId, RecognitionId};
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::{Actor, RecognitionFile};
use crate::http::Page;
use crate::procedure::words::StateCode;
use crate::wire::{PartialDate, Place};
use crate::words::{ActTypeWord, FilerWord};

/// 行为人 / A person of a recognition.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecognitionActorSummary)]
struct ActorSummary {
    /// 行为人编号 / The actor's id.
    #[schema(value_type = Uuid)]
    id: CaseId,
    /// 人员档案编号 / The person's file.
    #[schema(value_type = Uuid)]
    person_id: PersonId,
    /// 状态 / How far it has come.
    state: StateCode,
    /// 承办单位所在区划 / The region of the body that holds it.
    holder_region: String,
    /// 最近的评估凭据 / The newest receipt of the rules.
    #[schema(value_type = Uuid)]
    receipt_id: ReceiptId,
}

/// 市域外见义勇为认定 / The recognition of people for a deed elsewhere.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Recognition)]
pub(crate) struct RecognitionView {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: RecognitionId,
    /// 初次受理单位所在区划 / The region of the body of first instance.
    region_code: String,
    /// 收到日期 / The legal day of receipt.
    received_on: NaiveDate,
    /// 申请人或者举荐人类别 / Who brought it.
    filer: FilerWord,
    /// 行为类型 / What was done.
    act_types: Vec<ActTypeWord>,
    /// 行为发生日期 / When it happened.
    occurred_on: PartialDate,
    /// 行为发生地 / Where it happened.
    place: Option<Place>,
    /// 事迹 / What was done, in words.
    summary: String,
    /// 行为人 / The people, in the order of the application.
    actors: Vec<ActorSummary>,
    /// 版本，每个步骤加一 / One more with every step.
    #[schema(minimum = 1, example = 1)]
    version: i64,
    /// 申请时间 / When it was applied for.
    created_at: DateTime<Utc>,
    /// 最近步骤的时间 / When the last step was taken.
    updated_at: DateTime<Utc>,
}

impl RecognitionView {
    pub(super) fn new(file: &RecognitionFile, cases: &[Actor]) -> Self {
        let deed = &file.subject;
        Self {
            id: file.id,
            region_code: file.region.to_string(),
            received_on: file.received_on,
            filer: deed.filer.into(),
            act_types: deed.act_types.iter().copied().map(Into::into).collect(),
            occurred_on: deed.occurred_on.into(),
            place: deed.place.as_ref().map(Into::into),
            summary: deed.summary.to_string(),
            actors: cases
                .iter()
                .map(|one| ActorSummary {
                    id: one.id,
                    person_id: one.person,
                    state: StateCode(one.case.state().as_str()),
                    holder_region: one.case.holder().region.to_string(),
                    receipt_id: one.receipt_id,
                })
                .collect(),
            version: file.version,
            created_at: file.created_at,
            updated_at: file.updated_at,
        }
    }
}

/// 一页认定 / A page of recognitions.
pub(super) type RecognitionPage = Page<RecognitionView>;
