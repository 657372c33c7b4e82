use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::{PersonId, RecognitionId};
use domain::out_of_city::Recognition;
use persistence::StoreError;
use persistence::cases::{self, Filter};
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use validator::Validate;

use super::TAG;
use super::view::{RecognitionPage, RecognitionView};
use crate::auth::Caller;
use crate::auth::permissions::RecognitionsRead;
use crate::http::{PageQuery, Query};
use crate::problems::Problem;
use crate::services::Services;
use crate::words::RecognitionStateWord;

#[derive(Debug, Serialize, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct RecognitionQuery {
    /// 只列该人员的 / Only those of this person.
    #[param(value_type = Option<Uuid>)]
    person: Option<PersonId>,
    /// 只列有案件处于该状态的 / Only those of which a case has come so far.
    #[param(inline)]
    state: Option<RecognitionStateWord>,
}

/// 认定列表 / List recognitions
///
/// 您辖区的机构承办、初次受理或者将接收任一行为人案件的，新的在前。 / Those of which a body in your regions holds, held first or
/// is to receive the case of a person, newest first.
#[utoipa::path(
    tag = TAG,
    operation_id = "recognition_list",
    security(("oauth2" = ["recognitions:read"])),
    params(RecognitionQuery, PageQuery),
    responses(
        (status = 200, description = "一页认定 / A page of recognitions", body = RecognitionPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
    ),
)]
#[get("/v1/out-of-city-recognitions")]
pub(super) async fn recognition_list(
    caller: Caller<RecognitionsRead>,
    services: Data<Services>,
    page: PageQuery,
    Query(query): Query<RecognitionQuery>,
) -> Result<HttpResponse, Problem> {
    let list = page.of("recognitions", &query)?;
    let filter = Filter {
        person: query.person,
        state: query.state.map(|state| state.0),
    };
    let keyset = list.keyset::<RecognitionId>()?;
    let scope = caller.regions().clone();
    let (found, cases) = services
        .store
        .read(move |reader| -> Result<_, StoreError> {
            let found = cases::list::<Recognition>(reader, &scope, filter, &keyset)?;
            let ids: Vec<RecognitionId> = found.items.iter().map(|file| file.id).collect();
            let cases = cases::of_files::<Recognition>(reader, &ids)?;
            Ok((found, cases))
        })
        .await?;
    list.answer(
        &found,
        |file| file.id,
        |file| RecognitionView::new(file, cases.get(&file.id).map_or(&[], |of| of)),
    )
}
