use super::*;
use crate::receipts::Outcome::{Met, NotApplicable, NotMet, Unknown};

#[test]
fn deed_duty_by_statute_is_refused_and_beyond_it_counts() {
    for (duty, outcome, code) in [
        (Some(Duty::Statutory), NotMet, "statutory_duty"),
        (Some(Duty::BeyondStatutory), Met, "beyond_duty"),
        (Some(Duty::None), Met, "no_statutory_duty"),
        (Some(Duty::Contractual), Met, "no_statutory_duty"),
        (None, Unknown, "duty_not_stated"),
    ] {
        let facts = with(|facts| facts.duty = duty);
        assert_says(&facts, RuleId::DeedDuty, outcome, code);
    }
}

#[test]
fn deed_contract_duty_is_for_the_panel_in_liaocheng() {
    let guard = with(|facts| facts.duty = Some(Duty::Contractual));
    assert_says(
        &guard,
        RuleId::DeedContract,
        Unknown,
        "contract_duty_reviewed",
    );
    assert_says(
        &complete(),
        RuleId::DeedContract,
        NotApplicable,
        "no_contract_duty",
    );
    let unsaid = with(|facts| facts.duty = None);
    assert_says(&unsaid, RuleId::DeedContract, Unknown, "duty_not_stated");
}

#[test]
fn deed_contract_policy_of_a_city_decides_what_a_contract_means() {
    let guard = with(|facts| facts.duty = Some(Duty::Contractual));
    for (policy, outcome, code) in [
        ("allow", Met, "contract_duty_allowed"),
        ("allow_lower_tier", Met, "contract_duty_lower_tier"),
        // The regulation does not say that 特定义务 means contracts, so that this is no refusal
        // unless the owner of the policy writes it down.
        ("exclude", Unknown, "contract_duty_excluded"),
    ] {
        let receipt = judge_with(
            &guard,
            "contract_duty = \"review\"",
            &format!("contract_duty = \"{policy}\""),
        );
        assert_finding(&receipt, RuleId::DeedContract, outcome, code);
        assert_eq!(
            effects_of(&receipt).lower_tier,
            policy == "allow_lower_tier"
        );
    }
    let receipt = judge_elsewhere(&guard);
    assert_finding(
        &receipt,
        RuleId::DeedContract,
        NotMet,
        "contract_duty_excluded",
    );
}

#[test]
fn deed_kin_rescue_of_wards_and_relatives_only_is_reviewed() {
    for (relations, outcome, code) in [
        (Some(vec![Relation::Ward]), Unknown, "support_duty"),
        (
            Some(vec![Relation::SupportedRelative, Relation::Ward]),
            Unknown,
            "support_duty",
        ),
        (
            Some(vec![Relation::OtherRelative, Relation::Ward]),
            Unknown,
            "kin_only",
        ),
        (
            Some(vec![Relation::Ward, Relation::Unrelated]),
            Met,
            "beneficiary_unrelated",
        ),
        (Some(Vec::new()), NotApplicable, "no_single_beneficiary"),
        (None, Unknown, "beneficiaries_not_stated"),
    ] {
        let facts = with(|facts| facts.beneficiaries = relations);
        assert_says(&facts, RuleId::DeedKin, outcome, code);
    }
}

#[test]
fn deed_kin_is_not_asked_where_policy_does_not_ask() {
    let own_ward = with(|facts| facts.beneficiaries = Some(vec![Relation::Ward]));
    assert_finding(
        &judge_elsewhere(&own_ward),
        RuleId::DeedKin,
        NotApplicable,
        "kin_not_reviewed",
    );
}
