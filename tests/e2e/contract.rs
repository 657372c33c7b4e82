//! What a developer finds in the contract alone: names, texts, scopes, problems and examples of every
//! operation, and that each is what the server does.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

use crate::harness::contract::Contract;
use crate::harness::{TestServer, synthetic};
use crate::problems::registry;

/// Everything under these addresses is open, but for [`BY_THE_CITY`]; everything else needs a token.
const OPEN: [&str; 12] = [
    "/healthz",
    "/readyz",
    "/problems",
    "/.well-known/",
    "/oauth/token",
    "/v1/regions",
    "/v1/calendar/",
    "/v1/policies",
    "/v1/procedures/",
    "/v1/titles",
    "/v1/public/",
    "/v1/honours/",
];

/// What the city enters, and everybody reads.
const BY_THE_CITY: [&str; 1] = ["calendar_load"];

/// Reads whose question must not stand in an address, because addresses are logged.
const READS_BY_POST: [&str; 1] = ["person_lookup"];

/// Fails with everything that is wrong, not only with the first.
#[track_caller]
pub(crate) fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "- {}", faults.join("\n- "));
}

fn is_bilingual(text: &str) -> bool {
    text.split_once(" / ").is_some_and(|(chinese, english)| {
        !chinese.is_ascii() && english.chars().any(|letter| letter.is_ascii_alphabetic())
    })
}

#[test]
fn every_operation_says_in_two_languages_what_it_does() {
    let server = TestServer::start();
    let document = server.contract().document();
    let tags: BTreeMap<&str, &Value> = document["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tag| (tag["name"].as_str().unwrap(), &tag["description"]))
        .collect();
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    for operation in server.contract().operations() {
        let id = &operation.id;
        if !ids.insert(id) {
            faults.push(format!("two operations are called {id}"));
        }
        let named = id.contains('_')
            && id
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter == '_');
        if !named {
            faults.push(format!("{id} is not named like deed_confirm"));
        }
        if !is_bilingual(&operation.summary) {
            faults.push(format!("the summary of {id} is: {}", operation.summary));
        }
        if operation.tags.len() != 1 {
            faults.push(format!("{id} has the tags {:?}", operation.tags));
        }
        for tag in &operation.tags {
            let text = tags.get(tag.as_str()).and_then(|text| text.as_str());
            if !text.is_some_and(is_bilingual) {
                faults.push(format!(
                    "the tag {tag} of {id} has no text in two languages"
                ));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn every_operation_names_its_scope_or_is_meant_to_be_open() {
    let server = TestServer::start();
    let known: BTreeSet<String> = server.contract().scopes().into_iter().collect();
    let mut faults = Vec::new();
    for operation in server.contract().operations() {
        let id = &operation.id;
        let meant_open = OPEN.iter().any(|open| operation.path.starts_with(open))
            && !BY_THE_CITY.contains(&id.as_str());
        match &operation.scopes {
            None if !meant_open => faults.push(format!("{id} needs no token")),
            Some(_) if meant_open => faults.push(format!("{id} needs a token")),
            Some(scopes) if scopes.is_empty() => faults.push(format!("{id} names no scope")),
            Some(scopes) => faults.extend(
                scopes
                    .iter()
                    .filter(|scope| !known.contains(*scope))
                    .map(|scope| format!("{id} needs the unknown scope {scope}")),
            ),
            None => {}
        }
    }
    assert_none(&faults);
}

#[test]
fn every_operation_documents_the_problems_that_it_can_meet() {
    let server = TestServer::start();
    let registry = registry(&server);
    let mut faults = Vec::new();
    for operation in server.contract().operations() {
        let id = &operation.id;
        let codes = &operation.problem_codes;
        for code in codes {
            if !registry.contains_key(code) {
                faults.push(format!("{id} documents the unknown problem `{code}`"));
            }
        }
        let has_header = |name: &str| operation.parameter(name).is_some();
        let mut expected = vec!["rate_limited", "internal_error"];
        if operation.scopes.is_some() {
            expected.extend(["missing_token", "invalid_token", "insufficient_scope"]);
        }
        if !operation.path_parameters().is_empty() {
            expected.push("not_found");
        }
        if !operation.examples.is_empty() && operation.path != "/oauth/token" {
            expected.extend([
                "invalid_data",
                "payload_too_large",
                "unsupported_media_type",
            ]);
        }
        if operation.takes_json() {
            expected.extend(["malformed_json", "invalid_body"]);
        }
        if has_header("Idempotency-Key") {
            expected.extend(["idempotency_in_progress", "idempotency_key_reused"]);
        }
        if has_header("If-Match") {
            expected.extend(["stale_version", "precondition_required"]);
        }
        for code in expected {
            if !codes.contains(code) {
                faults.push(format!("{id} does not document `{code}`"));
            }
        }
        let is_list = operation.method == "GET" && operation.parameter("cursor").is_some();
        if is_list && !codes.contains("invalid_cursor") {
            faults.push(format!("{id} does not document `invalid_cursor`"));
        }
    }
    assert_none(&faults);
}

#[test]
fn every_command_can_be_retried_and_rehearsed() {
    let server = TestServer::start();
    let mut faults = Vec::new();
    for operation in server.contract().operations() {
        let is_read = operation.method == "GET" || READS_BY_POST.contains(&operation.id.as_str());
        if operation.scopes.is_none() || is_read {
            continue;
        }
        for name in ["Idempotency-Key", "dry_run"] {
            if operation.parameter(name).is_none() {
                faults.push(format!("{} has no {name}", operation.id));
            }
        }
        if operation.method == "PATCH" && operation.parameter("If-Match").is_none() {
            faults.push(format!("{} has no If-Match", operation.id));
        }
    }
    assert_none(&faults);
}

#[test]
fn every_request_body_has_an_example_that_its_schema_allows() {
    let server = TestServer::start();
    let contract: &Contract = server.contract();
    let mut faults = Vec::new();
    for operation in contract.operations() {
        if operation.takes_json() && operation.examples.is_empty() {
            faults.push(format!("{} shows no request", operation.id));
        }
        for example in &operation.examples {
            faults.extend(
                contract
                    .faults_of_example(operation, example)
                    .into_iter()
                    .map(|fault| format!("{} {}: {fault}", operation.id, example.name)),
            );
        }
    }
    assert_none(&faults);
}

#[test]
fn the_contract_is_the_committed_one() {
    let committed = fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../openapi/openapi.json"
    ));
    let server = TestServer::start();
    let answer = server.anonymous().get("/openapi.json").send().expect(200);
    assert!(
        committed.unwrap() == answer.text(),
        "run `cargo run -- openapi` and commit openapi/openapi.json"
    );
}

#[test]
fn swagger_ui_is_served_from_the_binary_alone() {
    let server = TestServer::start();
    let anonymous = server.anonymous();
    let page = anonymous.get("/swagger-ui/").send().expect(200).text();
    assert!(page.contains("swagger-ui"));
    assert!(!page.contains("https://"), "it needs the internet:\n{page}");
    let landing = anonymous.get("/").send();
    assert!(matches!(
        landing.status(),
        200 | 301 | 302 | 303 | 307 | 308
    ));
}

#[test]
fn an_answer_names_the_version_of_the_contract() {
    let server = TestServer::start();
    let version = server.contract().document()["info"]["version"]
        .as_str()
        .unwrap();
    let county = server.county("371502");
    let answer = county
        .post("/v1/people")
        .json(&synthetic::person("371502"))
        .send()
        .expect(201);
    assert!(version.starts_with(&format!("{}.", answer.header("api-version"))));
}
