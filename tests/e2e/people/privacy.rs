//! What is masked, and what a sensitive read leaves behind.

use serde_json::json;

use super::{COUNTY, NEIGHBOUR, id, person, register};
use crate::harness::{Answer, Caller, TestServer, synthetic};

/// A file with everything that is sensitive in it.
fn whole_file(caller: &Caller, number: &str) -> Answer {
    register(
        caller,
        &json!({
            "citizen_number": number,
            "phone": "19900000001",
            "address": "测试路1号",
        }),
    )
    .expect(201)
}

fn access_log(caller: &Caller, id: &str) -> Vec<serde_json::Value> {
    caller.all(&format!("/v1/people/{id}/access-log"))
}

#[test]
fn everything_is_shown_with_scope_and_purpose_and_the_read_is_kept() {
    let server = TestServer::start();
    let (county, officer) = server.officer(COUNTY);
    let number = synthetic::citizen_number(COUNTY);
    let registered = whole_file(&county, &number);
    let id = id(&registered);
    let answer = county
        .get(registered.location())
        .purpose("assistance")
        .on_behalf_of(&officer)
        .send()
        .expect(200);
    let file = answer.json();
    assert_eq!(file["masked"], false);
    assert_eq!(file["citizen_number"], number);
    assert_eq!(file["phone"], "19900000001");
    assert_eq!(file["address"], "测试路1号");
    assert_eq!(file["birth_date"]["value"].as_str().unwrap().len(), 10);
    assert_ne!(answer.etag(), registered.etag());
    let log = access_log(&county, &id);
    assert_eq!(log.len(), 1);
    assert_eq!(log[0]["action"], "person.sensitive_read");
    assert_eq!(log[0]["purpose"], "assistance");
    assert_eq!(log[0]["client_id"], county.credentials().id);
    assert_eq!(log[0]["officer_id"], officer);
    // A read is no event.
    let mut rows = server.installation().rows();
    assert_eq!(
        rows.count("FROM events WHERE kind = 'person.sensitive_read'"),
        0
    );
}

#[test]
fn without_purpose_or_without_the_scope_nothing_sensitive_is_shown() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let number = synthetic::citizen_number(COUNTY);
    let registered = whole_file(&county, &number);
    let file = county.get(registered.location()).send().expect(200);
    let reader = server.caller(&["people:read"], &[COUNTY]);
    let refused = reader
        .get(registered.location())
        .purpose("assistance")
        .send();
    let refused_problem = refused.problem(403, "insufficient_scope");
    assert_eq!(refused_problem["required_scope"], "people:read-sensitive");
    county
        .get(registered.location())
        .purpose("curiosity")
        .send()
        .problem(400, "invalid_header");
    let listed = county.get("/v1/people").send().expect(200);
    let birth = &number[6..14];
    let written = format!("{}-{}-{}", &birth[..4], &birth[4..6], &birth[6..]);
    for answer in [&registered, &file, &refused, &listed] {
        for secret in [number.as_str(), "19900000001", "测试路", &written, birth] {
            assert!(!answer.text().contains(secret), "{secret} in {answer:?}");
        }
    }
    assert!(access_log(&county, &id(&registered)).is_empty());
}

#[test]
fn no_read_of_everything_goes_unrecorded() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let registered = whole_file(&county, &synthetic::citizen_number(COUNTY));
    let id = id(&registered);
    let read = |target: &str, tag: Option<&str>| {
        let call = county.get(target).purpose("correction").key("once");
        match tag {
            Some(tag) => call.header("If-None-Match", tag),
            None => call,
        }
        .send()
    };
    let target = registered.location();
    let full = read(target, None).expect(200);
    read(target, None).expect(200);
    read(&format!("{target}?dry_run=true"), None).expect(200);
    assert_eq!(access_log(&county, &id).len(), 3);
    // The tag of the masked answer does not stand for the full one.
    read(target, Some(registered.etag())).expect(200);
    assert_eq!(access_log(&county, &id).len(), 4);
    // Nothing new is read here.
    read(target, Some(full.etag())).expect(304);
    assert_eq!(access_log(&county, &id).len(), 4);
}

