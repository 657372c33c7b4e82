use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::{DeedEntryId, DeedId};
use persistence::deeds;

use super::TAG;
use super::wire::DeedHistoryPage;
use crate::auth::Caller;
use crate::auth::permissions::DeedsRead;
use crate::demo::ids;
use crate::http::{PageQuery, Path};
use crate::problems::Problem;
use crate::state::State;

/// 事迹历史 / The history of a deed
///
/// 每名行为人的每个步骤一条，新的在前。 / One entry for each step of each actor, newest first.
#[utoipa::path(
    tag = TAG,
    operation_id = "deed_history_list",
    security(("oauth2" = ["deeds:read"])),
    params(
        ("id" = Uuid, Path, description = "事迹编号 / The deed's id", example = json!(ids::DEED)),
        PageQuery,
    ),
    responses(
        (status = 200, description = "一页历史 / A page of the history", body = DeedHistoryPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
    ),
)]
#[get("/v1/deeds/{id}/history")]
pub(super) async fn deed_history_list(
    caller: Caller<DeedsRead>,
    state: Data<State>,
    Path(id): Path<DeedId>,
    page: PageQuery,
) -> Result<HttpResponse, Problem> {
    let list = page.of("deed-history", &id)?;
    let keyset = list.keyset::<DeedEntryId>()?;
    let scope = caller.regions().clone();
    let found = state
        .store
        .read(move |reader| -> Result<_, Problem> {
            deeds::find(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            Ok(deeds::history(reader, id, &keyset)?)
        })
        .await?;
    list.answer(&found, |entry| entry.id, DeedHistoryPage::new)
}
