//! The policy and its titles, open to everybody.

use serde_json::json;

use crate::harness::{CITY, Installation, TestServer};

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
    // A version and those that correct it, newest first, on pages of one.
    let versions = anybody.all("/v1/policies?limit=1");
    let ids: Vec<&str> = versions
        .iter()
        .map(|version| version["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["liaocheng@3", "liaocheng@2", "liaocheng@1"]);
    assert_eq!(versions[0]["corrects"], "2");
    assert_eq!(versions[2].get("corrects"), None);
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
    // A place on a list is no praise, and what a title excludes is told with it.
    let listed = all.iter().filter(|title| title["listing"] == true);
    assert_eq!(listed.count(), 1);
    let model = all.iter().find(|title| title["id"] == "shandong_model");
    let model = model.unwrap();
    assert_eq!(model["excludes"], serde_json::json!(["shandong_model"]));
    assert_eq!(model["requires"], serde_json::json!([]));
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
    // At every level there is what a government grants, and what the others praise with.
    for level in ["county", "municipal", "provincial", "national"] {
        for kind in ["praise", "state_award"] {
            let found = anybody.all(&format!("/v1/titles?level={level}&kind={kind}"));
            assert!(!found.is_empty(), "{level} {kind}");
        }
    }
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

#[test]
fn another_city_is_served_by_its_own_policy_file() {
    const POLICY: &str = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../domain/tests/fixtures/example-city.toml"
    );
    const ITS_REGION: &str = "411600";
    let installation = Installation::new().with("YONGWEI_POLICY", POLICY);
    let server = TestServer::of(installation, &[]);
    let city = server.county(ITS_REGION);
    // Its studios are named in its own way. The way of Liaocheng is a matter for review there: no
    // binding source of that city would refuse it.
    for (name, outcome) in [
        ("测试甲勇者之家", "met"),
        ("见义勇为测试甲英模工作室", "unknown"),
    ] {
        let receipt = city.post("/v1/eligibility/studio-name").json(&json!({
            "proposed_name": name, "leader_name": "测试甲",
            "honours": [{ "level": "municipal", "revoked": false }],
            "deceased": false, "existing_studios": 0, "name_taken": false,
        }));
        let receipt = receipt.send().expect(201).json();
        assert_eq!(receipt["policy"]["id"], "example-city@2020", "{receipt}");
        let findings = receipt["findings"].as_array().unwrap();
        let named = findings
            .iter()
            .find(|finding| finding["rule"] == "STUDIO-NAME");
        assert_eq!(named.unwrap()["outcome"], outcome, "{name}: {receipt}");
    }
    // Liaocheng is elsewhere, for its people as for the systems that call.
    let created = server.installation().run(&[
        "client",
        "create",
        "--name",
        "测试",
        "--scope",
        "people:read",
        "--region",
        CITY,
    ]);
    assert!(!created.status.success(), "a client of another city");
    let policy = server.anonymous();
    let policy = policy.get("/v1/policies/example-city@2020").send();
    assert_eq!(policy.expect(200).json()["city"], ITS_REGION);
}
