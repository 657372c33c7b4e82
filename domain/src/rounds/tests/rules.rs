//! TIER-AUTHORITY to TIER-FORM of a round.

use super::{variations::state_award, *};
use crate::{
    receipts::{
        Outcome::{Met, NotMet, Unknown},
        Proposal, Receipt, RuleId,
        samples::{assert_finding, liaocheng},
    },
    regions::RegionTree,
};

fn judge(facts: &RoundFacts) -> Receipt {
    evaluate(facts, liaocheng(), RegionTree::builtin(), day("2026-06-01"))
}

#[test]
fn tier_authority_a_round_of_the_right_bodies_is_proposed() {
    let receipt = judge(&facts());
    assert_eq!(receipt.proposal, Proposal::Approve);
    assert_finding(&receipt, RuleId::TierAuthority, Met, "authority_named");
}

#[test]
fn tier_authority_nobody_calls_out_what_a_higher_level_grants() {
    let county = RoundFacts {
        organiser_level: AuthorityLevel::County,
        ..facts()
    };
    let receipt = judge(&county);
    assert_eq!(receipt.proposal, Proposal::Refuse);
    assert_finding(&receipt, RuleId::TierAuthority, NotMet, "wrong_authority");
}

#[test]
fn tier_authority_every_title_has_all_who_sign_it() {
    let mut one = facts();
    one.granting_bodies.pop();
    let receipt = judge(&one);
    assert_finding(
        &receipt,
        RuleId::TierAuthority,
        Unknown,
        "granting_body_missing",
    );
}

#[test]
fn tier_form_a_joint_round_has_several_bodies() {
    let mut joint = RoundFacts {
        form: CommendationForm::Joint,
        ..facts()
    };
    assert_finding(&judge(&joint), RuleId::TierForm, Met, "form_in_use");
    joint.granting_bodies.pop();
    let receipt = judge(&joint);
    // Practice alone refuses nothing; the step asks for it.
    assert_finding(
        &receipt,
        RuleId::TierForm,
        Unknown,
        "joint_needs_more_bodies",
    );
}

#[test]
fn tier_quota_a_state_award_is_approved_counted_and_not_repeated_within_the_cycle() {
    assert_eq!(judge(&state_award()).proposal, Proposal::Approve);
    let of = |change: fn(&mut RoundFacts)| {
        let mut facts = state_award();
        change(&mut facts);
        judge(&facts)
    };
    let unnumbered = of(|facts| facts.approval_number = None);
    assert_finding(
        &unnumbered,
        RuleId::TierQuota,
        Unknown,
        "approval_number_missing",
    );
    let full = of(|facts| facts.projects_this_year = Some(2));
    assert_finding(&full, RuleId::TierQuota, NotMet, "quota_used_up");
    let again = of(|facts| facts.last_held = Some(2024));
    assert_finding(&again, RuleId::TierQuota, Unknown, "quota_used_up");
    let after = of(|facts| facts.last_held = Some(2021));
    assert_finding(&after, RuleId::TierQuota, Met, "within_quota");
}

#[test]
fn tier_name_no_round_borrows_the_words_of_a_higher_award() {
    let named = RoundFacts {
        name: "全国见义勇为评选".to_owned(),
        ..facts()
    };
    assert_finding(
        &judge(&named),
        RuleId::TierName,
        NotMet,
        "name_imitates_higher_award",
    );
}
