use actix_web::web::Data;
use actix_web::{HttpResponse, get};

use super::registry::ProcedureName;
use super::wire::ProcedureView;
use crate::http::{IfNoneMatch, OpenAnswer, Optional, Path};
use crate::problems::Problem;
use crate::services::Services;

/// 程序 / A procedure
///
/// 状态与步骤的唯一对照表：服务据此判断每个步骤能否办理。附期限、条件和文书，可据此绘制流程图。 / The one table of states and
/// steps, by which the service itself decides whether a step is possible, with its clocks, conditions and papers.
#[utoipa::path(
    params(
        ("name" = inline(ProcedureName), Path, description = "程序名称 / The name of the procedure", example = json!("deed")),
        Optional<IfNoneMatch>,
    ),
    responses(
        (status = 200, description = "程序表 / The table", body = ProcedureView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/procedures/{name}")]
pub(super) async fn procedure_get(
    services: Data<Services>,
    Path(name): Path<String>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let name = ProcedureName::of_code(&name).ok_or_else(Problem::not_found)?;
    Ok(OpenAnswer::new(&name.table(services.policies.set()))?.unless(&known))
}
