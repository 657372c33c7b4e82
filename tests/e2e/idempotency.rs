//! Retrying safely: the same key and request give the same answer, and one effect.

use std::sync::Barrier;
use std::thread;

use serde_json::{Value, json};

use crate::harness::{Answer, Caller, PUBLIC_URL, TestServer, synthetic};

const REGION: &str = "371502";

fn register(caller: &Caller, key: &str, person: &Value) -> Answer {
    caller.post("/v1/people").key(key).json(person).send()
}

fn is_replayed(answer: &Answer) -> bool {
    answer.header_if_any("idempotent-replayed") == Some("true")
}

fn people(server: &TestServer) -> usize {
    server.installation().rows().count("FROM people")
}

#[test]
fn a_retry_gets_the_first_answer_again_and_registers_nobody_twice() {
    let server = TestServer::start();
    let county = server.county(REGION);
    let person = synthetic::person(REGION);
    let first = register(&county, "retry-1", &person).expect(201);
    assert!(!is_replayed(&first));
    let before = server.snapshot();
    let second = register(&county, "retry-1", &person).expect(201);
    assert!(is_replayed(&second));
    assert_eq!(second.json(), first.json());
    assert_eq!(second.location(), first.location());
    let id = first.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(
        first.location(),
        format!("{PUBLIC_URL}/v1/people/{id}"),
        "an absolute address on the public URL"
    );
    assert_eq!(second.etag(), first.etag());
    assert_eq!(before.differs_in(&server.snapshot()), [""; 0]);
}

#[test]
fn a_retry_after_a_crash_gets_the_first_answer_again() {
    let mut server = TestServer::start();
    let county = server.county(REGION);
    let person = synthetic::person(REGION);
    let first = register(&county, "crash-1", &person).expect(201);
    server.crash_and_restart();
    let second = register(&county.at(&server), "crash-1", &person).expect(201);
    assert!(is_replayed(&second));
    assert_eq!(second.json(), first.json());
}

#[test]
fn a_key_that_was_used_for_something_else_is_refused() {
    let server = TestServer::start();
    let county = server.county(REGION);
    let person = synthetic::person(REGION);
    let registered = register(&county, "other-1", &person).expect(201);
    let before = server.snapshot();
    register(&county, "other-1", &synthetic::person(REGION)).problem(422, "idempotency_key_reused");
    county
        .post("/v1/people?dry_run=false")
        .key("other-1")
        .json(&person)
        .send()
        .problem(422, "idempotency_key_reused");
    county
        .patch(registered.location())
        .if_match(registered.etag())
        .key("other-1")
        .json(&json!({ "name": synthetic::name() }))
        .send()
        .problem(422, "idempotency_key_reused");
    assert_eq!(before.differs_in(&server.snapshot()), [""; 0]);
    // The answer under the key is still the first.
    assert!(is_replayed(
        &register(&county, "other-1", &person).expect(201)
    ));
}

#[test]
fn a_final_refusal_is_kept_under_its_key() {
    let server = TestServer::start();
    let county = server.county(REGION);
    let person = synthetic::person(REGION);
    register(&county, "first", &person).expect(201);

    let conflict = register(&county, "conflict", &person);
    let existing = conflict.problem(409, "person_exists");
    let again = register(&county, "conflict", &person);
    assert_eq!(
        again.problem(409, "person_exists")["existing"],
        existing["existing"]
    );
    assert!(is_replayed(&again));

    let mut impossible = synthetic::person(REGION);
    impossible["citizen_number"] = json!("371502199001010013");
    let invalid = register(&county, "impossible", &impossible);
    let errors = invalid.problem(422, "invalid_data")["errors"].clone();
    let again = register(&county, "impossible", &impossible);
    assert_eq!(again.problem(422, "invalid_data")["errors"], errors);
    assert!(is_replayed(&again));
}

#[test]
fn a_passing_refusal_is_not_kept_so_that_the_key_is_free_for_the_mended_request() {
    let server = TestServer::start();
    let county = server.county(REGION);
    let person = synthetic::person(REGION);
    let reader = server
        .caller(&["people:read"], &[REGION])
        .post("/v1/people")
        .key("mended")
        .json(&person)
        .send();
    reader.problem(403, "insufficient_scope");
    county
        .post("/v1/people")
        .key("mended")
        .body("application/json", "{")
        .send()
        .problem(400, "malformed_json");
    assert!(!is_replayed(
        &register(&county, "mended", &person).expect(201)
    ));

    let file = register(&county, "file", &synthetic::person(REGION)).expect(201);
    let rename = |etag: &str| {
        county
            .patch(file.location())
            .if_match(etag)
            .key("stale")
            .json(&json!({ "name": "测试改名" }))
            .send()
    };
    rename("\"99-m\"").problem(412, "stale_version");
    assert!(!is_replayed(&rename(file.etag()).expect(200)));
}

#[test]
fn clients_do_not_get_in_each_others_way() {
    let server = TestServer::start();
    let scopes = ["people:read", "people:write"];
    let one = server.new_caller(&scopes, &[REGION], &[]);
    let other = server.new_caller(&scopes, &[REGION], &[]);
    let first = register(&one, "same-key", &synthetic::person(REGION)).expect(201);
    let second = register(&other, "same-key", &synthetic::person(REGION)).expect(201);
    assert!(!is_replayed(&second));
    assert_ne!(first.location(), second.location());
}

