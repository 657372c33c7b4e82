//! Which body holds a case (Shandong Regulation on Rewarding and Protecting People Who Act Bravely,
//! article 10): transfer, dispute, and the city's word.

use serde_json::{Value, json};

use super::committee::{Committee, unmet};
use super::correction::outcome;
use super::{COUNTY, NEIGHBOUR, Office, actor_id, clock, states, text};
use crate::attachments::PAPER;
use crate::harness::{CITY, Caller};

fn to(region: &str) -> Value {
    json!({ "receiver_region_code": region, "reason": "测试：行为发生在该县" })
}

#[test]
fn the_receiver_takes_a_transferred_case_with_its_evidence_and_its_time() {
    let office = Office::open();
    let neighbour = office.committee(NEIGHBOUR);
    let mut report = super::deed(COUNTY, &[&super::person(&office.county)]);
    report["place"]["region_code"] = json!(NEIGHBOUR);
    let report = office.county.post("/v1/deeds").json(&report).send();
    let deed = report.expect(201).json();
    office.prove(&deed);
    let where_to = |caller: &Caller, case: &Value| {
        let address = format!("/v1/receipts/{}", text(&case["receipt_id"]));
        outcome(&caller.get(address).send().expect(200).json(), "FILE-WHERE")
    };
    let sent = office.case(&deed, 0);
    assert_eq!(where_to(&office.county, &sent), "unknown");
    let own = office.step(&deed, "transfer", &to(COUNTY));
    assert_eq!(unmet(&own), ["other_body"]);
    let transferred = office.done(&deed, "transfer", &to(NEIGHBOUR));
    assert_eq!(states(&transferred), ["transferred"]);

    // Nobody but the receiver answers, and meanwhile nobody decides.
    let own = office.step(&deed, "transfer-acceptance", &json!({}));
    assert_eq!(unmet(&own), ["seat"]);
    let positive = json!({ "opinion": "positive" });
    let refused = office.step(&deed, "assessment", &positive);
    assert_eq!(unmet(&refused), ["state"]);

    office.today("2026-03-05");
    let accepted = neighbour.done(&deed, "transfer-acceptance", &json!({}));
    assert_eq!(states(&accepted), ["in_assessment"]);
    assert_eq!(accepted["region_code"], NEIGHBOUR);
    let address = format!(
        "/v1/deeds/{}/actors/{}",
        text(&deed["id"]),
        actor_id(&deed, 0)
    );
    let case = neighbour.caller.get(address).send().expect(200).json();
    assert_eq!(case["evidence"].as_array().unwrap().len(), 1);
    let opinion = clock(&case, "opinion");
    assert_eq!(
        opinion["due"]["date"]["due"], "2026-05-06",
        "the time runs on"
    );
    assert_eq!(case["transfers"][0]["end"], "accepted");
    assert_eq!(where_to(&neighbour.caller, &case), "met");

    assert_who_handles_a_deed_reads_its_files(&office, &neighbour, &accepted);
    neighbour.done(&deed, "assessment", &positive);
}

