//! Plaques of honour (见义勇为光荣之家) on the doors of households: the rules, and the way of one plaque from
//! the order to the door.
//!
//! A file is one plaque of one household; its cases are the heroes whose names it bears, and they move
//! together.

mod acts;
mod clocks;
mod conditions;
mod effect;
mod eligibility;
mod facts;
mod procedure;
mod record;
mod state;
mod table;
#[cfg(test)]
pub(crate) mod tests;
mod write;

pub use acts::{Act, Step};
pub use clocks::ClockKind;
pub use conditions::Condition;
pub use effect::PlaqueEffects;
pub use facts::{HeldHonour, PlaqueFacts};
pub use procedure::{Plaque, PlaqueRules};
pub use record::{
    Attempt, Delivery, Event, Handover, Hanging, Making, Occasion, Order, Predecessor, Record,
    RecoveryNotice, Subject,
};
pub use state::{Document, Outcome, RefusalCode, ReplacementReason, State};

use chrono::NaiveDate;

use crate::{
    policy::{Law, Policy},
    receipts::{Effects, Facts, Receipt},
};

struct Case<'a> {
    facts: &'a PlaqueFacts,
    policy: &'a Policy,
    today: NaiveDate,
}

impl<'a> Case<'a> {
    /// The policy as it binds on the day of the case.
    fn law(&self) -> Law<'a> {
        self.policy
            .on(self.facts.registered_on.unwrap_or(self.today))
    }
}

/// Applies the rules of plaques. `today` is the day of evaluation in Beijing.
pub fn evaluate(facts: &PlaqueFacts, policy: &Policy, today: NaiveDate) -> Receipt {
    let case = Case {
        facts,
        policy,
        today,
    };
    let findings = vec![
        eligibility::plaque_elig(&case),
        eligibility::plaque_one(&case),
        eligibility::plaque_replace(&case),
    ];
    let effects = effect::effects(&case);
    Receipt::new(
        Facts::Plaque(facts.clone()),
        policy,
        today,
        findings,
        Effects::Plaque(effects),
    )
}
