use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::ApplicationId;
use domain::intake::Application;
use persistence::{StoreError, intake};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use crate::auth::Caller;
use crate::auth::permissions::IntakeRead;
use crate::http::{PageQuery, Query};
use crate::intake::wire::ApplicationPage;
use crate::intake::{Named, Representation, TAG};
use crate::problems::Problem;
use crate::state::State;
use crate::words::IntakeStateWord;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ApplicationQuery {
    /// 只列该状态的 / Only those that stand there.
    #[param(nullable = false, example = "received")]
    state: Option<IntakeStateWord>,
}

/// 公众申请列表 / List applications
///
/// 您辖区办理的，新的在前；附可能是同一事迹的在先事迹和申请。敏感信息遮盖。 / Those that your regions handle, newest first,
/// with earlier deeds and applications that may be of the same incident. Sensitive data is masked.
#[utoipa::path(
    tag = TAG,
    operation_id = "application_list",
    security(("oauth2" = ["intake:read"])),
    params(ApplicationQuery, PageQuery),
    responses(
        (status = 200, description = "一页 / A page", body = ApplicationPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
    ),
)]
#[get("/v1/applications")]
pub(in crate::intake) async fn application_list(
    caller: Caller<IntakeRead>,
    state: Data<State>,
    page: PageQuery,
    Query(query): Query<ApplicationQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("applications", &query)?;
    let keyset = list.keyset::<ApplicationId>()?;
    let scope = caller.regions().clone();
    let wanted = query.state.map(|word| word.0);
    let (found, earlier) = state
        .store
        .read(move |reader| -> Result<_, StoreError> {
            let found = intake::list::<Application>(reader, &scope, wanted, &keyset)?;
            let earlier = intake::likely_earlier(reader, &found.items)?;
            Ok((found, earlier))
        })
        .await?;
    list.answer(
        &found,
        |filing| filing.id,
        |items, next, total| ApplicationPage {
            items: items
                .iter()
                .map(|filing| {
                    let earlier = earlier.get(&filing.id).cloned().unwrap_or_default();
                    Application::view(filing, &earlier, Representation::Masked)
                })
                .collect(),
            next,
            total,
        },
    )
}
