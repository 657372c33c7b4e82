//! Organisations and their officers.

use serde_json::{Value, json};

use crate::harness::{Answer, Caller, TestServer, synthetic};

const CREDIT_CODE: &str = "91350100M000100Y43";

fn register(caller: &Caller, name: &str, region: &str) -> Answer {
    caller
        .post("/v1/organisations")
        .json(&json!({ "name": name, "kind": "association", "region_code": region }))
        .send()
}

fn pointers(problem: &Value) -> Vec<(&str, &str)> {
    let faults = problem["errors"].as_array().unwrap().iter();
    faults
        .map(|fault| {
            let text = |member: &str| fault[member].as_str().unwrap();
            (text("pointer"), text("code"))
        })
        .collect()
}

#[test]
fn a_county_registers_changes_and_lists_its_organisations() {
    let server = TestServer::start();
    let county = server.county("371502");
    let registered = register(&county, " 测试协会 ", "371502").expect(201);
    let organisation = registered.json();
    assert_eq!(organisation["name"], "测试协会");
    assert_eq!(organisation["version"], 1);
    let read = county.get(registered.location()).send().expect(200);
    assert_eq!(read.json(), organisation);

    let changed = county
        .patch(registered.location())
        .if_match(read.etag())
        .json(&json!({ "kind": "foundation", "credit_code": CREDIT_CODE.to_lowercase() }))
        .send()
        .expect(200);
    assert_eq!(changed.json()["kind"], "foundation");
    assert_eq!(changed.json()["credit_code"], CREDIT_CODE);
    assert_eq!(changed.json()["version"], 2);

    let removed = county
        .patch(registered.location())
        .if_match(changed.etag())
        .body("application/merge-patch+json", r#"{"credit_code":null}"#)
        .send()
        .expect(200);
    assert_eq!(removed.json().get("credit_code"), None);
    assert_eq!(
        county.all("/v1/organisations?kind=foundation"),
        [removed.json()]
    );
    assert!(county.all("/v1/organisations?kind=police").is_empty());
}

#[test]
fn a_patch_that_changes_nothing_makes_no_version_and_no_event() {
    let server = TestServer::start();
    let county = server.county("371502");
    let registered = register(&county, "测试协会", "371502").expect(201);
    let before = server.snapshot();
    let same = county
        .patch(registered.location())
        .if_match(registered.etag())
        .json(&json!({ "name": "测试协会" }))
        .send()
        .expect(200);
    assert_eq!(same.json(), registered.json());
    assert_eq!(same.etag(), registered.etag());
    assert_eq!(before.differs_in(&server.snapshot()), [""; 0]);
}

#[test]
fn an_organisation_is_registered_once() {
    let server = TestServer::start();
    let county = server.county("371502");
    let first = county
        .post("/v1/organisations")
        .json(&json!({
            "name": "测试协会",
            "kind": "association",
            "region_code": "371502",
            "credit_code": CREDIT_CODE,
        }))
        .send()
        .expect(201)
        .json();
    let again = register(&county, "测试协会", "371502").problem(409, "organisation_exists");
    assert_eq!(again["existing"]["id"], first["id"]);

    // The same name elsewhere is another body; the same credit code is not, but who may not see the
    // first one does not learn which it is.
    let neighbour = server.county("371521");
    register(&neighbour, "测试协会", "371521").expect(201);
    let taken = neighbour
        .post("/v1/organisations")
        .json(&json!({
            "name": "另一测试协会",
            "kind": "association",
            "region_code": "371521",
            "credit_code": CREDIT_CODE,
        }))
        .send()
        .problem(422, "invalid_data");
    assert_eq!(
        pointers(&taken),
        [("/credit_code", "credit_code_unavailable")]
    );
}

#[test]
fn a_change_is_refused_with_the_organisation_that_stands_in_its_way() {
    let server = TestServer::start();
    let county = server.county("371502");
    let holder = county
        .post("/v1/organisations")
        .json(&json!({
            "name": "测试协会",
            "kind": "association",
            "region_code": "371502",
            "credit_code": CREDIT_CODE,
        }))
        .send()
        .expect(201)
        .json();
    let take_code = |caller: &Caller, region: &str| {
        let other = register(caller, "另一测试协会", region).expect(201);
        caller
            .patch(other.location())
            .if_match("*")
            .json(&json!({ "credit_code": CREDIT_CODE }))
            .send()
    };
    let refused = take_code(&county, "371502").problem(409, "organisation_exists");
    assert_eq!(refused["existing"]["id"], holder["id"]);

    // The neighbour is not told that the code is held somewhere.
    let neighbour = server.county("371521");
    let refused = take_code(&neighbour, "371521").problem(422, "invalid_data");
    assert_eq!(
        pointers(&refused),
        [("/credit_code", "credit_code_unavailable")]
    );
    assert!(!refused.to_string().contains(holder["id"].as_str().unwrap()));
}

#[test]
fn every_fault_of_an_organisation_is_named_at_once() {
    let server = TestServer::start();
    let county = server.county("371502");
    let problem = county
        .post("/v1/organisations")
        .json(&json!({
            "name": "\t",
            "kind": "police",
            "region_code": "371521",
            "credit_code": "91350100M000100Y44",
        }))
        .send()
        .problem(422, "invalid_data");
    assert_eq!(
        pointers(&problem),
        [
            ("/name", "text_empty"),
            ("/region_code", "outside_your_regions"),
            ("/credit_code", "credit_code_check_digit"),
        ]
    );
    // Abolished, abroad, of another city, and a zone that another committee answers for.
    for region in ["371523", "340104", "LCDJ", "999999"] {
        let problem = register(&county, "测试协会", region).problem(422, "invalid_data");
        assert_eq!(
            pointers(&problem),
            [("/region_code", "outside_your_regions")]
        );
    }
    for region in ["371500", "371502", "LCDJ"] {
        register(&server.city(), "测试协会", region).expect(201);
    }
    let registered = register(&county, "测试组织", "371502").expect(201);
    let problem = county
        .patch(registered.location())
        .if_match("*")
        .json(&json!({ "name": null }))
        .send()
        .problem(400, "invalid_body");
    assert_eq!(pointers(&problem), [("/name", "invalid_type")]);
}

#[test]
fn a_county_sees_nothing_of_another_county_s_organisations_and_officers() {
    let server = TestServer::start();
    let county = server.county("371502");
    let organisation = register(&county, "测试协会", "371502").expect(201);
    let officer = json!({
        "organisation_id": organisation.json()["id"],
        "name": synthetic::name(),
        "position": "测试科员",
    });
    let enlisted = county
        .post("/v1/officers")
        .json(&officer)
        .send()
        .expect(201);
    assert_eq!(enlisted.json()["region_code"], "371502");

    let neighbour = server.county("371521");
    for address in [organisation.location(), enlisted.location()] {
        neighbour.get(address).send().problem(404, "not_found");
        neighbour
            .patch(address)
            .if_match("*")
            .json(&json!({}))
            .send()
            .problem(404, "not_found");
        server.city().get(address).send().expect(200);
    }
    assert!(neighbour.all("/v1/organisations").is_empty());
    assert!(neighbour.all("/v1/officers").is_empty());
    let problem = neighbour
        .post("/v1/officers")
        .json(&officer)
        .send()
        .problem(422, "invalid_data");
    assert_eq!(
        pointers(&problem),
        [("/organisation_id", "organisation_unknown")]
    );
}

#[test]
fn officers_are_listed_by_organisation_and_by_being_in_office() {
    let server = TestServer::start();
    let county = server.county("371502");
    let organisation = register(&county, "测试协会", "371502").expect(201).json();
    let id = organisation["id"].as_str().unwrap();
    let enlist = || {
        county
            .post("/v1/officers")
            .json(&json!({
                "organisation_id": id,
                "name": synthetic::name(),
                "position": "测试科员",
            }))
            .send()
            .expect(201)
    };
    let (stays, leaves) = (enlist(), enlist());
    let left = county
        .patch(leaves.location())
        .if_match(leaves.etag())
        .json(&json!({ "active": false, "position": "测试退休人员" }))
        .send()
        .expect(200)
        .json();
    let of = |filter: &str| county.all(&format!("/v1/officers?organisation_id={id}&{filter}"));
    assert_eq!(of("active=true"), [stays.json()]);
    assert_eq!(of("active=false"), std::slice::from_ref(&left));
    assert_eq!(of("limit=1"), [left, stays.json()]);
}
