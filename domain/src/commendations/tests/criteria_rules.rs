use super::*;
use crate::{
    policy::PolicySet,
    receipts::{
        Outcome::{Met, NotMet, Unknown},
        RuleId,
        samples::{LIAOCHENG_FILE, assert_finding, assert_sound, example_city, finding, in_force},
    },
};

#[test]
fn tier_level_names_the_titles_of_the_suggested_level() {
    let receipt = judge(&complete());
    assert_sound(&receipt, PolicySet::builtin());
    assert_eq!(receipt.proposal, Proposal::Approve);
    assert_finding(&receipt, RuleId::TierLevel, Met, "titles_at_level");
    let titles: Vec<_> = effects_of(&receipt)
        .titles
        .iter()
        .map(|title| title.text.zh.as_str())
        .collect();
    assert_eq!(
        titles,
        [
            "聊城市见义勇为模范",
            "聊城市见义勇为模范",
            "聊城市见义勇为先进个人",
            "聊城市见义勇为先进个人",
            "聊城市见义勇为积极分子"
        ],
        "the highest first, each as praise and as a state award where there are both"
    );
}

#[test]
fn tier_level_orders_the_titles_of_a_level_as_policy_ranks_them() {
    let file = LIAOCHENG_FILE
        .replace("rank = 1\n", "rank = 9\n")
        .replace("rank = 3\n", "rank = 1\n");
    let policies = PolicySet::parse(&file).unwrap();
    let policy = in_force(&policies);
    let receipt = evaluate_tier(&complete(), policy, RegionTree::builtin(), day(TODAY));
    let first = &effects_of(&receipt).titles[0];
    assert_eq!(first.text.zh, "聊城市见义勇为积极分子");
    let gap = &effects_of(&receipt).higher_levels[1].titles;
    assert_eq!(gap[0].as_str(), "national_model");
}

#[test]
fn tier_level_refuses_titles_that_do_not_fit_and_says_why() {
    for (title, code) in [
        ("liaocheng_yishi", "title_by_other_route"),
        ("liaocheng_group", "title_for_other_recipient"),
    ] {
        let receipt = judge(&asking_for(title));
        assert_finding(&receipt, RuleId::TierLevel, NotMet, code);
        assert_eq!(effects_of(&receipt).titles, []);
    }
    let receipt = judge(&TierFacts {
        requested_level: Some(HonourLevel::Provincial),
        ..asking_for("liaocheng_model")
    });
    assert_finding(
        &receipt,
        RuleId::TierLevel,
        NotMet,
        "title_of_another_level",
    );
}

#[test]
fn tier_level_a_title_that_the_catalogue_lacks_is_looked_into() {
    let receipt = judge(&asking_for("no_such_title"));
    assert_finding(
        &receipt,
        RuleId::TierLevel,
        Unknown,
        "title_not_in_catalogue",
    );
    assert_ne!(receipt.proposal, Proposal::Refuse);
}

#[test]
fn tier_level_offers_groups_the_titles_of_groups() {
    let receipt = judge(&TierFacts {
        recipient: Recipient::Group,
        ..complete()
    });
    let titles = &effects_of(&receipt).titles;
    assert_eq!(titles.len(), 2);
    assert_eq!(titles[0].text.zh, "聊城市见义勇为群体");
}

#[test]
fn tier_level_a_group_with_a_dead_member_is_no_group_of_the_dead() {
    let died = |recipient| {
        let receipt = judge(&TierFacts {
            recipient,
            harm: Some(Harm::Died),
            cost: Some(grade(4)),
            ..complete()
        });
        effects_of(&receipt).titles[0].text.clone()
    };
    assert_eq!(died(Recipient::Group).zh, "聊城市见义勇为群体");
    assert_eq!(died(Recipient::Group).en, "Liaocheng Group of Bravery");
    assert_eq!(died(Recipient::Individual).zh, "追授聊城市见义勇为模范");
}

