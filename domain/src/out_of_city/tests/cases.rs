//! The people whom the newspaper reports name, with what the reports say and nothing else.

use serde::Deserialize;

use super::*;
use crate::{
    policy::PolicySet,
    receipts::{
        Outcome,
        Outcome::{NotMet, Unknown},
        RuleId,
        samples::{assert_finding, assert_sound, finding},
    },
    regions::RegionCode,
};

#[derive(Deserialize)]
struct Published {
    deeds_outside_the_city: Vec<Deed>,
}

#[derive(Deserialize)]
struct Deed {
    people: Vec<String>,
    origin_region: RegionCode,
    place_region: RegionCode,
    harm_to_actors: Option<Vec<HarmToActor>>,
}

#[derive(Deserialize)]
struct HarmToActor {
    name: String,
    harm: String,
}

fn published() -> Vec<(String, OutOfCityFacts)> {
    let published: Published =
        serde_json::from_str(include_str!("../../../data/published-cases.json")).unwrap();
    let person = |deed: &Deed, name: &String| {
        let died = deed.harm_to_actors.as_ref().and_then(|harms| {
            let own = harms.iter().find(|harm| harm.name == *name)?;
            (own.harm == "died").then_some(true)
        });
        let facts = OutOfCityFacts {
            // 临清籍: from there, but the report does not say on what basis.
            origin_claims: vec![OriginClaim {
                basis: None,
                region: deed.origin_region,
                proof_present: false,
            }],
            origin_hint: None,
            city_approved_origin: None,
            place: Some(Place::Region(deed.place_region)),
            occurred_on: PartialDate::UNKNOWN,
            local_confirmation: None,
            requested_on: None,
            deceased: died,
            rewarded_elsewhere: None,
            household_has_plaque: None,
            life_conflict: None,
            possible_duplicates: None,
        };
        (name.clone(), facts)
    };
    published
        .deeds_outside_the_city
        .iter()
        .flat_map(|deed| deed.people.iter().map(move |name| person(deed, name)))
        .collect()
}

#[test]
fn the_six_published_people_are_from_the_city_and_acted_outside_it() {
    let people = published();
    assert_eq!(people.len(), 6);
    for (name, facts) in people {
        let receipt = judge(&facts);
        assert_sound(&receipt, PolicySet::builtin());
        assert_eq!(receipt.proposal, Proposal::Review, "{name}");
        assert_finding(&receipt, RuleId::OutPlace, Outcome::Met, "outside_city");
        assert_finding(
            &receipt,
            RuleId::OutOrigin,
            Unknown,
            "origin_basis_not_stated",
        );
    }
}

#[test]
fn the_published_people_confirmed_there_only_lack_the_papers() {
    for (name, facts) in published() {
        let facts = OutOfCityFacts {
            local_confirmation: Some(LocalConfirmation::Present(ConfirmationDocument {
                issuer_region: None,
                ..document()
            })),
            ..facts
        };
        let receipt = judge(&facts);
        assert_eq!(receipt.proposal, Proposal::Review, "{name}");
        assert_finding(&receipt, RuleId::OutIssuer, Outcome::Met, "issuer_accepted");
        let title = effects_of(&receipt).title.clone().unwrap();
        let died = ["王森", "何同猛"].contains(&name.as_str());
        assert_eq!(
            title.text.zh,
            if died {
                "追授聊城义士"
            } else {
                "聊城义士"
            },
            "{name}"
        );
    }
}

#[test]
fn the_published_people_not_confirmed_there_are_sent_to_the_county_that_can_confirm() {
    let counties = [
        ("王森", "临清市"),
        ("何同猛", "阳谷县"),
        ("任志彬", "莘县"),
        ("王运佳", "冠县"),
        ("李邦龙", "度假区"),
        ("任国超", "度假区"),
    ];
    let province = region("370000");
    for ((name, facts), (expected, county)) in published().into_iter().zip(counties) {
        assert_eq!(name, expected);
        let in_province = matches!(facts.place, Some(Place::Region(place)) if RegionTree::builtin().is_within(&place, &province));
        let receipt = judge(&OutOfCityFacts {
            local_confirmation: Some(LocalConfirmation::Absent),
            ..facts
        });
        assert_finding(&receipt, RuleId::OutElig, NotMet, "not_confirmed_locally");
        let reason = &finding(&receipt, RuleId::OutElig).reason.zh;
        // A deed in the province is confirmed by the county of its place.
        let advised = if in_province {
            "行为发生地县级确认机构"
        } else {
            county
        };
        assert!(reason.contains(advised), "{name}: {reason}");
        assert_eq!(reason.contains(county), !in_province, "{name}: {reason}");
    }
}
