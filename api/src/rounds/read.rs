//! Reads of rounds.

use std::collections::BTreeMap;

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::{CaseId, RoundId};
use domain::rounds::Round;
use persistence::rounds::Filter;
use persistence::{RegionScope, calendar, cases, rounds};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::view::{RoundCaseView, RoundPage, RoundView};
use crate::auth::Caller;
use crate::auth::permissions::CommendationsRead;
use crate::commands::Command;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, PageQuery, Path, Query};
use crate::problems::Problem;
use crate::procedure::{Seen, case_of, context_of, get};
use crate::services::Services;
use crate::words::{CommendationFormWord, HonourLevelWord, RoundStateWord};

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct RoundQuery {
    /// 只列处于该状态的 / Only those in this state.
    #[param(inline)]
    state: Option<RoundStateWord>,
    /// 只列该形式的 / Only those of this form.
    #[param(inline)]
    form: Option<CommendationFormWord>,
    /// 只列该级别的 / Only those of this level.
    #[param(inline)]
    level: Option<HonourLevelWord>,
    /// 只列该年拟定的 / Only those that were planned in this year.
    #[validate(range(min = 1900, max = 2999))]
    #[param(minimum = 1900, maximum = 2999, example = 2026)]
    year: Option<i32>,
}

/// 批次列表 / List rounds
///
/// 您辖区的机构主办的，新的在前。 / Those that a body in your regions organises, newest first.
#[utoipa::path(
    security(("oauth2" = ["commendations:read"])),
    params(RoundQuery, PageQuery),
    responses(
        (status = 200, description = "一页批次 / A page of rounds", body = RoundPage),
    ),
)]
#[get("/v1/commendation-rounds")]
pub(super) async fn round_list(
    caller: Caller<CommendationsRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<RoundQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("rounds", &query)?;
    let keyset = list.keyset::<RoundId>()?;
    let filter = Filter {
        state: query.state.map(|word| word.0),
        form: query.form.map(|word| word.0),
        level: query.level.map(|word| word.0),
        year: query.year,
    };
    let scope = caller.regions().clone();
    let (found, seen) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let found = rounds::list(reader, &scope, filter, &keyset)?;
            let ids: Vec<RoundId> = found.items.iter().map(|file| file.id).collect();
            let cases = cases::of_files::<Round>(reader, &ids)?;
            let seen = cases
                .into_iter()
                .map(|(id, all)| (id, Seen::of(&scope, all)));
            let seen: BTreeMap<RoundId, Seen<Round>> = seen.collect();
            Ok((found, seen))
        })
        .await?;
    list.answer(
        &found,
        |file| file.id,
        |file| {
            let none = || Seen::of(&RegionScope::City, Vec::new());
            let seen = seen.get(&file.id).cloned().unwrap_or_else(none);
            RoundView::from((file, &seen))
        },
    )
}

/// 查询批次 / Read a round
///
/// 您辖区的机构主办的，可以查阅。 / You may read it where a body in your regions organises it.
#[utoipa::path(
    security(("oauth2" = ["commendations:read"])),
    params(
        ("id" = Uuid, Path, description = "批次编号 / The round's id", example = json!(ids::ROUND)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "批次 / The round", body = RoundView),
    ),
)]
#[get("/v1/commendation-rounds/{id}")]
pub(super) async fn round_get(
    caller: Caller<CommendationsRead>,
    Path(id): Path<RoundId>,
    known: Optional<IfNoneMatch>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let purpose = (&Optional(None), "round.sensitive_read");
    get::<Round>(&caller, id, &known, purpose, command).await
}

/// 查询批次的办理 / Read how a round is carried out
///
/// 初审、公示、表决、决议、决定附件和议程。每个期限附其算式，随日期推移而变，故不设 `ETag`。 / First reviews, notices, ballots, resolutions, the annex of
/// the decision and the agenda. Every clock comes with the arithmetic of its last day, so there is no `ETag`.
#[utoipa::path(
    security(("oauth2" = ["commendations:read"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "批次编号 / The round's id", example = json!(ids::ROUND)),
        ("actor_id" = Uuid, Path, description = "案件编号 / The case's id", example = json!(ids::ROUND_CASE)),
    ),
    responses((status = 200, description = "办理情况 / The case", body = RoundCaseView)),
)]
#[get("/v1/commendation-rounds/{id}/actors/{actor_id}")]
pub(super) async fn round_case_get(
    caller: Caller<CommendationsRead>,
    services: Data<Services>,
    Path((id, case)): Path<(RoundId, CaseId)>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let (one, calendar) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let one = case_of::<Round>(reader, &scope, id, case)?;
            Ok((one, calendar::in_force(reader)?))
        })
        .await?;
    let today = services.store.clock().today();
    let context = context_of(services.policies.set(), &calendar, &one.case, today, None)?;
    Ok(HttpResponse::Ok().json(RoundCaseView::from((&one, &context))))
}
