use super::*;
use crate::policy::PolicySet;
use crate::receipts::{
    Outcome::{Met, NotMet, Unknown},
    RuleId,
    samples::{assert_finding, assert_sound, finding},
};

#[test]
fn out_elig_a_complete_case_is_approved_with_title_plaque_and_care() {
    let receipt = judge(&complete());
    assert_sound(&receipt, PolicySet::builtin());
    assert_eq!(receipt.proposal, Proposal::Approve);
    assert_finding(&receipt, RuleId::OutElig, Met, "eligible");
    let effects = effects_of(&receipt);
    let title = effects.title.as_ref().unwrap();
    assert_eq!(title.text.zh, "聊城义士");
    let plaque = effects.plaque.as_ref().unwrap();
    assert_eq!(
        (plaque.text.zh.as_str(), plaque.status),
        ("见义勇为光荣之家", PlaqueStatus::Due)
    );
    assert_eq!(
        effects.benefits.as_ref().unwrap().profile,
        "same_as_city_model"
    );
    assert_eq!(effects.route, Route::OutOfCity);
}

#[test]
fn out_elig_without_local_confirmation_points_to_the_county_of_origin_by_name() {
    let receipt = judge(&OutOfCityFacts {
        local_confirmation: Some(LocalConfirmation::Absent),
        ..complete()
    });
    assert_sound(&receipt, PolicySet::builtin());
    assert_eq!(receipt.proposal, Proposal::Refuse);
    assert_finding(&receipt, RuleId::OutElig, NotMet, "not_confirmed_locally");
    let found = finding(&receipt, RuleId::OutElig);
    let (zh, en) = (&found.reason.zh, &found.reason.en);
    assert!(zh.contains("山东省聊城市临清市"), "{zh}");
    assert!(en.contains("Linqing, Liaocheng, Shandong Province"), "{en}");
    assert!(found.basis.iter().any(|basis| basis.law_title.zh
        == "山东省见义勇为人员奖励和保护条例"
        && basis.article.as_deref() == Some("第三条")));
    let effects = effects_of(&receipt);
    assert_eq!(effects.title, None);
    assert_eq!(effects.route, Route::ConfirmAtOrigin(region("371581")));
}

#[test]
fn out_elig_an_unproven_origin_is_open_and_says_what_is_missing() {
    let mut facts = complete();
    facts.origin_claims[0].proof_present = false;
    let receipt = judge(&facts);
    assert_eq!(receipt.proposal, Proposal::Review);
    assert_finding(&receipt, RuleId::OutElig, Unknown, "eligibility_open");
    assert!(
        finding(&receipt, RuleId::OutElig)
            .reason
            .zh
            .contains("来源地")
    );
    assert_eq!(
        effects_of(&receipt).title.as_ref().unwrap().text.zh,
        "聊城义士"
    );
}

#[test]
fn out_elig_a_document_without_number_and_copy_names_both() {
    let receipt = judge(&with_document(|document| {
        document.document_number = None;
        document.copy_attached = false;
    }));
    let reason = &finding(&receipt, RuleId::OutElig).reason.zh;
    assert!(
        reason.contains("文号") && reason.contains("副本"),
        "{reason}"
    );
}

#[test]
fn out_elig_abroad_a_missing_confirmation_is_for_an_officer() {
    let receipt = judge(&OutOfCityFacts {
        place: Some(Place::Abroad(
            crate::regions::CountryCode::parse("JP").unwrap(),
        )),
        local_confirmation: Some(LocalConfirmation::Absent),
        ..complete()
    });
    assert_finding(&receipt, RuleId::OutElig, Unknown, "eligibility_open");
    assert_eq!(receipt.proposal, Proposal::Review);
}

#[test]
fn out_elig_the_origin_that_is_proven_is_the_one_that_is_named() {
    let mut facts = complete();
    let mut unproven = claim(OriginBasis::Jiguan, "371521");
    unproven.proof_present = false;
    facts.origin_claims.insert(0, unproven);
    let receipt = judge(&facts);
    assert_eq!(receipt.proposal, Proposal::Approve);
    let reason = &finding(&receipt, RuleId::OutElig).reason.zh;
    assert!(
        reason.contains("临清市") && !reason.contains("阳谷县"),
        "{reason}"
    );
}

#[test]
fn out_elig_of_two_proven_origins_the_first_is_named() {
    let receipt = judge(&OutOfCityFacts {
        origin_claims: vec![
            claim(OriginBasis::Jiguan, "371521"),
            claim(OriginBasis::HukouNow, "371581"),
        ],
        ..complete()
    });
    let reason = &finding(&receipt, RuleId::OutElig).reason.zh;
    assert!(reason.contains("阳谷县"), "{reason}");
}

