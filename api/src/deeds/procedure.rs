use actix_web::{HttpResponse, get};

use super::TAG;
use super::wire::ProcedureView;
use crate::http::{IfNoneMatch, OpenAnswer, Optional};
use crate::problems::Problem;

/// 确认程序 / The procedure of deeds
///
/// 状态与步骤的唯一对照表：服务据此判断每个步骤能否办理。 / The one table of states and steps, by which the
/// service itself tells whether a step is possible.
#[utoipa::path(
    tag = TAG,
    operation_id = "procedure_deed_get",
    params(Optional<IfNoneMatch>),
    responses(
        (status = 200, description = "程序表 / The table", body = ProcedureView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/procedures/deed")]
pub(super) async fn procedure_deed_get(
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    Ok(OpenAnswer::new(&ProcedureView::new())?.unless(&known))
}
