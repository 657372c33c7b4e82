//! What every answer has: ids, versions, security headers; HEAD, cross-origin reads, limits and
//! figures.

use std::num::NonZeroU32;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use domain::ids::ClientId;

use crate::services::Limits;
use crate::settings::Secret;
use crate::testing::{get_request, post_json, send, send_all, services};

#[actix_web::test]
async fn the_ids_of_the_caller_come_back() {
    let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let answer = send(
        get_request("/v1/nowhere")
            .insert_header(("x-request-id", "county-42"))
            .insert_header(("traceparent", trace)),
    )
    .await;
    assert_eq!(answer.header("x-request-id"), "county-42");
    assert_eq!(answer.header("traceparent"), trace);
    assert_eq!(
        answer.problem("not_found")["trace_id"],
        "4bf92f3577b34da6a3ce929d0e0e4736"
    );
}

#[actix_web::test]
async fn ids_are_made_where_there_are_none_or_bad_ones() {
    let answers = send_all(
        services(),
        [
            get_request("/v1/nowhere"),
            get_request("/v1/nowhere")
                .insert_header(("x-request-id", "two words"))
                .insert_header(("traceparent", "00-zz")),
            get_request("/v1/nowhere").insert_header(("x-request-id", "x".repeat(129))),
            get_request("/v1/nowhere").insert_header(("x-request-id", "a\"b")),
            get_request("/v1/nowhere").insert_header(("x-request-id", "a'b")),
            get_request("/v1/nowhere").insert_header(("x-request-id", "a\\b")),
        ],
    )
    .await;
    let mut ids: Vec<_> = answers
        .iter()
        .map(|answer| answer.header("x-request-id"))
        .collect();
    for answer in &answers {
        let id = answer.header("x-request-id");
        assert!(
            id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()),
            "{id}"
        );
        let trace = answer.problem("not_found")["trace_id"]
            .as_str()
            .unwrap()
            .to_owned();
        assert!(answer.header("traceparent").contains(&trace));
    }
    ids.dedup();
    assert_eq!(ids.len(), 6);
}

#[actix_web::test]
async fn every_answer_names_the_version_and_is_not_sniffed() {
    for uri in [
        "/healthz",
        "/v1/nowhere",
        "/",
        "/swagger-ui/",
        "/openapi.json",
        "/problems",
    ] {
        let answer = send(get_request(uri)).await;
        assert_eq!(answer.header("api-version"), crate::API_VERSION, "{uri}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{uri}");
    }
}

#[actix_web::test]
async fn answers_to_a_token_are_not_stored_by_caches() {
    let with_token = get_request("/v1/secret/x").insert_header(("authorization", "Bearer x"));
    assert_eq!(send(with_token).await.header("cache-control"), "no-store");
    // A handler that says otherwise is heard.
    let contract = get_request("/openapi.json").insert_header(("authorization", "Bearer x"));
    assert_eq!(send(contract).await.header("cache-control"), "no-cache");
}

#[actix_web::test]
async fn each_coding_of_an_answer_has_a_tag_of_its_own() {
    let read = |accepted: &str, known: &str| {
        let request = get_request("/openapi.json").insert_header(("accept-encoding", accepted));
        if known.is_empty() {
            request
        } else {
            request.insert_header(("if-none-match", known))
        }
    };
    let plain = send(read("identity", "")).await;
    let plain_tag = plain.header("etag").to_owned();
    assert!(plain_tag.starts_with('"'), "{plain_tag}");
    let gzip = send(read("gzip", "")).await;
    assert_eq!(gzip.header("content-encoding"), "gzip");
    let gzip_tag = gzip.header("etag").to_owned();
    assert_eq!(gzip_tag, plain_tag.replace("-open\"", "-open-gzip\""));
    for answer in [&plain, &gzip] {
        let vary = answer.header("vary").to_ascii_lowercase();
        assert_eq!(vary, "accept-encoding");
    }

    let both = format!("{gzip_tag}, {plain_tag}");
    for (accepted, known, status, tag) in [
        ("identity", &plain_tag, 304, &plain_tag),
        ("gzip", &gzip_tag, 304, &gzip_tag),
        ("gzip", &both, 304, &gzip_tag),
        ("identity", &both, 304, &plain_tag),
        // What cannot be used with what the caller accepts is sent again.
        ("identity", &gzip_tag, 200, &plain_tag),
        (
            "deflate",
            &gzip_tag,
            200,
            &plain_tag.replace("-open", "-open-deflate"),
        ),
    ] {
        let answer = send(read(accepted, known)).await;
        assert_eq!(answer.status, status, "{accepted}, {known}");
        assert_eq!(answer.header("etag"), tag, "{accepted}, {known}");
        let vary = answer.header("vary").to_ascii_lowercase();
        assert_eq!(vary, "accept-encoding", "{accepted}, {known}");
    }
}

#[actix_web::test]
async fn what_stays_the_same_for_long_is_not_sent_again() {
    for uri in ["/openapi.json", "/problems", "/problems/not_found"] {
        let first = send(get_request(uri)).await;
        let known = ("if-none-match", first.header("etag"));
        let again = send(get_request(uri).insert_header(known)).await;
        assert_eq!(again.status, 304, "{uri}");
        assert!(again.body.is_empty() && !first.body.is_empty(), "{uri}");
        assert_eq!(again.header("etag"), first.header("etag"), "{uri}");
    }
}

