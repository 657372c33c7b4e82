mod case;
pub(crate) mod parts;

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
use case::DeedCase;

/// 评估见义勇为行为 / Evaluate what an actor did in a deed
///
/// 依规则 DEED-DUTY 至 FILE-TOLL 和 EVIDENCE-MIN，就一名行为人逐条说明：职责义务、受益人、行为类型、合法性、
/// 年龄、重复、申请人或者举荐人、办理机构、申报期限和证据，并提示下一步和须补充的事项。未写的事实视为不详，规则不作猜测。 /
/// Explains for one actor by the rules DEED-DUTY to FILE-TOLL and EVIDENCE-MIN: duties,
/// beneficiaries, kind of act, lawfulness, age, duplicates, who brings it, which body handles it,
/// the time for filing and the evidence; and says what comes next and what is missing. What is left
/// out is not known, and nothing is guessed.
#[utoipa::path(
    tag = TAG,
    operation_id = "eligibility_deed",
    security(("oauth2" = ["rules:evaluate"])),
    params(CommandHeaders, CommandQuery),
    request_body = DeedCase,
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    responses(
        (status = 201, description = "凭据 / The receipt", body = ReceiptView,
            headers(("Location" = String, description = "凭据的地址 / Its address"))),
    ),
)]
#[post("/v1/eligibility/deed")]
pub(super) async fn eligibility_deed(
    caller: Caller<RulesEvaluate>,
    services: Data<Services>,
    command: Command,
    body: Body<DeedCase>,
) -> Result<HttpResponse, Problem> {
    let today = services.store.clock().today();
    let facts = body.value.parse(today).map(Facts::Deed);
    answer(&caller, services, command, &body.raw, facts).await
}
