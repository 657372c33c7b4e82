//! What becomes of a plaque when a confirmation is revoked.

use serde_json::json;

use super::{Homes, address, people};
use crate::deeds::unmet;

#[test]
fn a_plaque_that_was_not_made_ends_with_the_confirmation() {
    let homes = Homes::open();
    let (plaque, deed) = homes.registered();
    homes.revoke(&deed, 0);
    let case = homes.case(&plaque);
    assert_eq!(case["state"], "withdrawn");
    assert!(case["honour_ends"][0]["note"].is_string());
    assert!(homes.county().all("/v1/plaque-lists/entitled").is_empty());
    let history = format!("{}/history", address(&plaque));
    let taken = &homes.county().all(&history)[0];
    assert_eq!(taken["step"], "honour_end");
    assert_eq!(taken["officer_id"], json!(homes.office.officer));
    let events = "/v1/events?kind=plaque.step_taken";
    let told = homes.county().get(events).send().expect(200).json();
    assert_eq!(told["items"].as_array().unwrap().len(), 1, "{told}");
}

#[test]
fn a_plaque_stays_where_another_of_the_household_holds_an_honour_and_its_text_is_marked() {
    let homes = Homes::open();
    let deed = homes.confirmed(2);
    let heroes = people(&deed);
    let household = homes.household(&heroes);
    let plaque = homes.try_register(&household, &heroes).expect(201).json();
    homes.walk(&plaque, "order making handover hanging");
    homes.revoke(&deed, 0);
    let case = homes.case(&plaque);
    assert_eq!(case["state"], "hung");
    assert_eq!(case["text_marks"].as_array().unwrap().len(), 1, "{case}");
    let again = homes.step(&plaque, "text-marks", &json!({}));
    assert_eq!(unmet(&again), ["names_differ"]);
    let early = homes.step(&plaque, "honour-ends", &json!({}));
    assert_eq!(unmet(&early), ["no_honour_left"]);
    let changed = json!({ "reason": "text_changed" });
    homes.done(&plaque, "replacement", &changed);
    let all = homes.county().all("/v1/plaques");
    let successor = &all[0]["actors"];
    assert_eq!(successor.as_array().unwrap().len(), 1, "{successor}");
    assert_eq!(successor[0]["person_id"], json!(heroes[1]));
    homes.revoke(&deed, 1);
    assert_eq!(homes.state(&all[0]), "withdrawn");
}

#[test]
fn a_suspended_plaque_comes_back_too() {
    let homes = Homes::open();
    let (plaque, deed) = homes.registered();
    homes.walk(&plaque, "order making suspension");
    homes.revoke(&deed, 0);
    assert_eq!(homes.state(&plaque), "to_recover");
}

#[test]
fn nothing_is_registered_for_somebody_without_a_standing_honour() {
    let homes = Homes::open();
    let (_, deed) = homes.registered();
    homes.revoke(&deed, 0);
    let list = homes.county().all("/v1/households");
    let refused = homes.try_register(&list[0], &people(&deed));
    assert_eq!(unmet(&refused), ["hero_entitled"]);
}
