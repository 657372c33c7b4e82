use super::*;
use crate::{
    policy::PolicySet,
    receipts::{
        Outcome::{Met, NotMet, Unknown},
        Proposal, RuleId,
        samples::{assert_finding, assert_sound, example_city, finding, in_force},
    },
};

fn proposing(proposed: &str) -> StudioNameFacts {
    StudioNameFacts {
        proposed_name: Some(proposed.to_owned()),
        ..complete()
    }
}

fn with_consent(deceased: Option<bool>, consent: Option<(bool, ConsentGiver)>) -> StudioNameFacts {
    StudioNameFacts {
        deceased,
        consent: consent.map(|(given, by)| Consent { given, by }),
        ..complete()
    }
}

#[test]
fn studio_name_by_the_pattern_is_approved() {
    let receipt = judge(&complete());
    assert_sound(&receipt, PolicySet::builtin());
    assert_finding(&receipt, RuleId::StudioName, Met, "name_matches");
    assert_eq!(receipt.proposal, Proposal::Approve);
}

#[test]
fn studio_name_shows_every_fact_that_it_used() {
    let receipt = judge(&complete());
    let names: Vec<_> = finding(&receipt, RuleId::StudioName)
        .facts
        .iter()
        .map(|fact| fact.name.as_ref())
        .collect();
    assert_eq!(
        names,
        ["proposed_name", "registered_name", "pattern", "name_taken"]
    );
}

#[test]
fn studio_name_that_differs_is_refused_with_the_right_name_and_the_difference() {
    let expect = |proposed: &str, parts: &[(NamePart, Option<&str>)]| {
        let receipt = judge(&proposing(proposed));
        assert_finding(&receipt, RuleId::StudioName, NotMet, "name_differs");
        let effects = effects_of(&receipt);
        assert_eq!(effects.name.as_deref(), Some("见义勇为测试甲英模工作室"));
        let found: Vec<_> = effects
            .differences
            .iter()
            .map(|one| (one.part, one.found.as_deref()))
            .collect();
        assert_eq!(found, parts, "{proposed}");
    };
    expect(
        "见义勇为测试乙英模工作室",
        &[(NamePart::Name, Some("测试乙"))],
    );
    expect("测试甲英模工作室", &[(NamePart::Prefix, Some(""))]);
    expect(
        "见义勇为测试甲工作室",
        &[(NamePart::Suffix, Some("工作室"))],
    );
    expect(
        "测试甲工作室",
        &[
            (NamePart::Prefix, Some("")),
            (NamePart::Suffix, Some("工作室")),
        ],
    );
    expect(
        "好人之家",
        &[
            (NamePart::Prefix, None),
            (NamePart::Name, None),
            (NamePart::Suffix, None),
        ],
    );
}

#[test]
fn studio_name_is_unique() {
    let with = |name_taken| {
        judge(&StudioNameFacts {
            name_taken,
            ..complete()
        })
    };
    assert_finding(&with(Some(true)), RuleId::StudioName, NotMet, "name_taken");
    assert_finding(
        &with(None),
        RuleId::StudioName,
        Unknown,
        "uniqueness_not_checked",
    );
}

#[test]
fn studio_name_of_a_group_needs_the_city() {
    let group = |city_approval| {
        judge(&StudioNameFacts {
            group: Some(GroupName {
                name: "测试三侠".to_owned(),
                city_approval,
            }),
            ..proposing("见义勇为测试三侠英模工作室")
        })
    };
    let approved = group(Some(true));
    assert_eq!(approved.proposal, Proposal::Approve);
    assert_finding(
        &group(None),
        RuleId::StudioName,
        Unknown,
        "group_name_needs_approval",
    );
    // No written rule: the refusal of the city is shown to the officer, who decides.
    assert_finding(
        &group(Some(false)),
        RuleId::StudioName,
        Unknown,
        "group_name_not_approved",
    );
}

#[test]
fn studio_name_is_proposed_when_none_is_given() {
    let receipt = judge(&StudioNameFacts {
        proposed_name: None,
        ..complete()
    });
    assert_finding(&receipt, RuleId::StudioName, Unknown, "name_not_proposed");
    let reason = &finding(&receipt, RuleId::StudioName).reason.zh;
    assert!(reason.contains("见义勇为测试甲英模工作室"), "{reason}");
}

