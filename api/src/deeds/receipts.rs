//! What the rules of eligibility say of each actor: asked at the report, and again whenever a step
//! changes the facts.

use std::collections::BTreeSet;

use domain::calendar::Precision;
use domain::decisions::{Facts, evaluate};
use domain::deeds::eligibility::{AgeAtDeed, DeedFacts};
use domain::deeds::procedure::ActorCase;
use domain::ids::DeedId;
use domain::people::Person;
use domain::policy::PolicySet;
use domain::regions::{RegionCode, RegionTree};
use persistence::audit::Change;
use persistence::decisions::{self, Decision};
use persistence::deeds::Actor;
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

/// The facts of a receipt with the evidence of the case and the body of first instance as they are
/// now; none where that is what they say already, and where that body has the receipt in its files.
pub(super) fn renewed(before: &Decision, case: &ActorCase) -> Option<DeedFacts> {
    let Facts::Deed(known) = &before.receipt.facts else {
        return None;
    };
    let region = case.first_instance().region;
    let facts = DeedFacts {
        evidence: Some(case.evidence_on_file()),
        received_by: Some(region),
        ..known.clone()
    };
    (facts != *known || region != before.summary.region).then_some(facts)
}

/// The facts with what the person's file and the other deeds on file tell.
pub(super) fn completed(facts: &DeedFacts, person: &Person, others: &[Actor]) -> DeedFacts {
    let born = person.file.birth_date;
    let born = born
        .earliest()
        .filter(|_| born.precision() == Precision::Day);
    let duplicates: BTreeSet<DeedId> = others
        .iter()
        .filter(|other| {
            other
                .case
                .occurred_on()
                .may_be_the_day_of(facts.occurred_on)
        })
        .map(|other| other.deed)
        .collect();
    DeedFacts {
        age_at_deed: born.and_then(|born| AgeAtDeed::of_birth(born, facts.occurred_on)),
        home: person.file.household_region,
        possible_duplicates: Some(duplicates.into_iter().collect()),
        ..facts.clone()
    }
}
