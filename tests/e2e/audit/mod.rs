//! The audit: who did what, and that nobody changed or removed it since.

mod chain;
mod sealed;

use serde_json::{Value, json};

use crate::bodies::pointers;
use crate::harness::{Answer, Caller, TestServer, synthetic};

const REGION: &str = "371502";
const NEIGHBOUR: &str = "371521";

fn register(caller: &Caller, region: &str) -> Answer {
    caller
        .post("/v1/people")
        .json(&synthetic::person(region))
        .send()
        .expect(201)
}

fn id(answer: &Answer) -> String {
    answer.json()["id"].as_str().unwrap().to_owned()
}

fn members<'a>(entries: &'a [Value], name: &str) -> Vec<&'a str> {
    entries
        .iter()
        .map(|entry| entry[name].as_str().unwrap())
        .collect()
}

#[test]
fn the_audit_says_who_did_what_to_what_and_when_newest_first() {
    let server = TestServer::start();
    let county = server.county(REGION);
    let first = register(&county, REGION);
    let second = register(&county, REGION);
    county
        .get(format!("{}?view=full", first.location()))
        .header("Access-Purpose", "assistance")
        .send();
    let audit = county.all("/v1/audit?limit=1&action=person.registered");
    assert_eq!(members(&audit, "subject_id"), [id(&second), id(&first)]);
    let entry = &audit[1];
    assert_eq!(entry["action"], "person.registered");
    assert_eq!(entry["subject_kind"], "person");
    assert_eq!(entry["region_code"], REGION);
    assert_eq!(entry["client_id"], county.credentials().id.as_str());
    assert_eq!(entry["request_id"], first.header("x-request-id"));
    assert!(
        first
            .header("traceparent")
            .contains(entry["trace_id"].as_str().unwrap())
    );
    assert_eq!(entry["at"], first.json()["created_at"]);
}

#[test]
fn a_county_sees_what_was_done_to_its_files_and_the_city_all() {
    let server = TestServer::start();
    let (home, neighbour, city) = (
        server.county(REGION),
        server.county(NEIGHBOUR),
        server.city(),
    );
    let own = register(&home, REGION);
    let others = register(&neighbour, NEIGHBOUR);
    let registered = "/v1/audit?action=person.registered&count=true";
    let seen = |caller: &Caller| {
        let page = caller.get(registered).send().expect(200).json();
        assert_eq!(page["total"], page["items"].as_array().unwrap().len());
        members(page["items"].as_array().unwrap(), "subject_id")
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(seen(&home), [id(&own)]);
    assert_eq!(seen(&neighbour), [id(&others)]);
    assert_eq!(seen(&city), [id(&others), id(&own)]);
    // What the operator does at the command line concerns the city.
    let created = city.all("/v1/audit?action=client.created");
    assert!(!created.is_empty());
    assert!(created.iter().all(|entry| entry.get("client_id").is_none()));
}

#[test]
fn the_audit_is_narrowed_by_subject_client_officer_and_time() {
    let server = TestServer::start();
    let (city, officer) = server.officer(crate::harness::CITY);
    let county = server.county(REGION);
    let by_county = register(&county, REGION);
    let by_officer = city
        .post("/v1/people")
        .on_behalf_of(&officer)
        .json(&synthetic::person(REGION))
        .send()
        .expect(201);
    let found = |filter: &str| -> Vec<String> {
        let audit = city.all(&format!("/v1/audit?action=person.registered&{filter}"));
        audit
            .iter()
            .map(|entry| entry["subject_id"].as_str().unwrap().to_owned())
            .collect()
    };
    let time = |answer: &Answer| answer.json()["created_at"].as_str().unwrap().to_owned();
    assert_eq!(
        found(&format!("subject={}", id(&by_county))),
        [id(&by_county)]
    );
    assert_eq!(
        found(&format!("client={}", county.credentials().id)),
        [id(&by_county)]
    );
    assert_eq!(found(&format!("officer={officer}")), [id(&by_officer)]);
    assert_eq!(
        found(&format!("from={}", time(&by_officer))),
        [id(&by_officer)]
    );
    assert_eq!(
        found(&format!("until={}", time(&by_officer))),
        [id(&by_county)]
    );
    assert!(found("until=1990-01-01T00:00:00Z").is_empty());
}

#[test]
fn filters_that_there_are_not_are_refused() {
    let server = TestServer::start();
    let county = server.county(REGION);
    for (query, pointer) in [
        ("client=x", "/client"),
        ("officer=1", "/officer"),
        ("from=yesterday", "/from"),
        ("until=2026-02-30T00:00:00Z", "/until"),
        ("from=-4800-01-01T00:00:00Z", "/from"),
        ("until=%2B200000-01-01T00:00:00Z", "/until"),
        ("subject=", "/subject"),
        ("purpose=assistance", "/purpose"),
    ] {
        let problem = county
            .get(format!("/v1/audit?{query}"))
            .send()
            .problem(400, "invalid_query");
        assert_eq!(pointers(&problem), [pointer], "{query}");
    }
}

#[test]
fn the_verification_concerns_the_whole_city() {
    let server = TestServer::start();
    server
        .county(REGION)
        .get("/v1/audit/verification")
        .send()
        .problem(403, "city_only");
    for query in [
        "from=0",
        "from=x",
        "from=9223372036854775807",
        "checkpoint=e30.e30.e30",
        "checkpoint=x",
    ] {
        let problem = server
            .city()
            .get(format!("/v1/audit/verification?{query}"))
            .send()
            .problem(400, "invalid_query");
        let name = query.split('=').next().unwrap();
        assert_eq!(
            pointers(&problem),
            json!([format!("/{name}")]).as_array().unwrap()[..]
        );
    }
}
