//! A database that is busy or away: callers are told so and when to come back, and a retry with the
//! same key neither loses nor doubles anything.

use std::thread;
use std::time::Duration;

use crate::harness::{Answer, Caller, TestServer, synthetic};

const REGION: &str = "371502";

fn register(caller: &Caller, key: &str, person: &serde_json::Value) -> Answer {
    caller.post("/v1/people").key(key).json(person).send()
}

#[test]
fn a_write_waits_for_a_database_that_is_busy_for_a_moment() {
    let server = TestServer::start();
    let county = server.county(REGION);
    let mut lock = server.installation().rows();
    lock.hold_writes();
    thread::scope(|scope| {
        let write = scope.spawn(|| register(&county, "patient", &synthetic::person(REGION)));
        thread::sleep(Duration::from_millis(1500));
        assert!(!write.is_finished(), "it wrote past the lock");
        // Reads do not wait for writes.
        county.get("/v1/people").send().expect(200);
        lock.release_writes();
        write.join().unwrap().expect(201);
    });
}

#[test]
fn a_write_that_waited_too_long_is_told_to_come_back_and_then_takes_effect_once() {
    let server = TestServer::start();
    let county = server.county(REGION);
    let person = synthetic::person(REGION);
    let mut lock = server.installation().rows();
    lock.hold_writes();
    let refused = register(&county, "later", &person);
    refused.problem(503, "store_unavailable");
    lock.release_writes();
    register(&county, "later", &person).expect(201);
    assert_eq!(server.installation().rows().count("FROM people"), 1);
}

#[test]
fn a_database_that_went_away_and_came_back_is_found_again_without_a_restart() {
    let server = TestServer::start();
    if !server.installation().is_postgres() {
        return;
    }
    let county = server.county(REGION);
    let person = synthetic::person(REGION);
    server.installation().take_database_away();
    register(&county, "away", &person).problem(503, "store_unavailable");
    county
        .get("/v1/people")
        .send()
        .problem(503, "store_unavailable");
    let ready = server.anonymous().get("/readyz").send();
    assert_eq!(ready.status(), 503);
    // The process itself lives: nobody should restart it for this.
    server.anonymous().get("/healthz").send().expect(200);

    server.installation().bring_database_back();
    register(&county, "away", &person).expect(201);
    server.anonymous().get("/readyz").send().expect(200);
    assert_eq!(server.installation().rows().count("FROM people"), 1);
}
