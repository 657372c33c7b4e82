//! The clock of a rehearsal.

use serde_json::{Value, json};

use super::{COUNTY, two_servers};
use crate::harness::{CITY, Caller, Installation, TestServer};

const CLOCK: &str = "/v1/sandbox/clock";

fn move_to(director: &Caller, instant: &str) -> Value {
    let body = json!({ "now": instant });
    let moved = director.call("PUT", CLOCK).json(&body).send();
    moved.expect(200).json()
}

/// The day by which the rules go.
fn day_of_rules(caller: &Caller) -> String {
    let receipt = caller
        .post("/v1/eligibility/tier")
        .json(&json!({ "recipient": "individual" }))
        .send()
        .expect(201)
        .json();
    receipt["evaluated_on"].as_str().unwrap().to_owned()
}

fn director(server: &TestServer) -> Caller {
    server.caller(&["sandbox:move", "rules:evaluate"], &[CITY])
}

#[test]
fn a_rehearsal_has_one_clock_at_all_processes_and_after_a_restart() {
    let (first, second) = two_servers(Installation::new(), &["--sandbox"]);
    let here = director(&first);
    let there = here.at(second.as_ref().unwrap_or(&first));
    for year in 2030..2040 {
        // Once through the one, once through the other.
        let (one, other) = match year % 2 {
            0 => (&here, &there),
            _ => (&there, &here),
        };
        let moved = move_to(one, &format!("{year}-12-30T16:00:00Z"));
        assert_eq!(moved["today"], format!("{year}-12-31"));
        assert_eq!(day_of_rules(other), format!("{year}-12-31"));
        let read = other.get(CLOCK).send().expect(200).json();
        assert_eq!(read["today"], format!("{year}-12-31"));
    }
    drop(second);
    let mut first = first;
    first.crash_and_restart();
    assert_eq!(day_of_rules(&here.at(&first)), "2039-12-31");
}

#[test]
fn moving_the_clock_neither_blocks_nor_frees_what_processes_share() {
    let (first, second) = two_servers(Installation::new(), &["--sandbox"]);
    let here = director(&first);
    move_to(&here, "2040-06-01T00:00:00Z");
    let mut rows = first.installation().rows();
    // Whoever holds a lease renews it by the time of day.
    drop(second);
    let mut first = first;
    first.crash_and_restart();
    assert_eq!(rows.count("FROM leases WHERE expires_at > '2040-01-01'"), 0);
    assert_eq!(
        rows.count("FROM serving_processes WHERE seen_at > '2040-01-01'"),
        0
    );
    // Back in time nothing is held for years.
    move_to(&here.at(&first), "2020-06-01T00:00:00Z");
    first.crash_and_restart();
    assert_eq!(day_of_rules(&here.at(&first)), "2020-06-01");
}

#[test]
fn without_the_flag_the_clock_of_a_rehearsal_is_of_no_account_and_that_is_said() {
    let rehearsal = TestServer::sandbox();
    move_to(&director(&rehearsal), "2040-06-01T00:00:00Z");
    let mut rehearsal = rehearsal;
    rehearsal.terminate();
    rehearsal.ended_within(std::time::Duration::from_secs(30));
    let server = rehearsal.sibling_flagged(&[]);
    assert!(
        server
            .printed()
            .contains("warning: a rehearsal (--sandbox) moved the clock")
    );
    let day = day_of_rules(&server.county(COUNTY));
    assert!(day.as_str() < "2040-01-01", "{day}");
}
