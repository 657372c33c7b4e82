//! Studios that carry a hero's name (英模工作室): whose name, and how it is spelled.

mod facts;
mod leader;
mod name;
#[cfg(test)]
pub(crate) mod tests;

pub use facts::{Consent, GroupName, HeldHonour, StudioNameFacts};
pub use name::{NameDifference, NamePart, StudioNameEffects};

use chrono::NaiveDate;

use crate::{
    policy::{Law, Policy},
    receipts::{Effects, Facts, Receipt},
};

struct Case<'a> {
    facts: &'a StudioNameFacts,
    policy: &'a Policy,
    today: NaiveDate,
}

impl<'a> Case<'a> {
    /// The policy as it binds on the day of the case.
    fn law(&self) -> Law<'a> {
        self.policy.on(self.facts.proposed_on.unwrap_or(self.today))
    }
}

/// Applies the rules of studio names. `today` is the day of evaluation in Beijing.
pub fn evaluate_name(facts: &StudioNameFacts, policy: &Policy, today: NaiveDate) -> Receipt {
    let case = Case {
        facts,
        policy,
        today,
    };
    let findings = vec![leader::studio_leader(&case), name::studio_name(&case)];
    let effects = name::effects(&case);
    Receipt::new(
        Facts::StudioName(facts.clone()),
        policy,
        today,
        findings,
        Effects::StudioName(effects),
    )
}
