//! The rules, asked about a case: they propose and explain, officers decide. Each answer is a
//! receipt that is kept and can be replayed.

pub(crate) mod deed;
pub(crate) mod input;
pub(crate) mod out_of_city;
mod studio_name;
mod tier;

use actix_web::HttpResponse;
use actix_web::web::Data;
use domain::decisions::{Facts, evaluate};
use domain::regions::RegionTree;
use persistence::audit::Change;
use persistence::decisions::{self, Decision};
use serde_json::json;

use crate::auth::Caller;
use crate::auth::permissions::RulesEvaluate;
use crate::commands::{Answer, Command, Effect};
use crate::decisions::{DecisionView, address, subject};
use crate::policies;
use crate::problems::Problem;
use crate::routes::Routes;
use crate::state::State;

/// The tag of these operations in the contract.
const TAG: &str = "eligibility";

/// Adds the operations.
pub fn configure(routes: &mut Routes<'_>) {
    routes
        .service(deed::eligibility_deed)
        .service(out_of_city::eligibility_out_of_city)
        .service(tier::eligibility_tier)
        .service(studio_name::eligibility_studio_name);
}

/// Applies the rules to the facts under the policy of the case's own day, keeps the receipt in the
/// files of the caller's region, and answers with it.
async fn answer(
    caller: &Caller<RulesEvaluate>,
    state: Data<State>,
    command: Command,
    raw: &[u8],
    facts: Result<Facts, Problem>,
) -> Result<HttpResponse, Problem> {
    let region = caller.home()?;
    command
        .run(caller, raw, facts, move |acting, facts| {
            let policies = state.policies.set();
            let today = acting.tx.today();
            let receipt = evaluate(facts, policies, RegionTree::builtin(), today)
                .map_err(policies::problem)?;
            let summary = decisions::insert(acting.tx, acting.actor, region, &receipt)?;
            let decision = Decision { summary, receipt };
            let view = DecisionView::of(&decision)?;
            let change = Change::new(
                "decision.proposed",
                subject(&decision.summary),
                json!({ "kind": decision.receipt.kind, "proposal": decision.receipt.proposal }),
            );
            let answer = Answer::created(address(decision.summary.id), &view)?;
            Ok(Effect::of(change, answer))
        })
        .await
}
