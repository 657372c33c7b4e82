//! Who still waits for a plaque, whom nobody has reached, and the counts of a county.

use serde_json::{Value, json};

use super::{Homes, people};
use crate::deeds::{COUNTY, NEIGHBOUR, text};

fn entitled(homes: &Homes) -> Vec<String> {
    let list = homes.county().all("/v1/plaque-lists/entitled?limit=2");
    list.iter().map(|one| text(&one["person_id"])).collect()
}

#[test]
fn the_list_of_the_entitled_goes_down_as_plaques_are_registered() {
    let homes = Homes::open();
    let deed = homes.confirmed(4);
    let heroes = people(&deed);
    assert_eq!(entitled(&homes).len(), 4, "of none a household is on file");
    // Two live together: one plaque serves both.
    let together = homes.household(&heroes[..2]);
    assert_eq!(entitled(&homes).len(), 4);
    let plaque = homes
        .try_register(&together, &heroes[..2])
        .expect(201)
        .json();
    assert_eq!(entitled(&homes).len(), 2);
    let alone = homes.household(&heroes[2..3]);
    homes.try_register(&alone, &heroes[2..3]).expect(201);
    assert_eq!(entitled(&homes), heroes[3..]);
    homes.walk(&plaque, "order cancellation");
    assert_eq!(entitled(&homes).len(), 3, "what ended is no plaque");
    homes.revoke(&deed, 3);
    assert_eq!(entitled(&homes).len(), 2);
}

#[test]
fn who_was_not_reached_is_listed_until_somebody_was() {
    let homes = Homes::open();
    let plaque = homes.after("order making contact-attempts");
    let listed = homes.county().all("/v1/plaque-lists/unreachable");
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0]["plaque_id"], plaque["id"]);
    assert_eq!(listed[0]["since"], "2026-03-02");
    homes.walk(&plaque, "contacts");
    assert!(
        homes
            .county()
            .all("/v1/plaque-lists/unreachable")
            .is_empty()
    );
}

fn of_county(homes: &Homes) -> Value {
    let summary = homes.county().get("/v1/plaque-lists/summary").send();
    let summary = summary.expect(200).json();
    assert_eq!(summary["items"].as_array().unwrap().len(), 1, "{summary}");
    summary["items"][0].clone()
}

#[test]
fn the_summary_counts_households_and_plaques() {
    let homes = Homes::open();
    let deed = homes.confirmed(3);
    let heroes = people(&deed);
    homes.household(&heroes[..2]);
    homes.after("order making handover hanging");
    homes.after("order making handover indoors");
    homes.after("declination");
    homes.after("order contact-attempts");
    let county = of_county(&homes);
    assert_eq!(county["region_code"], COUNTY);
    for (member, count) in [
        ("entitled", 6),
        ("open", 2),
        ("ordered", 1),
        ("hung", 1),
        ("indoors", 1),
        ("declined", 1),
        ("unreachable", 1),
    ] {
        assert_eq!(county[member], json!(count), "{member}: {county}");
    }
}

#[test]
fn lists_are_narrowed_by_person_state_household_and_region() {
    let homes = Homes::open();
    let (plaque, other) = (homes.after("order"), homes.after(""));
    let person = text(&plaque["actors"][0]["person_id"]);
    let household = text(&plaque["household_id"]);
    for (query, expected) in [
        (format!("person={person}"), &plaque),
        ("state=ordered".to_owned(), &plaque),
        ("state=entitled".to_owned(), &other),
        (format!("household={household}"), &plaque),
        (format!("household={household}&state=ordered"), &plaque),
    ] {
        let found = homes.county().all(&format!("/v1/plaques?{query}"));
        assert_eq!(found.len(), 1, "{query}");
        assert_eq!(found[0]["id"], expected["id"], "{query}");
    }
    let none = format!("/v1/plaques?household={household}&state=hung");
    assert!(homes.county().all(&none).is_empty());
    let elsewhere = format!("/v1/plaque-lists/entitled?region={NEIGHBOUR}");
    assert!(homes.county().all(&elsewhere).is_empty());
}
