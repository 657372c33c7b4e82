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
