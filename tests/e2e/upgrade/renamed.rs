//! What has another name in this release than in the one that left the fixture.

use serde_json::Value;

const MEMBERS: [(&str, &str); 3] = [
    ("decision_id", "receipt_id"),
    ("hearing", "prior_notice"),
    ("skip", "waiver"),
];

/// Words of lists, wherever one is the whole text of a member.
const WORDS: [(&str, &str); 11] = [
    ("decision.proposed", "receipt.created"),
    ("decisions:read", "receipts:read"),
    ("hearing", "prior_notice"),
    ("hearing_answer", "defence_answer"),
    ("hearing_notice", "prior_notice"),
    ("hearing_statement", "defence_statement"),
    ("publication_skip", "publication_waiver"),
    ("refusal_hearing", "refusal_notice"),
    ("restoration", "reopening"),
    ("taken up as a deed", "taken up as a case"),
    ("已立为事迹", "已立案办理"),
];

const FESTIVALS: [(&str, &str); 7] = [
    ("元旦", "New Year's Day"),
    ("春节", "Spring Festival"),
    ("清明节", "Qingming Festival"),
    ("劳动节", "Labour Day"),
    ("端午节", "Dragon Boat Festival"),
    ("中秋节", "Mid-Autumn Festival"),
    ("国庆节", "National Day"),
];

/// The path under which what was read there is read now.
pub(super) fn path(before: &str) -> String {
    before.replacen("/v1/decisions", "/v1/receipts", 1)
}

/// An answer with the names of today.
pub(super) fn answer(before: &Value) -> Value {
    match before {
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| (newer(&MEMBERS, name), member(name, value)))
            .collect(),
        Value::Array(items) => items.iter().map(answer).collect(),
        Value::String(word) => {
            with_english_festivals(&without_law_of_natural_days(&newer(&WORDS, word))).into()
        }
        other => other.clone(),
    }
}

fn member(name: &str, value: &Value) -> Value {
    match (name, value) {
        // Scopes come in the order of their names.
        ("scopes", Value::Array(_)) => {
            let mut scopes = answer(value);
            scopes
                .as_array_mut()
                .unwrap()
                .sort_by_key(|scope| scope.as_str().unwrap().to_owned());
            scopes
        }
        // What an event is about.
        ("subject", Value::String(about)) => match about.strip_prefix("decision/") {
            Some(id) => format!("receipt/{id}").into(),
            None => value.clone(),
        },
        ("subject", Value::Object(_)) if value["kind"] == "decision" => {
            let mut subject = value.clone();
            subject["kind"] = "receipt".into();
            subject
        }
        _ => answer(value),
    }
}

/// The arithmetic of working days cites no law any more: the one that was cited counts natural days.
fn without_law_of_natural_days(text: &str) -> String {
    if text.contains(" 个工作日，") {
        text.replace("依据《中华人民共和国民法典》第二百零一条、第二百零三条", "")
    } else if text.contains(" working days end on ") {
        text.replace(" Civil Code, articles 201 and 203", "")
    } else {
        text.to_owned()
    }
}

/// The arithmetic of days names festivals in English since then.
fn with_english_festivals(text: &str) -> String {
    if !text.starts_with("Counted from ") {
        return text.to_owned();
    }
    FESTIVALS
        .iter()
        .fold(text.to_owned(), |text, (zh, en)| text.replace(zh, en))
}

fn newer(names: &[(&str, &str)], name: &str) -> String {
    let found = names.iter().find(|(old, _)| *old == name);
    found.map_or(name, |(_, new)| *new).to_owned()
}
