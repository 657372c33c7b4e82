//! Bodies, paths and headers.

use actix_web::test::TestRequest;
use actix_web::web::Bytes;

use crate::testing::{get_request, post_json, send};

#[actix_web::test]
async fn a_good_body_arrives_with_its_bytes() {
    let body = r#"{"name":"勇","parts":[{"count":2},{"count":3}]}"#;
    let answer = send(post_json("/v1/things", body)).await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.json()["parts"], 5);
    assert_eq!(answer.json()["raw_bytes"], body.len());
    let typed = ("content-type", "application/json; charset=utf-8");
    let request = post_json("/v1/things", body).insert_header(typed);
    assert_eq!(send(request).await.status, 201);
}

#[actix_web::test]
async fn another_media_type_is_415() {
    for media_type in [
        "text/plain",
        "application/xml",
        "application/json; charset=gbk",
        "application/json-patch+json",
        "application/merge-patch+json",
        "nonsense",
    ] {
        let request = post_json("/v1/things", "{}").insert_header(("content-type", media_type));
        let answer = send(request).await;
        assert_eq!(answer.status, 415, "{media_type}");
        answer.problem("unsupported_media_type");
    }
    let untyped = TestRequest::post().uri("/v1/things").set_payload("{}");
    send(untyped).await.problem("unsupported_media_type");
}

