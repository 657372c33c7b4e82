use actix_web::{HttpResponse, get};
use domain::ids::RecognitionId;
use domain::out_of_city::Recognition;
use persistence::cases;

use super::TAG;
use super::view::RecognitionView;
use crate::auth::Caller;
use crate::auth::permissions::RecognitionsRead;
use crate::commands::{Command, SensitiveRead};
use crate::contract::examples::ids;
use crate::contract::parameters::ReadHeaders;
use crate::http::{AccessPurpose, IfNoneMatch, Optional, Path};
use crate::problems::Problem;
use crate::procedure::subject;

/// 查询认定 / Read a recognition
///
/// 您辖区的机构承办、初次受理或者将接收任一行为人案件的，可以查阅。 / You may read it where a body in your regions holds, held first
/// or is to receive the case of one of the people.
#[utoipa::path(
    tag = TAG,
    operation_id = "recognition_get",
    security(("oauth2" = ["recognitions:read"])),
    params(
        ("id" = Uuid, Path, description = "认定编号 / The recognition's id", example = json!(ids::RECOGNITION)),
        ReadHeaders,
    ),
    responses(
        (status = 200, description = "认定 / The recognition", body = RecognitionView,
            headers(("ETag" = String, description = "供 If-None-Match 使用 / For `If-None-Match`"))),
        (status = 304, description = "没有变化 / Not changed"),
    ),
)]
#[get("/v1/out-of-city-recognitions/{id}")]
pub(super) async fn recognition_get(
    caller: Caller<RecognitionsRead>,
    Path(id): Path<RecognitionId>,
    known: Optional<IfNoneMatch>,
    command: Command,
) -> Result<HttpResponse, Problem> {
    let purpose: Optional<AccessPurpose> = Optional(None);
    command
        .read(
            &caller,
            &known,
            &purpose,
            "recognition.sensitive_read",
            move |reader, scope, _| {
                let file = cases::find::<Recognition>(reader, scope, id)?
                    .ok_or_else(Problem::not_found)?;
                let cases = cases::of_file(reader, id)?;
                Ok(SensitiveRead {
                    view: RecognitionView::new(&file, &cases),
                    subject: subject(&file),
                    beside: None,
                })
            },
        )
        .await
}
