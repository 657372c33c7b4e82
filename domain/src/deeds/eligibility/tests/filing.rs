use uuid::Uuid;

use super::*;
use crate::{
    ids::DeedId,
    receipts::Outcome::{Met, NotApplicable, Unknown},
    receipts::samples::finding,
    regions::CountryCode,
};

#[test]
fn deed_dup_another_file_of_the_same_deed_is_reviewed_and_named() {
    let other = DeedId::from(Uuid::from_u128(7));
    let facts = with(|facts| facts.possible_duplicates = Some(vec![other]));
    assert_says(&facts, RuleId::DeedDup, Unknown, "possible_duplicate");
    let receipt = judge(&facts);
    let facts_used = serde_json::to_string(&finding(&receipt, RuleId::DeedDup).facts).unwrap();
    assert!(facts_used.contains(&other.to_string()));
    let none = with(|facts| facts.possible_duplicates = Some(Vec::new()));
    assert_says(&none, RuleId::DeedDup, Met, "no_duplicate");
    let unchecked = with(|facts| facts.possible_duplicates = None);
    assert_says(
        &unchecked,
        RuleId::DeedDup,
        Unknown,
        "duplicates_not_checked",
    );
}

#[test]
fn deed_own_motion_is_open_to_the_body_in_liaocheng() {
    let own = with(|facts| facts.filer = Some(Filer::OwnMotion));
    assert_says(&own, RuleId::DeedOwnMotion, Met, "own_motion_allowed");
    assert_says(&own, RuleId::FileWho, NotApplicable, "opened_by_body");
    assert_says(
        &complete(),
        RuleId::DeedOwnMotion,
        NotApplicable,
        "filed_by_others",
    );
    assert_finding(
        &judge_elsewhere(&own),
        RuleId::DeedOwnMotion,
        Unknown,
        "own_motion_not_provided",
    );
}

#[test]
fn file_who_actor_and_close_relatives_apply_and_anybody_recommends() {
    for filer in Filer::ALL {
        let facts = with(|facts| facts.filer = Some(*filer));
        let (outcome, code) = match filer {
            Filer::Actor | Filer::CloseRelative => (Met, "applicant_entitled"),
            Filer::OwnMotion => (NotApplicable, "opened_by_body"),
            _ => (Met, "recommender_entitled"),
        };
        assert_says(&facts, RuleId::FileWho, outcome, code);
    }
    let unsaid = with(|facts| facts.filer = None);
    assert_says(&unsaid, RuleId::FileWho, Unknown, "filer_not_stated");
    assert_says(&unsaid, RuleId::DeedOwnMotion, Unknown, "filer_not_stated");
}

fn placed(place: &str, received_by: Option<&str>) -> DeedFacts {
    with(|facts| {
        facts.place = Some(Place::Region(region(place)));
        facts.received_by = received_by.map(region);
    })
}

#[track_caller]
fn assert_body(facts: &DeedFacts, body: Option<&str>, transfer: Option<bool>) {
    let receipt = judge(facts);
    let effects = effects_of(&receipt);
    assert_eq!(effects.body, body.map(region));
    assert_eq!(effects.transfer, transfer);
}

#[test]
fn file_where_the_county_of_the_place_handles_it() {
    let at_home = placed("371581", Some("371581"));
    assert_says(&at_home, RuleId::FileWhere, Met, "body_of_place");
    assert_body(&at_home, Some("371581"), Some(false));
    let nobody_yet = placed("371581", None);
    assert_says(&nobody_yet, RuleId::FileWhere, Met, "body_of_place");
    assert_body(&nobody_yet, Some("371581"), None);
    // 茌平县 is 茌平区 today.
    assert_body(
        &placed("371523", Some("371503")),
        Some("371503"),
        Some(false),
    );
}

#[test]
fn file_where_another_body_hands_it_over() {
    for receiver in ["371522", "371500"] {
        let elsewhere = placed("371581", Some(receiver));
        assert_says(
            &elsewhere,
            RuleId::FileWhere,
            Unknown,
            "received_by_another_body",
        );
        assert_body(&elsewhere, Some("371581"), Some(true));
    }
}

