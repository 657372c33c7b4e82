//! A disk that is full: writers are told so and when to come back, readers notice nothing, and with
//! room again everything goes on by itself.

use std::collections::BTreeSet;
use std::thread;

use serde_json::Value;

use super::people::half_written;
use crate::harness::{Answer, Caller, Installation, TestServer, synthetic};

const REGION: &str = "371502";
const CALLERS: usize = 8;
/// More than an empty database takes, little enough to be full soon: in bytes.
const ROOM: u64 = 3 * 1024 * 1024;
/// The log is full before the database is. Then it is moved into the database and starts over, so
/// that writes go on for a while: only when so many in turn are refused, nothing fits any more.
const REFUSED_FOR_GOOD: usize = 25;

/// A registration with its key.
struct Registration {
    key: String,
    person: Value,
}

impl Registration {
    fn new() -> Self {
        Self {
            key: synthetic::name(),
            person: synthetic::person(REGION),
        }
    }

    fn ask(&self, county: &Caller) -> Answer {
        let key: String = url::form_urlencoded::byte_serialize(self.key.as_bytes()).collect();
        county
            .post("/v1/people")
            .key(&key)
            .json(&self.person)
            .send()
    }
}

fn id(registered: &Answer) -> String {
    registered.json()["id"].as_str().unwrap().to_owned()
}

/// Registers until nothing fits any more. Returns the ids that were acknowledged, and a
/// registration that was refused.
fn register_until_full(county: &Caller) -> (Vec<String>, Registration) {
    let mut acknowledged = Vec::new();
    let mut refused = 0;
    loop {
        let registration = Registration::new();
        let answer = registration.ask(county);
        if answer.status() == 201 {
            acknowledged.push(id(&answer));
            refused = 0;
            continue;
        }
        answer.problem(503, "store_unavailable");
        let seconds: u64 = answer.header("retry-after").parse().unwrap();
        assert!((1..=60).contains(&seconds), "{seconds}");
        refused += 1;
        if refused == REFUSED_FOR_GOOD {
            return (acknowledged, registration);
        }
    }
}

/// The ids of all people, who are whole.
fn kept(server: &TestServer) -> BTreeSet<String> {
    let mut rows = server.installation().rows();
    assert_eq!(half_written(&mut rows), [""; 0]);
    let ids = rows.lines("SELECT id AS line FROM people");
    ids.into_iter().collect()
}

#[test]
fn a_full_disk_refuses_writes_keeps_what_was_acknowledged_and_takes_more_once_there_is_room() {
    let mut server = TestServer::of(Installation::on_sqlite().with_largest_file(ROOM), &[]);
    let county = server.county(REGION);
    let mut acknowledged = BTreeSet::new();
    let mut refused = Vec::new();
    thread::scope(|scope| {
        let callers: Vec<_> = (0..CALLERS)
            .map(|_| scope.spawn(|| register_until_full(&county)))
            .collect();
        for caller in callers {
            let (ids, registration) = caller.join().unwrap();
            acknowledged.extend(ids);
            refused.push(registration);
        }
    });
    assert!(!acknowledged.is_empty(), "it was full from the start");

    // Anyone who reads notices nothing.
    let last = acknowledged.last().unwrap();
    county.get(format!("/v1/people/{last}")).send().expect(200);
    let page = county.get("/v1/people?count=true").send().expect(200);
    assert_eq!(page.json()["total"], acknowledged.len());
    server.anonymous().get("/readyz").send().expect(200);
    assert_eq!(kept(&server), acknowledged);

    // A process that starts on a full disk reads as well.
    server.crash_and_restart();
    let county = county.at(&server);
    county.get(format!("/v1/people/{last}")).send().expect(200);
    refused[0].ask(&county).problem(503, "store_unavailable");
    assert_eq!(kept(&server), acknowledged);

    server.make_room();
    for registration in &refused {
        let once = registration.ask(&county).expect(201);
        assert_eq!(registration.ask(&county).expect(201).json(), once.json());
        assert!(acknowledged.insert(id(&once)), "it was registered before");
    }
    assert_eq!(kept(&server), acknowledged);
}

#[test]
fn a_first_start_on_a_full_disk_says_so_and_the_next_one_with_room_goes_on_from_there() {
    let mut installation = Installation::on_sqlite();
    // Full at the key file, at the first page of the database, amid its schema.
    for bytes in [0, 512, 64 * 1024] {
        installation = installation.with_largest_file(bytes);
        let output = installation.run(&["serve"]);
        assert!(!output.status.success(), "it serves with {bytes} bytes");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("its disk has room"), "{bytes}: {said}");
    }
    let server = TestServer::of(installation.with_largest_file(None), &[]);
    let registration = Registration::new();
    registration.ask(&server.county(REGION)).expect(201);
}
