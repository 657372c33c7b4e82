//! The numbers that the service gives.

use std::thread;

use serde_json::json;

use super::documents;
use crate::deeds::{Office, text};

/// A deed that waits for its notice.
fn intended(office: &Office) -> serde_json::Value {
    let deed = office.report(1);
    office.prove(&deed);
    let opinion = json!({ "opinion": "positive", "reason": "测试：事实清楚" });
    office.done(&deed, "assessment", &opinion)
}

fn number(office: &Office, deed: &serde_json::Value) -> String {
    text(&documents(&office.county, deed)[0]["number"])
}

#[test]
fn notices_that_go_up_together_are_numbered_without_a_gap() {
    let office = Office::open();
    let deeds: Vec<_> = (0..6).map(|_| intended(&office)).collect();
    thread::scope(|scope| {
        for deed in &deeds {
            scope.spawn(|| office.done(deed, "publication", &json!({})));
        }
    });
    let mut numbers: Vec<String> = deeds.iter().map(|deed| number(&office, deed)).collect();
    numbers.sort();
    let expected: Vec<String> = (1..=6)
        .map(|number| format!("东昌见义公〔2026〕{number}号"))
        .collect();
    assert_eq!(numbers, expected);
}

#[test]
fn what_is_refused_or_tried_uses_no_number_and_a_number_of_ones_own_is_passed_over() {
    let office = Office::open();
    let deed = intended(&office);
    let tried = office
        .county
        .post(format!("/v1/deeds/{}/publication", text(&deed["id"])))
        .query("dry_run", "true")
        .on_behalf_of(&office.officer)
        .json(&json!({}))
        .send();
    tried.expect(201);
    assert!(documents(&office.county, &deed).is_empty());
    let early = office.report(1);
    let refused = office.step(&early, "publication", &json!({}));
    refused.problem(409, "step_not_possible");
    let own = json!({ "number": "东昌见义公〔2026〕1号" });
    office.done(&deed, "publication", &own);
    assert_eq!(number(&office, &deed), "东昌见义公〔2026〕1号");
    let next = intended(&office);
    office.done(&next, "publication", &json!({}));
    assert_eq!(number(&office, &next), "东昌见义公〔2026〕2号");
    office.today("2027-01-04");
    let later = intended(&office);
    office.done(&later, "publication", &json!({}));
    assert_eq!(number(&office, &later), "东昌见义公〔2027〕1号");
}

#[test]
fn a_notice_that_is_left_out_is_no_document() {
    let office = Office::open();
    let deed = intended(&office);
    let waiver = json!({
        "reason": "safety",
        "note": "测试：行为人请求保密",
        "second_officer_id": office.second
    });
    office.done(&deed, "publication-waiver", &waiver);
    assert!(documents(&office.county, &deed).is_empty());
}

#[test]
fn no_two_certificates_have_one_number() {
    let office = Office::open();
    let confirmation = office.confirmation();
    let waiting = || {
        let deed = intended(&office);
        let waiver = json!({
            "reason": "safety", "note": "测试", "second_officer_id": office.second
        });
        office.done(&deed, "publication-waiver", &waiver)
    };
    let (first, second) = (waiting(), waiting());
    office.done(&first, "confirmation", &confirmation);
    // Neither the decision nor the certificate of one file has the number of another.
    let mut other = confirmation.clone();
    for pointer in ["/number", "/certificate"] {
        let problem = office
            .step(&second, "confirmation", &other)
            .problem(422, "invalid_data");
        assert_eq!(problem["errors"][0]["pointer"], pointer);
        assert_eq!(problem["errors"][0]["code"], "number_used");
        other["number"] = json!("聊见义确〔2026〕2号");
    }
    assert_eq!(number(&office, &first), "聊见义证〔2026〕1号");
}

#[test]
fn an_organ_gives_no_number_twice_to_one_kind_of_document_in_a_year() {
    let office = Office::open();
    let own = json!({ "number": "测试公示〔2026〕1号" });
    office.done(&intended(&office), "publication", &own);
    let second = intended(&office);
    let problem = office
        .step(&second, "publication", &own)
        .problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["pointer"], "/number");
    assert_eq!(problem["errors"][0]["code"], "number_used");
    office.today("2027-01-04");
    office.done(&second, "publication", &own);
}
