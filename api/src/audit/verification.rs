mod walk;
mod wire;

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;

use super::TAG;
use super::checkpoint::Statement;
use crate::auth::Caller;
use crate::auth::permissions::AuditRead;
use crate::http::Query;
use crate::problems::{Code, Problem, fault_with_limit};
use crate::services::Services;
use walk::verify;
use wire::AuditVerification;

#[derive(Debug, Deserialize, Validate, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct VerificationQuery {
    /// 从第几环起，默认 1；接续时为上次答复的 next / From which link on; to go on, `next` of the answer before.
    #[serde(default = "first")]
    #[validate(range(min = 1))]
    #[param(minimum = 1, default = 1)]
    from: i64,
    /// 您此前另行保存的检查点；据此可知链尾是否被截去 / A checkpoint that you kept elsewhere: against it a cut tail shows.
    #[validate(length(min = 1, max = 2048))]
    #[param(min_length = 1, max_length = 2048)]
    checkpoint: Option<String>,
}

const fn first() -> i64 {
    1
}

/// 核验审计链 / Verify the audit
///
/// 每条审计记录连同前一环一起取 SHA-256，逐环相扣，并不时签名。核验逐环重算：改动、删除、插入的记录都会显出；签过名的
/// 链尾被截去也会显出。检查点也写入运行日志，请另行保存。仅限市级。一次至多核验十万环，`next` 为接续之处。
///
/// Every entry of the audit is hashed (SHA-256) with the link before it, and the newest link is signed
/// from time to time. This walks the chain and computes it again: an entry that was changed, removed or
/// put in shows, and so does a tail that was cut off after it was signed. The checkpoints stand in the
/// service's log, too; keep them elsewhere. For the city only. At most 100,000 links a request; `next`
/// says where to go on.
#[utoipa::path(
    tag = TAG,
    operation_id = "audit_verification_get",
    security(("oauth2" = ["audit:read"])),
    params(VerificationQuery),
    extensions(("x-problem-codes" = json!(["city_only"]))),
    responses(
        (status = 200, description = "核验结果 / What the walk showed", body = AuditVerification),
    ),
)]
#[get("/v1/audit/verification")]
pub(super) async fn audit_verification_get(
    caller: Caller<AuditRead>,
    services: Data<Services>,
    Query(query): Query<VerificationQuery>,
) -> Result<HttpResponse, Problem> {
    caller.require_city()?;
    let kept = query
        .checkpoint
        .map(|token| Statement::read(&services.signatures, &token))
        .transpose()
        .map_err(|error| {
            Problem::new(Code::InvalidQuery)
                .error(fault_with_limit(
                    "/checkpoint",
                    "invalid_value",
                    "expected",
                    "a checkpoint that this service signed",
                ))
                .caused_by(error)
        })?;
    let found = verify(&services.store, &services.signatures, query.from, kept).await?;
    Ok(HttpResponse::Ok().json(found))
}
