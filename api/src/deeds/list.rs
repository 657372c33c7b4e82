use std::collections::BTreeMap;

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::deeds::Deed;
use domain::ids::{DeedId, PersonId};
use persistence::StoreError;
use persistence::cases::{self, Filter};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::wire::{DeedPage, DeedView};
use super::{Actor, TAG};
use crate::auth::permissions::DeedsRead;
use crate::auth::{Caller, Representation};
use crate::http::{PageQuery, Query};
use crate::problems::Problem;
use crate::services::Services;
use crate::words::CaseStateWord;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct DeedQuery {
    /// 只列该人员为行为人的 / Only those in which this person took part.
    #[param(value_type = Option<Uuid>)]
    person: Option<PersonId>,
    /// 只列有行为人的案件处于该状态的 / Only those of which the case of an actor has come so far.
    #[param(inline)]
    state: Option<CaseStateWord>,
}

/// 事迹列表 / List deeds
///
/// 您辖区的机构承办、初次确认或者将接收任一行为人案件的，新的在前。 / Those of which a body in your regions
/// holds, held first or is to receive the case of an actor, newest first.
#[utoipa::path(
    tag = TAG,
    operation_id = "deed_list",
    security(("oauth2" = ["deeds:read"])),
    params(DeedQuery, PageQuery),
    responses(
        (status = 200, description = "一页事迹 / A page of deeds", body = DeedPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
    ),
)]
#[get("/v1/deeds")]
pub(super) async fn deed_list(
    caller: Caller<DeedsRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<DeedQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("deeds", &query)?;
    let filter = Filter {
        person: query.person,
        state: query.state.map(|state| state.0),
    };
    let keyset = list.keyset::<DeedId>()?;
    let scope = caller.regions().clone();
    let (found, actors) = services
        .store
        .read(move |reader| -> Result<_, StoreError> {
            let found = cases::list::<Deed>(reader, &scope, filter, &keyset)?;
            let ids: Vec<DeedId> = found.items.iter().map(|deed| deed.id).collect();
            let actors = cases::of_files::<Deed>(reader, &ids)?;
            Ok((found, actors))
        })
        .await?;
    list.answer(
        &found,
        |deed| deed.id,
        |deed| DeedView::new(deed, of(&actors, deed.id), Representation::Masked),
    )
}

fn of(actors: &BTreeMap<DeedId, Vec<Actor>>, deed: DeedId) -> &[Actor] {
    actors.get(&deed).map_or(&[], Vec::as_slice)
}
