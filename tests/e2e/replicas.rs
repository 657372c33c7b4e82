//! Several processes over one PostgreSQL behave as one service. (SQLite has one process by design,
//! so a run on SQLite has nothing to show here.)

use std::sync::Barrier;
use std::thread;

use crate::harness::{Answer, Caller, Installation, TestServer, synthetic};

const REGION: &str = "371502";

/// Processes on one database; none when the run is on SQLite.
fn replicas(count: usize) -> Option<Vec<TestServer>> {
    let installation = Installation::new();
    if !installation.is_postgres() {
        return None;
    }
    let first = TestServer::of(installation, &[]);
    let others: Vec<TestServer> = (1..count).map(|_| first.sibling()).collect();
    Some(std::iter::once(first).chain(others).collect())
}

/// The same call through every process at the same moment, `each` times.
fn at_once(
    callers: &[Caller],
    each: usize,
    call: impl Fn(&Caller) -> Answer + Sync,
) -> Vec<Answer> {
    let barrier = Barrier::new(callers.len() * each);
    thread::scope(|scope| {
        let calls: Vec<_> = callers
            .iter()
            .flat_map(|caller| std::iter::repeat_n(caller, each))
            .map(|caller| {
                let (barrier, call) = (&barrier, &call);
                scope.spawn(move || {
                    barrier.wait();
                    call(caller)
                })
            })
            .collect();
        calls.into_iter().map(|call| call.join().unwrap()).collect()
    })
}

#[test]
fn what_one_process_wrote_the_other_reads_at_once() {
    let Some(servers) = replicas(2) else { return };
    let here = servers[0].county(REGION);
    let there = here.at(&servers[1]);
    for _ in 0..10 {
        let file = here
            .post("/v1/people")
            .json(&synthetic::person(REGION))
            .send()
            .expect(201);
        let read = there.get(file.location()).send().expect(200);
        assert_eq!(read.json(), file.json());
        assert_eq!(read.etag(), file.etag());
    }
}

#[test]
fn one_citizen_number_gets_one_file_although_two_processes_are_asked_at_once() {
    let Some(servers) = replicas(2) else { return };
    let here = servers[0].county(REGION);
    let callers = [here.clone(), here.at(&servers[1])];
    for _ in 0..8 {
        let person = synthetic::person(REGION);
        let answers = at_once(&callers, 4, |caller| {
            caller.post("/v1/people").json(&person).send()
        });
        let (registered, refused): (Vec<_>, Vec<_>) =
            answers.iter().partition(|answer| answer.status() == 201);
        assert_eq!(registered.len(), 1);
        for answer in refused {
            let existing = answer.problem(409, "person_exists")["existing"].clone();
            assert_eq!(existing["id"], registered[0].json()["id"]);
        }
    }
}

#[test]
fn one_key_has_one_effect_although_two_processes_are_asked_at_once() {
    let Some(servers) = replicas(2) else { return };
    let here = servers[0].county(REGION);
    let callers = [here.clone(), here.at(&servers[1])];
    for round in 0..8 {
        let key = format!("replicas-{round}");
        let mut person = synthetic::person(REGION);
        // Without a number nothing but the key tells that it is one person.
        person.as_object_mut().unwrap().remove("citizen_number");
        person["birth_date"] = serde_json::json!({ "precision": "year", "value": "1990" });
        let register = |caller: &Caller| caller.post("/v1/people").key(&key).json(&person).send();
        let answers = at_once(&callers, 4, register);
        let mut ids = Vec::new();
        for answer in &answers {
            if answer.status() == 201 {
                ids.push(answer.json()["id"].clone());
            } else {
                answer.problem(409, "idempotency_in_progress");
            }
        }
        ids.dedup();
        assert_eq!(ids.len(), 1);
        // Afterwards every process has the stored answer.
        for caller in &callers {
            let replayed = register(caller).expect(201);
            assert_eq!(replayed.header("idempotent-replayed"), "true");
            assert_eq!(replayed.json()["id"], ids[0]);
        }
    }
    let people = servers[0].installation().rows().count("FROM people");
    assert_eq!(people, 8);
}

#[test]
fn of_two_updates_of_one_version_through_two_processes_one_is_stale() {
    let Some(servers) = replicas(2) else { return };
    let here = servers[0].county(REGION);
    let callers = [here.clone(), here.at(&servers[1])];
    let file = here
        .post("/v1/people")
        .json(&synthetic::person(REGION))
        .send()
        .expect(201);
    let mut etag = file.etag().to_owned();
    for _ in 0..8 {
        let answers = at_once(&callers, 1, |caller| {
            caller
                .patch(file.location())
                .if_match(&etag)
                .json(&serde_json::json!({ "name": synthetic::name() }))
                .send()
        });
        let changed: Vec<_> = answers
            .iter()
            .filter(|answer| answer.status() == 200)
            .collect();
        assert_eq!(changed.len(), 1);
        assert!(answers.iter().any(|answer| answer.status() == 412));
        changed[0].etag().clone_into(&mut etag);
    }
}

#[test]
fn a_schema_that_is_behind_is_refused_until_it_is_migrated_and_any_number_may_migrate_it() {
    let Some(installation) = Installation::before_migration() else {
        return;
    };
    let refused = installation.run(&["serve"]);
    assert!(!refused.status.success());
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("yongwei migrate"), "{said}");
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| installation.run_well(&["migrate"]));
        }
    });
    let server = TestServer::of(installation, &[]);
    server.county(REGION).get("/v1/people").send().expect(200);
}

#[test]
fn a_year_that_one_process_loads_is_in_force_in_the_other_at_once() {
    let Some(servers) = replicas(2) else { return };
    let there = servers[1].anonymous();
    let year = "/v1/calendar/2027";
    there.get(year).send().problem(409, "calendar_not_loaded");
    let loaded = crate::calendar::load_2027(&servers[0]);
    assert_eq!(there.get(year).send().expect(200).json(), loaded);
}
