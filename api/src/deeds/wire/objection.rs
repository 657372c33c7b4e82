use chrono::{DateTime, NaiveDate, Utc};
use domain::deeds::Objection;
use domain::ids::{CaseId, ObjectionId};
use persistence::cases::Enclosure;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::auth::Representation;
use crate::deeds::Actor;
use crate::http::Page;

/// 异议对一名行为人案件的处理 / What became of an objection in the case of one actor.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct DeedObjectionOutcome {
    /// 行为人 / The actor whose notice it is about.
    #[schema(value_type = Uuid)]
    actor_id: CaseId,
    /// 收到之日 / The legal day on which it came in.
    received_on: NaiveDate,
    /// 是否成立；尚未处理的没有 / Whether it was right; absent before it was resolved.
    upheld: Option<bool>,
    /// 处理之日 / The day it was resolved.
    resolved_on: Option<NaiveDate>,
    /// 理由 / Why.
    reason: Option<String>,
}

impl DeedObjectionOutcome {
    fn new(actor: CaseId, objection: &Objection) -> Self {
        let outcome = objection.outcome.as_ref();
        Self {
            actor_id: actor,
            received_on: objection.received_on,
            upheld: outcome.map(|outcome| outcome.upheld),
            resolved_on: outcome.map(|outcome| outcome.on),
            reason: outcome.map(|outcome| outcome.reason.to_string()),
        }
    }
}

/// 异议 / An objection to a notice.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::deeds) struct DeedObjection {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: ObjectionId,
    /// 内容，仅在要求全部内容时给出 / What it says; only when everything is asked for.
    description: Option<String>,
    /// 登记时间 / When it was registered.
    recorded_at: DateTime<Utc>,
    /// 对各行为人案件的处理 / What became of it in the case of each actor whom it concerns.
    actors: Vec<DeedObjectionOutcome>,
}

impl DeedObjection {
    pub(in crate::deeds) fn new(
        enclosure: &Enclosure,
        actors: &[Actor],
        representation: Representation,
    ) -> Self {
        let id = ObjectionId::from(enclosure.id);
        let full = representation == Representation::Full;
        Self {
            id,
            description: full.then(|| enclosure.text.to_string()),
            recorded_at: enclosure.recorded_at,
            actors: actors
                .iter()
                .flat_map(|actor| {
                    let own = actor.case.record().objections();
                    own.filter(|objection| objection.id == id)
                        .map(|objection| DeedObjectionOutcome::new(actor.id, objection))
                })
                .collect(),
        }
    }
}

/// 一页异议 / A page of a deed's objections.
pub(in crate::deeds) type DeedObjectionPage = Page<DeedObjection>;