#[test]
fn tier_criteria_a_death_known_in_one_county_is_proposed_for_the_city_as_policy_says() {
    let died = TierFacts {
        harm: Some(Harm::Died),
        cost: None,
        influence: Some(InfluenceArea::County),
        ..complete()
    };
    let receipt = judge(&died);
    assert_eq!(
        effects_of(&receipt).suggested_level,
        Some(HonourLevel::Municipal)
    );
    assert_finding(&receipt, RuleId::TierCriteria, Met, "level_suggested");
    let reason = &finding(&receipt, RuleId::TierCriteria).reason;
    assert!(reason.zh.contains("牺牲的不低于市级"), "{}", reason.zh);
    let said = "(died) no less than municipal level is suggested; the panel decides.";
    assert!(reason.en.ends_with(said), "{}", reason.en);
    let asked = judge(&TierFacts {
        requested_level: Some(HonourLevel::Municipal),
        ..died.clone()
    });
    assert_finding(&asked, RuleId::TierCriteria, Met, "level_supported");
    let hurt = judge(&TierFacts {
        harm: Some(Harm::Disabled),
        cost: Some(grade(4)),
        ..died.clone()
    });
    let county = Some(HonourLevel::County);
    assert_eq!(effects_of(&hurt).suggested_level, county);
    let unknown = judge(&TierFacts { risk: None, ..died });
    assert_eq!(effects_of(&unknown).suggested_level, None);
}

#[test]
fn tier_criteria_a_harm_that_is_not_stated_may_contradict_the_cost() {
    let receipt = judge(&TierFacts {
        harm: None,
        ..complete()
    });
    assert_finding(&receipt, RuleId::TierCriteria, Unknown, "criteria_missing");
    let reason = &finding(&receipt, RuleId::TierCriteria).reason;
    assert!(reason.zh.contains("本人伤亡"), "{}", reason.zh);
    assert!(reason.en.contains("harm to the actor"), "{}", reason.en);
}

#[test]
fn tier_criteria_shows_how_the_score_was_made() {
    let receipt = judge(&complete());
    assert_finding(&receipt, RuleId::TierCriteria, Met, "level_suggested");
    let score = &effects_of(&receipt).score;
    // 3×3 + 0×3 + 3×2 + 2×2
    assert_eq!(score.total, Some(19));
    let reason = &finding(&receipt, RuleId::TierCriteria).reason;
    assert!(
        reason
            .zh
            .contains("危险程度3×3 + 付出代价0×3 + 避免损失3×2 + 影响范围2×2")
    );
    assert!(reason.en.contains("panel decides"));
}

#[test]
fn tier_criteria_lists_what_each_higher_level_lacks() {
    let receipt = judge(&complete());
    let effects = effects_of(&receipt);
    assert_eq!(effects.suggested_level, Some(HonourLevel::Municipal));
    let [provincial, national] = effects.higher_levels.as_slice() else {
        panic!("{:?}", effects.higher_levels);
    };
    assert_eq!(provincial.level, HonourLevel::Provincial);
    assert_eq!(provincial.points_missing, Some(26 - 19));
    assert_eq!(provincial.influence_needed, Some(InfluenceArea::Province));
    assert_eq!(
        provincial.recommendation_needed_from,
        Some(HonourLevel::Municipal)
    );
    assert_eq!(provincial.title_needed_of, None);
    assert_eq!(national.points_missing, Some(34 - 19));
    assert_eq!(
        national.recommendation_needed_from,
        Some(HonourLevel::Provincial)
    );
}

#[test]
fn tier_criteria_missing_grades_are_named_and_never_guessed() {
    let receipt = judge(&TierFacts {
        risk: None,
        influence: None,
        ..complete()
    });
    assert_finding(&receipt, RuleId::TierCriteria, Unknown, "criteria_missing");
    let reason = &finding(&receipt, RuleId::TierCriteria).reason.zh;
    assert!(reason.contains("危险程度") && reason.contains("影响范围"));
    assert_eq!(effects_of(&receipt).suggested_level, None);
    assert_eq!(receipt.proposal, Proposal::Review);
}

#[test]
fn tier_criteria_a_death_counts_as_the_highest_cost() {
    let receipt = judge(&TierFacts {
        harm: Some(Harm::Died),
        cost: None,
        ..complete()
    });
    let effects = effects_of(&receipt);
    assert_eq!(effects.score.total, Some(19 + 12));
    assert!(effects.titles[0].text.zh.starts_with("追授"));
}

