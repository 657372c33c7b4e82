use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::DeedId;
use persistence::deeds;

use super::wire::DeedView;
use super::{TAG, tag};
use crate::auth::Caller;
use crate::auth::permissions::DeedsRead;
use crate::contract::parameters::ReadHeaders;
use crate::demo::ids;
use crate::http::{IfNoneMatch, Optional, Path, conditional};
use crate::problems::Problem;
use crate::state::State;

/// 查询事迹 / Read a deed
///
/// 您辖区的机构承办、初次确认或者将接收任一行为人案件的，可以查阅。 / You may read it where a body in your
/// regions holds, held first or is to receive the case of one of the actors.
#[utoipa::path(
    tag = TAG,
    operation_id = "deed_get",
    security(("oauth2" = ["deeds:read"])),
    params(
        ("id" = Uuid, Path, description = "事迹编号 / The deed's id", example = json!(ids::DEED)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "事迹 / The deed", body = DeedView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/deeds/{id}")]
pub(super) async fn deed_get(
    caller: Caller<DeedsRead>,
    state: Data<State>,
    Path(id): Path<DeedId>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let (deed, actors) = state
        .store
        .read(move |reader| -> Result<_, Problem> {
            let deed = deeds::find(reader, &scope, id)?.ok_or_else(Problem::not_found)?;
            let actors = deeds::of_deed(reader, id)?;
            Ok((deed, actors))
        })
        .await?;
    Ok(conditional(
        &known,
        &tag(&deed),
        &DeedView::new(&deed, &actors),
    ))
}
