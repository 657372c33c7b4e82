//! Reads of commendations and of their cases.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::commendations::Commendation;
use domain::ids::{CaseId, CommendationId, PersonId};
use persistence::calendar;
use persistence::cases::Filter;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::view::{CommendationCaseView, CommendationPage, CommendationView};
use crate::auth::Caller;
use crate::auth::permissions::CommendationsRead;
use crate::commands::Command;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, PageQuery, Path, Query};
use crate::problems::Problem;
use crate::procedure::{case_of, context_of, get, list};
use crate::services::Services;
use crate::words::CommendationStateWord;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct CommendationQuery {
    /// 只列该人员的 / Only those of this person.
    #[param(value_type = Option<Uuid>)]
    person: Option<PersonId>,
    /// 只列有案件处于该状态的 / Only those with a case in this state.
    #[param(inline)]
    state: Option<CommendationStateWord>,
}

/// 表扬推荐列表 / List commendations
///
/// 您辖区的机构承办、初次受理或者将接收任一成员案件的，新的在前。 / Those of which a body in your regions holds, held first or
/// is to receive the case of a member, newest first.
#[utoipa::path(
    security(("oauth2" = ["commendations:read"])),
    params(CommendationQuery, PageQuery),
    responses(
        (status = 200, description = "一页表扬推荐 / A page of commendations", body = CommendationPage),
    ),
)]
#[get("/v1/commendations")]
pub(super) async fn commendation_list(
    caller: Caller<CommendationsRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<CommendationQuery>,
) -> Result<HttpResponse, Problem> {
    let filter = Filter {
        person: query.person,
        state: query.state.map(|state| state.0),
    };
    list::<Commendation>(
        &caller,
        &services,
        page.of("commendations", &query)?,
        filter,
    )
    .await
}

/// 查询表扬推荐 / Read a commendation
///
/// 您辖区的机构承办、初次受理或者将接收任一成员案件的，可以查阅。 / You may read it where a body in your regions holds, held
/// first or is to receive the case of one of the members.
#[utoipa::path(
    security(("oauth2" = ["commendations:read"])),
    params(
        ("id" = Uuid, Path, description = "表扬推荐编号 / The commendation's id", example = json!(ids::COMMENDATION)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "表扬推荐 / The commendation", body = CommendationView),
    ),
)]
#[get("/v1/commendations/{id}")]
pub(super) async fn commendation_get(
    caller: Caller<CommendationsRead>,
    Path(id): Path<CommendationId>,
    known: Optional<IfNoneMatch>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let purpose = (&Optional(None), "commendation.sensitive_read");
    get::<Commendation>(&caller, id, &known, purpose, command).await
}

/// 查询成员的表扬 / Read the case of a member
///
/// 意见、逐级推荐、批次、授予、证书、奖金和颁授。每个期限附其算式，随日期推移而变，故不设 `ETag`。 / Opinions, recommendations,
/// rounds, awards, certificate, money and conferral. Every clock comes with the arithmetic of its last day, so there is
/// no `ETag`.
#[utoipa::path(
    security(("oauth2" = ["commendations:read"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "表扬推荐编号 / The commendation's id", example = json!(ids::COMMENDATION)),
        ("actor_id" = Uuid, Path, description = "案件编号 / The id of the case", example = json!(ids::COMMENDATION_CASE)),
    ),
    responses((status = 200, description = "案件 / The case", body = CommendationCaseView)),
)]
#[get("/v1/commendations/{id}/actors/{actor_id}")]
pub(super) async fn commendation_actor_get(
    caller: Caller<CommendationsRead>,
    services: Data<Services>,
    Path((id, actor)): Path<(CommendationId, CaseId)>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let (one, calendar) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let one = case_of::<Commendation>(reader, &scope, id, actor)?;
            Ok((one, calendar::in_force(reader)?))
        })
        .await?;
    let today = services.store.clock().today();
    let context = context_of(services.policies.set(), &calendar, &one.case, today, None)?;
    Ok(HttpResponse::Ok().json(CommendationCaseView::from((&one, &context))))
}
