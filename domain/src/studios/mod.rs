//! Studios that carry a hero's name (英模工作室): whose name and how it is spelled, and the procedure
//! from the proposal over the yearly assessments to the end of the name.

mod acts;
mod assessment;
mod clocks;
mod conditions;
mod facts;
mod grounds;
mod leader;
mod name;
mod naming;
mod procedure;
mod record;
mod setup;
mod state;
mod table;
#[cfg(test)]
pub(crate) mod tests;
mod write;
mod years;

pub use acts::{Act, Step};
pub use assessment::{Assessment, AssessmentResult, Item, OnSite, Veto, most_points};
pub use clocks::ClockKind;
pub use conditions::Condition;
pub use facts::{Consent, GroupName, HeldHonour, StudioNameFacts};
pub use name::{NameDifference, NamePart, StudioNameEffects};
pub use procedure::{Eligibility, Studio};
pub use record::{
    Activity, ClueGiven, ConsentGiven, HeroVisit, Notice, Opening, PublicityItem, Record,
    Rectification, SetupChange, YearlyReport,
};
pub use setup::{Function, Member, Setup, name_key};
pub use state::{Document, Outcome, Refusal, RefusalCode, State};

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
