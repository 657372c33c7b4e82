//! Recognition of people from the city whose deed elsewhere was confirmed there (聊城义士): the rules,
//! and the procedure from the application to the certificate.

mod acts;
mod case;
mod clocks;
mod conditions;
mod confirmation;
mod effect;
mod eligibility;
mod facts;
mod origin;
mod person;
mod place;
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
pub use procedure::{Eligibility, Recognition};
pub use record::{Check, Fall, Kin, KinAgreement, Kinship, PriorNotice, Record};
pub use state::{Document, Outcome, Refusal, RefusalCode, State};

pub use effect::{OutOfCityEffects, PlaqueEffect, PlaqueStatus, Route, TitleEffect};
pub use facts::{ConfirmationDocument, LocalConfirmation, OriginClaim, OutOfCityFacts};

use chrono::NaiveDate;

use self::case::Case;
use crate::{
    policy::Policy,
    receipts::{Effects, Facts, Proposal, Receipt},
    reference::Reference,
};

/// Applies the rules of out-of-city recognition. `today` is the day of evaluation in Beijing.
pub fn evaluate(
    facts: &OutOfCityFacts,
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
    let mut findings = vec![
        eligibility::out_elig(&case),
        origin::out_origin(&case),
        place::out_place(&case),
        confirmation::out_issuer(&case),
        confirmation::out_window(&case),
        effect::out_effect(&case),
        effect::out_double(&case),
        confirmation::out_revoked(&case),
    ];
    findings.extend(person::deed_dup(&case));
    findings.extend(person::deed_age(&case));
    let effects = effect::effects(&case, Proposal::from_findings(&findings));
    Receipt::new(
        Facts::OutOfCity(facts.clone()),
        policy,
        today,
        findings,
        Effects::OutOfCity(effects),
    )
}
