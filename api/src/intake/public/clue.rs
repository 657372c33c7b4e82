use actix_web::web::Data;
use actix_web::{HttpResponse, post};
use domain::intake::{Clue, Filing};
use persistence::intake;
use serde_json::json;

use crate::auth::AnonymousCaller;
use crate::commands::{Answer, Command, Effect};
use crate::contract::parameters::{CommandQuery, PublicCommandHeaders};
use crate::http::Body;
use crate::intake::wire::{ClueReceipt, NewClue};
use crate::intake::{Named, TAG, change};
use crate::problems::Problem;
use crate::services::Services;

/// 提供线索 / Give a clue
///
/// 无需令牌，每个地址每小时的次数有限；可不留联系方式。线索不是申请，不起算任何期限；公示期满后的情况也由此提出。答复只给线索号。 /
/// Needs no token; the number of calls an hour from one address is limited. Nobody has to say who they
/// are. A clue is no application, and no time runs from it; what becomes known after a public notice has ended
/// comes in here too. The answer is the number of the clue and nothing else.
#[utoipa::path(
    tag = TAG,
    operation_id = "clue_submit",
    params(PublicCommandHeaders, CommandQuery),
    request_body = NewClue,
    responses(
        (status = 201, description = "已收到 / The receipt", body = ClueReceipt),
    ),
)]
#[post("/v1/public/clues")]
pub(in crate::intake) async fn clue_submit(
    caller: AnonymousCaller,
    services: Data<Services>,
    command: Command,
    body: Body<NewClue>,
) -> Result<HttpResponse, Problem> {
    let today = services.store.clock().today();
    let input = body.value.parse(today, services.policies.city());
    command
        .run(&caller, &body.raw, input, |acting, (content, region)| {
            let tx = &mut *acting.tx;
            let filing = Filing::receive(tx.new_id(), *region, content.clone(), tx.now());
            intake::insert_clue(tx, &filing)?;
            let received = change(Clue::RECEIVED, &filing, json!({}));
            Ok(Effect::of(
                received,
                Answer::received(&ClueReceipt::new(&filing))?,
            ))
        })
        .await
}