#[test]
fn a_number_that_is_met_shows_no_file_to_a_writer_and_stands_in_the_access_log() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let number = synthetic::citizen_number(COUNTY);
    let registered = whole_file(&county, &number);
    let id = id(&registered);
    let other = register(
        &county,
        &json!({ "citizen_number": null, "birth_date": {
        "precision": "year", "value": &number[6..10],
    } }),
    )
    .expect(201);
    let writer = server.caller(&["people:write"], &[COUNTY]);
    let body = person(&json!({ "citizen_number": number }));
    let plain = || writer.post("/v1/people").json(&body);
    let dry = || writer.post("/v1/people?dry_run=true").json(&body);
    let keyed = || plain().key("met");
    let changed = || {
        writer
            .patch(other.location())
            .if_match("*")
            .json(&json!({ "citizen_number": number }))
    };
    for (number_of_entries, call) in [(1, plain()), (2, dry()), (3, keyed()), (4, changed())] {
        let refused = call.send().problem(409, "person_exists");
        assert_eq!(refused["existing"], json!({ "id": id }));
        let log = access_log(&county, &id);
        assert_eq!(log.len(), number_of_entries);
        assert_eq!(log[0]["action"], "person.number_met");
        assert_eq!(log[0]["client_id"], writer.credentials().id);
    }
    // What was told once is told again: nothing new is met.
    let replayed = keyed().send().problem(409, "person_exists");
    assert_eq!(replayed["existing"], json!({ "id": id }));
    assert_eq!(access_log(&county, &id).len(), 4);
    let mut rows = server.installation().rows();
    assert_eq!(
        rows.count("FROM events WHERE kind = 'person.number_met'"),
        0
    );
    // A file that was registered leaves no entry there.
    assert!(access_log(&county, &super::id(&other)).is_empty());
}

#[test]
fn the_access_log_is_for_those_who_read_the_audit_and_reach_the_file() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let id = id(&whole_file(&county, &synthetic::citizen_number(COUNTY)));
    let target = format!("/v1/people/{id}/access-log");
    server
        .caller(&["people:read"], &[COUNTY])
        .get(&target)
        .send()
        .problem(403, "insufficient_scope");
    server
        .county(NEIGHBOUR)
        .get(&target)
        .send()
        .problem(404, "not_found");
}

#[test]
fn sensitive_data_lies_sealed_in_the_database_and_never_in_the_log() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let number = synthetic::citizen_number(COUNTY);
    let registered = whole_file(&county, &number);
    county
        .patch(registered.location())
        .if_match(registered.etag())
        .key("change")
        .json(&json!({ "phone": "19900000002" }))
        .send()
        .expect(200);
    county
        .get(registered.location())
        .purpose("correction")
        .send()
        .expect(200);
    let mut rows = server.installation().rows();
    for (table, column) in [
        ("people", "sealed"),
        ("person_history", "sealed"),
        ("idempotency_records", "answer"),
        ("audit_entries", "detail"),
        ("events", "data"),
    ] {
        for secret in [number.as_str(), "1990000000", "测试路"] {
            let hex = secret
                .bytes()
                .fold(String::new(), |hex, byte| format!("{hex}{byte:02X}"));
            let text = match &rows {
                crate::harness::Rows::Sqlite(_) => format!("hex({column})"),
                crate::harness::Rows::Postgres(_) if column == "sealed" || column == "answer" => {
                    format!("upper(encode({column}, 'hex'))")
                }
                crate::harness::Rows::Postgres(_) => {
                    format!("upper(encode(convert_to({column}, 'UTF8'), 'hex'))")
                }
            };
            let found = rows.count(&format!("FROM {table} WHERE {text} LIKE '%{hex}%'"));
            assert_eq!(found, 0, "{secret} in {table}.{column}");
        }
    }
}
