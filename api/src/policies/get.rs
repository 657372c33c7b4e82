use actix_web::web::Data;
use actix_web::{HttpResponse, get};

use super::TAG;
use super::wire::PolicyView;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, OpenAnswer, Optional, Path};
use crate::problems::Problem;
use crate::services::Services;

/// 查询规则版本 / Read a version of the policy
///
/// 全部参数、称号、依据来源及每条规则的依据；任何人都可据以核对凭据。 / All parameters, titles and sources,
/// and what each rule rests on: enough for anybody to check a receipt.
#[utoipa::path(
    tag = TAG,
    operation_id = "policy_get",
    params(
        ("id" = String, Path, description = "规则名@版本 / Policy and version", max_length = 200, example = "liaocheng@1"),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "规则版本 / The version", body = PolicyView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/policies/{id}")]
pub(super) async fn policy_get(
    services: Data<Services>,
    Path(id): Path<String>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let policy = id
        .split_once('@')
        .and_then(|(id, version)| services.policies.set().find(id, version))
        .ok_or_else(Problem::not_found)?;
    Ok(OpenAnswer::new(&PolicyView::from(policy))?.unless(&known))
}
