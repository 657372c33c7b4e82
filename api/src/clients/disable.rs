use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::ids::ClientId;
use persistence::audit::Change;
use persistence::clients::{self, Client};
use serde_json::json;

use super::wire::ClientView;
use super::{TAG, manageable, subject, unmet, view};
use crate::auth::Caller;
use crate::auth::permissions::ClientsManage;
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Path;
use crate::problems::Problem;
use crate::services::Services;

/// 停用客户端 / Disable a client
///
/// 仅限市级，须指明承办人。停用后不再发给令牌，已发的至多再用 10 分钟；不能恢复，须另行登记。不得停用自己所用的客户端，也不得停用权限超出己方令牌的客户端。 /
/// Only for the city, and only for an officer. It gets no further token; those that are out end within ten minutes. There is
/// no way back but registering another. A client cannot disable itself,
/// nor one that may do more than its token allows.
#[utoipa::path(
    tag = TAG,
    operation_id = "client_disable",
    security(("oauth2" = ["clients:manage"])),
    extensions(("x-problem-codes" = json!(["city_only", "not_possible"]))),
    params(
        ("id" = Uuid, Path, description = "客户端编号 / The client's id", example = json!(ids::FORMER_CLIENT)),
        CommandHeaders, CommandQuery,
    ),
    responses((status = 200, description = "已停用 / The client, disabled", body = ClientView)),
)]
#[post("/v1/clients/{id}/disablement")]
pub(super) async fn client_disable(
    caller: Caller<ClientsManage>,
    services: Data<Services>,
    Path(id): Path<ClientId>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let (city, own) = (services.policies.city(), caller.client());
    let held = caller.grant().scopes.clone();
    command
        .run(&caller, &[], Ok(()), move |acting, ()| {
            acting.require_officer()?;
            let client = manageable(acting.tx, &held, id)?;
            if id == own {
                return Err(unmet("client_is_another"));
            }
            clients::disable(acting.tx, id)?;
            let client = Client {
                disabled_at: Some(acting.tx.now()),
                ..client
            };
            let answer = Answer::ok(&view(acting.tx, &client)?)?;
            let change = Change::new("client.disabled", subject(id, city), json!({}));
            Ok(Effect::of(change, answer))
        })
        .await
}
