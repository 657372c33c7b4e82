//! Regions: open to everybody, with abolished codes and functional zones.

use std::fs;

use serde_json::{Value, json};

use crate::harness::{Caller, Installation, TestServer, synthetic};

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
fn a_region_elsewhere_has_a_past_too() {
    let server = TestServer::start();
    let anybody = server.anonymous();
    for (code, successor, name) in [
        ("371202", "370116", "山东省济南市莱芜区"),
        ("412722", "411622", "河南省周口市西华县"),
        ("362324", "361124", "江西省上饶市铅山县"),
    ] {
        let former = region(&anybody, code);
        assert_eq!(former["abolished"]["successor"], successor);
        assert_eq!(former["full_name"], name);
        assert_eq!(former["within_city"], false);
    }
    assert_eq!(region(&anybody, "500157")["name"], "两江新区");
    assert_eq!(region(&anybody, "419001")["full_name"], "河南省济源市");
    let grouping = region(&anybody, "419000");
    assert_eq!(grouping["name"], "河南省");
    assert_eq!(grouping.get("abolished"), None);
}

#[test]
fn the_abolished_codes_come_from_a_file_that_is_checked_at_start() {
    let list = |lines: &str| {
        let installation = Installation::on_sqlite();
        let file = installation.folder().join("former-regions.csv");
        fs::write(&file, format!("code,name,abolished,successor\n{lines}")).unwrap();
        installation.with("YONGWEI_FORMER_REGIONS", file.to_str().unwrap())
    };
    let server = TestServer::of(list("371599,测试县,2027,371502\n"), &[]);
    let anybody = server.anonymous();
    let former = region(&anybody, "371599");
    assert_eq!(former["abolished"]["year"], 2027);
    assert_eq!(former["name"], "东昌府区");
    // It takes the place of the built-in one.
    let unknown = anybody.get("/v1/regions/371523").send();
    unknown.problem(404, "not_found");
    // A person may come from there.
    let county = server.county("371502");
    let mut person = synthetic::person("371502");
    person["household_region"] = json!("371599");
    county.post("/v1/people").json(&person).send().expect(201);

    let wrong = list("371599,测试县,2027,371502\n371598,测试县,2027,371523\n");
    for command in ["serve", "migrate"] {
        let output = wrong.run(&[command]);
        assert!(!output.status.success());
        let said = String::from_utf8(output.stderr).unwrap();
        for part in ["YONGWEI_FORMER_REGIONS", "line 3", "successor"] {
            assert!(said.contains(part), "{said}");
        }
    }
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