#[actix_web::test]
async fn what_is_wrong_with_the_type_or_the_coding_of_a_body_is_said() {
    let utf8 = ("content-type", "application/json; charset=utf8");
    let gzip = ("content-encoding", "gzip");
    for (header, told) in [(utf8, "charset"), (gzip, "Content-Encoding")] {
        let answer = send(post_json("/v1/things", r#"{"name":"a"}"#).insert_header(header)).await;
        assert_eq!(answer.status, 415);
        let problem = answer.problem("unsupported_media_type");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(told), "{detail}");
        // RFC 9110 section 12.5.3: only where the coding is at fault.
        let accepted = if header == gzip { "identity" } else { "" };
        assert_eq!(answer.header("accept-encoding"), accepted);
    }
    let plain = post_json("/v1/things", r#"{"name":"a"}"#);
    let plain = plain.insert_header(("content-encoding", "identity"));
    assert_eq!(send(plain).await.status, 201);
}

#[actix_web::test]
async fn what_is_no_plain_utf8_is_called_so() {
    let with_mark = b"\xef\xbb\xbf{\"name\":\"a\"}";
    let utf16 = b"\xff\xfe{\0}\0";
    let gbk = b"{\"name\":\"\xd3\xc2\"}";
    for (body, told) in [
        (&with_mark[..], "byte order mark"),
        (&utf16[..], "UTF-16"),
        (&gbk[..], "not UTF-8: fault at byte 10"),
    ] {
        let request = post_json("/v1/things", Bytes::copy_from_slice(body));
        let answer = send(request.insert_header(("accept-language", "en"))).await;
        assert_eq!(answer.status, 400);
        let problem = answer.problem("malformed_json");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(told), "{detail}");
    }
}

#[actix_web::test]
async fn too_many_bytes_are_413_whether_declared_or_not() {
    let long = format!(r#"{{"name":"{}"}}"#, "a".repeat(4096));
    for request in [
        post_json("/v1/things", long.clone()),
        post_json("/v1/things", long).insert_header(("content-length", "10")),
        post_json("/v1/things", "{}").insert_header(("content-length", "999999")),
    ] {
        let answer = send(request).await;
        assert_eq!(answer.status, 413);
        assert_eq!(answer.problem("payload_too_large")["max_bytes"], 2048);
    }
}

#[actix_web::test]
async fn what_is_no_json_is_malformed() {
    let deep = "[".repeat(1000);
    for (body, code) in [
        ("".into(), "malformed_json"),
        ("{".into(), "malformed_json"),
        ("{\"name\":\"a\"} x".into(), "malformed_json"),
        (Bytes::from_static(b"{\"name\":\"\xff\"}"), "malformed_json"),
        (r#"{"name":"\ud800"}"#.into(), "malformed_json"),
        (r#"{"name":"a\u0000b"}"#.into(), "malformed_json"),
        (r#"{"name":"\\\u0000"}"#.into(), "malformed_json"),
        (Bytes::from_static(b"{\"name\":\"a\0b\"}"), "malformed_json"),
        (format!("{{\"parts\":{deep}").into(), "invalid_body"),
        (format!("{{\"name\":{deep}").into(), "invalid_body"),
    ] {
        let answer = send(post_json("/v1/things", Bytes::clone(&body))).await;
        assert_eq!(answer.status, 400, "{body:?}");
        answer.problem(code);
    }
    // A backslash followed by the letters u0000 is no NUL, only too long a name.
    let body = r#"{"name":"\\u0000"}"#;
    send(post_json("/v1/things", body))
        .await
        .problem("invalid_data");
}

#[actix_web::test]
async fn what_is_expected_is_told_in_the_words_of_json_and_of_the_reader() {
    for (body, english, chinese) in [
        (
            r#"{"name":"a","parts":[{"count":"1"}]}"#,
            "an integer",
            "整数",
        ),
        (
            r#"{"name":"a","parts":[{"count":99999999999}]}"#,
            "an integer",
            "整数",
        ),
        (r#"{"name":"a","parts":["1"]}"#, "an object", "对象"),
        (r#"{"name":"a","parts":{}}"#, "an array", "数组"),
    ] {
        for (language, expected) in [("en", english), ("zh-CN", chinese)] {
            let request =
                post_json("/v1/things", body).insert_header(("accept-language", language));
            let answer = send(request).await;
            let problem = answer.problem("invalid_body");
            let message = problem["errors"][0]["message"].as_str().unwrap();
            assert!(message.contains(expected), "{body}: {message}");
        }
    }
}

#[actix_web::test]
async fn another_shape_is_400_and_names_the_member() {
    for (body, pointer, code) in [
        (r"{}", "/name", "missing_member"),
        (r#"{"name":5}"#, "/name", "invalid_type"),
        (r#"{"name":"a","extra":1}"#, "/extra", "unknown_member"),
        (r#"{"name":"a","a/b~c":1}"#, "/a~1b~0c", "unknown_member"),
        (r#"{"name":"a","name":"b"}"#, "/name", "duplicate_member"),
        (
            r#"{"name":"a","kind":"secretly"}"#,
            "/kind",
            "unknown_value",
        ),
        (
            r#"{"name":"a","parts":[{"count":1},{"count":"secretly, expected 9"}]}"#,
            "/parts/1/count",
            "invalid_type",
        ),
        (
            r#"{"name":"a","parts":[{}]}"#,
            "/parts/0/count",
            "missing_member",
        ),
        (
            r#"{"name":"a","parts":[{"count":99999999999}]}"#,
            "/parts/0/count",
            "invalid_value",
        ),
        (r"[]", "", "invalid_type"),
        (r#""secretly""#, "", "invalid_type"),
    ] {
        let answer = send(post_json("/v1/things", body)).await;
        assert_eq!(answer.status, 400, "{body}");
        let problem = answer.problem("invalid_body");
        assert_eq!(
            problem["errors"][0]["pointer"], pointer,
            "{body}: {problem}"
        );
        assert_eq!(problem["errors"][0]["code"], code, "{body}: {problem}");
        assert!(
            !String::from_utf8_lossy(&answer.body).contains("secretly"),
            "{body}"
        );
    }
}

#[actix_web::test]
async fn all_broken_limits_are_named_also_inside_lists() {
    let body = r#"{"name":"","parts":[{"count":5},{"count":0},{"count":10}]}"#;
    let problem = send(post_json("/v1/things", body))
        .await
        .problem("invalid_data");
    let pointers: Vec<_> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["pointer"].as_str().unwrap())
        .collect();
    assert_eq!(pointers, ["/name", "/parts/1/count", "/parts/2/count"]);
}

#[actix_web::test]
async fn an_id_that_is_none_names_nothing() {
    send(get_request("/v1/things/not-an-id"))
        .await
        .problem("not_found");
    for path in ["/v1/things/%00", "/v1/things/%ff%fe"] {
        let answer = send(get_request(path)).await;
        assert_eq!(answer.status, 400, "{path}");
        answer.problem("invalid_path");
    }
}

#[actix_web::test]
async fn a_bad_idempotency_key_is_refused_and_never_ignored() {
    let body = r#"{"name":"a"}"#;
    let with = |key: &str| post_json("/v1/things", body).insert_header(("idempotency-key", key));
    assert_eq!(send(with("key-1")).await.json()["key"], "key-1");
    for key in [String::new(), "has space".to_owned(), "x".repeat(256)] {
        let answer = send(with(&key)).await;
        assert_eq!(answer.status, 400);
        assert_eq!(
            answer.problem("invalid_header")["header"],
            "Idempotency-Key"
        );
    }
    send(with("a").append_header(("idempotency-key", "b")))
        .await
        .problem("invalid_header");
}

#[actix_web::test]
async fn an_update_needs_the_version_it_is_based_on() {
    let uri = format!("/v1/things/{}", uuid::Uuid::now_v7());
    let patch = || TestRequest::patch().uri(&uri);
    assert_eq!(send(patch()).await.status, 428);
    for (tag, status) in [
        ("\"3-masked\"", 200),
        ("\"2-masked\"", 412),
        ("3", 400),
        ("*", 200),
        // As a proxy sends it that has compressed the answer.
        ("\"3-masked-gzip\"", 200),
        ("W/\"3-masked;gzip\"", 200),
        ("\"2-masked-gzip\"", 412),
    ] {
        assert_eq!(
            send(patch().insert_header(("if-match", tag))).await.status,
            status,
            "{tag}"
        );
    }
}
