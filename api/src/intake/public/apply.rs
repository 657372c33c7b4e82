use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::intake::Filing;
use persistence::intake;
use serde_json::json;

use super::new_tracking_code;
use crate::auth::AnonymousCaller;
use crate::commands::{Answer, Command, Effect};
use crate::contract::parameters::{CommandQuery, PublicCommandHeaders};
use crate::http::Body;
use crate::intake::wire::{ApplicationReceipt, NewApplication};
use crate::intake::{Named, TAG, change};
use crate::problems::Problem;
use crate::services::Services;

/// 提交申请或者举荐 / Apply, or recommend somebody
///
/// 行为人本人或者近亲属申请，单位、基层组织和其他任何人可以举荐（《山东省见义勇为人员奖励和保护条例》第十条）。无需令牌，每个地址每小时的
/// 次数有限。答复不复述任何个人信息；查询码仅此一次给出，以同一 `Idempotency-Key` 从同一地址重试的，24 小时内得到同一查询码，试办（`dry_run`）
/// 给出的无效。 / The actor or a close relative applies; an employer, a grassroots organisation and anybody else
/// may recommend (article 10 of the Shandong regulation). Needs no token; the number of calls an hour from one
/// address is limited. The answer repeats nothing personal. The tracking code is shown once: a retry
/// with the same `Idempotency-Key` from the same address gets the same one for 24 hours; that of a dry
/// run opens nothing.
#[utoipa::path(
    tag = TAG,
    operation_id = "application_submit",
    params(PublicCommandHeaders, CommandQuery),
    request_body = NewApplication,
    responses(
        (status = 201, description = "已收到 / The receipt", body = ApplicationReceipt),
    ),
)]
#[post("/v1/public/applications")]
pub(in crate::intake) async fn application_submit(
    caller: AnonymousCaller,
    services: Data<Services>,
    command: Command,
    body: Body<NewApplication>,
) -> Result<HttpResponse, Problem> {
    let today = services.store.clock().today();
    let input = body.value.parse(today, services.policies.city());
    let code = new_tracking_code()?;
    command
        .run(
            &caller,
            &body.raw,
            input,
            move |acting, (content, region)| {
                let tx = &mut *acting.tx;
                let filing = Filing::receive(tx.new_id(), *region, content.clone(), tx.now());
                intake::insert_application(tx, &filing, &code)?;
                let received = change(domain::intake::Application::RECEIVED, &filing, json!({}));
                let answer = Answer::received(&ApplicationReceipt::new(&filing, &code))?;
                Ok(Effect::of(received, answer))
            },
        )
        .await
}
