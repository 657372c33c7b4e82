use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::deeds::Deed;
use domain::ids::{DeedId, Id as _};
use persistence::audit::Change;
use persistence::cases::{self, Enclosure};
use persistence::{Keyset, Page, Reader, RegionScope};
use serde_json::json;
use uuid::Uuid;

use super::wire::{DeedObjection, DeedObjectionPage};
use super::{Actor, DeedFile, TAG};
use crate::auth::permissions::DeedsRead;
use crate::auth::{Caller, Representation};
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::http::{AccessPurpose, Optional, PageQuery, Path};
use crate::problems::Problem;
use crate::procedure::subject;
use crate::services::Services;

/// 异议列表 / List the objections to a deed's notices
///
/// 新的在前。内容可能涉及提出人，通常不给出；令牌另有 `people:read-sensitive` 权限且以 `Access-Purpose` 说明目的时给出，
/// 并记入审计。 / Newest first. What an objection says may tell who made it, so it is left out, unless the token
/// also holds `people:read-sensitive` and `Access-Purpose` gives a purpose; then the read is in the audit.
#[utoipa::path(
    tag = TAG,
    operation_id = "deed_objection_list",
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
    let list = page.of("deed-objections", &id)?;
    let keyset = list.keyset::<Uuid>()?;
    let scope = caller.regions().clone();
    let representation = Representation::asked(&caller, &purpose)?;
    if representation == Representation::Full {
        return command
            .of_audited_read()
            .run(&caller, &[], Ok(()), move |acting, ()| {
                let (deed, actors, found) = find(acting.tx, &scope, id, &keyset)?;
                let action = "deed.objections_read";
                let read = Change::sensitive_read(action, subject(&deed), json!({}));
                let page = list.page(
                    &found,
                    |objection| objection.id,
                    |objection| DeedObjection::new(objection, &actors, representation),
                )?;
                Ok(Effect::of(read, Answer::ok(&page)?))
            })
            .await;
    }
    let (_, actors, found) = services
        .store
        .read(move |reader| find(reader, &scope, id, &keyset))
        .await?;
    list.answer(
        &found,
        |objection| objection.id,
        |objection| DeedObjection::new(objection, &actors, representation),
    )
}

fn find(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: DeedId,
    keyset: &Keyset<Uuid>,
) -> Result<(DeedFile, Vec<Actor>, Page<Enclosure>), Problem> {
    let deed = cases::find::<Deed>(reader, scope, id)?.ok_or_else(Problem::not_found)?;
    let actors = cases::of_file(reader, id)?;
    Ok((deed, actors, cases::objections(reader, id.uuid(), keyset)?))
}
