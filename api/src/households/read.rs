//! Reads of households.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::{HouseholdId, PersonId};
use persistence::households::{self, Filter};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::tag;
use super::view::{HouseholdPage, HouseholdView};
use crate::auth::Caller;
use crate::auth::permissions::PlaquesRead;
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, Optional, PageQuery, Path, Query, conditional};
use crate::problems::Problem;
use crate::services::Services;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct HouseholdQuery {
    /// 只列该人员的 / Only that of this person.
    #[param(value_type = Option<Uuid>)]
    person: Option<PersonId>,
}

/// 家庭列表 / List households
///
/// 您辖区内的家庭，新登记的在前。 / The households within your regions, newest first.
#[utoipa::path(
    security(("oauth2" = ["plaques:read"])),
    params(HouseholdQuery, PageQuery),
    responses(
        (status = 200, description = "一页家庭 / A page of households", body = HouseholdPage),
    ),
)]
#[get("/v1/households")]
pub(super) async fn household_list(
    caller: Caller<PlaquesRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<HouseholdQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("households", &query)?;
    let keyset = list.keyset::<HouseholdId>()?;
    let filter = Filter {
        person: query.person,
    };
    let scope = caller.regions().clone();
    let found = services
        .store
        .read(move |reader| households::list(reader, &scope, filter, &keyset))
        .await?;
    list.answer(
        &found,
        |household| household.id,
        |household| HouseholdView::from(household),
    )
}

/// 查询家庭 / Read a household
///
/// 不在您辖区内的家庭答复 404。 / One outside your regions is 404.
#[utoipa::path(
    security(("oauth2" = ["plaques:read"])),
    params(
        ("id" = Uuid, Path, description = "家庭编号 / The household's id", example = json!(ids::HOUSEHOLD)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "家庭 / The household", body = HouseholdView,
            headers(("ETag" = String, description = "供 If-Match 和 If-None-Match 使用 / For `If-Match` and `If-None-Match`"))),
    ),
)]
#[get("/v1/households/{id}")]
pub(super) async fn household_get(
    caller: Caller<PlaquesRead>,
    services: Data<Services>,
    Path(id): Path<HouseholdId>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let scope = caller.regions().clone();
    let household = services
        .store
        .read(move |reader| households::find(reader, &scope, id))
        .await?
        .ok_or_else(Problem::not_found)?;
    Ok(conditional(
        &known,
        &tag(&household),
        &HouseholdView::from(&household),
    ))
}
