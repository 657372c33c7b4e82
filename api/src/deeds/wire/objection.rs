//! The objections to a deed's notices as they are answered.

use chrono::{DateTime, NaiveDate, Utc};
use domain::deeds::{Objection, Objector};
use domain::ids::{CaseId, ObjectionId};
use persistence::cases::Enclosure;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use crate::auth::Representation;
use crate::contract::view;
use crate::deeds::Actor;
use crate::http::Page;

view! {
    /// 异议对一名行为人案件的处理 / The outcome of an objection in the case of one actor.
    DeedObjectionOutcome of (actor, objection): (CaseId, &Objection) {
        /// 行为人 / The actor whose notice it is about.
        #[schema(value_type = Uuid)]
        actor_id: CaseId = actor,
        /// 收到之日 / The legal day on which it came in.
        received_on: NaiveDate = objection.received_on,
        /// 是否成立；尚未处理的没有 / Whether it was upheld; absent before it is resolved.
        upheld: Option<bool> = objection.outcome.as_ref().map(|outcome| outcome.upheld),
        /// 处理之日 / The day it was resolved.
        resolved_on: Option<NaiveDate> = objection.outcome.as_ref().map(|outcome| outcome.on),
        /// 理由 / Why.
        reason: Option<String> = objection.outcome.as_ref().map(|outcome| outcome.reason.to_string()),
    }
}

view! {
    /// 异议人 / Who objects, and how to reach them.
    #[schema(as = DeedObjector)]
    ObjectorView of objector: &Objector {
        /// 姓名或者名称 / The name of the person or organisation.
        name: String = objector.name.to_string(),
        /// 联系方式 / A telephone number, or another way to reach them.
        contact: String = objector.contact.to_string(),
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
    /// 异议人，仅在要求全部内容时给出 / Who objects; only when everything is asked for.
    objector: Option<ObjectorView>,
    /// 登记时间 / When it was registered.
    recorded_at: DateTime<Utc>,
    /// 对各行为人案件的处理 / Its outcome in the case of each actor whom it concerns.
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
            objector: enclosure.objector.as_ref().filter(|_| full).map(Into::into),
            recorded_at: enclosure.recorded_at,
            actors: actors
                .iter()
                .flat_map(|actor| {
                    let own = actor.case.record().objections();
                    own.filter(|objection| objection.id == id)
                        .map(|objection| DeedObjectionOutcome::from((actor.id, objection)))
                })
                .collect(),
        }
    }
}

/// 一页异议 / A page of a deed's objections.
pub(in crate::deeds) type DeedObjectionPage = Page<DeedObjection>;
