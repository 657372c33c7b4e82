//! The answer to every question: a receipt.

use actix_web::HttpResponse;
use actix_web::web::Data;
use domain::receipts::Facts;
use persistence::RegionScope;

use super::on_file::Known;
use crate::auth::Caller;
use crate::auth::permissions::RulesEvaluate;
use crate::commands::{Acting, Answer, Command, Effect};
use crate::policy::Policies;
use crate::problems::Problem;
use crate::receipts::{Reach, ReceiptView, address, propose_known};
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
    answer_known(caller, services, command, raw, facts, |_, _, _, facts| {
        Ok(Known::stated(facts.clone()))
    })
    .await
}

/// The same where some of the facts are read from the files, in the transaction that keeps the receipt.
pub(super) async fn answer_known<A, F>(
    caller: &Caller<RulesEvaluate>,
    services: Data<Services>,
    command: Command,
    raw: &[u8],
    asked: Result<A, Problem>,
    known: F,
) -> Result<HttpResponse, Problem>
where
    A: Send + 'static,
    F: Fn(&mut Acting<'_, '_>, &RegionScope, &Policies, &A) -> Result<Known, Problem>
        + Send
        + 'static,
{
    let region = caller.home()?;
    let scope = caller.regions().clone();
    command
        .run(caller, raw, asked, move |acting, asked| {
            let known = known(acting, &scope, &services.policies, asked)?;
            let policies = services.policies.set();
            let kept = (acting.tx.new_id(), region, acting.tx.today());
            let (stored, change) =
                propose_known(acting, policies, kept, &known.facts, known.from_files)?;
            let reach = Reach::load(acting.tx, &scope, &stored.receipt)?;
            let view = ReceiptView::of(&stored, &reach)?;
            let answer = Answer::created(address(stored.summary.id), &view)?;
            Ok(Effect::of(change, answer))
        })
        .await
}
