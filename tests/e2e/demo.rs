//! `serve --demo`: something to try everything with, made up for all to see, and made once.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::harness::{CITY, TestServer};

/// The counties and zones of the city.
const REGIONS: [&str; 11] = [
    "371502", "371503", "371521", "371522", "371524", "371525", "371526", "371581", "LCDJ", "LCGX",
    "LCKF",
];

fn regions(items: &[Value]) -> BTreeSet<&str> {
    items
        .iter()
        .map(|item| item["region_code"].as_str().unwrap())
        .collect()
}

#[test]
fn every_list_and_filter_of_the_demonstration_shows_something() {
    let server = TestServer::demo();
    let caller = server.authorised(server.demo_credentials());
    // With those whose households have plaques, who lead studios, and who are nominated.
    assert_eq!(caller.all("/v1/people").len(), 14 + 14 + 42 + 27 + 40);

    let synthetic = caller.all("/v1/people?synthetic=true");
    for person in &synthetic {
        assert!(person["name"].as_str().unwrap().starts_with("测试"));
    }
    let registered = caller.all("/v1/people?synthetic=true&file_origin=registered");
    assert_eq!(regions(&registered), BTreeSet::from(REGIONS));
    for person in &registered {
        for member in [
            "citizen_number",
            "phone",
            "address",
            "household_region",
            "origin",
        ] {
            assert!(person.get(member).is_some(), "{member}");
        }
    }
    for filter in [
        "file_origin=historic",
        "life_status=living",
        "life_status=deceased",
    ] {
        assert!(
            !caller
                .all(&format!("/v1/people?synthetic=true&{filter}"))
                .is_empty()
        );
        assert!(
            !caller
                .all("/v1/people?synthetic=false&life_status=deceased")
                .is_empty()
        );
    }
    for search in ["测试甲", "ceshi", "csj", "吴青", "wuqing"] {
        let found = caller
            .get("/v1/people")
            .query("q", search)
            .send()
            .expect(200);
        assert_ne!(found.json()["items"], serde_json::json!([]), "{search}");
    }

    let bodies = caller.all("/v1/organisations");
    let mut everywhere = BTreeSet::from(REGIONS);
    everywhere.insert(CITY);
    assert_eq!(regions(&bodies), everywhere);
    let officers = caller.all("/v1/officers");
    // Two committees have two, since decisions need two.
    assert_eq!(officers.len(), bodies.len() + 2);
    for officer in &officers {
        assert!(officer["name"].as_str().unwrap().starts_with("测试经办员"));
    }
    let states: BTreeSet<String> = caller
        .all("/v1/deeds")
        .iter()
        .map(|deed| deed["actors"][0]["state"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(states.len(), 16, "{states:?}");
    for filter in ["", "?overdue=true", "?statutory=true"] {
        assert!(!caller.all(&format!("/v1/worklist{filter}")).is_empty());
    }
    assert_eq!(caller.all("/v1/match-tasks?status=open").len(), 1);
}

#[test]
fn the_demonstration_client_acts_for_the_officer_that_is_printed() {
    let server = TestServer::demo();
    let printed = server.printed();
    let officer = printed
        .lines()
        .find_map(|line| line.trim().strip_prefix("On-Behalf-Of: "))
        .unwrap();
    let caller = server.authorised(server.demo_credentials());
    let task = caller.all("/v1/match-tasks?status=open").remove(0);
    let path = format!("/v1/match-tasks/{}", task["id"].as_str().unwrap());
    let etag = caller.get(&path).send().expect(200).etag().to_owned();
    caller
        .post(format!("{path}/dismissal"))
        .if_match(&etag)
        .on_behalf_of(officer)
        .json(&serde_json::json!({ "reason": "测试" }))
        .send()
        .expect(200);
}

#[test]
fn a_later_start_adds_nothing_and_replaces_the_secret() {
    let mut server = TestServer::demo();
    let before = server.demo_credentials();
    let people = server.installation().rows().count("FROM people");
    server.crash_and_restart();
    let after = server.demo_credentials();
    assert_eq!(after.id, before.id);
    assert_ne!(after.secret, before.secret);
    assert_eq!(server.installation().rows().count("FROM people"), people);
    server.authorised(after.clone());
    server
        .anonymous()
        .post("/oauth/token")
        .form(&[
            ("grant_type", "client_credentials"),
            ("client_id", &before.id),
            ("client_secret", &before.secret),
        ])
        .send()
        .expect(401);
}

#[test]
fn the_client_is_granted_every_scope_that_swagger_ui_offers() {
    let server = TestServer::demo();
    let contract = server.anonymous().get("/openapi.json").send().expect(200);
    let offered = &contract.json()["components"]["securitySchemes"]["oauth2"]["flows"]["clientCredentials"]
        ["scopes"];
    let offered: BTreeSet<String> = offered.as_object().unwrap().keys().cloned().collect();
    let caller = server.authorised(server.demo_credentials());
    let payload = crate::tokens::payload(caller.token());
    let granted: BTreeSet<String> = payload["scope"]
        .as_str()
        .unwrap()
        .split(' ')
        .map(str::to_owned)
        .collect();
    assert_eq!(granted, offered);
}

#[test]
fn a_database_in_use_is_left_alone() {
    let mut server = TestServer::start();
    server
        .city()
        .post("/v1/people")
        .json(&crate::harness::synthetic::person("371502"))
        .send()
        .expect(201);
    // An SQLite file has one process.
    server.kill();
    let before = server.snapshot();
    let output = server.installation().run(&["serve", "--demo"]);
    assert!(!output.status.success());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("--demo") && said.contains("--database-url"),
        "{said}"
    );
    assert_eq!(server.snapshot(), before);
}
