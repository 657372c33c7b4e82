use std::slice;

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::deeds::procedure::{Who, actions};
use domain::ids::{ActorId, DeedId};
use persistence::deeds;

use super::TAG;
use super::setting::{receipts, scopes, setting_of, signer};
use super::wire::ActionPage;
use crate::auth::Caller;
use crate::auth::permissions::DeedsRead;
use crate::demo::ids;
use crate::http::{OnBehalfOf, Optional, Path};
use crate::problems::Problem;
use crate::state::State;

/// 可以办理的步骤 / What may be done next
///
/// 列出每个步骤、谁可以办理、尚缺什么；办理被拒时的 409 与此一致。以 `On-Behalf-Of` 说明经办人。 / Every step,
/// who may take it and what is unmet, exactly as the 409 of a forbidden step says. `On-Behalf-Of`
/// names the officer for whom you ask.
#[utoipa::path(
    tag = TAG,
    operation_id = "deed_action_list",
    security(("oauth2" = ["deeds:read"])),
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    params(
        ("id" = Uuid, Path, description = "事迹编号 / The deed's id", example = json!(ids::DEED)),
        ("actor_id" = Uuid, Path, description = "行为人编号 / The actor's id", example = json!(ids::ACTOR)),
        Optional<OnBehalfOf>,
    ),
    responses(
        (status = 200, description = "全部步骤 / Every step", body = ActionPage),
    ),
)]
#[get("/v1/deeds/{id}/actors/{actor_id}/actions")]
pub(super) async fn deed_action_list(
    caller: Caller<DeedsRead>,
    state: Data<State>,
    Path((id, actor_id)): Path<(DeedId, ActorId)>,
    officer: Optional<OnBehalfOf>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let client = caller.client();
    let officer = officer.0.map(|OnBehalfOf(id)| id);
    let (case, decision, signer) = state
        .store
        .read(move |reader| -> Result<_, Problem> {
            deeds::find(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let actor = deeds::of_deed(reader, id)?
                .into_iter()
                .find(|actor| actor.id == actor_id)
                .ok_or_else(Problem::not_found)?;
            let signer = officer
                .map(|officer| signer(reader, client, officer))
                .transpose()?;
            let decision = receipts(reader, slice::from_ref(&actor))?.remove(&actor.decision);
            Ok((actor.case, decision, signer))
        })
        .await?;
    let today = state.store.clock().today();
    let setting = setting_of(state.policies.set(), &case, today, decision.as_ref())?;
    let who = Who {
        scopes: scopes(&caller),
        signer,
    };
    let possible = actions(&case, &who, &setting);
    Ok(HttpResponse::Ok().json(ActionPage::new(case.state(), &possible)))
}
