use super::*;
use crate::{
    policy::PolicySet,
    receipts::{
        Outcome::{Met, NotApplicable, NotMet, Unknown},
        RuleId,
        samples::{assert_finding, finding, in_force, with_sums},
    },
    reference::Reference,
};

fn held(title: &str, level: HonourLevel, same_deed: bool) -> Vec<HeldTitle> {
    vec![HeldTitle {
        level,
        title: TitleId::new(title),
        same_deed,
    }]
}

fn judge_with_sums(facts: &TierFacts) -> Receipt {
    let policy = in_force(with_sums());
    evaluate_tier(facts, policy, RegionTree::builtin(), day(TODAY))
}

#[test]
fn tier_chain_a_title_that_has_to_be_held_first_is_asked_for() {
    let asking = |titles_held| {
        judge_with_sums(&TierFacts {
            titles_held,
            ..asking_for("liaocheng_active")
        })
    };
    let rule = RuleId::TierChain;
    let without = asking(Some(Vec::new()));
    // No source of the city or the province binds here, so that an officer looks at it.
    assert_finding(&without, rule, Unknown, "required_title_missing");
    assert!(effects_of(&without).titles.is_empty());
    assert_finding(&asking(None), rule, Unknown, "titles_held_not_stated");
    // Praise and state award of the same words are one title.
    let county = asking(Some(held("county_model_award", HonourLevel::County, false)));
    assert_finding(&county, rule, Met, "recommended");
    let advice = judge_with_sums(&complete());
    assert_finding(&advice, rule, Met, "recommended");
    let titles = effects_of(&advice).titles.iter();
    assert!(
        titles
            .into_iter()
            .all(|title| title.id.as_str() != "liaocheng_active")
    );
}

#[test]
fn tier_once_a_title_that_excludes_another_is_not_given_beside_it() {
    let asking = |same_deed| {
        judge(&TierFacts {
            titles_held: Some(held("shandong_model", HonourLevel::Provincial, same_deed)),
            recommended_by: Some(vec![HonourLevel::Municipal]),
            ..asking_for("shandong_model")
        })
    };
    let rule = RuleId::TierOnce;
    assert_finding(&asking(false), rule, Unknown, "excluded_title_held");
    assert!(effects_of(&asking(false)).titles.is_empty());
    assert_finding(&asking(true), rule, Unknown, "already_granted");
}

#[test]
fn tier_chain_a_listing_is_no_praise() {
    let listed = judge(&asking_for("national_brave"));
    let rule = RuleId::TierChain;
    assert_finding(&listed, rule, NotApplicable, "listing_not_praise");
    // Nobody is advised to give one.
    let advice = judge(&complete());
    let gaps = &effects_of(&advice).higher_levels[1].titles;
    assert!(gaps.iter().all(|title| title.as_str() != "national_brave"));
}

#[test]
fn tier_chain_a_listing_does_not_stand_for_the_lower_title() {
    let file = crate::receipts::samples::LIAOCHENG_FILE
        .replace("require_lower_title = false", "require_lower_title = true");
    let more = "[corrections.honours.titles.county_model]\nlisting = true\n";
    let policies = PolicySet::parse(&format!("{file}\n{more}")).unwrap();
    let asking = |title| {
        let facts = TierFacts {
            titles_held: Some(held(title, HonourLevel::County, true)),
            ..asking_for("liaocheng_model")
        };
        evaluate_tier(
            &facts,
            in_force(&policies),
            RegionTree::builtin(),
            day(TODAY),
        )
    };
    let rule = RuleId::TierChain;
    assert_finding(&asking("county_model"), rule, Unknown, "listing_not_praise");
    assert_finding(&asking("county_model_award"), rule, Met, "recommended");
}

#[test]
fn tier_cash_says_the_sum_where_the_table_has_one() {
    let receipt = judge_with_sums(&asking_for("liaocheng_model"));
    assert_finding(&receipt, RuleId::TierCash, Met, "cash_from_table");
    let reason = &finding(&receipt, RuleId::TierCash).reason.zh;
    assert!(reason.contains("5000.00元"), "{reason}");
    let cash = &effects_of(&receipt).cash;
    assert_eq!(cash.status, CashStatus::FromTable);
    assert_eq!(cash.sums[0].fen.get(), 500_000);
    let died = judge_with_sums(&variations::of_the_dead());
    assert_eq!(effects_of(&died).cash.sums[0].fen.get(), 3_000_000);
    let open = judge_with_sums(&TierFacts {
        harm: None,
        ..asking_for("liaocheng_advanced")
    });
    assert_finding(&open, RuleId::TierCash, Unknown, "cash_depends_on_more");
    let none = judge_with_sums(&asking_for("county_model"));
    assert_finding(&none, RuleId::TierCash, NotApplicable, "pending_table");
    assert_eq!(effects_of(&none).cash.status, CashStatus::PendingTable);
}

#[test]
fn receipts_of_before_replay_as_they_were() {
    for version in ["1", "2"] {
        let policies = PolicySet::builtin();
        let policy = policies.find("liaocheng", version).unwrap();
        let facts = Facts::Tier(TierFacts {
            titles_held: Some(held("shandong_model", HonourLevel::Provincial, false)),
            recommended_by: Some(vec![HonourLevel::Municipal]),
            ..asking_for("shandong_model")
        });
        let receipt = facts.evaluate(policy, Reference::builtin(), day(TODAY));
        assert_finding(&receipt, RuleId::TierOnce, Met, "not_granted_before");
        let facts = &finding(&receipt, RuleId::TierOnce).facts;
        assert_eq!(facts.len(), 1);
        assert!(receipt.findings.iter().all(|one| one.outcome != NotMet));
        assert_eq!(receipt.findings.len(), 12);
    }
}
