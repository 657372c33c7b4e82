//! Bodies that cannot be right: each fault gets the status and code that the contract has for it, and
//! nothing of the body is taken.

use serde_json::{Value, json};

use crate::harness::{Answer, Caller, TestServer, raw, synthetic};

const REGION: &str = "371502";

fn start() -> (TestServer, Caller) {
    let server = TestServer::start();
    let county = server.county(REGION);
    (server, county)
}

fn post(caller: &Caller, body: impl Into<Vec<u8>>) -> Answer {
    caller
        .post("/v1/people")
        .body("application/json", body)
        .send()
}

/// The pointers of the faults that a problem names.
pub(crate) fn pointers(problem: &Value) -> Vec<&str> {
    problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["pointer"].as_str().unwrap())
        .collect()
}

#[test]
fn a_body_that_is_no_json_is_malformed() {
    let (server, county) = start();
    let before = server.snapshot();
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let deep_member = format!("{}\"a\"{}", "{\"name\":".repeat(5_000), "}".repeat(5_000));
    for body in [
        &b""[..],
        b"{",
        b"nonsense",
        b"{\"name\": \"a\",}",
        b"{\"name\": \"\xff\xfe\"}",
        b"{\"name\": \"\xe6\xb5\"}",
        b"{\"name\": \"\\ud800\"}",
        b"{\"name\": \"\\u0000\"}",
        b"{\"name\": \"a\0b\"}",
        b"{\"name\": NaN}",
        b"{\"name\": 1e999}",
    ] {
        post(&county, body).problem(400, "malformed_json");
    }
    let two = format!("{0} {0}", synthetic::person(REGION));
    post(&county, two).problem(400, "malformed_json");
    for body in [deep, deep_member] {
        assert_eq!(post(&county, body).status(), 400);
    }
    assert_eq!(before.differs_in(&server.snapshot()), [""; 0]);
}

#[test]
fn a_body_of_the_wrong_shape_is_told_which_member_is_wrong() {
    let (_server, county) = start();
    let with = |name: &str, value: Value| {
        let mut person = synthetic::person(REGION);
        person[name] = value;
        person
    };
    for (body, pointer) in [
        (with("no_such_member", json!(1)), "/no_such_member"),
        (with("name", json!(5)), "/name"),
        (with("name", json!(["a"])), "/name"),
        (with("name", json!(null)), "/name"),
        (with("synthetic", json!("yes")), "/synthetic"),
        (with("citizen_number", json!(371_502)), "/citizen_number"),
        (json!({ "region_code": REGION }), "/name"),
    ] {
        let problem = post(&county, body.to_string()).problem(400, "invalid_body");
        assert_eq!(pointers(&problem), [pointer], "{body}");
    }
    for body in ["[]", "null", "1", "\"text\"", "true"] {
        post(&county, body).problem(400, "invalid_body");
    }
    // The values of an object without their names, in the order of the contract.
    county
        .post("/v1/organisations")
        .json(&json!(["测试机构", "other", REGION, null]))
        .send()
        .problem(400, "invalid_body");
    let twice = format!("{{\"name\":\"测试\",\"name\":\"测试\",\"region_code\":\"{REGION}\"}}");
    post(&county, twice).problem(400, "invalid_body");
}

#[test]
fn a_body_of_another_media_type_is_refused() {
    let (_server, county) = start();
    let person = synthetic::person(REGION).to_string();
    for media_type in [
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json-seq",
        "nonsense",
        "",
    ] {
        county
            .post("/v1/people")
            .body(media_type, person.as_str())
            .send()
            .problem(415, "unsupported_media_type");
    }
    county
        .post("/v1/people")
        .body("application/json; charset=utf-8", person)
        .send()
        .expect(201);
}

#[test]
fn a_body_that_is_too_large_is_refused_whether_or_not_it_says_so() {
    let (server, county) = start();
    let mut person = synthetic::person(REGION);
    person["source"] = json!("长".repeat(400_000));
    let problem = post(&county, person.to_string()).problem(413, "payload_too_large");
    assert_eq!(problem["max_bytes"], 1_048_576);

    // In chunks, so that its length is not known beforehand.
    let chunk = format!("10000\r\n{}\r\n", "a".repeat(65_536));
    let request = format!(
        "POST /v1/people HTTP/1.1\r\nHost: yongwei.test\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n\
         1\r\n\"\r\n{}0\r\n\r\n",
        county.token(),
        chunk.repeat(20)
    );
    assert_eq!(raw::exchange(&server, request.as_bytes()).status, 413);

    let head = format!(
        "POST /v1/people HTTP/1.1\r\nHost: yongwei.test\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/json\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n{{}}",
        county.token()
    );
    assert_eq!(raw::exchange(&server, head.as_bytes()).status, 413);
}
