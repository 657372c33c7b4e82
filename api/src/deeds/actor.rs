use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::deeds::Deed;
use domain::ids::{CaseId, DeedId, Id as _};
use persistence::cases::{self, EnclosureKind};

use super::TAG;
use super::wire::ActorCaseView;
use crate::auth::Caller;
use crate::auth::permissions::DeedsRead;
use crate::contract::examples::ids;
use crate::http::Path;
use crate::problems::Problem;
use crate::procedure::context_of;
use crate::services::Services;

/// 查询行为人的案件 / Read the case of an actor
///
/// 每个期限附其记录和算式；随日期推移而变，故不设 `ETag`。 / Every clock comes with its entries and the
/// arithmetic of its last day. What it says changes with the day, so it has no `ETag`.
#[utoipa::path(
    tag = TAG,
    operation_id = "deed_actor_get",
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
    let (actor, texts) = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            cases::find::<Deed>(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let actor = cases::of_file::<Deed>(reader, id)?
                .into_iter()
                .find(|actor| actor.id == actor_id)
                .ok_or_else(Problem::not_found)?;
            let texts = cases::enclosures(reader, id.uuid(), EnclosureKind::Evidence)?;
            Ok((actor, texts))
        })
        .await?;
    let today = services.store.clock().today();
    let context = context_of(services.policies.set(), &actor.case, today, None)?;
    Ok(HttpResponse::Ok().json(ActorCaseView::new(&actor, &texts, &context)))
}
