//! Who may grant what (Shandong regulation, article 17).

use super::*;
use crate::{
    policy::{
        AuthorityKind::{self, Foundation, Government, NationalSelection, PoliticalLegalCommittee},
        CommendationKind, PolicySet,
    },
    receipts::{
        Outcome::{self, Met, NotApplicable, NotMet, Unknown},
        RuleId,
        samples::{assert_finding, assert_sound, finding, region},
    },
};

fn body(name: &str, kind: AuthorityKind) -> GrantingBody {
    GrantingBody {
        name: name.to_owned(),
        kind,
        region: None,
    }
}

fn of(code: &str, kind: AuthorityKind) -> GrantingBody {
    GrantingBody {
        region: Some(region(code)),
        ..body("测试单位", kind)
    }
}

/// Everything is known of a deed that a title of the highest level is due for, and asked for.
fn asking(title: &str, bodies: &[GrantingBody]) -> TierFacts {
    TierFacts {
        risk: Some(grade(4)),
        cost: Some(grade(4)),
        harm: Some(Harm::Disabled),
        loss_averted: Some(grade(4)),
        influence: Some(InfluenceArea::National),
        recommended_by: Some(HonourLevel::ALL.to_vec()),
        approval_number: Some("测试批〔2026〕1号".to_owned()),
        projects_this_year: Some(0),
        granting_bodies: bodies.to_vec(),
        ..asking_for(title)
    }
}

#[track_caller]
fn assert_grants(title: &str, bodies: &[GrantingBody], outcome: Outcome, code: &str) {
    let receipt = judge(&asking(title, bodies));
    assert_sound(&receipt, PolicySet::builtin());
    assert_finding(&receipt, RuleId::TierAuthority, outcome, code);
    let expected = match outcome {
        NotMet => Proposal::Refuse,
        Unknown => Proposal::Review,
        Met | NotApplicable => Proposal::Approve,
    };
    assert_eq!(receipt.proposal, expected, "{title} by {bodies:?}");
}

#[test]
fn the_authorities_of_each_level_grant_its_titles() {
    let province = [
        body("中共山东省委政法委员会", PoliticalLegalCommittee),
        body("山东省见义勇为基金会", Foundation),
    ];
    let city = [
        body("聊城市委政法委", PoliticalLegalCommittee),
        body("聊城市见义勇为基金会", Foundation),
    ];
    let one = |name, kind| vec![body(name, kind)];
    for (title, bodies) in [
        ("national_hero", one("测试主办单位", NationalSelection)),
        (
            "national_brave",
            one("中共中央政法委员会", PoliticalLegalCommittee),
        ),
        ("shandong_hero", one("山东省人民政府", Government)),
        ("shandong_hero", vec![of("370000", Government)]),
        ("shandong_model", province.to_vec()),
        ("liaocheng_model", one("聊城市人民政府", Government)),
        ("liaocheng_model", one("山东省聊城市人民政府", Government)),
        ("liaocheng_model", vec![of("371500", Government)]),
        ("liaocheng_model", vec![of("372500", Government)]),
        ("liaocheng_model_award", one("聊城市人民政府", Government)),
        ("liaocheng_model", city.to_vec()),
        ("liaocheng_active", city.to_vec()),
        ("county_model", one("临清市人民政府", Government)),
        ("county_model", one("聊城市东昌府区人民政府", Government)),
        ("county_model", vec![of("371523", Government)]),
        ("county_model", vec![of("LCDJ", PoliticalLegalCommittee)]),
        (
            "county_model",
            one("冠县县委政法委", PoliticalLegalCommittee),
        ),
    ] {
        assert_grants(title, &bodies, Met, "authority_named");
    }
}

#[test]
fn a_body_of_another_level_or_place_or_kind_may_not_grant() {
    for (title, granting) in [
        ("shandong_hero", body("冠县人民政府", Government)),
        ("shandong_hero", body("聊城市人民政府", Government)),
        ("shandong_hero", body("济南市人民政府", Government)),
        ("shandong_hero", body("河南省人民政府", Government)),
        ("shandong_hero", body("山东省见义勇为基金会", Foundation)),
        ("national_hero", body("中央政法委", PoliticalLegalCommittee)),
        ("national_brave", of("370000", PoliticalLegalCommittee)),
        ("liaocheng_model", body("山东省济南市人民政府", Government)),
        ("liaocheng_model", body("临清市人民政府", Government)),
        ("liaocheng_model", of("370100", Foundation)),
        (
            "liaocheng_model",
            GrantingBody {
                name: "聊城市人民政府".to_owned(),
                ..of("370100", Government)
            },
        ),
        ("county_model", body("济南市历下区人民政府", Government)),
        ("county_model", of("371500", Government)),
        ("county_model", body("聊城市见义勇为基金会", Foundation)),
    ] {
        assert_grants(title, &[granting], NotMet, "wrong_authority");
    }
}

