//! Registrations.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::harness::{Caller, Rows, TestServer, synthetic};

const REGION: &str = "371502";
const CALLERS: usize = 64;
const ROUNDS: u64 = 4;

/// Registers people until the server is gone. Returns the ids that it acknowledged.
fn register_until_it_dies(county: &Caller, gone: &AtomicBool) -> Vec<String> {
    let mut acknowledged = Vec::new();
    while !gone.load(Ordering::Relaxed) {
        let person = synthetic::person(REGION);
        let Ok(answer) = county.post("/v1/people").json(&person).try_send() else {
            break;
        };
        assert_eq!(answer.status(), 201, "{answer:?}");
        acknowledged.push(answer.json()["id"].as_str().unwrap().to_owned());
    }
    acknowledged
}

/// The ids of people that lack something which is written together with them, or the other way
/// round: parts whose person is missing.
pub(super) fn half_written(rows: &mut Rows) -> Vec<String> {
    let parts = [
        (
            "person_search_keys",
            "part.person_id = people.id",
            "part.person_id",
        ),
        (
            "person_history",
            "part.person_id = people.id",
            "part.person_id",
        ),
        (
            "audit_entries",
            "part.subject_id = people.id AND part.action = 'person.registered'",
            "part.subject_id",
        ),
        (
            "events",
            "part.subject_id = people.id AND part.kind = 'person.registered'",
            "part.subject_id",
        ),
    ];
    let mut found = Vec::new();
    for (table, belongs, person) in parts {
        let lacking = format!(
            "SELECT '{table} lacks ' || people.id AS line FROM people \
             WHERE NOT EXISTS (SELECT 1 FROM {table} part WHERE {belongs})"
        );
        found.extend(rows.lines(&lacking));
        let orphaned = match table {
            "audit_entries" | "events" => "part.subject_kind = 'person' AND ",
            _ => "",
        };
        let orphans = format!(
            "SELECT '{table} has an orphan of ' || {person} AS line FROM {table} part \
             WHERE {orphaned} NOT EXISTS (SELECT 1 FROM people WHERE people.id = {person})"
        );
        found.extend(rows.lines(&orphans));
    }
    found
}

#[test]
fn every_acknowledged_person_survives_a_kill_and_none_is_half_written() {
    let mut server = TestServer::start();
    let mut acknowledged = BTreeSet::new();
    for round in 0..ROUNDS {
        let county = server.county(REGION);
        let gone = AtomicBool::new(false);
        let before = acknowledged.len();
        thread::scope(|scope| {
            let callers: Vec<_> = (0..CALLERS)
                .map(|_| scope.spawn(|| register_until_it_dies(&county, &gone)))
                .collect();
            // Each round is cut off at another moment.
            thread::sleep(Duration::from_millis(700 + 350 * round));
            server.kill();
            gone.store(true, Ordering::Relaxed);
            for caller in callers {
                acknowledged.extend(caller.join().unwrap());
            }
        });
        assert!(
            acknowledged.len() > before,
            "round {round} killed the server before it did anything"
        );

        // The next start repairs what there is to repair, and answers.
        server.crash_and_restart();
        let mut rows = server.installation().rows();
        let kept: BTreeSet<String> = rows
            .lines("SELECT id AS line FROM people")
            .into_iter()
            .collect();
        let lost: Vec<_> = acknowledged.difference(&kept).collect();
        assert!(lost.is_empty(), "round {round} lost {lost:?}");
        assert_eq!(half_written(&mut rows), [""; 0]);
        // A call that got no answer may have taken effect: one for each caller and round.
        let unanswered = kept.len() - acknowledged.len();
        let most = CALLERS * usize::try_from(round + 1).unwrap();
        assert!(unanswered <= most, "{unanswered} people came from nowhere");
    }
    let county = server.county(REGION);
    let id = acknowledged.last().unwrap();
    county.get(format!("/v1/people/{id}")).send().expect(200);
    county
        .post("/v1/people")
        .json(&synthetic::person(REGION))
        .send()
        .expect(201);
}
