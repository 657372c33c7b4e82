//! The people whom the newspaper reports name, with what the reports say and nothing else.

use serde::Deserialize;

use super::*;
use crate::{
    receipts::{
        Outcome::{Met, Unknown},
        Proposal,
        samples::assert_sound,
    },
    regions::RegionCode,
};

#[derive(Deserialize)]
struct Published {
    deeds_in_the_city: Vec<Report>,
    deeds_outside_the_city: Vec<Report>,
}

#[derive(Deserialize)]
struct Report {
    people: Vec<String>,
    act_type: ActType,
    age_at_deed: Option<u32>,
    #[serde(alias = "place_region")]
    region_code: RegionCode,
    origin_region: Option<RegionCode>,
}

fn published() -> Published {
    serde_json::from_str(include_str!("../../../../data/published-cases.json")).unwrap()
}

fn reported(deed: &Report) -> DeedFacts {
    DeedFacts {
        act_types: vec![deed.act_type],
        age_at_deed: deed.age_at_deed.map(AgeAtDeed::years),
        place: Some(Place::Region(deed.region_code)),
        home: deed.origin_region,
        ..unsaid()
    }
}

#[test]
fn nobody_whom_the_reports_name_is_refused_and_what_they_leave_out_is_asked_for() {
    let Published {
        deeds_in_the_city,
        deeds_outside_the_city,
    } = published();
    let mut people = 0;
    for deed in deeds_in_the_city.iter().chain(&deeds_outside_the_city) {
        let receipt = judge(&reported(deed));
        assert_sound(&receipt, PolicySet::builtin());
        assert_eq!(receipt.proposal, Proposal::Review);
        assert_finding(&receipt, RuleId::DeedType, Met, "act_type_listed");
        let missing = &effects_of(&receipt).missing;
        assert!(missing.contains(&MissingFact::Duty) && missing.contains(&MissingFact::Evidence));
        assert_eq!(
            missing.contains(&MissingFact::AgeAtDeed),
            deed.age_at_deed.is_none()
        );
        people += deed.people.len();
    }
    assert_eq!(people, 14);
}

#[test]
fn file_where_the_county_of_a_deed_in_the_city_is_asked_for() {
    for deed in published().deeds_in_the_city {
        assert_says(
            &reported(&deed),
            RuleId::FileWhere,
            Unknown,
            "place_unclear",
        );
    }
}

#[test]
fn file_where_deeds_elsewhere_go_to_the_county_of_home_or_to_another_city_of_the_province() {
    let tree = RegionTree::builtin();
    for deed in published().deeds_outside_the_city {
        let facts = reported(&deed);
        let (outcome, code, body) = if tree.is_within(&deed.region_code, &region("370000")) {
            (Unknown, "deed_in_another_city", None)
        } else {
            (Met, "county_of_home", deed.origin_region)
        };
        assert_says(&facts, RuleId::FileWhere, outcome, code);
        assert_eq!(effects_of(&judge(&facts)).body, body);
        assert_says(&facts, RuleId::DeedNationality, Met, "actor_from_the_city");
    }
}
