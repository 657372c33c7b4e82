use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use domain::deeds::Deed;
use domain::intake::State as Stands;
use persistence::{cases, intake};

use super::tracking_code;
use crate::contract::examples::ids;
use crate::http::Path;
use crate::intake::TAG;
use crate::intake::wire::ApplicationStatus;
use crate::problems::Problem;
use crate::services::Services;

/// 查询申请进度 / Follow an application
///
/// 凭查询码查询，大小写、连字符和空格不论。不含姓名，也不含经办人。 / By its tracking code, in either case, with or
/// without hyphens and spaces. It holds no names, and nobody who handles it.
#[utoipa::path(
    tag = TAG,
    operation_id = "application_follow",
    params(
        ("tracking_code" = String, Path, description = "查询码 / The tracking code", example = json!(ids::TRACKING_CODE)),
    ),
    responses(
        (status = 200, description = "进度 / How it goes", body = ApplicationStatus),
    ),
)]
#[get("/v1/public/applications/{tracking_code}")]
pub(in crate::intake) async fn application_follow(
    services: Data<Services>,
    Path(code): Path<String>,
) -> Result<HttpResponse, Problem> {
    let code = tracking_code(&code)?;
    let status = services
        .store
        .read(move |reader| -> Result<_, Problem> {
            let filing = intake::find_by_code(reader, &code)?.ok_or_else(Problem::not_found)?;
            // Of a deed that others brought first, an applicant learns no more than that it is there.
            let actors = match (filing.state, filing.deed) {
                (Stands::TakenUp, Some(deed)) => cases::of_file::<Deed>(reader, deed)?,
                _ => Vec::new(),
            };
            Ok(ApplicationStatus::new(&filing, &actors))
        })
        .await?;
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .json(status))
}
