//! Reads of studios and of their cases.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::{CaseId, PersonId, StudioId};
use domain::studios::Studio;
use persistence::cases::Filter;
use persistence::{RegionScope, calendar};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::ledger_view::StudioCaseView;
use super::view::{StudioPage, StudioView};
use crate::auth::Caller;
use crate::auth::permissions::StudiosRead;
use crate::commands::Command;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, PageQuery, Path, Query};
use crate::problems::Problem;
use crate::procedure::{case_of, context_of, get, list_within};
use crate::regions::filter_by;
use crate::services::Services;
use crate::words::StudioStateWord;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct StudioQuery {
    /// 只列该人员带头的 / Only those that this person leads.
    #[param(value_type = Option<Uuid>)]
    person: Option<PersonId>,
    /// 只列处于该状态的 / Only those in this state.
    #[param(inline)]
    state: Option<StudioStateWord>,
    /// 只列该区划的机构承办、初次受理或者将接收的 / Only those that the body of this region holds, held first or is to receive.
    #[validate(length(max = 12))]
    #[param(max_length = 12, example = "371502")]
    region: Option<String>,
}

/// 工作室列表 / List studios
///
/// 您辖区的机构承办、初次受理或者将接收的，新的在前。 / Those that a body in your regions holds, held first or is to receive, newest
/// first.
#[utoipa::path(
    security(("oauth2" = ["studios:read"])),
    params(StudioQuery, PageQuery),
    responses(
        (status = 200, description = "一页工作室 / A page of studios", body = StudioPage),
    ),
)]
#[get("/v1/studios")]
pub(super) async fn studio_list(
    caller: Caller<StudiosRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<StudioQuery>,
) -> Result<HttpResponse, Problem> {
    let scope = match filter_by(query.region.as_deref(), "/region")? {
        None => caller.regions().clone(),
        Some(region) if caller.regions().covers(&region) => RegionScope::Regions(vec![region]),
        Some(_) => RegionScope::Regions(Vec::new()),
    };
    let filter = Filter {
        person: query.person,
        state: query.state.map(|state| state.0),
    };
    list_within::<Studio>(scope, &services, page.of("studios", &query)?, filter).await
}

/// 查询工作室 / Read a studio
///
/// 您辖区的机构承办、初次受理或者将接收的，可以查阅；台账见带头人的案件。 / You may read it where a body in your regions holds, held first or is
/// to receive it. The ledger stands in the case of the leader.
#[utoipa::path(
    security(("oauth2" = ["studios:read"])),
    params(
        ("id" = Uuid, Path, description = "工作室编号 / The studio's id", example = json!(ids::STUDIO)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "工作室 / The studio", body = StudioView),
    ),
)]
#[get("/v1/studios/{id}")]
pub(super) async fn studio_get(
    caller: Caller<StudiosRead>,
    Path(id): Path<StudioId>,
    known: Optional<IfNoneMatch>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let purpose = (&Optional(None), "studio.sensitive_read");
    get::<Studio>(&caller, id, &known, purpose, command).await
}

/// 查询工作室的案件和台账 / Read the case and the ledger of a studio
///
/// 同意、查看、活动、走访、线索、宣传、年度报告、评估、整改和决定。每个期限附其算式，随日期推移而变，故不设 `ETag`。 / Consent, visits,
/// activities, clues, publications, yearly reports, assessments, rectifications and decisions. Every clock comes with the arithmetic
/// of its last day, so there is no `ETag`.
#[utoipa::path(
    security(("oauth2" = ["studios:read"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "工作室编号 / The studio's id", example = json!(ids::STUDIO)),
        ("actor_id" = Uuid, Path, description = "案件编号 / The id of the case", example = json!(ids::STUDIO_CASE)),
    ),
    responses((status = 200, description = "案件和台账 / The case and the ledger", body = StudioCaseView)),
)]
#[get("/v1/studios/{id}/actors/{actor_id}")]
pub(super) async fn studio_actor_get(
    caller: Caller<StudiosRead>,
    services: Data<Services>,
    Path((id, actor)): Path<(StudioId, CaseId)>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let (one, calendar) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let one = case_of::<Studio>(reader, &scope, id, actor)?;
            Ok((one, calendar::in_force(reader)?))
        })
        .await?;
    let today = services.store.clock().today();
    let context = context_of(services.policies.set(), &calendar, &one.case, today, None)?;
    Ok(HttpResponse::Ok().json(StudioCaseView::from((&one, &context))))
}
