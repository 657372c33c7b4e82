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
use case::TierCase;

/// 评估表扬等次 / Evaluate the level of commendation
///
/// 依规则 TIER-BASE 至 TIER-BONUS 逐条说明：建议级别和称号、评分的由来、授予机关，以及各更高级别所缺的
/// 条件。规则只提出建议，由评审会决定。 / Explains by the rules TIER-BASE to TIER-BONUS: proposed level and
/// titles, how the score was made, who grants, and what each higher level still lacks. The rules only
/// propose; the panel decides.
#[utoipa::path(
    tag = TAG,
    operation_id = "eligibility_tier",
    security(("oauth2" = ["rules:evaluate"])),
    params(CommandHeaders, CommandQuery),
    request_body = TierCase,
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    responses(
        (status = 201, description = "凭据 / The receipt", body = ReceiptView,
            headers(("Location" = String, description = "凭据的地址 / Its address"))),
    ),
)]
#[post("/v1/eligibility/tier")]
pub(super) async fn eligibility_tier(
    caller: Caller<RulesEvaluate>,
    services: Data<Services>,
    command: Command,
    body: Body<TierCase>,
) -> Result<HttpResponse, Problem> {
    let today = services.store.clock().today();
    let facts = body.value.parse(today).map(Facts::Tier);
    answer(&caller, services, command, &body.raw, facts).await
}
