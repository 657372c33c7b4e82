//! The access matrix, made from the contract: every operation without a token, without its scope, and
//! with the token of another county; and after each refusal nothing has changed.
//!
//! A new operation is covered by itself. Where it needs something to act on, `estate` makes it;
//! what cannot be covered stands with its reason in `exceptions.json`.

mod county_data;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::harness::contract::{Example, Operation};
use crate::harness::{Answer, Call, Caller, Snapshot, TestServer};
use county_data::{Estate, HOME, NEIGHBOUR};

/// The id of nothing.
const UNKNOWN_ID: &str = "01930000-0000-7000-8000-000000000000";

/// Operations that the matrix leaves out, with the reason.
fn exceptions() -> BTreeMap<String, String> {
    serde_json::from_str(include_str!("exceptions.json")).unwrap()
}

/// A request as its operation wants it, on things of the estate.
fn request<'a>(caller: &'a Caller, operation: &Operation, path: &str, estate: &Estate) -> Call<'a> {
    let mut call = caller.call(&operation.method, path);
    for parameter in &operation.parameters {
        match (parameter.place.as_str(), parameter.name.as_str()) {
            ("header", name) if name.eq_ignore_ascii_case("if-match") => {
                call = call.if_match("\"1-m\"");
            }
            (place @ ("header" | "query"), name) if parameter.required => {
                let text = operation.example_of(name).unwrap_or_else(|| {
                    panic!("{} has no example of its parameter {name}", operation.id)
                });
                call = match place {
                    "query" => call.query(name, &text),
                    _ => call.header(name, &text),
                };
            }
            _ => {}
        }
    }
    if let Some(example) = operation.examples.first() {
        let own = Example {
            name: example.name.clone(),
            media_type: example.media_type.clone(),
            value: estate.own(&example.value),
        };
        call = call.body(&own.media_type, own.body());
    }
    call
}

fn assert_unchanged(before: &Snapshot, server: &TestServer, refused: &Answer) {
    let changed = before.differs_in(&server.snapshot());
    assert!(changed.is_empty(), "{changed:?} changed by {refused:?}");
}

/// The operations that need a token, with a path on the estate. Fails for one that has none and is
/// no exception.
fn protected<'a>(server: &'a TestServer, estate: &Estate) -> Vec<(&'a Operation, String)> {
    let exceptions = exceptions();
    server
        .contract()
        .operations()
        .iter()
        .filter(|operation| operation.scopes.is_some())
        .filter(|operation| !exceptions.contains_key(&operation.id))
        .map(|operation| {
            let path = estate.path(&operation.path).unwrap_or_else(|| {
                panic!(
                    "{} has nothing to act on: make it in estate.rs, or say in exceptions.json why not",
                    operation.id
                )
            });
            (operation, path)
        })
        .collect()
}

#[test]
fn nobody_gets_in_without_a_token() {
    let server = TestServer::start();
    let estate = Estate::make(&server);
    let before = server.snapshot();
    let anonymous = server.anonymous();
    for (operation, path) in protected(&server, &estate) {
        let refused = request(&anonymous, operation, &path, &estate).send();
        refused.problem(401, "missing_token");
        assert!(refused.header("www-authenticate").starts_with("Bearer"));
        assert_unchanged(&before, &server, &refused);
    }
}

#[test]
fn nobody_does_what_the_token_has_no_scope_for() {
    let server = TestServer::start();
    let estate = Estate::make(&server);
    let all = server.all_scopes();
    for (operation, path) in protected(&server, &estate) {
        // Of several scopes one is enough.
        let needed = operation.scopes.as_deref().unwrap();
        let others: Vec<&str> = all
            .iter()
            .map(String::as_str)
            .filter(|scope| !needed.iter().any(|needed| needed == scope))
            .collect();
        for region in [HOME, crate::harness::CITY] {
            let caller = server.caller(&others, &[region]);
            let before = server.snapshot();
            let refused = request(&caller, operation, &path, &estate).send();
            let problem = refused.problem(403, "insufficient_scope");
            let required = problem["required_scope"].as_str().unwrap();
            assert!(needed.iter().any(|needed| needed == required), "{required}");
            assert_unchanged(&before, &server, &refused);
        }
    }
}

