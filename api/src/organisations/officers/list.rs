use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::OrganisationId;
use persistence::officers::{self, Filter};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::TAG;
use super::wire::{OfficerPage, OfficerView};
use crate::auth::Caller;
use crate::auth::permissions::OrganisationsRead;
use crate::http::{PageQuery, Query};
use crate::problems::Problem;
use crate::services::Services;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct OfficerQuery {
    /// 只列该机构的 / Only those of this organisation.
    #[param(value_type = Option<Uuid>)]
    organisation_id: Option<OrganisationId>,
    /// 只列在任的，或只列已停用的 / Only those in office, or only those who are not.
    active: Option<bool>,
}

/// 工作人员列表 / List officers
///
/// 您辖区内机构的工作人员，新登记的在前。 / The officers of organisations within your regions, newest
/// first.
#[utoipa::path(
    tag = TAG,
    operation_id = "officer_list",
    security(("oauth2" = ["organisations:read"])),
    params(OfficerQuery, PageQuery),
    responses(
        (status = 200, description = "一页工作人员 / A page of officers", body = OfficerPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
    ),
)]
#[get("/v1/officers")]
pub(super) async fn officer_list(
    caller: Caller<OrganisationsRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<OfficerQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("officers", &query)?;
    let filter = Filter {
        organisation: query.organisation_id,
        active: query.active,
    };
    let keyset = list.keyset()?;
    let scope = caller.regions().clone();
    let found = services
        .store
        .read(move |reader| officers::list(reader, &scope, &filter, &keyset))
        .await?;
    list.answer(&found, |officer| officer.id, |row| OfficerView::from(row))
}
