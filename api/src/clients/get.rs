use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::ClientId;
use persistence::clients;

use super::wire::ClientView;
use super::{TAG, view};
use crate::auth::Caller;
use crate::auth::permissions::ClientsManage;
use crate::contract::examples::ids;
use crate::http::Path;
use crate::problems::Problem;
use crate::services::Services;

/// 查询客户端 / Read a client
///
/// 仅限市级。 / Only for the city.
#[utoipa::path(
    tag = TAG,
    operation_id = "client_get",
    security(("oauth2" = ["clients:manage"])),
    extensions(("x-problem-codes" = json!(["city_only"]))),
    params(("id" = Uuid, Path, description = "客户端编号 / The client's id", example = json!(ids::COUNTY_CLIENT))),
    responses((status = 200, description = "客户端 / The client", body = ClientView)),
)]
#[get("/v1/clients/{id}")]
pub(super) async fn client_get(
    caller: Caller<ClientsManage>,
    services: Data<Services>,
    Path(id): Path<ClientId>,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let shown = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let client = clients::find(reader, id)?.ok_or_else(Problem::not_found)?;
            Ok(view(reader, &client)?)
        })
        .await?;
    Ok(HttpResponse::Ok().json(shown))
}