#[test]
fn all_who_have_to_sign_are_named_and_each_counts_once() {
    let committee = body("山东省委政法委", PoliticalLegalCommittee);
    let foundation = body("山东省见义勇为基金会", Foundation);
    for bodies in [
        vec![committee.clone()],
        vec![committee.clone(), committee.clone()],
        vec![committee.clone(), of("370000", PoliticalLegalCommittee)],
    ] {
        assert_grants("shandong_model", &bodies, Unknown, "granting_body_missing");
    }
    let receipt = judge(&asking("shandong_model", &[committee]));
    let reason = &finding(&receipt, RuleId::TierAuthority).reason;
    assert_eq!(
        (reason.zh.as_str(), reason.en.as_str()),
        (
            "须共同授予的山东省见义勇为基金会尚未列入。",
            "It is granted together with the Shandong bravery foundation, who is not named."
        )
    );
    assert_grants(
        "shandong_model",
        &[foundation],
        Unknown,
        "granting_body_missing",
    );
}

#[test]
fn a_body_of_which_nobody_knows_where_it_sits_is_asked_about() {
    for granting in [
        body("测试人民政府", Government),
        body("市政府", Government),
        of("999999", Government),
        // Several districts have this name.
        body("鼓楼区人民政府", Government),
    ] {
        assert_grants(
            "shandong_hero",
            &[granting],
            Unknown,
            "granting_body_unclear",
        );
    }
}

#[test]
fn praise_may_be_joint_and_a_state_award_is_the_governments_alone() {
    let others = body("临清市见义勇为基金会", Foundation);
    let city = [
        body("聊城市委政法委", PoliticalLegalCommittee),
        body("聊城市见义勇为基金会", Foundation),
        others.clone(),
    ];
    assert_grants("liaocheng_advanced", &city, Met, "authority_named");
    let government = body("山东省人民政府", Government);
    assert_grants(
        "shandong_hero",
        &[government, others],
        Unknown,
        "granting_body_besides",
    );
}

#[test]
fn what_the_catalogue_lacks_is_looked_into() {
    let government = body("聊城市人民政府", Government);
    assert_grants(
        "liaocheng_active",
        std::slice::from_ref(&government),
        Unknown,
        "kind_differs_from_title",
    );
    let kind = |kind, title, bodies: &[GrantingBody]| {
        judge(&TierFacts {
            requested_kind: Some(kind),
            ..asking(title, bodies)
        })
    };
    let rule = RuleId::TierAuthority;
    let award = CommendationKind::StateAward;
    let as_award = kind(award, "liaocheng_active", &[government]);
    assert_finding(&as_award, rule, Unknown, "kind_differs_from_title");
    let unnamed = kind(award, "liaocheng_active", &[]);
    assert_finding(&unnamed, rule, Unknown, "kind_differs_from_title");
    let reason = &finding(&unnamed, rule).reason;
    assert!(
        reason.zh.contains("属于表扬，没有表彰一类"),
        "{}",
        reason.zh
    );
    assert!(
        reason.en.contains("as praise, not as state award"),
        "{}",
        reason.en
    );
    let praised = kind(
        CommendationKind::Praise,
        "shandong_hero",
        &[body("山东省人民政府", Government)],
    );
    assert_finding(&praised, rule, Unknown, "kind_differs_from_title");
    let nobody = kind(
        CommendationKind::Praise,
        "shandong_hero",
        &[body("冠县人民政府", Government)],
    );
    assert_finding(&nobody, rule, NotMet, "wrong_authority");
}

#[test]
fn a_title_that_is_praise_and_state_award_is_taken_as_what_the_bodies_grant() {
    let kinds = |requested_kind, bodies: &[GrantingBody]| {
        let receipt = judge(&TierFacts {
            requested_kind,
            ..asking("liaocheng_model", bodies)
        });
        let titles = &effects_of(&receipt).titles;
        titles.iter().map(|title| title.kind).collect::<Vec<_>>()
    };
    let government = [body("聊城市人民政府", Government)];
    let committee = [body("聊城市委政法委", PoliticalLegalCommittee)];
    assert_eq!(kinds(None, &government), [CommendationKind::StateAward]);
    assert_eq!(kinds(None, &committee), [CommendationKind::Praise]);
    assert_eq!(kinds(None, &[]), [CommendationKind::Praise]);
    let award = Some(CommendationKind::StateAward);
    assert_eq!(kinds(award, &[]), [CommendationKind::StateAward]);
}

#[test]
fn a_state_award_that_was_granted_is_not_praised_again() {
    let receipt = judge(&TierFacts {
        titles_held: Some(vec![HeldTitle {
            level: HonourLevel::Municipal,
            title: TitleId::new("liaocheng_model_award"),
            same_deed: true,
        }]),
        ..asking_for("liaocheng_model")
    });
    assert_finding(&receipt, RuleId::TierOnce, Unknown, "already_granted");
}

#[test]
fn under_the_version_before_the_correction_the_city_government_is_looked_into() {
    let policy = PolicySet::builtin().find("liaocheng", "1").unwrap();
    let facts = asking("liaocheng_model", &[body("聊城市人民政府", Government)]);
    let receipt = evaluate_tier(&facts, policy, RegionTree::builtin(), day(TODAY));
    assert_finding(
        &receipt,
        RuleId::TierAuthority,
        Unknown,
        "kind_differs_from_title",
    );
    assert_eq!(receipt.proposal, Proposal::Review);
}
