//! Addresses, methods and bytes that the service does not have or does not understand.

use serde_json::json;

use crate::harness::raw::{self, RawAnswer};
use crate::harness::{Caller, TestServer, synthetic};

const REGION: &str = "371502";
const UNKNOWN_ID: &str = "01930000-0000-7000-8000-000000000000";

fn start() -> (TestServer, Caller) {
    let server = TestServer::start();
    let county = server.county(REGION);
    (server, county)
}

#[test]
fn an_address_that_does_not_exist_is_not_found_and_an_odd_one_harms_nothing() {
    let (server, county) = start();
    for path in [
        "/nowhere",
        "/v1",
        "/v1/",
        "/v2/people",
        "/v1/people/",
        "/v1/peoples",
        "/V1/PEOPLE",
        "//v1/people",
        "/v1//people",
        "/v1/people/..",
        "/v1/people/../people",
        "/v1/./people",
        "/v1/people/../../etc/passwd",
        "/swagger-ui/../../etc/passwd",
        "/problems/no_such_code",
        "/v1/people;a=b",
        "/.git/config",
    ] {
        let answer = raw_get(&server, path.as_bytes(), &county);
        assert_eq!(answer.status, 404, "{path}: {answer:?}");
        assert!(answer.head.contains("application/problem+json"), "{path}");
    }
    for path in [
        &b"/v1/people/%00"[..],
        b"/v1/people/%ff%fe",
        b"/v1/people/%2e%2e%2fadmin",
        b"/v1/people/..%2f..%2fetc%2fpasswd",
        b"/v1/people/%zz",
        b"/v1/people/\xe6\xb5\x8b",
        b"/%2e%2e/%2e%2e/etc/passwd",
        b"*",
        b"http://other.test/v1/people/x",
    ] {
        let answer = raw_get(&server, path, &county);
        assert!(
            matches!(answer.status, 400 | 404),
            "{}: {answer:?}",
            String::from_utf8_lossy(path)
        );
        assert!(!answer.head.contains("text/plain"), "{answer:?}");
    }
}

#[test]
fn an_address_that_is_no_utf8_is_told_so() {
    let (_server, county) = start();
    for path in ["/problems/%ff", "/v1/people/%ff%fe", "/v1/people/%00"] {
        county.get(path).send().problem(400, "invalid_path");
    }
}

#[test]
fn a_caller_who_accepts_no_encoding_at_all_is_told_so() {
    let (_server, county) = start();
    county
        .get("/v1/people")
        .header("Accept-Encoding", "identity;q=0")
        .send()
        .problem(406, "not_acceptable");
}

fn raw_get(server: &TestServer, path: &[u8], caller: &Caller) -> RawAnswer {
    let authorization = format!(
        " HTTP/1.1\r\nAuthorization: Bearer {}\r\nHost: yongwei.test\r\nConnection: close\r\n\r\n",
        caller.token()
    );
    raw::exchange(server, &[b"GET ", path, authorization.as_bytes()].concat())
}

#[test]
fn bytes_that_are_no_http_do_not_harm_the_server() {
    let (server, county) = start();
    for request in [
        &b"\0\0\0\0\r\n\r\n"[..],
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost yongwei\r\n\r\n",
        b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST /v1/people HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
        b"POST /v1/people HTTP/1.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    ] {
        let answer = raw::exchange(&server, request);
        assert_eq!(answer.status, 400, "{}", String::from_utf8_lossy(request));
    }
    let mut long = b"GET / HTTP/1.1\r\nX-Long: ".to_vec();
    long.extend(std::iter::repeat_n(b'a', 300_000));
    long.extend(b"\r\n\r\n");
    let answer = raw::exchange(&server, &long);
    assert!(matches!(answer.status, 400 | 431), "{answer:?}");
    county.get("/v1/people").send().expect(200);
}

#[test]
fn an_id_that_is_none_or_unknown_is_not_found() {
    let (_server, county) = start();
    for id in [
        UNKNOWN_ID,
        "1",
        "null",
        "01930000-0000-7000-8000-00000000000",
        "01930000-0000-7000-8000-0000000000000",
        "01930000-0000-7000-8000-00000000000g",
        "%7B01930000-0000-7000-8000-000000000000%7D",
        "'%20OR%201=1--",
        "%E5%BC%A0%E4%B8%89",
    ] {
        county
            .get(format!("/v1/people/{id}"))
            .send()
            .problem(404, "not_found");
        county
            .patch(format!("/v1/people/{id}"))
            .if_match("\"1-m\"")
            .json(&json!({ "name": "测试" }))
            .send()
            .problem(404, "not_found");
    }
    // The other spellings of one id (RFC 9562 section 4) do not make a second address for a file.
    let file = county
        .post("/v1/people")
        .json(&synthetic::person(REGION))
        .send()
        .expect(201);
    let id = file.json()["id"].as_str().unwrap().to_owned();
    county
        .get(format!("/v1/people/{}", id.replace('-', "")))
        .send()
        .problem(404, "not_found");
}

#[test]
fn a_method_that_an_address_does_not_have_is_told_which_it_has() {
    let (server, county) = start();
    for operation in server.contract().operations() {
        let path: String = operation
            .path
            .split('/')
            .map(|part| {
                if part.starts_with('{') {
                    UNKNOWN_ID
                } else {
                    part
                }
            })
            .collect::<Vec<_>>()
            .join("/");
        // `/v1/people/lookups` fits `/v1/people/{id}` too, and is no id.
        let fitting = server.contract().at(&path);
        let allowed: Vec<&str> = fitting
            .iter()
            .filter(|other| other.path == operation.path)
            .map(|other| other.method.as_str())
            .collect();
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"] {
            if allowed.contains(&method) {
                continue;
            }
            let answer = county.call(method, &path).send();
            answer.problem(405, "method_not_allowed");
            let stated = answer.header("allow");
            for method in &allowed {
                assert!(stated.contains(method), "{method} {path}: {stated}");
            }
            assert!(!stated.contains(method), "{method} {path}: {stated}");
        }
    }
}

#[test]
fn what_can_be_got_can_be_looked_at_with_head() {
    let (_server, county) = start();
    let file = county
        .post("/v1/people")
        .json(&synthetic::person(REGION))
        .send()
        .expect(201);
    for target in [
        "/healthz",
        "/v1/people",
        "/openapi.json",
        "/",
        file.location(),
    ] {
        let got = county.get(target).send().expect(200);
        let head = county.call("HEAD", target).send().expect(200);
        assert_eq!(head.text(), "");
        for name in ["content-type", "etag", "content-length"] {
            assert_eq!(
                head.header_if_any(name),
                got.header_if_any(name),
                "{name} of {target}"
            );
        }
    }
    county
        .call("HEAD", &format!("/v1/people/{UNKNOWN_ID}"))
        .send()
        .expect(404);
}
