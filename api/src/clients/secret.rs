use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::ids::ClientId;
use persistence::StoreError;
use persistence::audit::Change;
use persistence::clients::{self, Client};
use persistence::keyring::SecretKey;
use serde_json::json;

use super::wire::ClientCredentials;
use super::{TAG, manageable, subject, view};
use crate::auth::Caller;
use crate::auth::oauth::secret_hash;
use crate::auth::permissions::ClientsManage;
use crate::commands::{Answer, Command, Effect};
use crate::contract::examples::ids;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Path;
use crate::problems::Problem;
use crate::services::Services;
use crate::settings::Secret;

/// 更换客户端密钥 / Give a client a new secret
///
/// 仅限市级，须指明承办人，且该客户端的权限不得超出己方令牌。旧密钥立即失效，已发的令牌至多再用 10 分钟。新密钥只在
/// 答复中给出一次；以同一 `Idempotency-Key` 重试的，15 分钟内得到同一密钥，此后该键视为未用。试办（`dry_run`）给出的
/// 密钥无效。 / Only for the city, only for an officer, and for clients that may do no more than the
/// caller's token allows. The old secret ends at once; tokens that are out end within ten minutes. The
/// new one is shown in this answer and never again; a retry with the same `Idempotency-Key` gets the
/// same one for 15 minutes, and later counts as a new call. That of a dry run opens nothing.
#[utoipa::path(
    tag = TAG,
    operation_id = "client_rotate",
    security(("oauth2" = ["clients:manage"])),
    extensions(("x-problem-codes" = json!(["city_only", "not_possible"]))),
    params(
        ("id" = Uuid, Path, description = "客户端编号 / The client's id", example = json!(ids::COUNTY_CLIENT)),
        CommandHeaders, CommandQuery,
    ),
    responses(
        (status = 200, description = "客户端及其新密钥 / The client and its new secret", body = ClientCredentials),
    ),
)]
#[post("/v1/clients/{id}/secret")]
pub(super) async fn client_rotate(
    caller: Caller<ClientsManage>,
    services: Data<Services>,
    Path(id): Path<ClientId>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let city = services.policies.city();
    let held = caller.grant().scopes.clone();
    let secret = new_secret()?;
    command
        .run(&caller, &[], Ok(()), move |acting, ()| {
            acting.require_officer()?;
            let client = manageable(acting.tx, &held, id)?;
            clients::rotate(acting.tx, id, &secret_hash(&secret))?;
            let client = Client {
                rotated_at: acting.tx.now(),
                ..client
            };
            let shown = view(acting.tx, &client)?;
            let change = Change::new("client.rotated", subject(id, city), json!({}));
            let answer = Answer::ok(&ClientCredentials::new(shown, &secret))?.with_secret();
            Ok(Effect::of(change, answer))
        })
        .await
}

/// A new client secret: 256 random bits in hex.
pub(crate) fn new_secret() -> Result<Secret, StoreError> {
    let key = SecretKey::generate()?;
    Ok(Secret::new(hex::encode(key.bytes())))
}
