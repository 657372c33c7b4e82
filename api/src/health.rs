//! Liveness and readiness.

use std::sync::Arc;

use actix_web::web::{Data, Json};
use actix_web::{HttpResponse, get};
use futures_util::future::BoxFuture;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::Kernel;
use crate::problems::{Code, Problem};

/// The tag of these operations in the contract.
const TAG: &str = "service";

/// An error of a readiness check, for the log.
pub type CheckError = Box<dyn std::error::Error + Send + Sync>;

/// What must work before requests are sent here: a query to the database, for example.
#[derive(Clone)]
pub struct Readiness(Arc<dyn Fn() -> BoxFuture<'static, Result<(), CheckError>> + Send + Sync>);

impl Readiness {
    /// Readiness by this check, run on each `GET /readyz`.
    pub fn new<F>(check: F) -> Self
    where
        F: Fn() -> BoxFuture<'static, Result<(), CheckError>> + Send + Sync + 'static,
    {
        Self(Arc::new(check))
    }
}

impl std::fmt::Debug for Readiness {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Readiness").finish_non_exhaustive()
    }
}

/// 服务状态 / The state of the service.
#[derive(Debug, Serialize, ToSchema)]
pub struct Health {
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
pub(crate) async fn health_get() -> Json<Health> {
    Json(OK)
}

/// 能否处理请求 / Whether requests can be served
///
/// 数据库不可用时答复 503 / 503 while the database is not available.
#[utoipa::path(tag = TAG, responses((status = 200, description = "就绪 / Ready", body = Health)))]
#[get("/readyz")]
pub(crate) async fn readiness_get(kernel: Data<Kernel>) -> Result<HttpResponse, Problem> {
    match (kernel.readiness.0)().await {
        Ok(()) => Ok(HttpResponse::Ok().json(OK)),
        Err(error) => Err(Problem::new(Code::StoreUnavailable).caused_by(error)),
    }
}