#[test]
fn out_origin_counts_each_accepted_basis_once_proven() {
    for basis in [
        OriginBasis::HukouNow,
        OriginBasis::HukouPast,
        OriginBasis::Jiguan,
    ] {
        let facts = OutOfCityFacts {
            origin_claims: vec![claim(basis, "371521")],
            ..complete()
        };
        assert_finding(&judge(&facts), RuleId::OutOrigin, Met, "origin_proven");
    }
}

#[test]
fn out_origin_birthplace_alone_waits_for_the_city() {
    let born = |approved| OutOfCityFacts {
        origin_claims: vec![claim(OriginBasis::BirthOnly, "371521")],
        city_approved_origin: approved,
        ..complete()
    };
    assert_finding(
        &judge(&born(None)),
        RuleId::OutOrigin,
        Unknown,
        "origin_needs_city_approval",
    );
    assert_finding(
        &judge(&born(Some(true))),
        RuleId::OutOrigin,
        Met,
        "origin_proven",
    );
    // No written rule says so, hence a question and not a refusal.
    assert_finding(
        &judge(&born(Some(false))),
        RuleId::OutOrigin,
        Unknown,
        "origin_approval_refused",
    );
}

#[test]
fn out_origin_a_citizen_number_is_a_hint_and_never_proof() {
    let receipt = judge(&OutOfCityFacts {
        origin_claims: Vec::new(),
        origin_hint: Some(region("372527")),
        ..complete()
    });
    assert_finding(&receipt, RuleId::OutOrigin, Unknown, "origin_hint_only");
    assert_eq!(receipt.proposal, Proposal::Review);
}

#[test]
fn out_origin_a_register_elsewhere_is_a_question_and_no_refusal() {
    let elsewhere = |hint| OutOfCityFacts {
        origin_claims: vec![claim(OriginBasis::HukouNow, "370112")],
        origin_hint: hint,
        ..complete()
    };
    let receipt = judge(&elsewhere(None));
    assert_finding(&receipt, RuleId::OutOrigin, Unknown, "origin_elsewhere");
    assert_finding(&receipt, RuleId::OutElig, Unknown, "eligibility_open");
    assert_eq!(receipt.proposal, Proposal::Review);
    let receipt = judge(&elsewhere(Some(region("371523"))));
    assert_finding(&receipt, RuleId::OutOrigin, Unknown, "origin_hint_differs");
    assert_eq!(receipt.proposal, Proposal::Review);
}

#[test]
fn out_origin_the_province_alone_does_not_show_the_city() {
    let receipt = judge(&OutOfCityFacts {
        origin_claims: vec![claim(OriginBasis::HukouNow, "370000")],
        ..complete()
    });
    assert_finding(
        &receipt,
        RuleId::OutOrigin,
        Unknown,
        "origin_region_unclear",
    );
}

#[test]
fn out_place_counties_zones_and_former_codes_of_the_city_are_inside() {
    for (code, today) in [
        ("371500", "371500"),
        ("371502", "371502"),
        ("371581", "371581"),
        ("LCDJ", "LCDJ"),
        ("371523", "371503"),
        ("372500", "371500"),
        ("372501", "371502"),
        ("372502", "371581"),
        ("371501", "371500"),
        ("372526", "371525"),
        ("372581", "371581"),
    ] {
        let receipt = judge(&OutOfCityFacts {
            place: Some(Place::Region(region(code))),
            ..complete()
        });
        assert_finding(&receipt, RuleId::OutPlace, NotMet, "inside_city");
        assert_finding(&receipt, RuleId::OutElig, NotMet, "inside_city");
        assert_eq!(receipt.proposal, Proposal::Refuse, "{code}");
        assert_eq!(
            effects_of(&receipt).route,
            Route::ConfirmAtPlace(region(today)),
            "{code}"
        );
    }
}

#[test]
fn out_place_another_city_of_the_province_is_outside() {
    for code in [
        "370612", "371724", "371400", "340600", "371202", "412722", "362324", "500157", "110103",
        "372901", "419000", "412902",
    ] {
        let receipt = judge(&OutOfCityFacts {
            place: Some(Place::Region(region(code))),
            ..complete()
        });
        assert_finding(&receipt, RuleId::OutPlace, Met, "outside_city");
    }
}

#[test]
fn out_place_abroad_or_only_the_province_is_for_an_officer() {
    let at = |place| {
        judge(&OutOfCityFacts {
            place,
            ..complete()
        })
    };
    let abroad = Place::Abroad(crate::regions::CountryCode::parse("JP").unwrap());
    assert_finding(&at(Some(abroad)), RuleId::OutPlace, Unknown, "deed_abroad");
    let province = Place::Region(region("370000"));
    assert_finding(
        &at(Some(province)),
        RuleId::OutPlace,
        Unknown,
        "place_unclear",
    );
    assert_finding(&at(None), RuleId::OutPlace, Unknown, "place_not_stated");
}
