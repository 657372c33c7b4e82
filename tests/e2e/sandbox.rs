//! The movable clock of a rehearsal.

use serde_json::json;

use crate::harness::{CITY, TestServer};

const CLOCK: &str = "/v1/sandbox/clock";

#[test]
fn a_rehearsal_moves_the_calendar_and_tokens_stay_good() {
    let server = TestServer::sandbox();
    let director = server.caller(&["sandbox:move", "rules:evaluate"], &[CITY]);
    let moved = director
        .call("PUT", CLOCK)
        .json(&json!({ "now": "2031-12-31T16:00:00Z" }))
        .send()
        .expect(200)
        .json();
    // It is New Year in Beijing already.
    assert_eq!(moved["today"], "2032-01-01");
    let receipt = director
        .post("/v1/eligibility/tier")
        .json(&json!({ "recipient": "individual" }))
        .send()
        .expect(201)
        .json();
    assert_eq!(receipt["evaluated_on"], "2032-01-01");
    let read = director.get(CLOCK).send().expect(200).json();
    assert_eq!(read["today"], "2032-01-01");
    for now in ["1899-12-31T00:00:00Z", "2101-01-01T00:00:00Z"] {
        director
            .call("PUT", CLOCK)
            .json(&json!({ "now": now }))
            .send()
            .problem(422, "invalid_data");
    }
}

#[test]
fn nobody_moves_the_calendar_of_a_service_in_use() {
    let server = TestServer::start();
    let director = server.caller(&["sandbox:move"], &[CITY]);
    director.get(CLOCK).send().problem(404, "not_found");
    director
        .call("PUT", CLOCK)
        .json(&json!({ "now": "2031-12-31T16:00:00Z" }))
        .send()
        .problem(404, "not_found");
}
