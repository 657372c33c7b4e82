use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::DeedId;
use persistence::audit::Change;
use persistence::deeds::{self, Actor, Deed};
use persistence::{Reader, RegionScope};
use serde_json::json;

use super::wire::DeedView;
use super::{TAG, subject};
use crate::auth::permissions::DeedsRead;
use crate::auth::{Caller, Representation};
use crate::commands::{Answer, Command, Effect};
use crate::contract::parameters::ReadHeaders;
use crate::demo::ids;
use crate::http::{AccessPurpose, IfNoneMatch, Optional, Path, conditional};
use crate::problems::Problem;
use crate::state::State;

/// 查询事迹 / Read a deed
///
/// 您辖区的机构承办、初次确认或者将接收任一行为人案件的，可以查阅。受益人、证人和伤情通常遮盖；令牌另有
/// `people:read-sensitive` 权限且以 `Access-Purpose` 说明目的时，答复全部内容，并记入审计。 / You may read it
/// where a body in your regions holds, held first or is to receive the case of one of the actors.
/// Beneficiaries, witnesses and harm are masked, unless the token also holds `people:read-sensitive`
/// and `Access-Purpose` gives a purpose: then everything is shown, and the read is in the audit.
#[utoipa::path(
    tag = TAG,
    operation_id = "deed_get",
    security(("oauth2" = ["deeds:read"])),
    params(
        ("id" = Uuid, Path, description = "事迹编号 / The deed's id", example = json!(ids::DEED)),
        ReadHeaders,
        Optional<AccessPurpose>,
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
    purpose: Optional<AccessPurpose>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let representation = Representation::asked(&caller, &purpose)?;
    if representation == Representation::Full {
        return command
            .of_audited_read()
            .run(&caller, &[], Ok(()), move |acting, ()| {
                let (deed, actors) = find(acting.tx, &scope, id)?;
                let read = Change::sensitive_read("deed.sensitive_read", subject(&deed), json!({}));
                let shown = DeedView::new(&deed, &actors, representation);
                let answer = Answer::ok(&shown)?.tagged(&representation.tag(deed.version));
                Ok(Effect::of(read, answer))
            })
            .await;
    }
    let (deed, actors) = state
        .store
        .read(move |reader| find(reader, &scope, id))
        .await?;
    Ok(conditional(
        &known,
        &representation.tag(deed.version),
        &DeedView::new(&deed, &actors, representation),
    ))
}

fn find(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: DeedId,
) -> Result<(Deed, Vec<Actor>), Problem> {
    let deed = deeds::find(reader, scope, id)?.ok_or_else(Problem::not_found)?;
    Ok((deed, deeds::of_deed(reader, id)?))
}
