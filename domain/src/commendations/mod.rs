//! Commendation: which level and titles a deed suggests, who grants them and what is missing for more; and
//! the procedure from the nomination to the conferral. People decide.

mod acts;
mod authority;
mod award;
mod award_facts;
mod body;
mod case;
mod chain;
mod clocks;
mod conditions;
mod criteria;
mod death;
mod effects;
mod facts;
mod group;
mod handover;
pub mod money;
mod nomination;
mod procedure;
mod record;
mod score;
mod state;
mod table;
mod terms;
#[cfg(test)]
pub(crate) mod tests;
mod write;

pub use acts::{Act, Step};
pub use clocks::ClockKind;
pub use conditions::Condition;
pub use nomination::{Basis, Nomination, Nominator, Texts};
pub use procedure::{Commendation, Eligibility};
pub use record::{
    Accepted, Award, Conferral, Opinion, OpinionAnswer, OpinionOf, PaidMember, Payment,
    PaymentPlan, Recommendation, Record, Replacement, ReplacementReason, RoundEntry, RoundGrant,
};
pub use state::{Document, Outcome, RefusalCode, Revocation, State};

pub use award_facts::{AwardFacts, DeathFacts, GroupFacts, MemberFacts};
pub use effects::{
    CashEffect, CashStatus, CashSum, Ceremony, Decider, LevelGap, ProposedTitle, TierEffects,
};
pub use facts::{
    ConfirmationStatus, Grade, GradeError, GrantingBody, HeldTitle, Secrecy, TierFacts,
};
pub use score::{Criterion, Score, ScorePart};

use chrono::NaiveDate;

use self::case::Case;
use crate::{
    policy::Policy,
    receipts::{Effects, Facts, Finding, Proposal, Receipt},
    regions::RegionTree,
};

/// What the rules say of a title that is to be granted, whoever it is for.
#[derive(Debug)]
pub(crate) struct GrantFindings {
    pub(crate) authority: Finding,
    pub(crate) quota: Finding,
    pub(crate) name: Finding,
    pub(crate) form: Finding,
}

/// Applies those rules of commendation that look at who grants what in which form, and not at the deed.
pub(crate) fn of_grant(
    facts: &TierFacts,
    policy: &Policy,
    regions: &RegionTree,
    today: NaiveDate,
) -> GrantFindings {
    let case = Case::new(facts, policy, regions, today);
    GrantFindings {
        authority: authority::tier_authority(&case),
        quota: authority::tier_quota(&case),
        name: award::tier_name(&case),
        form: handover::tier_form(&case),
    }
}

/// Applies the rules of commendation levels. `today` is the day of evaluation in Beijing.
pub fn evaluate_tier(
    facts: &TierFacts,
    policy: &Policy,
    regions: &RegionTree,
    today: NaiveDate,
) -> Receipt {
    let case = Case::new(facts, policy, regions, today);
    let mut findings = vec![
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
    // Receipts of before did not ask for more.
    if facts.award.is_some() {
        findings.extend([
            group::group_min(&case),
            group::group_honour(&case),
            group::group_dead(&case),
            death::posthumous(&case),
            death::martyr_refer(&case),
            death::lump_sum_floor(&case),
        ]);
    }
    let effects = effects::effects(&case, Proposal::from_findings(&findings));
    Receipt::new(
        Facts::Tier(facts.clone()),
        policy,
        today,
        findings,
        Effects::Tier(effects),
    )
}
