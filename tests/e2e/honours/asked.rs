//! Questions to the rules about a person on file.

use serde_json::{Value, json};

use super::{confirmed, person};
use crate::deeds::{COUNTY, Committee, NEIGHBOUR, text};
use crate::harness::{Answer, Caller, TestServer, synthetic};
use crate::out_of_city::{Desk, ELSEWHERE};

fn ask(caller: &Caller, question: &str, case: &Value) -> Answer {
    caller
        .post(format!("/v1/eligibility/{question}"))
        .json(case)
        .send()
}

/// A question about somebody on file, with what nobody has on file.
fn about(person: &str) -> Value {
    json!({
        "person_id": person, "recipient": "individual", "cost": 0, "harm": "none",
        "loss_averted": 3, "influence": "city", "recommended_by": ["county"],
        "accepted": true, "secrecy": "open"
    })
}

fn with(case: &Value, name: &str, value: &Value) -> Value {
    let mut case = case.clone();
    case[name] = value.clone();
    case
}

fn outcome(receipt: &Value, rule: &str) -> String {
    let findings = receipt["findings"].as_array().unwrap();
    let found = findings.iter().find(|one| one["rule"] == rule).unwrap();
    format!("{} {}", text(&found["outcome"]), text(&found["code"]))
}

#[track_caller]
fn refused(answer: &Answer, pointer: &str, code: &str) {
    let problem = answer.problem(422, "invalid_data");
    let errors = problem["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 1, "{problem}");
    assert_eq!(errors[0]["pointer"], pointer, "{problem}");
    assert_eq!(errors[0]["code"], code, "{problem}");
}

#[test]
fn tier_standing_and_titles_come_from_the_file_and_the_receipt_says_so() {
    let server = TestServer::start();
    let county = Committee::of(&server, COUNTY);
    let number = synthetic::citizen_number(COUNTY);
    let hero = person(&county.caller, COUNTY, &number);
    let before = ask(&county.caller, "tier", &about(&hero))
        .expect(201)
        .json();
    assert_eq!(outcome(&before, "TIER-BASE"), "not_met not_confirmed");
    let deed = confirmed(&county, COUNTY, &hero);
    let named = with(&about(&hero), "deed_id", &deed["id"]);
    let receipt = ask(&county.caller, "tier", &named).expect(201).json();
    assert_eq!(outcome(&receipt, "TIER-BASE"), "met standing_established");
    assert_eq!(outcome(&receipt, "TIER-ONCE"), "met not_granted_before");
    assert_eq!(
        receipt["facts_from_files"],
        json!(["standing", "titles_held", "risk"])
    );
    assert_eq!(receipt["facts"]["values"]["risk"], 3);
    assert_eq!(receipt["facts"]["values"]["standing"], "confirmed");
    let replay = format!("/v1/receipts/{}/replay", text(&receipt["id"]));
    let replayed = county.caller.post(&replay).send().expect(200).json();
    assert_eq!(replayed["agrees"], true);
    // Of one deed alone nobody needs to say which.
    let only = ask(&county.caller, "tier", &about(&hero))
        .expect(201)
        .json();
    assert_eq!(outcome(&only, "TIER-BASE"), "met standing_established");
    assert_eq!(only["facts_from_files"], json!(["standing", "titles_held"]));
}

#[test]
fn tier_what_stands_on_file_is_not_told_again() {
    let server = TestServer::start();
    let county = Committee::of(&server, COUNTY);
    let hero = person(&county.caller, COUNTY, &synthetic::citizen_number(COUNTY));
    let deed = confirmed(&county, COUNTY, &hero);
    let case = with(&about(&hero), "deed_id", &deed["id"]);
    for (name, value) in [
        ("standing", json!("confirmed")),
        ("titles_held", json!([])),
        ("risk", json!(4)),
    ] {
        let told = ask(&county.caller, "tier", &with(&case, name, &value));
        refused(&told, &format!("/{name}"), "fact_on_file");
    }
    let group = with(&case, "recipient", &json!("group"));
    refused(
        &ask(&county.caller, "tier", &group),
        "/recipient",
        "person_is_no_group",
    );
    let both = with(&case, "recognition_id", &deed["id"]);
    refused(
        &ask(&county.caller, "tier", &both),
        "/recognition_id",
        "one_file",
    );
    let mut nobody = case.clone();
    nobody.as_object_mut().unwrap().remove("person_id");
    refused(
        &ask(&county.caller, "tier", &nobody),
        "/person_id",
        "person_missing",
    );
}

#[test]
fn tier_only_files_of_the_person_that_the_caller_sees_are_read() {
    let server = TestServer::start();
    let county = Committee::of(&server, COUNTY);
    let hero = person(&county.caller, COUNTY, &synthetic::citizen_number(COUNTY));
    let other = person(&county.caller, COUNTY, &synthetic::citizen_number(COUNTY));
    confirmed(&county, COUNTY, &hero);
    let theirs = confirmed(&county, COUNTY, &other);
    let foreign = with(&about(&hero), "deed_id", &theirs["id"]);
    refused(
        &ask(&county.caller, "tier", &foreign),
        "/deed_id",
        "person_not_in_file",
    );
    // A county learns nothing of files that it does not see.
    let neighbour = server.county(NEIGHBOUR);
    let unseen = ask(&neighbour, "tier", &about(&hero));
    let unknown = ask(
        &neighbour,
        "tier",
        &about("01937a00-0000-7000-8000-00000000ffff"),
    );
    refused(&unseen, "/person_id", "person_unknown");
    refused(&unknown, "/person_id", "person_unknown");
    let asker = server.caller(&["rules:evaluate"], &[COUNTY]);
    let problem = ask(&asker, "tier", &about(&hero)).problem(403, "insufficient_scope");
    assert_eq!(problem["required_scope"], "people:read");
}

#[test]
fn tier_a_recognition_counts_as_a_title_of_the_same_deed() {
    let desk = Desk::open();
    let file = desk.after("living", "CHECKED recognition");
    let hero = text(&file["actors"][0]["person_id"]);
    let case = with(&about(&hero), "recognition_id", &file["id"]);
    let receipt = ask(&desk.city.caller, "tier", &case).expect(201).json();
    let facts = &receipt["facts"]["values"];
    assert_eq!(facts["standing"], "recognised_out_of_city");
    assert_eq!(
        facts["titles_held"],
        json!([{ "level": "municipal", "title": "liaocheng_yishi", "same_deed": true }])
    );
}

#[test]
fn out_of_city_origin_life_and_plaque_come_from_the_file() {
    let desk = Desk::open();
    let file = desk.after("living", "");
    let hero = text(&file["actors"][0]["person_id"]);
    let case = json!({
        "person_id": hero,
        "place": { "region_code": ELSEWHERE },
        "occurred_on": { "precision": "day", "value": "2026-02-01" },
        "local_confirmation": {
            "status": "present", "document": crate::out_of_city::confirmation()
        },
        "rewarded_elsewhere": true
    });
    let receipt = ask(&desk.county.caller, "out-of-city", &case)
        .expect(201)
        .json();
    assert_eq!(outcome(&receipt, "OUT-ORIGIN"), "met origin_proven");
    let facts = &receipt["facts"]["values"];
    assert_eq!(facts["deceased"], false);
    assert_eq!(facts["household_has_plaque"], false);
    let read = receipt["facts_from_files"].as_array().unwrap();
    for name in ["origin_claims", "deceased", "household_has_plaque"] {
        assert!(read.contains(&json!(name)), "{name} in {read:?}");
    }
    let claim = json!({ "basis": "hukou_now", "region_code": COUNTY, "proof_present": true });
    for (name, value) in [
        ("origin_claims", json!([claim])),
        ("deceased", json!(true)),
        ("household_has_plaque", json!(true)),
    ] {
        let told = ask(
            &desk.county.caller,
            "out-of-city",
            &with(&case, name, &value),
        );
        refused(&told, &format!("/{name}"), "fact_on_file");
    }
}
