//! The policy and its titles, open to everybody.

use serde_json::json;

use crate::harness::TestServer;

#[test]
fn anybody_reads_the_policy_that_a_receipt_names() {
    let server = TestServer::start();
    let receipt = server
        .county("371502")
        .post("/v1/eligibility/tier")
        .json(&json!({ "recipient": "individual" }))
        .send()
        .expect(201)
        .json();
    let anybody = server.anonymous();
    let id = receipt["policy"]["id"].as_str().unwrap();
    let policy = anybody
        .get(format!("/v1/policies/{id}"))
        .send()
        .expect(200)
        .json();
    assert_eq!(policy["hash"], receipt["policy"]["hash"]);
    assert_eq!(policy["city"], "371500");
    // Every source that a rule cites is there.
    for (rule, basis) in policy["rules"].as_object().unwrap() {
        for cited in basis["basis"].as_array().unwrap() {
            let source = cited["source"].as_str().unwrap();
            assert!(
                policy["sources"][source]["title"]["zh"].is_string(),
                "{rule}: {source}"
            );
        }
    }
    assert_eq!(anybody.all("/v1/policies").len(), 1);
    for id in ["liaocheng", "liaocheng@0", "another@1", "@"] {
        anybody
            .get(format!("/v1/policies/{id}"))
            .send()
            .problem(404, "not_found");
    }
}

#[test]
fn titles_are_those_of_the_day_and_filtered_by_level_and_kind() {
    let server = TestServer::start();
    let anybody = server.anonymous();
    let all = anybody.all("/v1/titles?limit=3");
    assert!(all.iter().any(|title| title["text"]["zh"] == "聊城义士"));
    let provincial = anybody.all("/v1/titles?level=provincial&kind=state_award");
    assert!(
        provincial
            .iter()
            .any(|title| title["id"] == "shandong_hero")
    );
    assert!(
        provincial
            .iter()
            .all(|title| title["level"] == "provincial" && title["kind"] == "state_award")
    );
    let problem = anybody
        .get("/v1/titles?on=2012-11-30")
        .send()
        .problem(409, "policy_not_in_force");
    assert_eq!(problem["first"], "2012-12-01");
    anybody
        .get("/v1/titles?on=2012-13-01")
        .send()
        .problem(400, "invalid_query");
}
