mod case;

use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::receipts::Facts;

use super::{TAG, answer};
use crate::auth::Caller;
use crate::auth::permissions::RulesEvaluate;
use crate::commands::Command;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::http::Body;
use crate::problems::Problem;
use crate::receipts::ReceiptView;
use crate::services::Services;
use case::StudioNameCase;

/// 评估工作室名称 / Evaluate the name of a studio
///
/// 依规则 STUDIO-LEADER 和 STUDIO-NAME 逐条说明：英模的荣誉、同意、每人一个工作室、名称格式与唯一性；
/// 名称不合格式时给出规范名称。 / Explains by the rules STUDIO-LEADER and STUDIO-NAME: honour held, consent,
/// one studio for a hero, pattern and uniqueness of the name; where the name does not fit, it gives the
/// right one.
#[utoipa::path(
    tag = TAG,
    operation_id = "eligibility_studio_name",
    security(("oauth2" = ["rules:evaluate"])),
    params(CommandHeaders, CommandQuery),
    request_body = StudioNameCase,
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    responses(
        (status = 201, description = "凭据 / The receipt", body = ReceiptView,
            headers(("Location" = String, description = "凭据的地址 / Its address"))),
    ),
)]
#[post("/v1/eligibility/studio-name")]
pub(super) async fn eligibility_studio_name(
    caller: Caller<RulesEvaluate>,
    services: Data<Services>,
    command: Command,
    body: Body<StudioNameCase>,
) -> Result<HttpResponse, Problem> {
    let today = services.store.clock().today();
    let facts = body.value.parse(today).map(Facts::StudioName);
    answer(&caller, services, command, &body.raw, facts).await
}
