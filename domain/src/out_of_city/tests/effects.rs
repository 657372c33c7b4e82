use super::*;
use crate::receipts::{
    Outcome::{Met, Unknown},
    RuleId,
    samples::{assert_finding, assert_sound, example_city, in_force, toothless},
};

#[test]
fn out_effect_the_dead_are_honoured_with_the_posthumous_prefix() {
    let receipt = judge(&OutOfCityFacts {
        deceased: Some(true),
        ..complete()
    });
    assert_finding(&receipt, RuleId::OutEffect, Met, "effects_follow");
    assert_eq!(
        effects_of(&receipt).title.as_ref().unwrap().text.zh,
        "追授聊城义士"
    );
    let receipt = judge(&OutOfCityFacts {
        deceased: None,
        ..complete()
    });
    assert_finding(&receipt, RuleId::OutEffect, Unknown, "deceased_not_stated");
}

#[test]
fn out_effect_a_household_keeps_one_plaque() {
    let status = |known| {
        let receipt = judge(&OutOfCityFacts {
            household_has_plaque: known,
            ..complete()
        });
        effects_of(&receipt).plaque.as_ref().unwrap().status
    };
    assert_eq!(status(Some(true)), PlaqueStatus::AlreadyInHousehold);
    assert_eq!(status(None), PlaqueStatus::HouseholdNotKnown);
}

#[test]
fn out_double_earlier_rewards_do_not_bar_the_title_here_and_cash_elsewhere() {
    assert_finding(
        &judge(&complete()),
        RuleId::OutDouble,
        Met,
        "rewards_do_not_bar",
    );
    let policies = example_city();
    let policy = in_force(policies);
    let facts = OutOfCityFacts {
        origin_claims: vec![claim(OriginBasis::HukouNow, "411602")],
        ..complete()
    };
    let receipt = evaluate(&facts, policy, Reference::builtin(), day(TODAY));
    assert_finding(&receipt, RuleId::OutDouble, Met, "cash_excluded");
    let effects = effects_of(&receipt);
    assert_eq!(effects.cash_excluded, Some(true));
    assert_eq!(effects.title.as_ref().unwrap().text.zh, "测试侠士");
    assert_sound(&receipt, policies);
}

#[test]
fn a_policy_without_binding_sources_never_proposes_refusal() {
    let policies = toothless();
    let facts = OutOfCityFacts {
        local_confirmation: Some(LocalConfirmation::Absent),
        place: Some(Place::Region(region("371502"))),
        ..complete()
    };
    let policy = in_force(policies);
    let receipt = evaluate(&facts, policy, Reference::builtin(), day(TODAY));
    assert_eq!(receipt.proposal, Proposal::Review);
}
