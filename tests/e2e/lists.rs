//! Lists: pages, cursors, limits and filters.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::bodies::pointers;
use crate::harness::{TestServer, synthetic};

const REGION: &str = "371502";

#[test]
fn a_list_refuses_limits_cursors_and_filters_that_it_does_not_have() {
    let server = TestServer::start();
    let county = server.county(REGION);
    for _ in 0..3 {
        county
            .post("/v1/people")
            .json(&synthetic::person(REGION))
            .send()
            .expect(201);
    }
    for query in [
        "limit=0",
        "limit=201",
        "limit=-1",
        "limit=1.5",
        "limit=x",
        "limit=",
        "limit=99999999999999999999",
        "count=maybe",
        "no_such_filter=1",
        "status=nonsense",
    ] {
        let problem = county
            .get(format!("/v1/people?{query}"))
            .send()
            .problem(400, "invalid_query");
        let name = query.split('=').next().unwrap();
        assert_eq!(pointers(&problem), [format!("/{name}")], "{query}");
    }
    let page = county.get("/v1/people?limit=2").send().expect(200).json();
    let cursor = page["next"].as_str().expect("a second page");
    county
        .get(format!("/v1/people?limit=2&cursor={cursor}"))
        .send()
        .expect(200);
    for tampered in [
        "x".to_owned(),
        "e30".to_owned(),
        format!("{cursor}A"),
        cursor[1..].to_owned(),
        cursor.to_uppercase(),
        "a".repeat(1024),
    ] {
        county
            .get(format!("/v1/people?limit=2&cursor={tampered}"))
            .send()
            .problem(400, "invalid_cursor");
    }
    // A cursor belongs to its list and filters.
    county
        .get(format!(
            "/v1/people?limit=2&life_status=living&cursor={cursor}"
        ))
        .send()
        .problem(400, "invalid_cursor");
    county
        .get(format!("/v1/organisations?cursor={cursor}"))
        .send()
        .problem(400, "invalid_cursor");
}

/// Whatever a caller writes into a cursor, no database is asked for a day, a number or a text that it
/// cannot hold: the service takes its own cursors only.
#[test]
fn a_cursor_that_somebody_else_wrote_is_refused_in_every_list() {
    let server = TestServer::start();
    let city = server.county("371500");
    // As the service once wrote them, and with the mark of nobody.
    let old = |position: &str| format!(r#"{{"v":1,"l":"0011223344556677","p":{position}}}"#);
    let unmarked = |position: &str| format!("0123456789abcdef{position}");
    let key = "00000000-0000-7000-8000-000000000000";
    let positions = [
        format!(r#"{{"due_on":"-262143-01-01","case":"{key}","kind":"opinion"}}"#),
        format!(r#"{{"due_on":"+262142-12-31","case":"{key}","kind":"opinion"}}"#),
        format!(r#"{{"due_on":"2026-03-09","case":"{key}","kind":"a\u0000b"}}"#),
        format!(r#"["a\u0000b","{key}"]"#),
        format!(r#""{key}""#),
        "[9223372036854775807,-9223372036854775808]".to_owned(),
        "-9223372036854775808".to_owned(),
    ];
    for list in [
        "/v1/worklist?",
        "/v1/people?",
        "/v1/people?q=ceshi&",
        "/v1/audit?",
        "/v1/deeds?",
        "/v1/receipts?",
        "/v1/officers?",
        "/v1/policies?",
        "/v1/regions?",
    ] {
        for position in &positions {
            for written in [old(position), unmarked(position)] {
                let cursor = URL_SAFE_NO_PAD.encode(written);
                city.get(format!("{list}cursor={cursor}"))
                    .send()
                    .problem(400, "invalid_cursor");
            }
        }
    }
}

#[test]
fn a_cursor_keeps_its_mark_only_with_its_own_position() {
    let server = TestServer::start();
    let county = server.county(REGION);
    for _ in 0..3 {
        let person = synthetic::person(REGION);
        county.post("/v1/people").json(&person).send().expect(201);
    }
    let page = county.get("/v1/people?limit=2").send().expect(200).json();
    let cursor = URL_SAFE_NO_PAD
        .decode(page["next"].as_str().unwrap())
        .unwrap();
    let position = &cursor[16..];
    assert_eq!(
        serde_json::from_slice::<serde_json::Value>(position).unwrap(),
        page["items"][1]["id"]
    );
    let other = page["items"][0]["id"].to_string();
    let moved = [&cursor[..16], other.as_bytes()].concat();
    let moved = URL_SAFE_NO_PAD.encode(moved);
    county
        .get(format!("/v1/people?limit=2&cursor={moved}"))
        .send()
        .problem(400, "invalid_cursor");
}
