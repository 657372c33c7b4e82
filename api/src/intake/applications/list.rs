use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::intake::Application;

use crate::auth::Caller;
use crate::auth::permissions::IntakeRead;
use crate::http::{PageQuery, Query};
use crate::intake::TAG;
use crate::intake::reading::{self, FilingQuery};
use crate::intake::wire::ApplicationPage;
use crate::problems::Problem;
use crate::services::Services;

/// 公众申请列表 / List applications
///
/// 您辖区办理的，新的在前；附可能是同一事迹的在先事迹和申请。敏感信息遮盖。 / Those that your regions handle, newest first,
/// with earlier deeds and applications that may be of the same incident. Sensitive data is masked.
#[utoipa::path(
    tag = TAG,
    operation_id = "application_list",
    security(("oauth2" = ["intake:read"])),
    params(FilingQuery, PageQuery),
    responses(
        (status = 200, description = "一页 / A page", body = ApplicationPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
    ),
)]
#[get("/v1/applications")]
pub(in crate::intake) async fn application_list(
    caller: Caller<IntakeRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<FilingQuery>,
) -> Result<HttpResponse, Problem> {
    reading::list::<Application>(&caller, &services, page, query).await
}
