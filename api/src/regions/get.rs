use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::regions::{RegionCode, RegionTree};

use super::TAG;
use super::wire::RegionView;
use crate::contract::parameters::ReadHeaders;
use crate::http::{IfNoneMatch, OpenAnswer, Optional, Path};
use crate::problems::Problem;
use crate::services::Services;

/// 查询区划 / Read a region
///
/// 已撤销的代码（例如 371523）也能查到，答复指明承继的区划。 / An abolished code (such as 371523) is
/// found too: the answer names its successor.
#[utoipa::path(
    tag = TAG,
    operation_id = "region_get",
    params(
        ("code" = String, Path, description = "区划代码 / The code", min_length = 3, max_length = 6, example = "371502"),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "区划 / The region", body = RegionView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For If-None-Match"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/regions/{code}")]
pub(super) async fn region_get(
    services: Data<Services>,
    Path(code): Path<RegionCode>,
    known: Optional<IfNoneMatch>,
) -> Result<HttpResponse, Problem> {
    let view = RegionView::of(&code, RegionTree::builtin(), &services.policies.city())
        .ok_or_else(Problem::not_found)?;
    Ok(OpenAnswer::new(&view)?.unless(&known))
}
