//! What the rules of eligibility say of each actor: asked at the report, and again whenever a step
//! changes the facts.

use domain::decisions::{Facts, evaluate};
use domain::deeds::eligibility::DeedFacts;
use domain::deeds::procedure::ActorCase;
use domain::policy::PolicySet;
use domain::regions::{RegionCode, RegionTree};
use persistence::audit::Change;
use persistence::decisions::{self, Decision};
use serde_json::json;

use crate::commands::Acting;
use crate::decisions::subject;
use crate::policies;
use crate::problems::Problem;

/// Applies the rules to one actor and keeps the receipt in the files of a region.
pub(super) fn evaluated(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    region: RegionCode,
    facts: DeedFacts,
) -> Result<(Decision, Change), Problem> {
    let today = acting.tx.today();
    let receipt = evaluate(&Facts::Deed(facts), policies, RegionTree::builtin(), today)
        .map_err(policies::problem)?;
    let summary = decisions::insert(acting.tx, acting.actor, region, &receipt)?;
    let change = Change::new(
        "decision.proposed",
        subject(&summary),
        json!({ "kind": receipt.kind, "proposal": receipt.proposal }),
    );
    Ok((Decision { summary, receipt }, change))
}

/// The facts of a receipt with the evidence of the case as it is now; none where that is what they
/// say already, and where the body of first instance has the receipt in its files.
pub(super) fn renewed(before: &Decision, case: &ActorCase) -> Option<DeedFacts> {
    let Facts::Deed(known) = &before.receipt.facts else {
        return None;
    };
    let facts = DeedFacts {
        evidence: Some(case.evidence_on_file()),
        ..known.clone()
    };
    let region = case.first_instance().region;
    (facts != *known || region != before.summary.region).then_some(facts)
}
