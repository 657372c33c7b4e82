pub(crate) mod case;
mod on_file;

use actix_web::web::Data;
use actix_web::{HttpResponse, post};

use super::answer_known;
use super::on_file::may_read;
use crate::auth::Caller;
use crate::auth::permissions::RulesEvaluate;
use crate::commands::Command;
use crate::contract::parameters::{CommandHeaders, CommandQuery};
use crate::credentials::Scope;
use crate::http::Body;
use crate::problems::Problem;
use crate::receipts::ReceiptView;
use crate::services::Services;
use crate::wire::read;
use case::OutOfCityCase;
use on_file::on_file;

/// 评估市域外见义勇为 / Evaluate a deed outside the city
///
/// 依规则 OUT-ELIG 至 OUT-REVOKED 逐条说明：籍贯、地点、当地确认、时限、称号、光荣牌和待遇。未写的事实
/// 视为不详，规则不作猜测。写明 `person_id` 的，档案已有的事实取自档案，凭据列出是哪些。 / Explains by the rules OUT-ELIG to OUT-REVOKED: origin, place, local
/// confirmation, window, title, plaque and care. What is left out is not known, and nothing is
/// guessed. With `person_id` what stands on file is read there, and the receipt says which facts those are.
#[utoipa::path(
    security(("oauth2" = ["rules:evaluate"])),
    params(CommandHeaders, CommandQuery),
    request_body = OutOfCityCase,
    extensions(("x-problem-codes" = json!(["policy_not_in_force"]))),
    responses(
        (status = 201, description = "凭据 / The receipt", body = ReceiptView,
            headers(("Location" = String, description = "凭据的地址 / Its address"))),
    ),
)]
#[post("/v1/eligibility/out-of-city")]
pub(super) async fn eligibility_out_of_city(
    caller: Caller<RulesEvaluate>,
    services: Data<Services>,
    command: Command,
    body: Body<OutOfCityCase>,
) -> Result<HttpResponse, Problem> {
    let today = services.store.clock().today();
    let asked = read(|errors| Some(body.value.asked(today, errors)));
    if let Ok(asked) = &asked
        && asked.person.is_some()
    {
        may_read(&caller, Scope::PeopleRead)?;
    }
    answer_known(&caller, services, command, &body.raw, asked, on_file).await
}
