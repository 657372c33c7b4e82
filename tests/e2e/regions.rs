//! Regions: open to everybody, with abolished codes and functional zones.

use serde_json::Value;

use crate::harness::{Caller, TestServer};

fn region(anybody: &Caller, code: &str) -> Value {
    anybody
        .get(format!("/v1/regions/{code}"))
        .send()
        .expect(200)
        .json()
}

#[test]
fn the_counties_and_zones_of_the_city_are_found_without_a_token() {
    let server = TestServer::start();
    let anybody = server.anonymous();
    let codes: Vec<String> = anybody
        .all("/v1/regions?parent=371500&limit=4")
        .iter()
        .map(|region| region["code"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(
        codes,
        [
            "371502", "371503", "371521", "371522", "371524", "371525", "371526", "371581", "LCDJ",
            "LCGX", "LCKF"
        ]
    );
    let provinces = anybody
        .get("/v1/regions?level=province&count=true&limit=1")
        .send()
        .expect(200)
        .json();
    assert_eq!(provinces["total"], 34);
    let found = anybody
        .get("/v1/regions")
        .query("q", "东昌府")
        .send()
        .expect(200)
        .json();
    assert_eq!(found["items"][0]["full_name"], "山东省聊城市东昌府区");
}

#[test]
fn an_abolished_code_leads_to_the_region_of_today() {
    let server = TestServer::start();
    let former = region(&server.anonymous(), "371523");
    assert_eq!(former["code"], "371523");
    assert_eq!(former["abolished"]["successor"], "371503");
    assert_eq!(former["name"], "茌平区");
    assert_eq!(former["within_city"], true);
    assert_eq!(former["children"], "/v1/regions?parent=371503");
}

#[test]
fn a_zone_answers_to_the_city_and_lies_in_a_district() {
    let server = TestServer::start();
    let zone = region(&server.anonymous(), "LCDJ");
    assert_eq!(zone["lies_in"], "371502");
    assert_eq!(zone["standard"], "internal");
    assert_eq!(zone["ancestors"][0]["code"], "371500");
    assert_eq!(zone["within_city"], true);
    assert_eq!(region(&server.anonymous(), "370102")["within_city"], false);
}

#[test]
fn what_is_no_region_is_not_found_and_a_wrong_filter_is_named() {
    let server = TestServer::start();
    let anybody = server.anonymous();
    for code in ["000000", "ABC", "37150", "x", "..%2F"] {
        anybody
            .get(format!("/v1/regions/{code}"))
            .send()
            .problem(404, "not_found");
    }
    for query in ["parent=abcdef", "parent=999999", "level=village", "q="] {
        anybody
            .get(format!("/v1/regions?{query}"))
            .send()
            .problem(400, "invalid_query");
    }
}

#[test]
fn an_answer_that_did_not_change_is_not_sent_again() {
    let server = TestServer::start();
    let anybody = server.anonymous();
    for address in ["/v1/regions/371502", "/v1/regions?parent=371500"] {
        let first = anybody.get(address).send().expect(200);
        assert_eq!(first.header("cache-control"), "no-cache");
        let again = anybody
            .get(address)
            .header("If-None-Match", first.etag())
            .send()
            .expect(304);
        assert_eq!(again.etag(), first.etag());
        assert_eq!(again.text(), "");
    }
}
