//! How every receipt comes to be.

use chrono::NaiveDate;
use domain::decisions::{Facts, evaluate};
use domain::ids::DecisionId;
use domain::policy::PolicySet;
use domain::regions::{RegionCode, RegionTree};
use persistence::audit::Change;
use persistence::decisions::{self, Decision};
use serde_json::json;

use super::subject;
use crate::commands::Acting;
use crate::policies;
use crate::problems::Problem;

/// Applies the rules to facts as of a day, and keeps the receipt under an id in the files of a region.
pub(crate) fn propose(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    (id, region, on): (DecisionId, RegionCode, NaiveDate),
    facts: &Facts,
) -> Result<(Decision, Change), Problem> {
    let receipt =
        evaluate(facts, policies, RegionTree::builtin(), on).map_err(policies::problem)?;
    let summary = decisions::insert_as(acting.tx, id, acting.actor, region, &receipt)?;
    let change = Change::new(
        "decision.proposed",
        subject(&summary),
        json!({ "kind": receipt.kind, "proposal": receipt.proposal }),
    );
    Ok((Decision { summary, receipt }, change))
}
