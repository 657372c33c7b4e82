use super::*;
use crate::receipts::{
    Outcome::{Met, NotApplicable, NotMet, Unknown},
    samples::finding,
};

#[test]
fn deed_purpose_only_for_oneself_is_refused() {
    for (interests, outcome, code) in [
        (vec![Interest::Own], NotMet, "only_own_interest"),
        (
            vec![Interest::Own, Interest::Public],
            Met,
            "interest_protected",
        ),
        (vec![Interest::OtherProperty], Met, "interest_protected"),
        (Vec::new(), Unknown, "purpose_not_stated"),
    ] {
        let facts = with(|facts| facts.interests = interests);
        assert_says(&facts, RuleId::DeedPurpose, outcome, code);
    }
}

#[test]
fn deed_type_other_acts_need_a_written_reason() {
    for (acts, reason, outcome, code) in [
        (
            vec![ActType::CrimeAgainstPublic],
            None,
            Met,
            "act_type_listed",
        ),
        (
            vec![ActType::Other],
            None,
            Unknown,
            "other_act_reason_missing",
        ),
        (
            vec![ActType::Other],
            Some("测试理由"),
            Met,
            "other_act_reasoned",
        ),
        (
            vec![ActType::Other, ActType::Rescue],
            None,
            Met,
            "act_type_listed",
        ),
        (Vec::new(), None, Unknown, "act_type_not_stated"),
    ] {
        let facts = with(|facts| {
            facts.act_types = acts;
            facts.other_act_reason = reason.map(str::to_owned);
        });
        assert_says(&facts, RuleId::DeedType, outcome, code);
    }
}

#[test]
fn deed_cause_an_actor_who_caused_the_danger_is_reviewed() {
    for (caused, outcome, code) in [
        (Some(true), Unknown, "actor_caused_danger"),
        (Some(false), Met, "danger_not_caused"),
        (None, Unknown, "cause_not_stated"),
    ] {
        let facts = with(|facts| facts.caused_danger = caused);
        assert_says(&facts, RuleId::DeedCause, outcome, code);
    }
    let caused = with(|facts| facts.caused_danger = Some(true));
    assert_finding(
        &judge_elsewhere(&caused),
        RuleId::DeedCause,
        NotApplicable,
        "cause_not_reviewed",
    );
}

#[test]
fn deed_lawful_an_investigation_suspends_and_an_unlawful_act_is_reviewed_without_a_binding_source()
{
    for (lawfulness, outcome, code) in [
        (
            Some(Lawfulness::UnderInvestigation),
            Unknown,
            "under_investigation",
        ),
        (Some(Lawfulness::FoundUnlawful), Unknown, "act_unlawful"),
        (Some(Lawfulness::FoundLawful), Met, "act_lawful"),
        (Some(Lawfulness::NotQuestioned), Met, "act_lawful"),
        (None, Unknown, "lawfulness_not_stated"),
    ] {
        let facts = with(|facts| facts.lawfulness = lawfulness);
        assert_says(&facts, RuleId::DeedLawful, outcome, code);
    }
}

#[test]
fn deed_lawful_an_unlawful_act_is_refused_where_the_policy_says_so() {
    let unlawful = with(|facts| facts.lawfulness = Some(Lawfulness::FoundUnlawful));
    let receipt = judge_with(
        &unlawful,
        "[versions.rules.DEED-LAWFUL]\n",
        "[versions.rules.DEED-LAWFUL]\nmay_refuse = [\"act_unlawful\"]\n",
    );
    assert_finding(&receipt, RuleId::DeedLawful, NotMet, "act_unlawful");
}

#[test]
fn deed_no_success_whatever_came_of_it_counts() {
    for outcome in [
        None,
        Some(RescueOutcome::Succeeded),
        Some(RescueOutcome::PartlySucceeded),
        Some(RescueOutcome::Failed),
    ] {
        let facts = with(|facts| facts.outcome = outcome);
        assert_says(&facts, RuleId::DeedNoSuccess, Met, "success_not_required");
    }
}

#[test]
fn deed_risk_is_recorded_and_no_gate() {
    for (risk, outcome, code) in [
        (Grade::new(0), Met, "risk_recorded"),
        (Grade::new(4), Met, "risk_recorded"),
        (None, NotApplicable, "risk_not_recorded"),
    ] {
        let facts = with(|facts| facts.risk = risk);
        assert_says(&facts, RuleId::DeedRisk, outcome, code);
    }
}

#[test]
fn deed_risk_is_reviewed_where_a_city_asks_for_a_least_level() {
    for (risk, outcome, code) in [
        (Grade::new(1), Unknown, "risk_too_low"),
        (Grade::new(2), Met, "risk_recorded"),
        (None, Unknown, "risk_not_stated"),
    ] {
        let receipt = judge_elsewhere(&with(|facts| facts.risk = risk));
        assert_finding(&receipt, RuleId::DeedRisk, outcome, code);
    }
}

#[test]
fn a_reason_names_what_it_looked_at_in_both_languages() {
    let receipt = judge(&with(|facts| {
        facts.interests = vec![Interest::State, Interest::OtherPerson];
    }));
    let reason = &finding(&receipt, RuleId::DeedPurpose).reason;
    assert_eq!(reason.zh, "行为保护了国家利益、他人人身。");
    assert_eq!(
        reason.en,
        "The act protected: the state's interest, another's person."
    );
}
