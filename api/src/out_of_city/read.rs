//! Reads of recognitions and of their cases.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::{CaseId, PersonId, RecognitionId};
use domain::out_of_city::Recognition;
use persistence::calendar;
use persistence::cases::Filter;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::view::{RecognitionCaseView, RecognitionPage, RecognitionView};
use crate::auth::Caller;
use crate::auth::permissions::RecognitionsRead;
use crate::commands::Command;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, PageQuery, Path, Query};
use crate::problems::Problem;
use crate::procedure::{case_of, context_of, get, list, reached};
use crate::services::Services;
use crate::words::RecognitionStateWord;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct RecognitionQuery {
    /// 只列该人员的 / Only those of this person.
    #[param(value_type = Option<Uuid>)]
    person: Option<PersonId>,
    /// 只列有案件处于该状态的 / Only those with a case in this state.
    #[param(inline)]
    state: Option<RecognitionStateWord>,
}

/// 认定列表 / List recognitions
///
/// 您辖区的机构承办、初次受理或者将接收任一行为人案件的，新的在前。 / Those of which a body in your regions holds, held first or
/// is to receive the case of a person, newest first.
#[utoipa::path(
    security(("oauth2" = ["recognitions:read"])),
    params(RecognitionQuery, PageQuery),
    responses(
        (status = 200, description = "一页认定 / A page of recognitions", body = RecognitionPage),
    ),
)]
#[get("/v1/out-of-city-recognitions")]
pub(super) async fn recognition_list(
    caller: Caller<RecognitionsRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<RecognitionQuery>,
) -> Result<HttpResponse, Problem> {
    let filter = Filter {
        person: query.person,
        state: query.state.map(|state| state.0),
    };
    list::<Recognition>(&caller, &services, page.of("recognitions", &query)?, filter).await
}

/// 查询认定 / Read a recognition
///
/// 您辖区的机构承办、初次受理或者将接收任一行为人案件的，可以查阅。 / You may read it where a body in your regions holds, held first
/// or is to receive the case of one of the people.
#[utoipa::path(
    security(("oauth2" = ["recognitions:read"])),
    params(
        ("id" = Uuid, Path, description = "认定编号 / The recognition's id", example = json!(ids::RECOGNITION)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "认定 / The recognition", body = RecognitionView),
    ),
)]
#[get("/v1/out-of-city-recognitions/{id}")]
pub(super) async fn recognition_get(
    caller: Caller<RecognitionsRead>,
    Path(id): Path<RecognitionId>,
    known: Optional<IfNoneMatch>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let purpose = (&Optional(None), "recognition.sensitive_read");
    get::<Recognition>(&caller, id, &known, purpose, command).await
}

/// 查询行为人的认定 / Read the case of a person
///
/// 来源地依据、当地确认文书、核验、告知、决定和证书。每个期限附其算式，随日期推移而变，故不设 `ETag`。 / Origin, local confirmation, checks,
/// notices, decisions and certificate. Every clock comes with the arithmetic of its last day, so there is no `ETag`.
#[utoipa::path(
    security(("oauth2" = ["recognitions:read"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "认定编号 / The recognition's id", example = json!(ids::RECOGNITION)),
        ("actor_id" = Uuid, Path, description = "行为人编号 / The actor's id", example = json!(ids::RECOGNITION_CASE)),
    ),
    responses((status = 200, description = "案件 / The case", body = RecognitionCaseView)),
)]
#[get("/v1/out-of-city-recognitions/{id}/actors/{actor_id}")]
pub(super) async fn recognition_actor_get(
    caller: Caller<RecognitionsRead>,
    services: Data<Services>,
    Path((id, actor)): Path<(RecognitionId, CaseId)>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let (one, deed, calendar) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let one = case_of::<Recognition>(reader, &scope, id, actor)?;
            let deed = reached(reader, &scope, one.case.record().deed)?;
            Ok((one, deed, calendar::in_force(reader)?))
        })
        .await?;
    let today = services.store.clock().today();
    let context = context_of(services.policies.set(), &calendar, &one.case, today, None)?;
    Ok(HttpResponse::Ok().json(RecognitionCaseView::from((&one, deed, &context))))
}
