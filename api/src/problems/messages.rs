//! What the faults of a document's shape say, of which serde and `validator` tell the code and the
//! limits. The faults of its content are declared by [`domain::faults!`].

use domain::error::Params;

use super::Text;

pub(super) fn shape_message(code: &str, params: &Params) -> Text {
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
