//! Commendation levels: which level and titles a deed suggests, who grants them, and what is
//! missing for more. A panel of people decides.

mod authority;
mod award;
mod body;
mod case;
mod chain;
mod criteria;
mod effects;
mod facts;
mod handover;
mod score;
#[cfg(test)]
pub(crate) mod tests;

pub use effects::{
    CashEffect, CashStatus, Ceremony, Decider, LevelGap, ProposedTitle, TierEffects,
};
pub use facts::{
    ConfirmationStatus, Grade, GradeError, GrantingBody, HeldTitle, Secrecy, TierFacts,
};
pub use score::{Criterion, Score, ScorePart};

use chrono::NaiveDate;

use self::case::Case;
use crate::{
    policy::Policy,
    receipts::{Effects, Facts, Proposal, Receipt},
    regions::RegionTree,
};

/// Applies the rules of commendation levels. `today` is the day of evaluation in Beijing.
pub fn evaluate_tier(
    facts: &TierFacts,
    policy: &Policy,
    regions: &RegionTree,
    today: NaiveDate,
) -> Receipt {
    let case = Case::new(facts, policy, regions, today);
    let findings = vec![
        chain::tier_base(&case),
        criteria::tier_level(&case),
        criteria::tier_criteria(&case),
        chain::tier_chain(&case),
        authority::tier_authority(&case),
        authority::tier_quota(&case),
        award::tier_name(&case),
        handover::tier_form(&case),
        chain::tier_once(&case),
        award::tier_cash(&case),
        handover::tier_secret(&case),
        award::tier_bonus(&case),
    ];
    let effects = effects::effects(&case, Proposal::from_findings(&findings));
    Receipt::new(
        Facts::Tier(facts.clone()),
        policy,
        today,
        findings,
        Effects::Tier(effects),
    )
}
