//! Liveness and readiness.

use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

use crate::problems::{Code, Problem};
use crate::services::Services;

/// The tag of these operations in the contract.
const TAG: &str = "service";

/// 服务状态 / The state of the service.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Health {
    /// 总是 ok / Always `ok`; anything else is a problem document.
    #[schema(example = "ok")]
    status: &'static str,
}

const OK: Health = Health { status: "ok" };

/// 进程是否存活 / Whether the process lives
///
/// 不查数据库 / Does not touch the database.
#[utoipa::path(tag = TAG, responses((status = 200, description = "存活 / Alive", body = Health)))]
#[get("/healthz")]
pub(super) async fn health_get() -> Json<Health> {
    Json(OK)
}

/// 能否处理请求 / Whether requests can be served
///
/// 数据库不可用时答复 503 / 503 while the database is not available.
#[utoipa::path(tag = TAG, responses((status = 200, description = "就绪 / Ready", body = Health)))]
#[get("/readyz")]
pub(super) async fn readiness_get(services: Data<Services>) -> Result<HttpResponse, Problem> {
    match services.store.ready().await {
        Ok(()) => Ok(HttpResponse::Ok().json(OK)),
        Err(error) => Err(Problem::new(Code::StoreUnavailable).caused_by(error)),
    }
}
