//! Queries and paging.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use crate::testing::{PUBLIC_URL, get_request, send};

async fn page(uri: &str) -> (Value, String) {
    let answer = send(get_request(uri)).await;
    assert_eq!(
        answer.status,
        200,
        "{}",
        String::from_utf8_lossy(&answer.body)
    );
    (answer.json(), answer.header("link").to_owned())
}

#[actix_web::test]
async fn a_list_is_read_to_its_end_by_following_the_links() {
    let mut seen = Vec::new();
    let mut uri = "/v1/things?limit=20&name=a%26b".to_owned();
    loop {
        let (body, link) = page(&uri).await;
        seen.extend(
            body["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|item| item.as_u64().unwrap()),
        );
        if body["next"].is_null() {
            assert_eq!(link, "");
            break;
        }
        let address = link
            .strip_prefix('<')
            .unwrap()
            .strip_suffix(">; rel=\"next\"")
            .unwrap();
        uri = address.strip_prefix(PUBLIC_URL).unwrap().to_owned();
        assert!(
            uri.contains("name=a%26b") && uri.contains("limit=20"),
            "{uri}"
        );
    }
    assert_eq!(seen, (1..=50).rev().collect::<Vec<u64>>());
}

#[actix_web::test]
async fn a_page_has_twenty_items_unless_asked_otherwise() {
    let (body, _) = page("/v1/things").await;
    assert_eq!(body["items"].as_array().unwrap().len(), 20);
    let (body, _) = page("/v1/things?limit=50").await;
    assert_eq!(body["items"].as_array().unwrap().len(), 50);
    assert!(body["next"].is_null());
}

#[actix_web::test]
async fn a_cursor_works_only_unchanged_and_with_its_own_list() {
    let (body, _) = page("/v1/things?limit=5").await;
    let cursor = body["next"].as_str().unwrap();
    page(&format!("/v1/things?limit=7&cursor={cursor}")).await;
    let mut other_end = cursor.to_owned();
    other_end.pop();
    // The position stands last, in words; the mark before it is of another one.
    let mut other_position = URL_SAFE_NO_PAD.decode(cursor).unwrap();
    *other_position.last_mut().unwrap() = b'5';
    let other_position = URL_SAFE_NO_PAD.encode(other_position);
    assert_ne!(other_position, cursor);
    for (filter, cursor) in [
        ("", other_position.as_str()),
        ("&size=1", cursor),
        ("", other_end.as_str()),
        ("", "bm9uc2Vuc2U"),
        ("", "!"),
        ("", ""),
    ] {
        let answer = send(get_request(&format!("/v1/things?cursor={cursor}{filter}"))).await;
        assert_eq!(answer.status, 400);
        answer.problem("invalid_cursor");
    }
}

#[actix_web::test]
async fn a_bad_parameter_is_400_and_named() {
    for (query, pointer, code) in [
        ("limit=0", "/limit", "range"),
        ("limit=201", "/limit", "range"),
        ("limit=-1", "/limit", "invalid_type"),
        ("limit=99999999", "/limit", "invalid_value"),
        ("limit=5&limit=6", "/limit", "duplicate_member"),
        ("count=maybe", "/count", "unknown_value"),
        ("size=secretly", "/size", "invalid_type"),
        ("other=1", "/other", "unknown_member"),
        ("name=toolong", "/name", "length"),
        ("name=%ff", "/name", "invalid_encoding"),
        ("name=%00", "/name", "invalid_encoding"),
    ] {
        let answer = send(get_request(&format!("/v1/things?{query}"))).await;
        assert_eq!(answer.status, 400, "{query}");
        let problem = answer.problem("invalid_query");
        assert_eq!(
            problem["errors"][0]["pointer"], pointer,
            "{query}: {problem}"
        );
        assert!(
            ["invalid_type", "invalid_value", code]
                .contains(&problem["errors"][0]["code"].as_str().unwrap()),
            "{query}: {problem}"
        );
        assert!(
            !String::from_utf8_lossy(&answer.body).contains("secretly"),
            "{query}"
        );
    }
}
