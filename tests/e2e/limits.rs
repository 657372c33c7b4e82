//! How often a caller may call.

use crate::harness::{Installation, TestServer};

#[test]
fn a_client_that_calls_too_often_waits_while_others_do_not() {
    let installation = Installation::new()
        .with("YONGWEI_RATE_PER_MINUTE", "60")
        .with("YONGWEI_RATE_BURST", "30");
    let server = TestServer::of(installation, &[]);
    let scopes = ["people:read"];
    let eager = server.new_caller(&scopes, &["371502"], &[]);
    let patient = server.new_caller(&scopes, &["371502"], &[]);
    let refused = (0..60)
        .map(|_| eager.get("/v1/people").send())
        .find(|answer| answer.status() != 200)
        .expect("a limit of 30 at once stops 60 calls");
    refused.problem(429, "rate_limited");
    let seconds: u64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&seconds), "{seconds}");
    patient.get("/v1/people").send().expect(200);
}

#[test]
fn callers_without_a_token_are_limited_too_but_health_is_always_told() {
    let installation = Installation::new()
        .with("YONGWEI_RATE_PER_MINUTE", "60")
        .with("YONGWEI_RATE_BURST", "30");
    let server = TestServer::of(installation, &[]);
    let anonymous = server.anonymous();
    (0..60)
        .map(|_| anonymous.get("/.well-known/jwks.json").send())
        .find(|answer| answer.status() != 200)
        .expect("a limit of 30 at once stops 60 calls")
        .problem(429, "rate_limited");
    for _ in 0..40 {
        anonymous.get("/healthz").send().expect(200);
    }
}

/// Whether 60 calls without a token, each with its own claim of where it comes from, are all let in.
fn all_are_let_in(trusted: Option<&str>, claim: impl Fn(u32) -> String) -> bool {
    let mut installation = Installation::new()
        .with("YONGWEI_RATE_PER_MINUTE", "60")
        .with("YONGWEI_RATE_BURST", "30");
    if let Some(trusted) = trusted {
        installation = installation.with("YONGWEI_TRUSTED_PROXIES", trusted);
    }
    let server = TestServer::of(installation, &[]);
    let anonymous = server.anonymous();
    (0..60).all(|number| {
        let answer = anonymous
            .get("/.well-known/jwks.json")
            .header("X-Forwarded-For", &claim(number))
            .send();
        answer.status() == 200
    })
}

#[test]
fn callers_behind_a_trusted_proxy_have_an_allowance_each() {
    let many = |number| format!("192.0.2.{number}");
    assert!(all_are_let_in(Some("10.0.0.0/8, 127.0.0.1"), many));
    let networks = |number| format!("2001:db8:0:{number:x}::1");
    assert!(all_are_let_in(Some("127.0.0.1"), networks));
}

#[test]
fn nobody_escapes_the_limit_by_claiming_to_come_from_elsewhere() {
    let many = |number| format!("192.0.2.{number}");
    assert!(!all_are_let_in(None, many));
    assert!(!all_are_let_in(Some("10.0.0.0/8"), many));
    // What the caller claimed stands left of what the proxy saw.
    let spoofed = |number| format!("192.0.2.{number}, 198.51.100.1");
    assert!(!all_are_let_in(Some("127.0.0.1"), spoofed));
    // All of these are one subscriber's.
    let addresses = |number| format!("2001:db8::{number:x}");
    assert!(!all_are_let_in(Some("127.0.0.1"), addresses));
}
