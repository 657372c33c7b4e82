//! Receipts: read within the regions, never changed, replayed by anybody who may read them.

use serde_json::{Value, json};

use crate::harness::{Answer, Caller, TestServer};

fn evaluate(caller: &Caller) -> Answer {
    caller
        .post("/v1/eligibility/studio-name")
        .json(&json!({
            "proposed_name": "见义勇为测试甲英模工作室",
            "leader_name": "测试甲",
            "deceased": false
        }))
        .send()
        .expect(201)
}

fn count(server: &TestServer, table: &str) -> String {
    let mut rows = server.installation().rows();
    rows.lines(&format!(
        "SELECT CAST(COUNT(*) AS TEXT) AS line FROM {table}"
    ))
    .remove(0)
}

#[test]
fn a_receipt_is_read_in_its_region_and_in_the_city_only() {
    let server = TestServer::start();
    let county = server.county("371502");
    let answer = evaluate(&county);
    let receipt = county.get(answer.location()).send().expect(200);
    assert_eq!(receipt.json(), answer.json());
    county
        .get(answer.location())
        .header("If-None-Match", receipt.etag())
        .send()
        .expect(304);
    server.city().get(answer.location()).send().expect(200);

    let neighbour = server.county("371521");
    neighbour
        .get(answer.location())
        .send()
        .problem(404, "not_found");
    neighbour
        .post(format!("{}/replay", answer.location()))
        .send()
        .problem(404, "not_found");
    assert!(neighbour.all("/v1/receipts").is_empty());
}

#[test]
fn receipts_are_listed_by_question_and_proposal() {
    let server = TestServer::start();
    let county = server.county("371502");
    let first = evaluate(&county).json();
    let second = evaluate(&county).json();
    let ids = |query: &str| -> Vec<Value> {
        let found = county.all(&format!("/v1/receipts?{query}"));
        found.iter().map(|summary| summary["id"].clone()).collect()
    };
    assert_eq!(ids("limit=1"), [second["id"].clone(), first["id"].clone()]);
    assert_eq!(ids("kind=studio_name&proposal=review").len(), 2);
    assert!(ids("kind=tier").is_empty());
    assert!(ids("proposal=refuse").is_empty());
}

#[test]
fn a_replay_agrees_is_audited_and_changes_nothing() {
    let server = TestServer::start();
    let county = server.county("371502");
    let answer = evaluate(&county);
    let (receipts, events) = (count(&server, "receipts"), count(&server, "events"));
    let replay = county
        .post(format!("{}/replay", answer.location()))
        .send()
        .expect(200)
        .json();
    assert_eq!(replay, json!({ "agrees": true, "differences": [] }));
    assert_eq!(count(&server, "receipts"), receipts);
    assert_eq!(count(&server, "events"), events);
    let id = answer.json()["id"].as_str().unwrap().to_owned();
    let audited = server.installation().rows().lines(&format!(
        "SELECT action AS line FROM audit_entries WHERE subject_id = '{id}' ORDER BY sequence"
    ));
    assert_eq!(audited, ["receipt.created", "receipt.replayed"]);
}

#[test]
fn a_dry_run_explains_and_keeps_no_receipt() {
    let server = TestServer::start();
    let county = server.county("371502");
    let before = server.snapshot();
    let answer = county
        .post("/v1/eligibility/tier?dry_run=true")
        .json(&json!({ "recipient": "group" }))
        .send()
        .expect(201);
    assert_eq!(answer.json()["proposal"], "review");
    assert_eq!(before.differs_in(&server.snapshot()), [""; 0]);
    county
        .get(answer.location())
        .send()
        .problem(404, "not_found");
}
