use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::ClueId;
use domain::intake::Clue;
use persistence::{StoreError, intake};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use crate::auth::Caller;
use crate::auth::permissions::IntakeRead;
use crate::http::{PageQuery, Query};
use crate::intake::wire::CluePage;
use crate::intake::{Named, Representation, TAG};
use crate::problems::Problem;
use crate::state::State;
use crate::words::IntakeStateWord;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ClueQuery {
    /// 只列该状态的 / Only those that stand there.
    #[param(nullable = false, example = "received")]
    state: Option<IntakeStateWord>,
}

/// 线索列表 / List clues
///
/// 您辖区办理的，新的在前；附可能是同一事迹的在先事迹和申请。敏感信息遮盖。 / Those that your regions handle, newest first,
/// with earlier deeds and applications that may be of the same incident. Sensitive data is masked.
#[utoipa::path(
    tag = TAG,
    operation_id = "clue_list",
    security(("oauth2" = ["intake:read"])),
    params(ClueQuery, PageQuery),
    responses(
        (status = 200, description = "一页 / A page", body = CluePage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
    ),
)]
#[get("/v1/clues")]
pub(in crate::intake) async fn clue_list(
    caller: Caller<IntakeRead>,
    state: Data<State>,
    page: PageQuery,
    Query(query): Query<ClueQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("clues", &query)?;
    let keyset = list.keyset::<ClueId>()?;
    let scope = caller.regions().clone();
    let wanted = query.state.map(|word| word.0);
    let (found, earlier) = state
        .store
        .read(move |reader| -> Result<_, StoreError> {
            let found = intake::list::<Clue>(reader, &scope, wanted, &keyset)?;
            let earlier = intake::likely_earlier(reader, &found.items)?;
            Ok((found, earlier))
        })
        .await?;
    list.answer(
        &found,
        |filing| filing.id,
        |items, next, total| CluePage {
            items: items
                .iter()
                .map(|filing| {
                    let earlier = earlier.get(&filing.id).cloned().unwrap_or_default();
                    Clue::view(filing, &earlier, Representation::Masked)
                })
                .collect(),
            next,
            total,
        },
    )
}
