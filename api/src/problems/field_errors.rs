//! Faults of single members, each with a JSON Pointer (RFC 6901), and how `validator` reports
//! become such faults.

use std::borrow::Cow;

use domain::error::{FieldError, Params};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

use super::Text;

/// A fault as a problem carries it: with its texts, so that it can be stored and shown again in
/// either language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Fault {
    pub(super) pointer: String,
    pub(super) code: String,
    pub(super) message: Text,
    pub(super) limits: Map<String, Value>,
}

impl From<FieldError> for Fault {
    fn from(error: FieldError) -> Self {
        let limits = error
            .params
            .iter()
            .map(|(name, limit)| ((*name).to_owned(), limit_value(limit)))
            .collect();
        Self {
            pointer: error.pointer,
            code: error.code.to_owned(),
            message: error.message,
            limits,
        }
    }
}

/// Limits are kept as text; whole numbers go out as numbers.
fn limit_value(limit: &str) -> Value {
    limit
        .parse::<i64>()
        .map_or_else(|_| limit.into(), Value::from)
}

/// A fault of the shape without limits.
pub(crate) fn fault(pointer: impl Into<String>, code: &'static str) -> FieldError {
    of_shape(pointer, code, Params::new())
}

/// A fault of the shape that says what is allowed.
pub(crate) fn fault_with_limit(
    pointer: impl Into<String>,
    code: &'static str,
    name: &'static str,
    limit: impl Into<String>,
) -> FieldError {
    of_shape(pointer, code, Params::from([(name, limit.into())]))
}

fn of_shape(pointer: impl Into<String>, code: &'static str, params: Params) -> FieldError {
    FieldError {
        pointer: pointer.into(),
        code,
        message: shape_message(code, &params),
        params,
    }
}

/// Appends one reference token to a JSON Pointer, escaped by RFC 6901 section 3.
pub(crate) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    for character in token.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// All faults of a `validator` report, sorted by pointer.
///
/// `validator` names members by their Rust names, so wire types keep Rust names on the wire.
pub fn from_validator(report: &ValidationErrors) -> Vec<FieldError> {
    let mut faults = Vec::new();
    collect(report, "", &mut faults);
    faults.sort_by(|left, right| (&left.pointer, left.code).cmp(&(&right.pointer, right.code)));
    faults
}

fn collect(report: &ValidationErrors, base: &str, faults: &mut Vec<FieldError>) {
    for (field, kind) in report.errors() {
        let mut pointer = base.to_owned();
        // A rule on the whole struct is reported at the struct itself.
        if field != "__all__" {
            push_token(&mut pointer, field.strip_prefix("r#").unwrap_or(field));
        }
        match kind {
            ValidationErrorsKind::Field(errors) => {
                faults.extend(errors.iter().map(|error| broken_rule(&pointer, error)));
            }
            ValidationErrorsKind::Struct(inner) => collect(inner, &pointer, faults),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    collect(inner, &format!("{pointer}/{index}"), faults);
                }
            }
        }
    }
}

fn broken_rule(pointer: &str, error: &ValidationError) -> FieldError {
    // Codes and limits of rules are literals; `value` and `other` are what the caller sent and must
    // not go back.
    let params = error
        .params
        .iter()
        .filter_map(|(name, limit)| match name {
            Cow::Borrowed(name) if !matches!(*name, "value" | "other") => {
                Some((*name, plain(limit)))
            }
            _ => None,
        })
        .collect();
    let code = match error.code {
        Cow::Borrowed(code) => code,
        Cow::Owned(_) => "invalid_value",
    };
    of_shape(pointer, code, params)
}

/// A limit as text. Bounds of whole numbers may come as 200.0.
fn plain(limit: &Value) -> String {
    match limit {
        Value::String(text) => text.clone(),
        other => {
            let text = other.to_string();
            text.strip_suffix(".0")
                .map_or_else(|| text.clone(), str::to_owned)
        }
    }
}

/// What a fault of a document's shape says, of which serde and `validator` give the code and the
/// limits. The faults of its content are declared by [`domain::faults!`].
fn shape_message(code: &str, params: &Params) -> Text {
    let limit = |name: &str| params.get(name);
    match (code, limit("min"), limit("max"), limit("expected")) {
        ("length", Some(min), Some(max), _) => Text::new(
            format!("长度须为 {min} 至 {max}"),
            format!("must have a length of {min} to {max}"),
        ),
        ("length", Some(min), None, _) => Text::new(
            format!("长度至少为 {min}"),
            format!("must have a length of at least {min}"),
        ),
        ("length", None, Some(max), _) => Text::new(
            format!("长度至多为 {max}"),
            format!("must have a length of at most {max}"),
        ),
        ("range", Some(min), Some(max), _) => Text::new(
            format!("须在 {min} 至 {max} 之间"),
            format!("must be {min} to {max}"),
        ),
        ("range", Some(min), None, _) => {
            Text::new(format!("不得小于 {min}"), format!("must be at least {min}"))
        }
        ("range", None, Some(max), _) => {
            Text::new(format!("不得大于 {max}"), format!("must be at most {max}"))
        }
        ("missing_member", ..) => Text::new("缺少此成员", "is required"),
        ("unknown_member", ..) => Text::new("没有此成员", "is not a known member"),
        ("duplicate_member", ..) => Text::new("成员重复", "is given more than once"),
        ("invalid_encoding", ..) => Text::new(
            "须为 UTF-8 编码，不得含 NUL 字符",
            "must be UTF-8 without NUL characters",
        ),
        ("unknown_value", .., Some(expected)) => {
            let values = expected.trim_start_matches("one of ").replace(" or ", ", ");
            Text::new(
                format!("只能取：{}", values.replace(", ", "、")),
                format!("must be one of {values}"),
            )
        }
        ("invalid_type" | "invalid_value", .., Some(expected)) => Text::new(
            format!("应为{}", in_chinese(expected)),
            format!("must be {expected}"),
        ),
        _ => Text::new("该值无效", "The value is not valid."),
    }
}

/// What was expected, where serde says it in its own words.
fn in_chinese(expected: &str) -> &str {
    match expected {
        "a boolean" => "布尔值 true 或 false",
        "a date or a time" => {
            "日期（如 2026-03-02）或者带时区的时间（如 2026-03-02T08:00:00+08:00）"
        }
        "a string" => "字符串",
        "a UUID" => "UUID",
        "an array" => "数组",
        "an integer" => "整数",
        "an object" => "对象",
        other => other,
    }
}