#[actix_web::test]
async fn head_is_get_without_its_content() {
    for uri in ["/healthz", "/v1/nowhere", "/v1/things"] {
        let [get, head] = send_all(
            services(),
            [
                get_request(uri),
                TestRequest::default().method(Method::HEAD).uri(uri),
            ],
        )
        .await
        .try_into()
        .ok()
        .unwrap();
        assert_eq!(head.status, get.status, "{uri}");
        assert_eq!(
            head.header("content-type"),
            get.header("content-type"),
            "{uri}"
        );
        assert!(head.body.is_empty() && !get.body.is_empty(), "{uri}");
    }
    let post_only = TestRequest::default()
        .method(Method::HEAD)
        .uri("/v1/failure");
    assert_eq!(send(post_only).await.status, 404);
}

#[actix_web::test]
async fn open_reads_are_for_any_page_and_others_are_not() {
    let preflight = |uri: &str| {
        TestRequest::default()
            .method(Method::OPTIONS)
            .uri(uri)
            .insert_header(("origin", "https://app.example"))
    };
    let open = send(preflight("/v1/things")).await;
    assert_eq!(open.status, 204);
    assert_eq!(open.header("access-control-allow-origin"), "*");
    assert!(open.header("access-control-allow-methods").contains("GET"));
    let closed = send(preflight("/v1/secret/x")).await;
    assert_eq!(closed.status, 405);
    assert_eq!(closed.header("access-control-allow-origin"), "");

    let read = get_request("/v1/things").insert_header(("origin", "https://app.example"));
    assert_eq!(send(read).await.header("access-control-allow-origin"), "*");
    let secret = get_request("/v1/secret/x").insert_header(("origin", "https://app.example"));
    assert_eq!(send(secret).await.header("access-control-allow-origin"), "");
}

#[actix_web::test]
async fn a_caller_beyond_the_limit_is_told_how_long_to_wait() {
    let mut services = services();
    let (per_minute, burst) = (NonZeroU32::new(6).unwrap(), NonZeroU32::new(2).unwrap());
    services.limits = Limits::new(per_minute, burst);
    let from = |last: u8| get_request("/v1/things").peer_addr(([192, 0, 2, last], 4711).into());
    let health = || get_request("/healthz").peer_addr(([192, 0, 2, 1], 4711).into());
    let answers = send_all(services, [from(1), from(1), from(1), from(2), health()]).await;
    let statuses: Vec<_> = answers
        .iter()
        .map(|answer| answer.status.as_u16())
        .collect();
    assert_eq!(statuses, [200, 200, 429, 200, 200]);
    answers[2].problem("rate_limited");
    let wait: u64 = answers[2].header("retry-after").parse().unwrap();
    assert!((1..=11).contains(&wait), "{wait}");
}

#[actix_web::test]
async fn guessing_tokens_is_limited_by_the_peer_and_good_tokens_are_not() {
    let mut services = services();
    services.limits = Limits::new(NonZeroU32::MIN, NonZeroU32::MIN);
    let with_token = |uri: &str| {
        get_request(uri)
            .insert_header(("authorization", "Bearer x"))
            .peer_addr(([192, 0, 2, 1], 4711).into())
    };
    let (good, guess) = ("/v1/secret/x", "/v1/secret/invalid");
    let answers = send_all(services, [good, good, guess, guess, good].map(with_token)).await;
    let statuses: Vec<_> = answers
        .iter()
        .map(|answer| answer.status.as_u16())
        .collect();
    assert_eq!(statuses, [200, 200, 401, 429, 200]);
    answers[3].problem("rate_limited");
}

#[test]
fn clients_do_not_use_up_each_others_allowance() {
    let one = NonZeroU32::MIN;
    let limits = Limits::new(one, one);
    let [first, second] = [(); 2].map(|()| ClientId::from(uuid::Uuid::now_v7()));
    limits.check_client(first).unwrap();
    assert!(limits.check_client(first).is_err());
    limits.check_client(second).unwrap();
}

#[actix_web::test]
async fn figures_are_shown_to_the_holder_of_the_token_only() {
    send(get_request("/metrics")).await.problem("not_found");
    let mut services = services();
    services.metrics_token = Some(Secret::new("0123456789abcdef"));
    let with = |token: &str| {
        get_request("/metrics").insert_header(("authorization", format!("Bearer {token}")))
    };
    let answers = send_all(
        services,
        [
            get_request("/v1/things?limit=3"),
            get_request("/v1/nowhere/with/a/changing/path"),
            post_json("/v1/things", "{}"),
            get_request("/metrics"),
            with("wrong"),
            with("0123456789abcdef"),
        ],
    )
    .await;
    answers[3].problem("missing_token");
    answers[4].problem("invalid_token");
    let text = String::from_utf8(answers[5].body.to_vec()).unwrap();
    for line in [
        r#"http_requests_total{method="GET",route="/v1/things",status="200"} 1"#,
        r#"http_requests_total{method="POST",route="/v1/things",status="400"} 1"#,
        r#"http_requests_total{method="GET",route="unmatched",status="404"} 1"#,
        r#"http_request_duration_seconds_count{route="/v1/things"} 2"#,
        "http_requests_in_flight 1",
        "process_start_time_seconds 1700000000",
        "yongwei_build_info{version=",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    assert!(!text.contains("changing"));
}
