//! Names under which an earlier version wrote members and words of cases and receipts.

use serde_json::{Map, Value};

const MEMBERS: [(&str, &str); 3] = [
    ("hearing", "prior_notice"),
    ("skip", "waiver"),
    ("restorations", "reopenings"),
];

const WORDS: [(&str, &str); 8] = [
    ("hearing", "prior_notice"),
    ("hearing_statement", "defence_statement"),
    ("hearing_answer", "defence_answer"),
    ("hearing_target", "prior_notice_target"),
    ("hearing_notice", "prior_notice"),
    ("publication_skip", "publication_waiver"),
    ("restoration", "reopening"),
    ("refusal_hearing", "refusal_notice"),
];

/// The members whose text is a word of a list; the text of others is what people wrote.
const OF_WORDS: [&str; 5] = ["step", "clock", "kind", "values", "route"];

/// A value with the names of today.
pub(crate) fn renamed(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            Value::Object(members.into_iter().map(member).collect::<Map<_, _>>())
        }
        Value::Array(items) => items.into_iter().map(renamed).collect(),
        other => other,
    }
}

fn member((name, value): (String, Value)) -> (String, Value) {
    let value = match value {
        Value::String(word) if OF_WORDS.contains(&name.as_str()) => {
            Value::String(newer(&WORDS, word))
        }
        other => renamed(other),
    };
    (newer(&MEMBERS, name), value)
}

fn newer(names: &[(&str, &str)], name: String) -> String {
    let found = names.iter().find(|(old, _)| *old == name);
    found.map_or(name, |(_, new)| (*new).to_owned())
}
