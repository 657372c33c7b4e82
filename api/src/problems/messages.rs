//! What each field fault says, in both languages, by its code.

use serde_json::Value;

use super::{FieldError, Text};

/// The message for one fault; an unknown code gets a general sentence.
pub(super) fn message(error: &FieldError) -> Text {
    let limit = |name: &str| error.limits.get(name).map(plain);
    match (error.code.as_ref(), limit("min"), limit("max")) {
        ("length", Some(min), Some(max)) => Text::new(
            format!("长度须为 {min} 至 {max}"),
            format!("must have a length of {min} to {max}"),
        ),
        ("length", Some(min), None) => Text::new(
            format!("长度至少为 {min}"),
            format!("must have a length of at least {min}"),
        ),
        ("length", None, Some(max)) => Text::new(
            format!("长度至多为 {max}"),
            format!("must have a length of at most {max}"),
        ),
        ("range", Some(min), Some(max)) => Text::new(
            format!("须在 {min} 至 {max} 之间"),
            format!("must be {min} to {max}"),
        ),
        ("range", Some(min), None) => {
            Text::new(format!("不得小于 {min}"), format!("must be at least {min}"))
        }
        ("range", None, Some(max)) => {
            Text::new(format!("不得大于 {max}"), format!("must be at most {max}"))
        }
        ("missing_member", ..) => Text::new("缺少此成员", "is required"),
        ("unknown_member", ..) => Text::new("没有此成员", "is not a known member"),
        ("duplicate_member", ..) => Text::new("成员重复", "is given more than once"),
        ("unknown_value", ..) => match limit("expected") {
            Some(expected) => {
                Text::new(format!("只能取：{expected}"), format!("must be {expected}"))
            }
            None => general(),
        },
        ("invalid_type", ..) => match limit("expected") {
            Some(expected) => Text::new(
                format!("类型不对，应为 {expected}"),
                format!("must be {expected}"),
            ),
            None => general(),
        },
        ("email", ..) => Text::new("不是电子邮件地址", "is not an e-mail address"),
        ("url", ..) => Text::new("不是网址", "is not a URL"),
        ("required", ..) => Text::new("必须填写", "must be given"),
        _ => general(),
    }
}

fn general() -> Text {
    Text::new("内容不符合要求", "is not acceptable")
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        // Bounds of whole numbers may come as 200.0.
        Value::Number(number) => {
            let text = number.to_string();
            text.strip_suffix(".0")
                .map_or_else(|| text.clone(), str::to_owned)
        }
        other => other.to_string(),
    }
}
