//! Objections to the candidates of a round.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use chrono::{DateTime, NaiveDate, Utc};
use domain::deeds::{Objection, Objector};
use domain::ids::{ObjectionId, RoundId};
use domain::rounds::Round;
use persistence::cases::Enclosure;
use serde::Serialize;
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::RoundOnFile;
use crate::auth::permissions::CommendationsRead;
use crate::auth::{Caller, Representation};
use crate::commands::Command;
use crate::contract::examples::ids;
use crate::contract::view;
use crate::http::{AccessPurpose, Optional, Page, PageQuery, Path};
use crate::problems::Problem;
use crate::procedure::Objections;
use crate::services::Services;

view! {
    /// 异议人 / Who objects, and how to reach them.
    RoundObjector of objector: &Objector {
        /// 姓名或者名称 / The name of the person or organisation.
        name: String = objector.name.to_string(),
        /// 联系方式 / A telephone number, or another way to reach them.
        contact: String = objector.contact.to_string(),
    }
}

/// 对拟表扬对象的异议 / An objection to the candidates of a round.
#[skip_serializing_none]
#[derive(Debug, Serialize, ToSchema)]
struct RoundObjection {
    /// 编号 / Its id.
    #[schema(value_type = Uuid)]
    id: ObjectionId,
    /// 内容，仅在要求全部内容时给出 / What it says; only when everything is asked for.
    description: Option<String>,
    /// 异议人，仅在要求全部内容时给出 / Who objects; only when everything is asked for.
    objector: Option<RoundObjector>,
    /// 登记时间 / When it was registered.
    recorded_at: DateTime<Utc>,
    /// 收到之日 / The legal day on which it came in.
    received_on: Option<NaiveDate>,
    /// 是否成立；尚未处理的没有 / Whether it was upheld; absent before it is resolved.
    upheld: Option<bool>,
    /// 处理之日 / The day it was resolved.
    resolved_on: Option<NaiveDate>,
    /// 理由 / Why.
    reason: Option<String>,
}

/// 一页异议 / A page of a round's objections.
type RoundObjectionPage = Page<RoundObjection>;

impl RoundObjection {
    fn new(enclosure: &Enclosure, seen: &[RoundOnFile], representation: Representation) -> Self {
        let id = ObjectionId::from(enclosure.id);
        let full = representation == Representation::Full;
        let mut known = seen.iter().flat_map(|one| one.case.record().objections());
        let known: Option<&Objection> = known.find(|known| known.id == id);
        let outcome = known.and_then(|known| known.outcome.as_ref());
        Self {
            id,
            description: full.then(|| enclosure.text.to_string()),
            objector: enclosure.objector.as_ref().filter(|_| full).map(Into::into),
            recorded_at: enclosure.recorded_at,
            received_on: known.map(|known| known.received_on),
            upheld: outcome.map(|outcome| outcome.upheld),
            resolved_on: outcome.map(|outcome| outcome.on),
            reason: outcome.map(|outcome| outcome.reason.to_string()),
        }
    }
}

/// 对拟表扬对象的异议列表 / List the objections to the candidates of a round
///
/// 新的在前。异议人和内容通常不给出；令牌另有 `people:read-sensitive` 权限且以 `Access-Purpose` 说明目的时给出，并记入审计。 / Newest first. Who
/// objects and what it says is left out, unless the token also holds `people:read-sensitive` and `Access-Purpose` gives a
/// purpose; then the read is in the audit.
#[utoipa::path(
    security(("oauth2" = ["commendations:read"])),
    params(
        ("id" = Uuid, Path, description = "批次编号 / The round's id", example = json!(ids::ROUND_PUBLISHED)),
        PageQuery,
        Optional<AccessPurpose>,
    ),
    responses(
        (status = 200, description = "一页异议 / A page of objections", body = RoundObjectionPage,
            headers(("Link" = Option<String>, description = "下一页；给出内容时只在 next 中 / The next page (RFC 8288); where what they say is shown, only in `next`"))),
    ),
)]
#[get("/v1/commendation-rounds/{id}/candidate-objections")]
pub(super) async fn round_objection_list(
    caller: Caller<CommendationsRead>,
    services: Data<Services>,
    Path(id): Path<RoundId>,
    page: PageQuery,
    purpose: Optional<AccessPurpose>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    Objections::<Round, RoundObjection> {
        list: "round-objections",
        read: "round.objections_read",
        of_case: |record| record.objections().map(|one| one.id).collect(),
        shown: RoundObjection::new,
    }
    .answer((&caller, &services), id, (page, purpose), command)
    .await
}
