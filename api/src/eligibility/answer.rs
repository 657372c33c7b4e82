//! The answer to every question: a receipt.

use actix_web::HttpResponse;
use actix_web::web::Data;
use domain::receipts::Facts;

use crate::auth::Caller;
use crate::auth::permissions::RulesEvaluate;
use crate::commands::{Answer, Command, Effect};
use crate::problems::Problem;
use crate::receipts::{Reach, ReceiptView, address, propose};
use crate::services::Services;

/// Applies the rules to the facts under the policy of the case's own day, keeps the receipt in the
/// files of the caller's region, and answers with it.
pub(super) async fn answer(
    caller: &Caller<RulesEvaluate>,
    services: Data<Services>,
    command: Command,
    raw: &[u8],
    facts: Result<Facts, Problem>,
) -> Result<HttpResponse, Problem> {
    let region = caller.home()?;
    let scope = caller.regions().clone();
    command
        .run(caller, raw, facts, move |acting, facts| {
            let policies = services.policies.set();
            let kept = (acting.tx.new_id(), region, acting.tx.today());
            let (stored, change) = propose(acting, policies, kept, facts)?;
            let reach = Reach::load(acting.tx, &scope, &stored.receipt)?;
            let view = ReceiptView::of(&stored, &reach)?;
            let answer = Answer::created(address(stored.summary.id), &view)?;
            Ok(Effect::of(change, answer))
        })
        .await
}