#[test]
fn file_where_a_zone_has_a_body_of_its_own_or_that_of_its_district_as_policy_says() {
    let in_zone = placed("LCDJ", Some("LCDJ"));
    assert_says(&in_zone, RuleId::FileWhere, Met, "body_of_place");
    assert_body(&in_zone, Some("LCDJ"), Some(false));
    let receipt = judge_with(&in_zone, "zone_body = \"zone\"", "zone_body = \"district\"");
    assert_finding(
        &receipt,
        RuleId::FileWhere,
        Unknown,
        "received_by_another_body",
    );
    assert_eq!(effects_of(&receipt).body, Some(region("371502")));
}

#[test]
fn file_where_of_several_counties_the_first_to_receive_handles_it() {
    let relay = |received_by| {
        let mut facts = placed("371581", received_by);
        facts.further_counties = vec![region("371525"), region("371581"), region("340104")];
        facts
    };
    assert_says(
        &relay(Some("371525")),
        RuleId::FileWhere,
        Met,
        "several_bodies",
    );
    assert_body(&relay(Some("371525")), Some("371525"), Some(false));
    assert_body(&relay(None), Some("371581"), None);
    assert_body(&relay(Some("371522")), Some("371581"), Some(true));
    // Neither its own county twice nor one of another city makes it a deed of several counties.
    let mut alone = relay(None);
    alone.further_counties = vec![region("371581"), region("340104")];
    assert_says(&alone, RuleId::FileWhere, Met, "body_of_place");
}

#[test]
fn file_where_outside_the_province_the_county_of_home_handles_it() {
    let away = |home: Option<&str>, received_by: Option<&str>| {
        let mut facts = placed("340104", received_by);
        facts.home = home.map(region);
        facts
    };
    let county = away(Some("371581"), Some("371581"));
    assert_says(&county, RuleId::FileWhere, Met, "county_of_home");
    assert_body(&county, Some("371581"), Some(false));
    let other = away(Some("371581"), Some("371522"));
    assert_says(
        &other,
        RuleId::FileWhere,
        Unknown,
        "received_by_another_body",
    );
    for (home, code) in [
        (None, "home_not_stated"),
        (Some("371500"), "home_too_coarse"),
        (Some("411602"), "home_elsewhere"),
    ] {
        assert_says(&away(home, None), RuleId::FileWhere, Unknown, code);
        assert_body(&away(home, None), None, None);
    }
}

#[test]
fn file_where_an_abolished_code_elsewhere_decides_like_the_region_of_today() {
    for (code, reason) in [
        ("371202", "deed_in_another_city"),
        ("372901", "deed_in_another_city"),
        ("412722", "county_of_home"),
        ("362324", "county_of_home"),
        ("500112", "county_of_home"),
    ] {
        let facts = with(|facts| {
            facts.place = Some(Place::Region(region(code)));
            facts.home = Some(region("371581"));
            facts.received_by = None;
        });
        let outcome = if reason == "county_of_home" {
            Met
        } else {
            Unknown
        };
        assert_says(&facts, RuleId::FileWhere, outcome, reason);
    }
}

#[test]
fn file_where_other_places_are_transferred_reviewed_or_asked_about() {
    for (place, code) in [
        (
            Some(Place::Region(region("370612"))),
            "deed_in_another_city",
        ),
        (Some(Place::Region(region("371500"))), "place_unclear"),
        (Some(Place::Region(region("370000"))), "place_unclear"),
        (Some(Place::Region(region("999999"))), "place_unclear"),
        (
            Some(Place::Abroad(CountryCode::parse("JP").unwrap())),
            "deed_abroad",
        ),
        (None, "place_not_stated"),
    ] {
        let facts = with(|facts| facts.place = place);
        assert_says(&facts, RuleId::FileWhere, Unknown, code);
    }
}
