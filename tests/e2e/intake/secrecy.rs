//! What was told and the tracking code lie open nowhere.

use std::fmt::Write as _;

use super::{COUNTY, application, apply, clue, tell, text};
use crate::harness::{Installation, TestServer};

#[test]
fn neither_the_tracking_code_nor_what_was_told_is_in_the_log_or_open_in_the_database() {
    let installation = Installation::new().with("YONGWEI_LOG", "trace");
    let server = TestServer::of(installation, &[]);
    let body = application(COUNTY);
    let anonymous = server.anonymous();
    let sent = anonymous
        .post("/v1/public/applications")
        .key("secrecy")
        .json(&body)
        .send()
        .expect(201);
    let receipt = sent.json();
    let code = text(&receipt["tracking_code"]);
    tell(&server, &clue(COUNTY));
    let wrong = code.replace(|digit: char| digit.is_ascii_digit(), "Z");
    for code in [&code, &wrong] {
        let address = format!("/v1/public/applications/{code}");
        anonymous.get(&address).send();
        anonymous.call("PUT", &address).send();
        anonymous
            .post(format!("{address}/withdrawal"))
            .key("withdrawal")
            .send();
        anonymous.get(format!("{address}/x")).send();
    }
    // The lines come in order: what was logged before this one is there.
    anonymous.get("/v1/people").send().expect(401);
    assert!(server.prints("status=401"));
    let printed = server.printed();
    let stored = server.snapshot().text();
    let number = text(&body["actors"][0]["citizen_number"]);
    let plain = code.replace('-', "");
    let secrets = [code.as_str(), &plain, "19900000002", "19900000003", &number];
    for secret in secrets
        .into_iter()
        .chain(["测试申请人", "测试知情人", "落水", "河边"])
    {
        assert!(!printed.contains(secret), "{secret} is in the log");
        let secret = secret.to_ascii_lowercase();
        let hex = secret.bytes().fold(String::new(), |mut hex, byte| {
            write!(hex, "{byte:02x}").unwrap();
            hex
        });
        for form in [&secret, &hex] {
            assert!(!stored.contains(form.as_str()), "{secret} lies open");
        }
    }
    assert!(printed.contains("DEBUG"), "the log says nothing");
    assert!(stored.contains(text(&receipt["id"]).as_str()));
}

#[test]
fn two_applications_never_share_a_code() {
    let server = TestServer::start();
    let codes: std::collections::BTreeSet<String> = (0..8)
        .map(|_| text(&apply(&server, &application(COUNTY))["tracking_code"]))
        .collect();
    assert_eq!(codes.len(), 8);
}
