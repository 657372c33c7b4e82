//! Reads of deeds, of the cases of their actors and of objections.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::deeds::Deed;
use domain::ids::{CaseId, DeedId, Id as _, PersonId};
use persistence::calendar;
use persistence::cases::{self, EnclosureKind, Filter};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::wire::{ActorCaseView, DeedObjection, DeedObjectionPage, DeedPage, DeedView};
use crate::auth::Caller;
use crate::auth::permissions::DeedsRead;
use crate::commands::Command;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{AccessPurpose, IfNoneMatch, Optional, PageQuery, Path, Query};
use crate::problems::Problem;
use crate::procedure::{Objections, case_of, context_of, get, list, reached};
use crate::services::Services;
use crate::words::CaseStateWord;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct DeedQuery {
    /// 只列该人员为行为人的 / Only those in which this person took part.
    #[param(value_type = Option<Uuid>)]
    person: Option<PersonId>,
    /// 只列有行为人的案件处于该状态的 / Only those in which the case of an actor is in this state.
    #[param(inline)]
    state: Option<CaseStateWord>,
}

/// 事迹列表 / List deeds
///
/// 您辖区的机构承办、初次确认或者将接收任一行为人案件的，新的在前。 / Those of which a body in your regions
/// holds, held first or is to receive the case of an actor, newest first.
#[utoipa::path(
    security(("oauth2" = ["deeds:read"])),
    params(DeedQuery, PageQuery),
    responses(
        (status = 200, description = "一页事迹 / A page of deeds", body = DeedPage),
    ),
)]
#[get("/v1/deeds")]
pub(super) async fn deed_list(
    caller: Caller<DeedsRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<DeedQuery>,
) -> Result<HttpResponse, Problem> {
    let filter = Filter {
        person: query.person,
        state: query.state.map(|state| state.0),
    };
    list::<Deed>(&caller, &services, page.of("deeds", &query)?, filter).await
}

/// 查询事迹 / Read a deed
///
/// 您辖区的机构承办、初次确认或者将接收任一行为人案件的，可以查阅。受益人、证人和伤情通常遮盖；令牌另有
/// `people:read-sensitive` 权限且以 `Access-Purpose` 说明目的时，答复全部内容，并记入审计。 / You may read it
/// where a body in your regions holds, held first or is to receive the case of one of the actors.
/// Beneficiaries, witnesses and harm are masked, unless the token also holds `people:read-sensitive`
/// and `Access-Purpose` gives a purpose: then everything is shown, and the read is in the audit.
#[utoipa::path(
    security(("oauth2" = ["deeds:read"])),
    params(
        ("id" = Uuid, Path, description = "事迹编号 / The deed's id", example = json!(ids::DEED)),
        ReadHeaders,
        Optional<AccessPurpose>,
    ),
    responses(
        (status = 200, description = "事迹 / The deed", body = DeedView),
    ),
)]
#[get("/v1/deeds/{id}")]
pub(super) async fn deed_get(
    caller: Caller<DeedsRead>,
    Path(id): Path<DeedId>,
    known: Optional<IfNoneMatch>,
    purpose: Optional<AccessPurpose>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    get::<Deed>(
        &caller,
        id,
        &known,
        (&purpose, "deed.sensitive_read"),
        command,
    )
    .await
}

/// 查询行为人的案件 / Read the case of an actor
///
/// 每个期限附其记录和算式；随日期推移而变，故不设 `ETag`。 / Every clock comes with its entries and the
/// arithmetic of its last day. What it says changes with the day, so it has no `ETag`.
#[utoipa::path(
    security(("oauth2" = ["deeds:read"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "事迹编号 / The deed's id", example = json!(ids::DEED)),
        ("actor_id" = Uuid, Path, description = "行为人编号 / The actor's id", example = json!(ids::ACTOR)),
    ),
    responses(
        (status = 200, description = "案件 / The case", body = ActorCaseView),
    ),
)]
#[get("/v1/deeds/{id}/actors/{actor_id}")]
pub(super) async fn deed_actor_get(
    caller: Caller<DeedsRead>,
    services: Data<Services>,
    Path((id, actor_id)): Path<(DeedId, CaseId)>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let (actor, recognition, texts, calendar) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let actor = case_of::<Deed>(reader, &scope, id, actor_id)?;
            let recognition = reached(reader, &scope, actor.case.record().recognition)?;
            let texts = cases::enclosures(reader, id.uuid(), EnclosureKind::Evidence)?;
            let calendar = calendar::in_force(reader)?;
            Ok((actor, recognition, texts, calendar))
        })
        .await?;
    let today = services.store.clock().today();
    let policies = services.policies.set();
    let context = context_of(policies, &calendar, &actor.case, today, None)?;
    let shown = ActorCaseView::from((&actor, recognition, &texts[..], &context));
    Ok(HttpResponse::Ok().json(shown))
}

/// 异议列表 / List the objections to a deed's notices
///
/// 新的在前。内容可能涉及提出人，通常不给出；令牌另有 `people:read-sensitive` 权限且以 `Access-Purpose` 说明目的时给出，
/// 并记入审计。 / Newest first. The text of an objection may reveal who made it, so it is left out, unless the token
/// also holds `people:read-sensitive` and `Access-Purpose` gives a purpose; then the read is in the audit.
#[utoipa::path(
    security(("oauth2" = ["deeds:read"])),
    params(
        ("id" = Uuid, Path, description = "事迹编号 / The deed's id", example = json!(ids::DEED_PUBLISHED)),
        PageQuery,
        Optional<AccessPurpose>,
    ),
    responses(
        (status = 200, description = "一页异议 / A page of objections", body = DeedObjectionPage,
            headers(("Link" = Option<String>, description = "下一页；给出内容时只在 next 中 / The next page (RFC 8288); where what they say is shown, only in `next`"))),
    ),
)]
#[get("/v1/deeds/{id}/objections")]
pub(super) async fn deed_objection_list(
    caller: Caller<DeedsRead>,
    services: Data<Services>,
    Path(id): Path<DeedId>,
    page: PageQuery,
    purpose: Optional<AccessPurpose>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    Objections::<Deed, DeedObjection> {
        list: "deed-objections",
        read: "deed.objections_read",
        of_case: |record| record.objections().map(|one| one.id).collect(),
        shown: DeedObjection::new,
    }
    .answer((&caller, &services), id, (page, purpose), command)
    .await
}
