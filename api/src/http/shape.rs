//! From a deserialisation error to the fault of one member, without repeating what was sent.

use serde_path_to_error::{Path, Segment};

use crate::problems::{self, FieldError};

/// Longest member name that is repeated to the caller, in characters.
const LONGEST_NAME: usize = 64;

/// What chrono says of a text that is no date or no time.
const TIMES: [&str; 6] = [
    "input contains invalid characters",
    "input is not enough for unique date and time",
    "input is out of range",
    "no possible date and time matching input",
    "premature end of input",
    "trailing input",
];

/// The fault that `message`, raised at `path`, speaks of.
///
/// serde gives its faults as text only. The texts of its own error constructors are stable; all
/// others (a domain type's own message may quote the input) become `invalid_value`.
pub(crate) fn fault(path: &Path, message: &str) -> FieldError {
    let mut pointer = pointer(path);
    if let Some(name) = quoted(message, "missing field `") {
        push(&mut pointer, name);
        return problems::fault(pointer, "missing_member");
    }
    if let Some(name) = quoted(message, "unknown field `") {
        if !ends_with(path, name) {
            push(&mut pointer, name);
        }
        return problems::fault(pointer, "unknown_member");
    }
    if let Some(name) = quoted(message, "duplicate field `") {
        if !ends_with(path, name) {
            push(&mut pointer, name);
        }
        return problems::fault(pointer, "duplicate_member");
    }
    if message == "provided string was not `true` or `false`" {
        return problems::fault_with_limit(pointer, "unknown_value", "expected", "true, false");
    }
    if message.starts_with("UUID parsing failed") {
        return problems::fault_with_limit(pointer, "invalid_value", "expected", "a UUID");
    }
    if TIMES.contains(&message) {
        return problems::fault_with_limit(
            pointer,
            "invalid_value",
            "expected",
            "a date or a time",
        );
    }
    let code = if message.starts_with("unknown variant `") {
        "unknown_value"
    } else if message.starts_with("invalid type: ") {
        "invalid_type"
    } else if message.starts_with("invalid value: ") || message.starts_with("invalid length ") {
        "invalid_value"
    } else {
        return problems::fault(pointer, "invalid_value");
    };
    // What is expected comes last and is the service's own text.
    match message.rsplit_once(", expected ") {
        Some((_, expected)) => {
            problems::fault_with_limit(pointer, code, "expected", in_words_of_json(expected))
        }
        None => problems::fault(pointer, code),
    }
}

fn pointer(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => {
                pointer.push('/');
                pointer.push_str(&index.to_string());
            }
            Segment::Map { key } => push(&mut pointer, key),
            // Enum variants and unknown steps have no place in the JSON text.
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

fn push(pointer: &mut String, name: &str) {
    let short: String = name.chars().take(LONGEST_NAME).collect();
    problems::push_token(pointer, &short);
}

fn ends_with(path: &Path, name: &str) -> bool {
    matches!(path.iter().next_back(), Some(Segment::Map { key }) if key == name)
}

fn quoted<'a>(message: &'a str, start: &str) -> Option<&'a str> {
    let rest = message.strip_prefix(start)?;
    // The name may itself hold a backtick, so look for serde's own text after it.
    let end = rest
        .find("`, expected ")
        .or_else(|| rest.find("`, there are no fields"))
        .or_else(|| rest.rfind('`'))?;
    rest.get(..end)
}

/// What was expected in the words of JSON: serde names structures and numbers
/// as they are called in Rust.
fn in_words_of_json(expected: &str) -> String {
    let expected = expected
        .split_once(" at line ")
        .map_or(expected, |(text, _)| text)
        .replace('`', "");
    match expected.as_str() {
        "a map" => "an object".to_owned(),
        "a sequence" => "an array".to_owned(),
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" | "u8" | "u16" | "u32" | "u64" | "u128"
        | "usize" => "an integer".to_owned(),
        structure if structure.starts_with("struct ") => "an object".to_owned(),
        _ => expected,
    }
}