/// The file of the actor stays with its county; who handles the deed can read it, who holds the case corrects
/// it, and nobody else.
fn assert_who_handles_a_deed_reads_its_files(office: &Office, neighbour: &Committee, deed: &Value) {
    let file = format!("/v1/people/{}", text(&deed["actors"][0]["person_id"]));
    let read = neighbour.caller.get(&file).send().expect(200).json();
    assert_eq!(read["region_code"], COUNTY);
    let full = neighbour.caller.get(&file).purpose("confirmation").send();
    assert_ne!(
        full.expect(200).json()["citizen_number"],
        read["citizen_number"]
    );
    let log = office.county.all(&format!("{file}/access-log"));
    assert_eq!(log[0]["purpose"], "confirmation");
    let change = neighbour.caller.patch(&file).if_match("*");
    let change = change.body("application/merge-patch+json", r#"{"phone":"19900000002"}"#);
    assert_eq!(change.send().expect(200).json()["region_code"], COUNTY);
    let stranger = office.committee("371524");
    stranger.caller.get(&file).send().problem(404, "not_found");
    let change = stranger.caller.patch(&file).if_match("*");
    let change = change.body("application/merge-patch+json", r#"{"phone":"19900000003"}"#);
    change.send().problem(404, "not_found");
}

#[test]
fn a_disputed_case_is_given_by_the_city_within_three_days() {
    let office = Office::open();
    let (neighbour, city) = (office.committee(NEIGHBOUR), office.committee(CITY));
    let deed = office.report(1);
    office.done(&deed, "transfer", &to(NEIGHBOUR));
    let dispute = json!({ "reason": "测试：行为发生在移送区" });
    let own = office.step(&deed, "transfer-dispute", &dispute);
    assert_eq!(unmet(&own), ["seat"]);
    neighbour.done(&deed, "transfer-dispute", &dispute);
    let again = neighbour.step(&deed, "transfer-dispute", &dispute);
    assert_eq!(unmet(&again), ["not_disputed"]);
    let designation = clock(&office.case(&deed, 0), "designation");
    assert_eq!(designation["due"]["date"]["due"], "2026-03-05");

    for county in [
        &office.step(&deed, "designation", &to(COUNTY)),
        &neighbour.step(&deed, "designation", &to(COUNTY)),
    ] {
        assert_eq!(unmet(county), ["seat"]);
    }
    office.today("2026-03-05");
    let designated = city.done(&deed, "designation", &to(COUNTY));
    assert_eq!(states(&designated), ["reported"]);
    assert_eq!(designated["region_code"], COUNTY);
    let case = office.case(&deed, 0);
    assert_eq!(clock(&case, "designation")["status"], "met_in_time");
    assert_eq!(case["transfers"][0]["end"], "designated");
    assert_eq!(case["transfers"][0]["dispute"], "测试：行为发生在移送区");
    office.done(&deed, "acceptance", &json!({}));
    // The other county has no part in the case any more.
    let address = format!("/v1/deeds/{}", text(&deed["id"]));
    neighbour
        .caller
        .get(address)
        .send()
        .problem(404, "not_found");
}

#[test]
fn the_city_names_another_body_without_being_asked_as_long_as_no_opinion_is_formed() {
    let office = Office::open();
    let (neighbour, city) = (office.committee(NEIGHBOUR), office.committee(CITY));
    let deed = office.report(1);
    let same = city.step(&deed, "designation", &to(COUNTY));
    assert_eq!(unmet(&same), ["other_body"]);
    let designated = city.done(&deed, "designation", &to(NEIGHBOUR));
    assert_eq!(states(&designated), ["reported"]);
    neighbour.done(&deed, "acceptance", &json!({}));

    let doubted = office.doubted();
    for (resource, by) in [("designation", &city), ("transfer-acceptance", &city)] {
        let body = if resource == "designation" {
            to(NEIGHBOUR)
        } else {
            json!({})
        };
        assert!(unmet(&by.step(&doubted, resource, &body)).contains(&"state".to_owned()));
    }
    assert_eq!(
        unmet(&office.step(&doubted, "transfer", &to(NEIGHBOUR))),
        ["state"]
    );
}

#[test]
fn who_applied_takes_it_back_and_who_recommended_or_a_body_ends_nothing() {
    let office = Office::open();
    let applied = |filer: &str| {
        let person = super::person(&office.county);
        let mut report = super::deed(COUNTY, &[&person]);
        report["filer"] = json!(filer);
        let opened = office.county.post("/v1/deeds").json(&report).send();
        opened.expect(201).json()
    };
    let deed = applied("actor");
    let withdrawn = office.done(&deed, "withdrawal", &json!({ "copy_id": PAPER }));
    assert_eq!(states(&withdrawn), ["withdrawn"]);
    assert!(office.county.all("/v1/worklist").is_empty());
    assert_eq!(
        unmet(&office.step(&deed, "withdrawal", &json!({ "copy_id": PAPER }))),
        ["state"]
    );
    assert_eq!(
        unmet(&office.step(&deed, "acceptance", &json!({}))),
        ["state"]
    );

    let goes_on = json!({ "own_motion": true, "reason": "测试：事实清楚" });
    let continued = office.done(&deed, "continuation", &goes_on);
    assert_eq!(states(&continued), ["in_assessment"]);
    assert_eq!(office.case(&deed, 0)["filed_by"], "own_motion");

    for filer in ["own_motion", "employer"] {
        let refused = office.step(&applied(filer), "withdrawal", &json!({ "copy_id": PAPER }));
        assert_eq!(unmet(&refused), ["filed_by_applicant"]);
    }
    let recommended = applied("employer");
    let reason = json!({ "copy_id": PAPER });
    let goes_on = office.done(&recommended, "recommendation-withdrawals", &reason);
    assert_eq!(states(&goes_on), ["reported"]);
    assert_eq!(office.case(&recommended, 0)["filed_by"], "own_motion");
}

#[test]
fn a_case_outside_the_city_goes_to_the_competent_body_and_what_a_court_says_is_on_record() {
    let office = Office::open();
    let deed = office.report(1);
    office.done(&deed, "outside-findings", &super::acts::finding());
    let transfer = json!({ "organ": "测试市委政法委员会", "reason": "测试：行为发生在该市" });
    let alone = office.step(&deed, "outside-transfer", &transfer);
    assert_eq!(unmet(&alone), ["second_officer"]);
    let moved = office.done(&deed, "outside-transfer", &office.signed(transfer));
    assert_eq!(states(&moved), ["handed_over"]);
    assert!(office.county.all("/v1/worklist").is_empty());
    let case = office.case(&deed, 0);
    assert_eq!(case["outside_transfers"][0]["organ"], "测试市委政法委员会");
    let found = &case["outside_findings"][0];
    assert_eq!(found["document"]["organ"], "测试市中级人民法院");
    let mut future = super::acts::finding();
    future["document"]["issued_on"] = json!("2026-03-03");
    let refused = office.step(&deed, "outside-findings", &future);
    let problem = refused.problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["pointer"], "/document/issued_on");
}

#[test]
fn a_case_goes_to_no_body_outside_the_city() {
    let office = Office::open();
    let deed = office.report(1);
    let problem = office
        .step(&deed, "transfer", &to("340104"))
        .problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["pointer"], "/receiver_region_code");
    assert_eq!(problem["errors"][0]["code"], "region_outside_city");
}