#[test]
fn requests_that_run_at_once_with_one_key_have_one_effect() {
    const AT_ONCE: usize = 12;
    let server = TestServer::start();
    let county = server.county(REGION);
    for round in 0..4 {
        let key = format!("at-once-{round}");
        let person = synthetic::person(REGION);
        let before = people(&server);
        let barrier = Barrier::new(AT_ONCE);
        let answers: Vec<Answer> = thread::scope(|scope| {
            let calls: Vec<_> = (0..AT_ONCE)
                .map(|_| {
                    scope.spawn(|| {
                        barrier.wait();
                        register(&county, &key, &person)
                    })
                })
                .collect();
            calls.into_iter().map(|call| call.join().unwrap()).collect()
        });
        let mut effects = 0;
        let mut locations = Vec::new();
        for answer in &answers {
            match answer.status() {
                201 => {
                    effects += usize::from(!is_replayed(answer));
                    locations.push(answer.location().to_owned());
                }
                409 => {
                    answer.problem(409, "idempotency_in_progress");
                }
                _ => panic!("{answer:?}"),
            }
        }
        assert_eq!(effects, 1);
        locations.dedup();
        assert_eq!(locations.len(), 1);
        assert_eq!(people(&server), before + 1);
    }
}

#[test]
fn a_dry_run_tells_the_outcome_and_keeps_nothing() {
    let server = TestServer::start();
    let county = server.county(REGION);
    let person = synthetic::person(REGION);
    county.get("/v1/people").send().expect(200);
    let before = server.snapshot();
    let rehearsal = county
        .post("/v1/people?dry_run=true")
        .key("dry")
        .json(&person)
        .send()
        .expect(201);
    assert_eq!(rehearsal.header("dry-run"), "true");
    let mut impossible = person.clone();
    impossible["citizen_number"] = json!("371502199001010013");
    let refused = county
        .post("/v1/people?dry_run=true")
        .json(&impossible)
        .send();
    refused.problem(422, "invalid_data");
    assert_eq!(before.differs_in(&server.snapshot()), [""; 0]);

    // Neither the key nor the citizen number is spent.
    let real = register(&county, "dry", &person).expect(201);
    assert!(!is_replayed(&real));
    assert_eq!(real.header_if_any("dry-run"), None);
    county
        .post("/v1/people?dry_run=true")
        .json(&person)
        .send()
        .problem(409, "person_exists");
}

#[test]
fn a_key_that_no_header_should_hold_is_refused() {
    let server = TestServer::start();
    let county = server.county(REGION);
    for key in [String::new(), "a b".to_owned(), "k".repeat(256)] {
        register(&county, &key, &synthetic::person(REGION)).problem(400, "invalid_header");
    }
    register(&county, &"k".repeat(255), &synthetic::person(REGION)).expect(201);
}

#[test]
fn a_client_that_lost_a_region_gets_nothing_of_it_by_a_retry() {
    let server = TestServer::start();
    let scopes = ["people:read", "people:write"];
    let client = server.new_caller(&scopes, &[REGION, "371521"], &[]);
    let person = synthetic::person("371521");
    let name = person["name"].as_str().unwrap();
    let id = register(&client, "lost-1", &person).expect(201).json()["id"].clone();
    // A refusal names the file that is there.
    let refused = register(&client, "lost-2", &person);
    assert_eq!(refused.problem(409, "person_exists")["existing"]["id"], id);

    let regions = |codes: &str| {
        let client = &client.credentials().id;
        server.installation().rows().lines(&format!(
            "UPDATE clients SET region_codes = '{codes}' WHERE id = '{client}' RETURNING id AS line"
        ));
    };
    regions(REGION);
    let client = server.authorised(client.credentials().clone());
    for key in ["lost-1", "lost-2"] {
        let answer = register(&client, key, &person);
        answer.problem(422, "idempotency_key_reused");
        assert!(!answer.text().contains(name) && !answer.text().contains(id.as_str().unwrap()));
    }
    // More regions than before hide nothing.
    regions(&format!("{REGION} 371521 371522"));
    let client = server.authorised(client.credentials().clone());
    assert!(is_replayed(
        &register(&client, "lost-1", &person).expect(201)
    ));
}

#[test]
fn a_client_that_lost_the_scope_is_refused_before_any_answer_is_looked_for() {
    let server = TestServer::start();
    let client = server.caller(&["people:read", "people:write"], &[REGION]);
    let person = synthetic::person(REGION);
    register(&client, "scope-1", &person).expect(201);
    let narrow = server
        .anonymous()
        .post("/oauth/token")
        .header("Authorization", &client.credentials().basic())
        .form(&[
            ("grant_type", "client_credentials"),
            ("scope", "people:read"),
        ])
        .send()
        .expect(200)
        .json();
    let narrow = client.with_token(narrow["access_token"].as_str().unwrap());
    register(&narrow, "scope-1", &person).problem(403, "insufficient_scope");
}
