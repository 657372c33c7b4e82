//! Applying without a token, and following what was applied for.

use serde_json::json;

use super::{COUNTY, NEIGHBOUR, application, apply, clue, read, status, text};
use crate::harness::{CITY, Installation, TestServer};

#[test]
fn an_application_is_answered_with_its_receipt_and_nothing_that_was_told() {
    let server = TestServer::start();
    let body = application(COUNTY);
    let anonymous = server.anonymous();
    let answer = anonymous
        .post("/v1/public/applications")
        .json(&body)
        .send()
        .expect(201);
    let receipt = answer.json();
    let mut members: Vec<&String> = receipt.as_object().unwrap().keys().collect();
    members.sort();
    assert_eq!(
        members,
        [
            "id",
            "received_on",
            "region_code",
            "region_name",
            "tracking_code"
        ]
    );
    assert_eq!(receipt["region_code"], COUNTY);
    assert_eq!(answer.header_if_any("location"), None);
    let told = status(&server, &receipt);
    assert_eq!(told["state"], "received");
    assert_eq!(told["received_on"], receipt["received_on"]);
    assert_eq!(told["progress"][0]["on"], receipt["received_on"]);
    assert_eq!(told["actors"], json!([]));
    for shown in [answer.text(), told.to_string()] {
        for secret in [
            "测试",
            "1990000",
            text(&body["actors"][0]["citizen_number"]).as_str(),
        ] {
            assert!(!shown.contains(secret), "{secret} in {shown}");
        }
    }
    let seen = read(&server.county(COUNTY), "applications", &receipt["id"]);
    assert_eq!(seen["summary"], body["summary"]);
    assert_eq!(seen["applicant"]["filer"], "close_relative");
}

#[test]
fn a_tracking_code_works_however_it_was_copied_and_is_never_kept_by_a_cache() {
    let server = TestServer::start();
    let code = text(&apply(&server, &application(COUNTY))["tracking_code"]);
    let anonymous = server.anonymous();
    let copied = [
        code.clone(),
        code.to_lowercase(),
        code.replace('-', ""),
        code.replace('-', "%20"),
        code.replace('0', "O").replace('1', "l"),
    ];
    for code in copied {
        let answer = anonymous
            .get(format!("/v1/public/applications/{code}"))
            .send()
            .expect(200);
        assert_eq!(answer.header("cache-control"), "no-store");
    }
}

#[test]
fn any_other_code_is_not_found_whatever_it_looks_like() {
    let server = TestServer::start();
    let code = text(&apply(&server, &application(COUNTY))["tracking_code"]);
    let last = if code.ends_with('A') { 'B' } else { 'A' };
    let wrong = format!("{}{last}", &code[..code.len() - 1]);
    let anonymous = server.anonymous();
    for other in [
        wrong.as_str(),
        "x",
        "01930000-0000-7000-8000-000000000000",
        &code[..30],
    ] {
        let address = format!("/v1/public/applications/{other}");
        anonymous.get(&address).send().problem(404, "not_found");
        anonymous
            .post(format!("{address}/withdrawal"))
            .send()
            .problem(404, "not_found");
    }
}

#[test]
fn the_county_of_the_deed_handles_it_else_that_of_the_actor_else_the_city() {
    let server = TestServer::start();
    let anonymous = server.anonymous();
    for (place, home, expected) in [
        (json!({ "region_code": "LCKF" }), json!(null), "LCKF"),
        (
            json!({ "region_code": "110101" }),
            json!(NEIGHBOUR),
            NEIGHBOUR,
        ),
        (json!({ "country_code": "JP" }), json!(NEIGHBOUR), NEIGHBOUR),
        (json!({ "region_code": "110101" }), json!(null), CITY),
        (json!(null), json!(null), CITY),
    ] {
        let mut body = application(COUNTY);
        body["place"] = place;
        body["home_region_code"] = home;
        assert_eq!(apply(&server, &body)["region_code"], expected, "{body}");
    }
    let mut elsewhere = clue(COUNTY);
    elsewhere["place"] = json!({ "country_code": "JP" });
    anonymous
        .post("/v1/public/clues")
        .json(&elsewhere)
        .send()
        .expect(201);
    assert_eq!(server.city().all("/v1/clues")[0]["region_code"], CITY);
    assert!(server.county(COUNTY).all("/v1/clues").is_empty());
}

