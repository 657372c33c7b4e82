//! What becomes known of a person is judged anew in the open cases, and a reason covers nothing worse.

use serde_json::{Value, json};

use super::{Counties, FIRST, case, prove, report};
use crate::deeds::{Committee, deed, text, unmet};
use crate::harness::synthetic;

/// What the newest receipt of the first actor proposes.
fn proposal(committee: &Committee, deed: &Value) -> String {
    let id = text(&case(committee, deed, 0)["receipt_id"]);
    let receipt = committee.caller.get(format!("/v1/receipts/{id}"));
    text(&receipt.send().expect(200).json()["proposal"])
}

/// Somebody of whom only the year of birth is known.
fn of_unknown_age(committee: &Committee) -> String {
    let mut person = synthetic::person(FIRST);
    person["citizen_number"] = Value::Null;
    person["birth_date"] = json!({ "precision": "year", "value": "1990" });
    person.as_object_mut().unwrap().remove("sex");
    let registered = committee.caller.post("/v1/people").json(&person).send();
    text(&registered.expect(201).json()["id"])
}

fn change(committee: &Committee, person: &str, change: &Value) {
    committee
        .caller
        .patch(format!("/v1/people/{person}"))
        .on_behalf_of(&committee.officer)
        .if_match("*")
        .json(change)
        .send()
        .expect(200);
}

#[test]
fn an_actor_who_turns_out_to_have_been_eleven_is_no_adult_in_an_open_case() {
    let counties = Counties::open();
    let county = &counties.first;
    let person = of_unknown_age(county);
    let deed = report(county, &deed(FIRST, &[&person])).expect(201).json();
    prove(county, &deed);
    let before = case(county, &deed, 0)["receipt_id"].clone();
    change(
        county,
        &person,
        &json!({ "birth_date": { "precision": "day", "value": "2015-01-01" } }),
    );
    let after = case(county, &deed, 0)["receipt_id"].clone();
    assert_ne!(before, after);
    let receipt = county.caller.get(format!("/v1/receipts/{}", text(&after)));
    let receipt = receipt.send().expect(200).json();
    assert_eq!(receipt["effects"]["minor_handling"], "child", "{receipt}");
}

#[test]
fn a_death_before_the_deed_turns_the_rules_and_the_reason_for_the_opinion_does_not_cover_it() {
    let counties = Counties::open();
    let county = &counties.first;
    let deed = counties.report(1);
    prove(county, &deed);
    assert_eq!(proposal(county, &deed), "approve");
    county.done(
        &deed,
        "assessment",
        &json!({ "opinion": "positive", "reason": "测试：事实清楚" }),
    );
    let person = text(&deed["actors"][0]["person_id"]);
    let death = json!({
        "life_status": "deceased", "died_on": { "precision": "day", "value": "2026-01-31" }
    });
    change(county, &person, &death);
    assert_ne!(proposal(county, &deed), "approve");
    let published = county.step(&deed, "publication", &json!({}));
    assert_eq!(unmet(&published), ["opinion_stands"]);
}

#[test]
fn a_reason_for_one_doubt_does_not_cover_another_that_a_correction_brings() {
    let counties = Counties::open();
    let county = &counties.first;
    let person = super::person(county, FIRST);
    let mut told = deed(FIRST, &[&person]);
    told["actors"][0].as_object_mut().unwrap().remove("duty");
    let deed = report(county, &told).expect(201).json();
    prove(county, &deed);
    assert_eq!(proposal(county, &deed), "review");
    county.done(
        &deed,
        "assessment",
        &json!({ "opinion": "positive", "reason": "测试：并无法定职责" }),
    );
    let again = report(county, &told).expect(201).json();
    assert_eq!(proposal(county, &again), "review");
    let published = county.step(&deed, "publication", &json!({}));
    assert_eq!(unmet(&published), ["opinion_stands"]);
}
