//! Whether what one actor did in one deed can be confirmed: the conditions of an act of bravery,
//! who brings it where and until when, and the least evidence.

mod act;
mod body;
mod case;
mod completed;
mod duty;
mod effect;
mod evidence;
mod facts;
mod filing;
mod kinds;
mod person;
#[cfg(test)]
pub(crate) mod tests;
mod timing;
mod toll;
mod window;

pub use effect::{DeedEffects, MissingFact, Route};
pub use facts::{AgeAtDeed, Complexity, DeedFacts, EvidenceItem, Obstacle};
pub use kinds::{ActType, Duty, Filer, Interest, Lawfulness, Relation, RescueOutcome};
pub use person::MinorHandling;

use chrono::NaiveDate;

use self::case::Case;
use crate::{
    policy::Policy,
    receipts::{Effects, Facts, Receipt},
    reference::Reference,
};

/// The age from which on somebody is no minor (Civil Code article 17).
pub const AGE_OF_MAJORITY: u32 = 18;

/// The age below which everything about a child is sensitive (Personal Information Protection Law
/// article 28).
pub const AGE_OF_CHILD: u32 = 14;

/// Applies the rules of acts of bravery to one actor. `today` is the day of evaluation in Beijing.
pub fn evaluate(
    facts: &DeedFacts,
    policy: &Policy,
    reference: Reference<'_>,
    today: NaiveDate,
) -> Receipt {
    let case = Case {
        facts,
        policy,
        regions: reference.regions,
        calendar: reference.calendar,
        today,
    };
    let findings = vec![
        duty::deed_duty(&case),
        duty::deed_contract(&case),
        duty::deed_kin(&case),
        act::deed_purpose(&case),
        act::deed_type(&case),
        act::deed_cause(&case),
        act::deed_lawful(&case),
        act::deed_no_success(&case),
        act::deed_risk(&case),
        person::deed_age(&case),
        person::deed_volunteer(&case),
        person::deed_nationality(&case),
        filing::deed_dup(&case),
        filing::deed_own_motion(&case),
        filing::file_who(&case),
        body::file_where(&case),
        window::file_window(&case),
        toll::file_toll(&case),
        evidence::evidence_min(&case),
    ];
    let effects = effect::effects(&case, &findings);
    Receipt::new(
        Facts::Deed(facts.clone()),
        policy,
        today,
        findings,
        Effects::Deed(effects),
    )
}