#[test]
fn every_fault_of_an_application_is_named_at_once_and_nothing_is_kept() {
    let server = TestServer::start();
    let before = server.snapshot();
    let mut body = application(COUNTY);
    body["applicant"] = json!({ "filer": "own_motion", "name": "测试1", "phone": "12" });
    body["actors"][0]["citizen_number"] = json!("371502199001010011");
    body["occurred_on"] = json!({ "precision": "day", "value": "2099-01-01" });
    body["place"] = json!({ "region_code": "37150O" });
    body["summary"] = json!("测试\u{7}");
    body["beneficiaries"] = json!([" "]);
    let anonymous = server.anonymous();
    let refused = anonymous.post("/v1/public/applications").json(&body).send();
    let problem = refused.problem(422, "invalid_data");
    let pointers: Vec<&str> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["pointer"].as_str().unwrap())
        .collect();
    assert_eq!(
        pointers,
        [
            "/applicant/filer",
            "/applicant/name",
            "/applicant/phone",
            "/actors/0/citizen_number",
            "/occurred_on/value",
            "/place/region_code",
            "/summary",
            "/beneficiaries/0",
        ]
    );
    assert!(before.differs_in(&server.snapshot()).is_empty());
}

#[test]
fn an_application_is_retried_safely_and_rehearsed_without_a_trace() {
    let server = TestServer::start();
    let anonymous = server.anonymous();
    let body = application(COUNTY);
    let before = server.snapshot();
    let rehearsed = anonymous
        .post("/v1/public/applications?dry_run=true")
        .json(&body)
        .send()
        .expect(201);
    assert_eq!(rehearsed.header("dry-run"), "true");
    assert!(before.differs_in(&server.snapshot()).is_empty());
    let send = |body| {
        let call = anonymous.post("/v1/public/applications").key("one");
        call.json(body).send()
    };
    let (first, second) = (send(&body).expect(201), send(&body).expect(201));
    assert_eq!(first.json(), second.json());
    assert_eq!(second.header("idempotent-replayed"), "true");
    send(&application(COUNTY)).problem(422, "idempotency_key_reused");
    assert_eq!(server.county(COUNTY).all("/v1/applications").len(), 1);
    // A client's key of the same name is another key.
    let county = server.county(COUNTY);
    let person = crate::harness::synthetic::person(COUNTY);
    let registered = county.post("/v1/people").key("one").json(&person).send();
    registered.expect(201);
}

#[test]
fn an_applicant_takes_an_application_back_once() {
    let server = TestServer::start();
    let receipt = apply(&server, &application(COUNTY));
    let code = text(&receipt["tracking_code"]);
    let address = format!("/v1/public/applications/{code}/withdrawal");
    let anonymous = server.anonymous();
    let withdrawn = anonymous.post(&address).send().expect(201).json();
    assert_eq!(withdrawn["state"], "withdrawn");
    assert_eq!(status(&server, &receipt), withdrawn);
    let problem = anonymous.post(&address).send().problem(409, "not_possible");
    assert_eq!(problem["unmet"], json!(["application_open"]));
    let seen = read(&server.county(COUNTY), "applications", &receipt["id"]);
    assert_eq!(seen["state"], "withdrawn");
}

#[test]
fn one_address_sends_in_only_so_much_an_hour_and_may_go_on_reading() {
    let installation = Installation::new()
        .with("YONGWEI_PUBLIC_WRITES_PER_HOUR", "3")
        .with("YONGWEI_TRUSTED_PROXIES", "127.0.0.1");
    let server = TestServer::of(installation, &[]);
    let anonymous = server.anonymous();
    let send = |path: &str, body: &serde_json::Value, from: &str| {
        let call = anonymous.post(path).header("X-Forwarded-For", from);
        call.json(body).send()
    };
    let (applications, clues) = ("/v1/public/applications", "/v1/public/clues");
    let body = application(COUNTY);
    let receipt = send(applications, &body, "192.0.2.1").expect(201).json();
    send(clues, &clue(COUNTY), "192.0.2.1").expect(201);
    // What is refused counts as well.
    send(clues, &json!({}), "192.0.2.1").problem(400, "invalid_body");
    for (path, body) in [(applications, &body), (clues, &clue(COUNTY))] {
        let refused = send(path, body, "192.0.2.1");
        refused.problem(429, "rate_limited");
        let seconds: u64 = refused.header("retry-after").parse().unwrap();
        assert!((1..=1200).contains(&seconds), "{seconds}");
    }
    // A token that opens nothing does not help, and neither is anybody else stopped.
    let bearer = anonymous.post(clues).header("X-Forwarded-For", "192.0.2.1");
    let refused = bearer
        .header("Authorization", "Bearer x")
        .json(&clue(COUNTY))
        .send();
    refused.problem(429, "rate_limited");
    send(clues, &clue(COUNTY), "192.0.2.2").expect(201);
    status(&server, &receipt);
}