#[test]
fn studio_name_keeps_rare_characters_and_middle_dots() {
    for rare in ["测试𠮷", "测试㐂", "测试·艾力"] {
        let receipt = judge(&StudioNameFacts {
            leader_name: Some(name(rare)),
            ..proposing(&format!("见义勇为{rare}英模工作室"))
        });
        assert_eq!(receipt.proposal, Proposal::Approve, "{rare}");
    }
}

#[test]
fn studio_leader_holds_a_municipal_honour_that_stands() {
    let with = |honours: Option<&[(HonourLevel, bool)]>| {
        judge(&StudioNameFacts {
            honours: honours.map(|honours| {
                honours
                    .iter()
                    .map(|&(level, revoked)| HeldHonour { level, revoked })
                    .collect()
            }),
            ..complete()
        })
    };
    let rule = RuleId::StudioLeader;
    assert_finding(
        &with(Some(&[(HonourLevel::Provincial, false)])),
        rule,
        Met,
        "consent_given",
    );
    // What the city is known to do is no written rule: a question, not a refusal.
    assert_finding(
        &with(Some(&[(HonourLevel::County, false)])),
        rule,
        Unknown,
        "honour_too_low",
    );
    assert_finding(
        &with(Some(&[(HonourLevel::National, true)])),
        rule,
        Unknown,
        "honour_revoked",
    );
    assert_finding(&with(None), rule, Unknown, "honours_not_stated");
}

#[test]
fn studio_leader_decides_about_the_own_name_and_the_next_of_kin_after_death() {
    let rule = RuleId::StudioLeader;
    let alive = Some(false);
    let refused = judge(&with_consent(alive, Some((false, ConsentGiver::Leader))));
    assert_finding(&refused, rule, NotMet, "consent_refused");
    assert_eq!(
        finding(&refused, rule).basis[0].law_title.zh,
        "中华人民共和国民法典"
    );
    let other = with_consent(alive, Some((true, ConsentGiver::Spouse)));
    assert_finding(&judge(&other), rule, Unknown, "consent_by_other");
    assert_finding(
        &judge(&with_consent(alive, None)),
        rule,
        Unknown,
        "consent_missing",
    );
    let dead = Some(true);
    for kin in [
        ConsentGiver::Spouse,
        ConsentGiver::Child,
        ConsentGiver::Parent,
    ] {
        let receipt = judge(&with_consent(dead, Some((true, kin))));
        assert_finding(&receipt, rule, Met, "consent_given");
    }
    let distant = with_consent(dead, Some((true, ConsentGiver::OtherRelative)));
    assert_finding(&judge(&distant), rule, Unknown, "consent_by_other");
    let open = with_consent(None, Some((true, ConsentGiver::Leader)));
    assert_finding(&judge(&open), rule, Unknown, "deceased_not_stated");
}

#[test]
fn studio_leader_a_law_that_came_later_does_not_refuse_an_older_case() {
    let before_the_civil_code = StudioNameFacts {
        proposed_on: Some(day("2020-12-31")),
        ..with_consent(Some(false), Some((false, ConsentGiver::Leader)))
    };
    let receipt = judge(&before_the_civil_code);
    assert_finding(&receipt, RuleId::StudioLeader, Unknown, "consent_refused");
    assert_sound(&receipt, PolicySet::builtin());
}

#[test]
fn studio_leader_has_one_studio() {
    let with = |existing_studios| {
        judge(&StudioNameFacts {
            existing_studios,
            ..complete()
        })
    };
    assert_finding(
        &with(Some(1)),
        RuleId::StudioLeader,
        Unknown,
        "hero_has_studio",
    );
    assert_finding(
        &with(None),
        RuleId::StudioLeader,
        Unknown,
        "studio_count_not_stated",
    );
}

#[test]
fn another_city_has_its_own_pattern_and_variants() {
    let policies = example_city();
    let policy = in_force(policies);
    let judge = |proposed: &str| evaluate_name(&proposing(proposed), policy, day(TODAY));
    for allowed in ["测试甲勇者之家", "勇者测试甲之家"] {
        let receipt = judge(allowed);
        assert_eq!(receipt.proposal, Proposal::Approve, "{allowed}");
        assert_sound(&receipt, policies);
    }
    let receipt = judge("勇者测试乙之家");
    assert_eq!(
        effects_of(&receipt).differences[0].found.as_deref(),
        Some("测试乙")
    );
    // That city lets nothing but its own measures refuse, and they do not speak of names.
    assert_eq!(receipt.proposal, Proposal::Review);
}