#[test]
fn a_county_finds_nothing_of_another_and_cannot_tell_that_it_exists() {
    let server = TestServer::start();
    let estate = Estate::make(&server);
    let neighbour = server.county(NEIGHBOUR);
    let before = server.snapshot();
    for (operation, path) in protected(&server, &estate) {
        if operation.path_parameters().is_empty() {
            continue;
        }
        let refused = request(&neighbour, operation, &path, &estate).send();
        let unknown_path = Estate::unknown_path(&operation.path, UNKNOWN_ID);
        let unknown = request(&neighbour, operation, &unknown_path, &estate).send();
        let code = |answer: &Answer| answer.json()["code"].clone();
        assert!(
            refused.status() == 404 || code(&refused) == "city_only",
            "{refused:?}"
        );
        assert_eq!(
            (refused.status(), code(&refused)),
            (unknown.status(), code(&unknown)),
            "{} tells a foreign thing from one that does not exist",
            operation.id
        );
        assert_unchanged(&before, &server, &refused);
    }
}

#[test]
fn a_county_writes_nothing_into_another() {
    let server = TestServer::start();
    let estate = Estate::make(&server);
    let neighbour = server.county(NEIGHBOUR);
    let before = server.snapshot();
    let mut tried = 0;
    for (operation, path) in protected(&server, &estate) {
        let names_an_owner = operation
            .examples
            .first()
            .is_some_and(|example| estate.is_owned(&example.value));
        if operation.path_parameters().is_empty() && names_an_owner {
            let refused = request(&neighbour, operation, &path, &estate).send();
            assert!((400..500).contains(&refused.status()), "{refused:?}");
            assert_unchanged(&before, &server, &refused);
            tried += 1;
        }
    }
    assert!(tried > 0, "no operation names the region it writes to");
}

#[test]
fn the_lists_of_a_county_hold_its_own_things_and_none_of_another() {
    let server = TestServer::start();
    let estate = Estate::make(&server);
    let (home, neighbour) = (server.county(HOME), server.county(NEIGHBOUR));
    let mut lists_with_own = 0;
    for (operation, path) in protected(&server, &estate) {
        let is_list = operation.method == "GET" && operation.path_parameters().is_empty();
        if !is_list {
            continue;
        }
        let first = request(&neighbour, operation, &path, &estate).send();
        if first.status() == 403 {
            first.problem(403, "city_only");
            continue;
        }
        let seen = Value::from(neighbour.all(&path)).to_string();
        for id in estate.ids() {
            assert!(!seen.contains(id), "{path} shows {id} to another county");
        }
        if let Some(id) = estate.id_in(&operation.path) {
            let own = Value::from(home.all(&path)).to_string();
            assert!(own.contains(id), "{path} hides a county's own {id}");
            lists_with_own += 1;
        }
    }
    assert!(lists_with_own > 0, "no list was looked at");
}

#[test]
fn what_is_open_needs_no_token() {
    let server = TestServer::start();
    let anonymous = server.anonymous();
    for operation in server.contract().operations() {
        if operation.scopes.is_none() && operation.path_parameters().is_empty() {
            let answer = anonymous.call(&operation.method, &operation.path).send();
            let is_token_endpoint = operation.path == "/oauth/token";
            assert!(
                is_token_endpoint || !matches!(answer.status(), 401 | 403),
                "{answer:?}"
            );
        }
    }
}

#[test]
fn every_exception_is_still_needed() {
    let server = TestServer::start();
    let estate = Estate::make(&server);
    for (id, reason) in exceptions() {
        let operation = server.contract().operation(&id);
        assert!(!reason.is_empty(), "{id} has no reason");
        assert!(
            estate.path(&operation.path).is_none() || operation.examples.is_empty(),
            "{id} can be covered: remove it from exceptions.json"
        );
    }
}