#[test]
fn tier_criteria_a_harm_counts_for_no_less_than_it_stands_for() {
    let costs = |value| {
        let receipt = judge(&TierFacts {
            harm: Some(Harm::Disabled),
            cost: Some(grade(value)),
            ..complete()
        });
        effects_of(&receipt).score.parts[1].value
    };
    assert_eq!(costs(1), Some(3));
    assert_eq!(costs(4), Some(4));
}

#[test]
fn tier_criteria_a_high_score_needs_the_influence_too() {
    let known_in = |influence| {
        let receipt = judge(&TierFacts {
            risk: Some(grade(4)),
            cost: Some(grade(4)),
            harm: Some(Harm::Disabled),
            loss_averted: Some(grade(4)),
            influence: Some(influence),
            ..complete()
        });
        effects_of(&receipt).suggested_level
    };
    assert_eq!(known_in(InfluenceArea::County), Some(HonourLevel::County));
    assert_eq!(
        known_in(InfluenceArea::Province),
        Some(HonourLevel::Provincial)
    );
    assert_eq!(
        known_in(InfluenceArea::National),
        Some(HonourLevel::National)
    );
}

#[test]
fn tier_criteria_below_a_requested_level_is_for_the_panel() {
    let receipt = judge(&TierFacts {
        recommended_by: Some(vec![HonourLevel::Municipal]),
        ..asking_for("shandong_model")
    });
    assert_finding(
        &receipt,
        RuleId::TierCriteria,
        Unknown,
        "level_above_criteria",
    );
    assert_eq!(receipt.proposal, Proposal::Review);
}

#[test]
fn another_city_needs_another_file_and_no_other_code() {
    let policies = example_city();
    let policy = in_force(policies);
    let held = |titles_held| TierFacts {
        titles_held: Some(titles_held),
        ..complete()
    };
    let receipt = evaluate_tier(&held(Vec::new()), policy, RegionTree::builtin(), day(TODAY));
    assert_sound(&receipt, policies);
    // 3 + 0 + 3 + 1 with the weights of that city, which asks for the county's title first.
    assert_eq!(effects_of(&receipt).score.total, Some(7));
    assert_finding(&receipt, RuleId::TierChain, NotMet, "lower_title_missing");
    let county_title = HeldTitle {
        level: HonourLevel::County,
        title: TitleId::new("some_county_title"),
        same_deed: false,
    };
    let receipt = evaluate_tier(
        &held(vec![county_title]),
        policy,
        RegionTree::builtin(),
        day(TODAY),
    );
    assert_finding(&receipt, RuleId::TierChain, Met, "recommended");
    assert_eq!(effects_of(&receipt).titles[0].text.zh, "测试市见义勇为之星");
}

#[test]
fn tier_criteria_names_a_cost_that_contradicts_the_harm_and_scores_neither() {
    for (harm, cost, zh, en) in [
        (Harm::None, 4, "付出代价4", "Cost 4"),
        (Harm::Died, 0, "付出代价0", "Cost 0"),
    ] {
        let receipt = judge(&TierFacts {
            harm: Some(harm),
            cost: Some(grade(cost)),
            ..complete()
        });
        assert_sound(&receipt, PolicySet::builtin());
        assert_finding(
            &receipt,
            RuleId::TierCriteria,
            Unknown,
            "cost_contradicts_harm",
        );
        let reason = &finding(&receipt, RuleId::TierCriteria).reason;
        assert!(reason.zh.contains(zh) && reason.zh.contains(&harm.text().zh));
        assert!(reason.en.contains(en) && reason.en.contains(&harm.text().en));
        assert_eq!(receipt.proposal, Proposal::Review);
        assert_eq!(effects_of(&receipt).score.total, None);
        assert_eq!(effects_of(&receipt).suggested_level, None);
    }
    for (harm, cost) in [(Harm::None, 3), (Harm::Died, 1), (Harm::Died, 4)] {
        let receipt = judge(&TierFacts {
            harm: Some(harm),
            cost: Some(grade(cost)),
            ..complete()
        });
        assert_finding(&receipt, RuleId::TierCriteria, Met, "level_suggested");
    }
}
