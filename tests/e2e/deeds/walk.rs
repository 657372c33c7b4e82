//! A single rescuer from the report to the certificate.

use serde_json::json;

use super::{Office, clock, states, text};

#[test]
fn a_single_rescuer_comes_from_the_report_to_the_certificate() {
    let office = Office::open();
    let deed = office.report(1);
    office.today("2026-03-04");
    office.prove(&deed);
    let assessment = json!({ "opinion": "positive", "reason": "测试：事实清楚" });
    office.today("2026-03-09");
    office.done(&deed, "assessment", &assessment);
    let case = office.case(&deed, 0);
    assert_eq!(clock(&case, "opinion")["status"], "met_in_time");
    office.today("2026-03-10");
    office.done(
        &deed,
        "publication",
        &json!({ "number": "聊见义公〔2026〕1号" }),
    );
    let notice = clock(&office.case(&deed, 0), "publicity");
    assert_eq!(notice["due"]["date"]["due"], "2026-03-17");

    office.today("2026-03-17");
    let early = office.step(&deed, "confirmation", &office.confirmation());
    let problem = early.problem(409, "step_not_possible");
    assert_eq!(
        problem["actors"][0]["unmet"][0]["condition"],
        "publicity_done"
    );

    office.today("2026-03-18");
    let confirmed = office.done(&deed, "confirmation", &office.confirmation());
    assert_eq!(states(&confirmed), ["confirmed"]);
    for party in ["actor", "recommender"] {
        office.done(&deed, "deliveries", &json!({ "party": party }));
    }
    let case = office.case(&deed, 0);
    let decision = &case["decisions"][0];
    assert_eq!(decision["certificate"], "聊见义证〔2026〕1号");
    assert_eq!(
        decision["signer_ids"],
        json!([office.officer, office.second, office.co_signer])
    );
    assert_eq!(decision["deliveries"].as_array().unwrap().len(), 2);
    assert_eq!(case["timeliness"]["found_on"], "2026-03-02");
    assert_eq!(case["timeliness"]["confirmed_on"]["value"], "2026-03-18");
    assert!(office.county.all("/v1/worklist").is_empty());

    let history = format!("/v1/deeds/{}/history", text(&deed["id"]));
    let mut steps: Vec<String> = office
        .county
        .all(&format!("{history}?limit=3"))
        .iter()
        .map(|entry| entry["step"].as_str().unwrap_or("reported").to_owned())
        .collect();
    steps.reverse();
    assert_eq!(
        steps,
        [
            "reported",
            "acceptance",
            "evidence",
            "evidence_verification",
            "positive_assessment",
            "publication",
            "confirmation",
            "delivery",
            "delivery"
        ]
    );
}

#[test]
fn verified_evidence_changes_what_the_rules_propose() {
    let office = Office::open();
    let deed = office.report(1);
    office.prove(&deed);
    let proposal = |id: &serde_json::Value| {
        let address = format!("/v1/receipts/{}", text(id));
        office.county.get(address).send().expect(200).json()["proposal"].clone()
    };
    assert_eq!(proposal(&deed["actors"][0]["receipt_id"]), "review");
    assert_eq!(proposal(&office.case(&deed, 0)["receipt_id"]), "approve");
}
