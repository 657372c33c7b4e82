//! Whether what an actor did in a deed can be confirmed.

use serde_json::{Value, json};

use super::{ask, finding};
use crate::harness::TestServer;

/// A rescue in 临清市, reported within a month, everything known.
fn rescue() -> Value {
    json!({
        "act_types": ["rescue"],
        "duty": "none",
        "interests": ["other_person"],
        "beneficiaries": ["unrelated"],
        "caused_danger": false,
        "lawfulness": "not_questioned",
        "outcome": "failed",
        "risk": 3,
        "birth_date": "1990-02-28",
        "home_region_code": "411602",
        "occurred_on": { "precision": "day", "value": "2024-05-01" },
        "place": { "region_code": "371581" },
        "received_by_region_code": "371581",
        "received_on": "2024-05-20",
        "filer": "employer",
        "possible_duplicates": [],
        "evidence": [{ "kind": "public_security", "verified": true }]
    })
}

fn with(member: &str, value: Value) -> Value {
    let mut case = rescue();
    case[member] = value;
    case
}

#[test]
fn a_proven_rescue_by_somebody_from_elsewhere_is_proposed_whether_or_not_it_succeeded() {
    let server = TestServer::start();
    let answer = ask(&server.county("371581"), "deed", &rescue()).expect(201);
    let receipt = answer.json();
    assert_eq!(receipt["kind"], "deed");
    assert_eq!(receipt["proposal"], "approve");
    assert_eq!(receipt["decided_on"], "2024-05-20");
    assert_eq!(receipt["findings"].as_array().unwrap().len(), 19);
    let duty = finding(&receipt, "DEED-DUTY");
    assert_eq!(duty["outcome"], "met");
    assert_eq!(
        duty["basis"][0]["law_title"]["zh"],
        "山东省见义勇为人员奖励和保护条例"
    );
    assert_eq!(duty["basis"][0]["article"], "第二条");
    assert_eq!(
        receipt["effects"],
        json!({
            "kind": "deed",
            "route": "assess",
            "panel_for": [],
            "body_region": "371581",
            "transfer": false,
            "minor_handling": "adult",
            "lower_tier": false,
            "missing": []
        })
    );
}

#[test]
fn a_birth_date_is_turned_into_an_age_and_kept_nowhere() {
    let server = TestServer::start();
    let city = server.city();
    let case = with("birth_date", json!("2008-05-02"));
    let answer = ask(&city, "deed", &case).expect(201);
    let receipt = answer.json();
    assert_eq!(receipt["effects"]["minor_handling"], "minor");
    assert_eq!(
        receipt["effects"]["restriction_suggested"],
        "minor_protection"
    );
    assert_eq!(
        receipt["facts"]["values"]["age_at_deed"],
        json!({ "at_least": 15, "at_most": 15 })
    );
    assert!(!answer.text().contains("2008-05-02"));
}

#[test]
fn the_way_a_case_takes_follows_what_the_rules_found() {
    let server = TestServer::start();
    let city = server.city();
    for (member, value, proposal, route) in [
        ("duty", json!("statutory"), "refuse", "refusal_notice"),
        ("duty", json!("contractual"), "review", "panel"),
        (
            "lawfulness",
            json!("under_investigation"),
            "review",
            "suspend",
        ),
        ("received_on", json!("2025-05-20"), "review", "late_filing"),
        (
            "received_on",
            json!("2026-05-20"),
            "refuse",
            "refusal_notice",
        ),
        ("evidence", json!([]), "review", "assess"),
    ] {
        let case = with(member, value);
        let receipt = ask(&city, "deed", &case).expect(201).json();
        assert_eq!(receipt["proposal"], proposal, "{case}");
        assert_eq!(receipt["effects"]["route"], route, "{case}");
    }
}

#[test]
fn what_is_missing_is_named_once_so_that_it_can_be_asked_for_at_once() {
    let server = TestServer::start();
    let case = json!({ "received_on": "2024-05-20", "filer": "actor" });
    let receipt = ask(&server.city(), "deed", &case).expect(201).json();
    assert_eq!(
        receipt["effects"]["missing"],
        json!([
            "act_types",
            "duty",
            "interests",
            "beneficiaries",
            "caused_danger",
            "lawfulness",
            "age_at_deed",
            "dates",
            "place",
            "possible_duplicates",
            "evidence"
        ])
    );
}

#[test]
fn a_receipt_of_a_deed_is_listed_by_its_kind_and_replays() {
    let server = TestServer::start();
    let county = server.county("371581");
    let answer = ask(&county, "deed", &rescue()).expect(201);
    let listed = county.get("/v1/receipts?kind=deed").send().expect(200);
    assert_eq!(listed.json()["items"][0]["id"], answer.json()["id"]);
    let replay = county
        .post(format!("{}/replay", answer.location()))
        .send()
        .expect(200);
    assert_eq!(replay.json()["agrees"], true);
}

#[test]
fn every_fault_of_a_deed_is_named_at_once() {
    let server = TestServer::start();
    let mut case = rescue();
    case["age_at_deed"] = json!(30);
    case["complex"] = json!(true);
    case["obstacle"] = json!({ "from": "2024-06-02", "to": "2024-06-01" });
    case["further_region_codes"] = json!(["371525", "abcdef"]);
    case["possible_duplicates"] = json!(["7"]);
    let problem = ask(&server.city(), "deed", &case).problem(422, "invalid_data");
    let faults: Vec<(&str, &str)> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| {
            let text = |member: &str| fault[member].as_str().unwrap();
            (text("pointer"), text("code"))
        })
        .collect();
    assert_eq!(
        faults,
        [
            ("/birth_date", "age_given_twice"),
            ("/further_region_codes/1", "region_code_invalid"),
            ("/complex_reason", "required"),
            ("/obstacle/to", "period_reversed"),
            ("/possible_duplicates/0", "id_invalid"),
        ]
    );
    for (member, value, pointer, code) in [
        (
            "birth_date",
            json!("2024-05-02"),
            "/birth_date",
            "born_after_deed",
        ),
        (
            "complex_reason",
            json!("测试理由"),
            "/complex_reason",
            "complex_reason_unexpected",
        ),
    ] {
        let problem =
            ask(&server.city(), "deed", &with(member, value)).problem(422, "invalid_data");
        assert_eq!(problem["errors"][0]["pointer"], pointer);
        assert_eq!(problem["errors"][0]["code"], code);
    }
}
