use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::ids::ClientId;
use persistence::{StoreError, clients};

use super::wire::{ClientPage, ClientView};
use super::{TAG, of};
use crate::auth::Caller;
use crate::auth::permissions::ClientsManage;
use crate::http::{NoQuery, PageQuery, Query};
use crate::problems::Problem;
use crate::services::Services;

/// 客户端列表 / List clients
///
/// 仅限市级；已停用的也在其中。 / Only for the city; disabled ones are among them.
#[utoipa::path(
    tag = TAG,
    operation_id = "client_list",
    security(("oauth2" = ["clients:manage"])),
    extensions(("x-problem-codes" = json!(["city_only"]))),
    params(PageQuery),
    responses(
        (status = 200, description = "一页客户端 / A page of clients", body = ClientPage,
            headers(("Link" = Option<String>, description = "下一页 / The next page (RFC 8288)"))),
    ),
)]
#[get("/v1/clients")]
pub(super) async fn client_list(
    caller: Caller<ClientsManage>,
    services: Data<Services>,
    page: PageQuery,
    _: Query<NoQuery>,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let list = page.of("clients", &())?;
    let keyset = list.keyset::<ClientId>()?;
    let (found, organisations) = services
        .store
        .read(move |reader| -> Result<_, StoreError> {
            let found = clients::list(reader, &keyset)?;
            let ids: Vec<ClientId> = found.items.iter().map(|client| client.id).collect();
            let organisations = clients::organisations(reader, &ids)?;
            Ok((found, organisations))
        })
        .await?;
    list.answer(
        &found,
        |client| client.id,
        |client| ClientView::new(client, of(&organisations, client.id)),
    )
}
