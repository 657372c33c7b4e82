use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::error::FieldErrors;
use domain::regions::RegionCode;
use persistence::organisations::{self, Filter};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::TAG;
use super::wire::{OrganisationPage, OrganisationView};
use crate::auth::Caller;
use crate::auth::permissions::OrganisationsRead;
use crate::http::{PageQuery, Query};
use crate::problems::{Code, Problem};
use crate::services::Services;
use crate::words::OrganisationKindWord;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct OrganisationQuery {
    /// 只列该类别的 / Only those of this kind.
    #[param(inline)]
    kind: Option<OrganisationKindWord>,
    /// 只列该区划的 / Only those of this region.
    #[validate(length(min = 3, max = 6))]
    #[param(min_length = 3, max_length = 6, pattern = "^([0-9]{6}|[A-Z]{3,6})$")]
    region: Option<String>,
}

impl OrganisationQuery {
    fn parse(self) -> Result<Filter, Problem> {
        let mut errors = FieldErrors::new();
        let region = self
            .region
            .and_then(|code| errors.take("/region", RegionCode::parse(&code)));
        errors
            .into_result()
            .map_err(|errors| Problem::new(Code::InvalidQuery).errors(errors))?;
        Ok(Filter {
            kind: self.kind.map(|kind| kind.0),
            region,
        })
    }
}

/// 机构列表 / List organisations
///
/// 您辖区内的机构，新登记的在前。 / The organisations within your regions, newest first.
#[utoipa::path(
    tag = TAG,
    operation_id = "organisation_list",
    security(("oauth2" = ["organisations:read"])),
    params(OrganisationQuery, PageQuery),
    responses(
        (status = 200, description = "一页机构 / A page of organisations", body = OrganisationPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
    ),
)]
#[get("/v1/organisations")]
pub(super) async fn organisation_list(
    caller: Caller<OrganisationsRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<OrganisationQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("organisations", &query)?;
    let (filter, keyset) = (query.parse()?, list.keyset()?);
    let scope = caller.regions().clone();
    let found = services
        .store
        .read(move |reader| organisations::list(reader, &scope, &filter, &keyset))
        .await?;
    list.answer(
        &found,
        |organisation| organisation.id,
        |row| OrganisationView::from(row),
    )
}
