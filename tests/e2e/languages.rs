//! Texts in the reader's language, and ids by which a call is found again.

use serde_json::Value;

use crate::harness::{TestServer, synthetic};

#[test]
fn a_problem_is_told_in_the_language_that_is_asked_for() {
    let server = TestServer::start();
    let anonymous = server.anonymous();
    for (asked, answered) in [
        ("", "zh-CN"),
        ("zh-CN", "zh-CN"),
        ("zh", "zh-CN"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("zh;q=0.3, en;q=0.7", "en"),
        ("zh;q=0.7, en;q=0.3", "zh-CN"),
        ("fr, de;q=0.5", "zh-CN"),
        ("fr, en;q=0.1", "en"),
        ("en;q=0", "zh-CN"),
        ("*", "zh-CN"),
        (";;;,,,q=", "zh-CN"),
    ] {
        let answer = anonymous.get("/v1/people").language(asked).send();
        let problem = answer.problem(401, "missing_token");
        assert_eq!(answer.header("content-language"), answered, "{asked}");
        assert!(
            answer
                .header("vary")
                .to_lowercase()
                .contains("accept-language")
        );
        let title = problem["title"].as_str().unwrap();
        assert_eq!(title.is_ascii(), answered == "en", "{asked}: {title}");
    }
}

#[test]
fn the_fault_of_a_member_is_told_in_both_languages_and_never_repeats_what_was_sent() {
    let server = TestServer::start();
    let county = server.county("371502");
    let mut person = synthetic::person("371502");
    person["citizen_number"] = "371502199002300018".into();
    for (language, is_english) in [("zh", false), ("en", true)] {
        let answer = county
            .post("/v1/people")
            .language(language)
            .json(&person)
            .send();
        let problem = answer.problem(422, "invalid_data");
        let errors = problem["errors"].as_array().unwrap();
        assert_eq!(errors[0]["pointer"], "/citizen_number");
        let message = errors[0]["message"].as_str().unwrap();
        assert_eq!(message.is_ascii(), is_english, "{message}");
        assert!(!answer.text().contains("371502199002300018"));
    }
}

#[test]
fn every_answer_carries_the_ids_under_which_it_is_logged() {
    let server = TestServer::start();
    let anonymous = server.anonymous();
    let given = anonymous
        .get("/v1/people")
        .header("X-Request-Id", "county-system-4711")
        .header(
            "traceparent",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        )
        .send();
    assert_eq!(given.header("x-request-id"), "county-system-4711");
    assert!(
        given
            .header("traceparent")
            .starts_with("00-4bf92f3577b34da6a3ce929d0e0e4736-")
    );
    let problem = given.problem(401, "missing_token");
    assert_eq!(problem["trace_id"], "4bf92f3577b34da6a3ce929d0e0e4736");
    assert!(server.prints("4bf92f3577b34da6a3ce929d0e0e4736"));

    let one = anonymous.get("/healthz").send().expect(200);
    let other = anonymous.get("/healthz").send().expect(200);
    assert_ne!(one.header("x-request-id"), other.header("x-request-id"));
    assert_ne!(one.header("traceparent"), other.header("traceparent"));
}

#[test]
fn ids_that_are_none_are_replaced() {
    let server = TestServer::start();
    let anonymous = server.anonymous();
    let long = "x".repeat(129);
    for id in ["", "a b", "a\tb", long.as_str()] {
        let answer = anonymous
            .get("/healthz")
            .header("X-Request-Id", id)
            .send()
            .expect(200);
        assert_ne!(answer.header("x-request-id"), id);
        assert!(!answer.header("x-request-id").is_empty());
    }
    for trace in [
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "nonsense",
    ] {
        let answer = anonymous
            .get("/healthz")
            .header("traceparent", trace)
            .send()
            .expect(200);
        let made = answer.header("traceparent");
        assert!(
            !made.contains("4bf92f3577b34da6a3ce929d0e0e4736"),
            "{trace}: {made}"
        );
        assert!(
            !made.contains("00000000000000000000000000000000"),
            "{trace}: {made}"
        );
    }
}

/// Every English text of an answer that holds Chinese outside of quotation marks.
fn chinese_in_english(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(text) if name == "en" && has_chinese(text) => {
                        found.push(text.clone());
                    }
                    member => chinese_in_english(member, found),
                }
            }
        }
        Value::Array(items) => items
            .iter()
            .for_each(|item| chinese_in_english(item, found)),
        _ => {}
    }
}

fn has_chinese(text: &str) -> bool {
    let mut quoted = false;
    text.chars().any(|symbol| {
        match symbol {
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
        !quoted && matches!(symbol, '\u{2e80}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
    })
}

#[test]
fn what_is_told_in_english_names_festivals_and_regions_in_english() {
    let server = TestServer::demo();
    let city = server.city();
    let mut paths = vec![
        "/v1/calendar/due-date?start=2026-09-20&days=15&unit=natural".to_owned(),
        "/v1/calendar/due-date?start=2026-02-13&days=10&unit=working".to_owned(),
        "/v1/policies/liaocheng@2".to_owned(),
    ];
    let ids_of = |list: &str| -> Vec<String> {
        let items = city.all(list);
        let ids = items.iter().map(|item| item["id"].as_str().unwrap());
        ids.map(|id| format!("{list}/{id}")).collect()
    };
    for list in ["/v1/receipts", "/v1/deeds", "/v1/out-of-city-recognitions"] {
        let found = ids_of(list);
        assert!(!found.is_empty(), "{list}");
        paths.extend(found);
    }
    let mut answers: Vec<Value> = ["/v1/titles", "/v1/worklist"]
        .into_iter()
        .flat_map(|list| city.all(list))
        .collect();
    let mut cases = Vec::new();
    for path in &paths {
        let answer = city.get(path).send().expect(200).json();
        for case in answer["actors"].as_array().into_iter().flatten() {
            cases.push(format!("{path}/actors/{}", case["id"].as_str().unwrap()));
        }
        answers.push(answer);
    }
    for path in cases {
        answers.push(city.get(&path).send().expect(200).json());
        let actions = city.get(format!("{path}/actions")).send();
        answers.push(actions.expect(200).json());
    }
    for procedure in ["deed", "recognition"] {
        let table = city.get(format!("/v1/procedures/{procedure}")).send();
        answers.push(table.expect(200).json());
    }
    let texts: usize = answers.iter().map(english_texts).sum();
    assert!(texts > 500, "{texts}");
    let mut found = Vec::new();
    for answer in &answers {
        chinese_in_english(answer, &mut found);
    }
    found.sort();
    found.dedup();
    assert_eq!(found, [""; 0]);
}

/// How many English texts an answer holds.
fn english_texts(value: &Value) -> usize {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, member)| usize::from(name == "en") + english_texts(member))
            .sum(),
        Value::Array(items) => items.iter().map(english_texts).sum(),
        _ => 0,
    }
}
