//! For whom a client acts: `On-Behalf-Of` names an officer of an organisation that it may act for.

use serde_json::json;

use crate::harness::{Caller, TestServer, synthetic};

const REGION: &str = "371502";
const UNKNOWN_ID: &str = "01930000-0000-7000-8000-000000000000";

fn register_for(caller: &Caller, officer: &str) -> crate::harness::Answer {
    caller
        .post("/v1/people")
        .on_behalf_of(officer)
        .json(&synthetic::person(REGION))
        .send()
}

#[test]
fn what_is_done_for_an_officer_is_kept_with_the_officer_s_id() {
    let server = TestServer::start();
    let (caller, officer) = server.officer(REGION);
    let file = register_for(&caller, &officer).expect(201).json();
    let id = file["id"].as_str().unwrap();
    let kept = server.installation().rows().lines(&format!(
        "SELECT officer_id AS line FROM audit_entries WHERE subject_id = '{id}'"
    ));
    assert_eq!(kept, [officer]);
}

#[test]
fn nobody_acts_for_an_officer_of_an_organisation_that_is_not_theirs() {
    let server = TestServer::start();
    let (caller, officer) = server.officer(REGION);
    let (stranger, other_officer) = server.officer(REGION);
    let before = server.snapshot();
    register_for(&caller, &other_officer).problem(403, "officer_not_allowed");
    register_for(&stranger, &officer).problem(403, "officer_not_allowed");
    register_for(&server.county(REGION), &officer).problem(403, "officer_not_allowed");
    register_for(&caller, UNKNOWN_ID).problem(403, "officer_not_allowed");
    for id in ["", "nobody", "' OR 1=1 --"] {
        register_for(&caller, id).problem(400, "invalid_header");
    }
    assert_eq!(before.differs_in(&server.snapshot()), [""; 0]);
    register_for(&caller, &officer).expect(201);
}

#[test]
fn an_officer_who_left_office_is_acted_for_no_more() {
    let server = TestServer::start();
    let (caller, officer) = server.officer(REGION);
    let address = format!("/v1/officers/{officer}");
    let etag = caller.get(&address).send().expect(200).etag().to_owned();
    caller
        .patch(&address)
        .if_match(&etag)
        .json(&json!({ "active": false }))
        .send()
        .expect(200);
    register_for(&caller, &officer).problem(403, "officer_not_allowed");
}
