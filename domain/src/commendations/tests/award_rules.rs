use super::*;
use crate::{
    policy::{AuthorityKind, CommendationForm, CommendationKind},
    receipts::{
        Outcome::{Met, NotApplicable, NotMet, Unknown},
        RuleId,
        samples::{assert_finding, finding},
    },
};

fn body(name: &str, kind: AuthorityKind) -> GrantingBody {
    GrantingBody {
        name: name.to_owned(),
        kind,
        region: None,
    }
}

/// Somebody asks for a state award of the city.
fn state_award() -> TierFacts {
    TierFacts {
        requested_level: Some(HonourLevel::Municipal),
        requested_kind: Some(CommendationKind::StateAward),
        approval_number: Some("测试批〔2026〕1号".to_owned()),
        projects_this_year: Some(1),
        ..complete()
    }
}

#[test]
fn tier_authority_names_who_grants_each_title() {
    let receipt = judge(&TierFacts {
        approval_number: Some("测试批〔2026〕2号".to_owned()),
        recommended_by: Some(vec![HonourLevel::Municipal]),
        ..asking_for("shandong_hero")
    });
    assert_finding(&receipt, RuleId::TierAuthority, Met, "authority_named");
    let reason = &finding(&receipt, RuleId::TierAuthority).reason.zh;
    assert!(reason.contains("山东省人民政府"), "{reason}");
}

#[test]
fn tier_authority_a_state_award_waits_for_its_approval_number() {
    let receipt = judge(&TierFacts {
        approval_number: None,
        ..state_award()
    });
    assert_finding(
        &receipt,
        RuleId::TierAuthority,
        Unknown,
        "approval_number_missing",
    );
    assert_finding(
        &judge(&state_award()),
        RuleId::TierAuthority,
        Met,
        "authority_named",
    );
}

#[test]
fn tier_quota_two_city_projects_a_year_and_one_in_a_county() {
    let city = |held| TierFacts {
        projects_this_year: held,
        ..state_award()
    };
    assert_finding(
        &judge(&city(Some(1))),
        RuleId::TierQuota,
        Met,
        "within_quota",
    );
    assert_finding(
        &judge(&city(Some(2))),
        RuleId::TierQuota,
        NotMet,
        "quota_used_up",
    );
    assert_finding(
        &judge(&city(None)),
        RuleId::TierQuota,
        Unknown,
        "project_count_not_stated",
    );
    let county = TierFacts {
        requested_level: Some(HonourLevel::County),
        ..city(Some(1))
    };
    assert_finding(&judge(&county), RuleId::TierQuota, NotMet, "quota_used_up");
    assert_finding(
        &judge(&complete()),
        RuleId::TierQuota,
        NotApplicable,
        "no_quota",
    );
}

#[test]
fn tier_name_the_foundation_comes_first_and_nobody_imitates_a_higher_award() {
    let named = |name: Option<&str>| {
        judge(&TierFacts {
            award_name: name.map(str::to_owned),
            granting_bodies: vec![body("测试基金会", AuthorityKind::Foundation)],
            ..asking_for("liaocheng_model")
        })
    };
    let rule = RuleId::TierName;
    assert_finding(
        &named(Some("聊城市见义勇为基金会年度奖")),
        rule,
        Met,
        "name_fits",
    );
    assert_finding(
        &named(Some("年度勇士奖")),
        rule,
        NotMet,
        "foundation_name_missing",
    );
    assert_finding(
        &named(Some("全国勇士奖")),
        rule,
        NotMet,
        "name_imitates_higher_award",
    );
    assert_finding(&named(None), rule, Unknown, "award_name_missing");
    assert_finding(&judge(&complete()), rule, NotApplicable, "no_award_name");
}

#[test]
fn tier_name_a_level_may_use_its_own_words() {
    let receipt = judge(&TierFacts {
        award_name: Some("山东省测试奖".to_owned()),
        ..asking_for("shandong_model")
    });
    assert_finding(&receipt, RuleId::TierName, Met, "name_fits");
}

#[test]
fn tier_form_a_joint_commendation_takes_two_bodies() {
    let joint = |bodies: &[GrantingBody]| {
        judge(&TierFacts {
            requested_form: Some(CommendationForm::Joint),
            granting_bodies: bodies.to_vec(),
            ..complete()
        })
    };
    let foundation = body("测试基金会", AuthorityKind::Foundation);
    let committee = body("测试政法委", AuthorityKind::PoliticalLegalCommittee);
    let one = joint(std::slice::from_ref(&foundation));
    assert_finding(&one, RuleId::TierForm, Unknown, "joint_needs_more_bodies");
    let twice = joint(&[foundation.clone(), foundation.clone()]);
    assert_finding(&twice, RuleId::TierForm, Unknown, "joint_needs_more_bodies");
    let two = joint(&[foundation, committee]);
    assert_finding(&two, RuleId::TierForm, Met, "form_in_use");
}

#[test]
fn tier_form_a_body_under_two_names_is_one() {
    let receipt = judge(&TierFacts {
        requested_form: Some(CommendationForm::Joint),
        granting_bodies: vec![
            body("聊城市见义勇为基金会", AuthorityKind::Foundation),
            body("山东省聊城市见义勇为基金会", AuthorityKind::Foundation),
        ],
        ..complete()
    });
    assert_finding(
        &receipt,
        RuleId::TierForm,
        Unknown,
        "joint_needs_more_bodies",
    );
}
