//! What a caller gets when something does not work.

use actix_web::http::Method;
use actix_web::test::TestRequest;

use crate::testing::{get_request, post_json, send, send_all, services};

#[actix_web::test]
async fn an_unknown_address_is_a_problem_in_chinese() {
    let answer = send(get_request("/v1/nowhere")).await;
    assert_eq!(answer.status, 404);
    assert_eq!(answer.problem("not_found")["title"], "没有找到");
    assert_eq!(answer.header("content-language"), "zh-CN");
    assert!(answer.header("vary").contains("Accept-Language"));
}

#[actix_web::test]
async fn the_language_follows_the_weights_of_accept_language() {
    for (accept, expected) in [
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"),
        ("zh;q=0.4, en;q=0.5", "en"),
        ("en;q=0.5, zh;q=0.5", "zh-CN"),
        ("fr, en;q=0.1", "en"),
        ("fr", "zh-CN"),
        ("*", "zh-CN"),
        ("zh;q=0, *", "en"),
        ("en;q=0", "zh-CN"),
        (";;;", "zh-CN"),
    ] {
        let request = get_request("/v1/nowhere").insert_header(("accept-language", accept));
        let answer = send(request).await;
        assert_eq!(answer.header("content-language"), expected, "{accept}");
        let title = answer.problem("not_found")["title"].clone();
        assert_eq!(title == "Not found", expected == "en", "{accept}");
    }
}

#[actix_web::test]
async fn another_method_is_405_and_says_which_there_are() {
    let answer = send(TestRequest::delete().uri("/v1/things")).await;
    assert_eq!(answer.status, 405);
    answer.problem("method_not_allowed");
    let mut allowed: Vec<_> = answer.header("allow").split(", ").collect();
    allowed.sort_unstable();
    assert_eq!(allowed, ["GET", "HEAD", "OPTIONS", "POST"]);

    let id = uuid::Uuid::now_v7();
    let answer = send(TestRequest::post().uri(&format!("/v1/things/{id}"))).await;
    assert_eq!(answer.status, 405);
    assert!(answer.header("allow").contains("PATCH"));

    for outside in ["/", "/metrics", "/openapi.json", "/swagger-ui/", "/healthz"] {
        let answer = send(TestRequest::post().uri(outside)).await;
        assert_eq!(answer.status, 405, "{outside}");
        assert!(answer.header("allow").contains("GET"), "{outside}");
    }
    let odd = TestRequest::default().method(Method::from_bytes(b"BREW").unwrap());
    assert_eq!(send(odd.uri("/v1/things")).await.status, 405);
}

#[actix_web::test]
async fn every_401_and_a_missing_scope_carry_a_bearer_challenge() {
    for (what, status, code, challenge) in [
        ("missing", 401, "missing_token", "Bearer realm=\"yongwei\""),
        ("invalid", 401, "invalid_token", "error=\"invalid_token\""),
        (
            "scope",
            403,
            "insufficient_scope",
            "error=\"insufficient_scope\", scope=\"people:read\"",
        ),
    ] {
        let answer = send(get_request(&format!("/v1/secret/{what}"))).await;
        assert_eq!(answer.status, status);
        answer.problem(code);
        assert!(
            answer.header("www-authenticate").ends_with(challenge),
            "{what}"
        );
    }
}

#[actix_web::test]
async fn a_failure_tells_nothing_of_its_cause() {
    for (how, status, code) in [
        ("store", 503, "store_unavailable"),
        ("actix", 500, "internal_error"),
        ("plain", 400, "bad_request"),
        ("other", 500, "internal_error"),
    ] {
        let answer = send(get_request(&format!("/v1/failure/{how}"))).await;
        assert_eq!(answer.status, status, "{how}");
        answer.problem(code);
        assert!(
            !String::from_utf8_lossy(&answer.body).contains("password"),
            "{how}"
        );
        assert_eq!(
            answer.header("retry-after").is_empty(),
            status != 503,
            "{how}"
        );
    }
}

#[actix_web::test]
async fn a_fault_of_a_member_is_named_with_its_limits_and_not_repeated() {
    let answer = send(
        post_json("/v1/things", r#"{"name":"verysecretname"}"#)
            .insert_header(("accept-language", "en")),
    )
    .await;
    assert_eq!(answer.status, 422);
    let problem = answer.problem("invalid_data");
    let fault = &problem["errors"][0];
    assert_eq!(fault["pointer"], "/name");
    assert_eq!(fault["code"], "length");
    assert_eq!(fault["limits"]["max"], 5);
    assert_eq!(fault["message"], "must have a length of 1 to 5");
    assert!(!String::from_utf8_lossy(&answer.body).contains("verysecretname"));
}

#[actix_web::test]
async fn each_code_has_a_page_for_people_and_json_for_programs() {
    for code in super::Code::ALL {
        let uri = format!("/problems/{}", code.as_str());
        let answers = send_all(
            services(),
            [
                get_request(&uri).insert_header(("accept", "text/html,*/*;q=0.8")),
                get_request(&uri).insert_header(("accept", "application/json")),
                get_request(&uri),
            ],
        )
        .await;
        let page = String::from_utf8(answers[0].body.to_vec()).unwrap();
        assert!(answers[0].header("content-type").starts_with("text/html"));
        assert!(page.contains(code.title_zh()) && page.contains(code.help_en()));
        for program in &answers[1..] {
            assert_eq!(program.json()["code"], code.as_str());
        }
    }
    send(get_request("/problems/no_such_code"))
        .await
        .problem("not_found");
    let list = send(get_request("/problems")).await.json();
    assert_eq!(list.as_array().unwrap().len(), super::Code::ALL.len());
}

#[actix_web::test]
async fn an_impossible_encoding_is_a_problem_too() {
    let request = get_request("/healthz").insert_header(("accept-encoding", "identity;q=0, foo"));
    let answer = send(request).await;
    assert_eq!(answer.status, 406);
    answer.problem("not_acceptable");
}
