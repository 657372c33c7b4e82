//! What the steps have in common: what is possible, who may, retries.

use serde_json::json;

use super::{COUNTY, Office, text};
use crate::harness::TestServer;

#[test]
fn the_procedure_is_served_as_the_table_that_the_service_goes_by() {
    let server = TestServer::start();
    let table = server
        .anonymous()
        .get("/v1/procedures/deed")
        .send()
        .expect(200)
        .json();
    let rows = table["rows"].as_array().unwrap();
    let confirmation = rows.iter().find(|row| row["step"] == "confirmation");
    let confirmation = confirmation.unwrap();
    assert_eq!(confirmation["state"], "confirmed");
    assert_eq!(confirmation["scope"], "deeds:confirm");
    assert_eq!(confirmation["officers"], "two_and_co_signer");
    assert_eq!(
        confirmation["from"],
        json!(["intended_confirmation", "in_publication"])
    );
}

#[test]
fn every_step_of_the_table_has_its_operation_with_its_scope() {
    let server = TestServer::start();
    let table = server.anonymous().get("/v1/procedures/deed").send();
    for row in table.expect(200).json()["rows"].as_array().unwrap() {
        let path = format!("/v1/deeds/{{id}}/{}", text(&row["resource"]));
        let operations = server.contract().operations();
        let operation = operations
            .iter()
            .find(|operation| operation.path == path && operation.method == "POST")
            .unwrap_or_else(|| panic!("{path} is not there"));
        if let Some(scope) = row["scope"].as_str() {
            assert_eq!(operation.scopes.as_deref().unwrap(), [scope], "{path}");
        }
    }
}

#[test]
fn a_step_is_taken_by_an_officer_of_the_body_that_holds_the_case() {
    let office = Office::open();
    let deed = office.report(1);
    let address = format!("/v1/deeds/{}/acceptance", text(&deed["id"]));
    let nobody = office.county.post(&address).json(&json!({})).send();
    nobody.problem(403, "officer_required");
    let (city, officer) = office.server.officer(crate::harness::CITY);
    let problem = city
        .post(&address)
        .on_behalf_of(&officer)
        .json(&json!({}))
        .send()
        .problem(409, "step_not_possible");
    assert_eq!(problem["actors"][0]["unmet"][0]["condition"], "seat");
    let recusal = json!({ "officer_id": office.officer, "reason": "测试：系行为人亲属" });
    office.done(&deed, "recusals", &recusal);
    let problem = office
        .step(&deed, "acceptance", &json!({}))
        .problem(409, "step_not_possible");
    assert_eq!(problem["actors"][0]["unmet"][0]["condition"], "not_recused");
}

#[test]
fn a_confirmation_needs_two_officers_and_the_foundation() {
    let office = Office::open();
    let deed = office.assessed(1);
    office.done(
        &deed,
        "publication-waiver",
        &json!({ "reason": "safety", "note": "测试", "second_officer_id": office.second }),
    );
    for (member, signer, condition) in [
        ("second_officer_id", &office.officer, "second_officer"),
        ("co_signer_id", &office.second, "co_signer"),
    ] {
        let mut body = office.confirmation();
        body[member] = json!(signer);
        let problem = office
            .step(&deed, "confirmation", &body)
            .problem(409, "step_not_possible");
        assert_eq!(problem["actors"][0]["unmet"][0]["condition"], condition);
    }
    // Nobody signs in the name of a body without its leave, nor learns whether it has such an officer.
    let (_, stranger) = office.server.officer(COUNTY);
    for signer in [&stranger, "01930000-0000-7000-8000-000000000000"] {
        for member in ["second_officer_id", "co_signer_id"] {
            let mut body = office.confirmation();
            body[member] = json!(signer);
            let problem = office
                .step(&deed, "confirmation", &body)
                .problem(422, "invalid_data");
            assert_eq!(problem["errors"][0]["code"], "officer_unknown");
            assert_eq!(problem["errors"][0]["pointer"], format!("/{member}"));
        }
    }
    office.done(&deed, "confirmation", &office.confirmation());
}

#[test]
fn a_retried_step_is_taken_once_and_answered_alike() {
    let office = Office::open();
    let deed = office.report(1);
    let address = format!("/v1/deeds/{}/evidence", text(&deed["id"]));
    let evidence = json!({ "kind": "witness", "description": "测试：证人证言" });
    let hand_in = || {
        let call = office.county.post(&address).json(&evidence);
        call.key("evidence-1").send().expect(201)
    };
    let (first, second) = (hand_in(), hand_in());
    assert_eq!(first.json(), second.json());
    assert_eq!(second.header("idempotent-replayed"), "true");
    let evidence = office.case(&deed, 0)["evidence"].clone();
    assert_eq!(evidence.as_array().unwrap().len(), 1);
    assert_eq!(evidence[0]["description"], "测试：证人证言");
}

#[test]
fn a_step_leaves_history_audit_and_event_and_no_text_lies_open() {
    let office = Office::open();
    let deed = office.report(1);
    let evidence = json!({ "kind": "witness", "description": "测试密封文字" });
    office.done(&deed, "evidence", &evidence);
    let mut rows = office.server.installation().rows();
    let id = text(&deed["id"]);
    for table in ["audit_entries", "events"] {
        let count = rows.count(&format!("FROM {table} WHERE subject_id = '{id}'"));
        assert_eq!(count, 2, "{table}");
    }
    assert_eq!(
        rows.count(&format!("FROM case_history WHERE file_id = '{id}'")),
        2
    );
    let problem = office
        .step(
            &deed,
            "evidence",
            &json!({ "kind": "witness", "description": " " }),
        )
        .problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["pointer"], "/description");
}
