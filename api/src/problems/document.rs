//! Problems as `application/problem+json` (RFC 9457), in the language of the caller.

use actix_web::http::header::{
    self, HeaderName, HeaderValue, LanguageTag, Preference, Quality, QualityItem,
};
use actix_web::{HttpMessage, HttpResponse};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::{Problem, Text};

/// 问题说明 / A problem document (RFC 9457). Some codes add members of their own.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemDocument {
    /// 说明此问题的网页 / The address of a page that explains the problem.
    #[schema(format = "uri", example = "http://localhost:8080/problems/not_found")]
    r#type: String,
    /// 标题 / A short title in the language asked for.
    #[schema(example = "没有找到")]
    title: &'static str,
    /// HTTP 状态码 / The HTTP status.
    #[schema(minimum = 400, maximum = 599, example = 404)]
    status: u16,
    /// 本次的具体情况 / What happened in this case.
    detail: String,
    /// 稳定的问题代码 / The stable code to program against.
    #[schema(example = "not_found")]
    code: &'static str,
    /// 追踪编号，询问管理员时请提供 / The id to give to the administrator.
    #[schema(
        min_length = 32,
        max_length = 32,
        example = "4bf92f3577b34da6a3ce929d0e0e4736"
    )]
    trace_id: String,
    /// 逐项错误 / The faults of single members; absent if there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    errors: Vec<ProblemFieldError>,
    #[serde(flatten)]
    #[schema(ignore)]
    extensions: Map<String, Value>,
}

/// 一项错误 / The fault of one member; of what was sent it names at most one character that cannot be there.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemFieldError {
    /// 出错成员的 JSON Pointer；查询参数写作 /参数名 / JSON Pointer of the member (RFC 6901); `/name` for a query parameter.
    #[schema(example = "/name")]
    pointer: String,
    /// 稳定的错误代码 / The stable code of the fault.
    #[schema(example = "length")]
    code: String,
    /// 说明 / What is wrong, in the language asked for.
    message: String,
    /// 限制；文字中有误的字符及其位置 / What is allowed; of a text the wrong character and its place. Absent if there is nothing to say.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[schema(required = false, value_type = Object)]
    limits: Map<String, Value>,
}

/// Marks an error answer that has a format of its own, such as RFC 6749 section 5.2 at
/// `/oauth/token`: put it into the response's extensions.
#[derive(Debug, Clone, Copy)]
pub struct AsIs;

/// The answer of a problem in a language.
pub(crate) fn render(
    problem: &Problem,
    language: Language,
    public_url: &str,
    trace_id: &str,
) -> HttpResponse {
    let code = problem.code();
    let document = document(problem, language, public_url, trace_id);
    let body = serde_json::to_vec(&document).unwrap_or_default();
    let mut response = HttpResponse::build(code.status());
    response
        .content_type("application/problem+json")
        .insert_header((header::CONTENT_LANGUAGE, language.tag()))
        .insert_header((header::VARY, "Accept-Language"));
    let mut text_header = |name: HeaderName, value: Option<String>| {
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
            response.insert_header((name, value));
        }
    };
    text_header(header::WWW_AUTHENTICATE, problem.challenge());
    text_header(header::ALLOW, problem.0.allow.clone());
    text_header(
        header::ACCEPT_ENCODING,
        problem.0.accept_encoding.map(str::to_owned),
    );
    text_header(
        header::CONTENT_RANGE,
        problem
            .0
            .whole_length
            .map(|length| format!("bytes */{length}")),
    );
    text_header(
        header::RETRY_AFTER,
        problem.retry_seconds().map(|seconds| seconds.to_string()),
    );
    response.body(body)
}

fn document(
    problem: &Problem,
    language: Language,
    public_url: &str,
    trace_id: &str,
) -> ProblemDocument {
    let code = problem.code();
    let in_english = language == Language::English;
    let (title, help) = if in_english {
        (code.title_en(), code.help_en())
    } else {
        (code.title_zh(), code.help_zh())
    };
    let say = |text: &Text| {
        if in_english {
            text.en.clone()
        } else {
            text.zh.clone()
        }
    };
    let mut extensions = problem.0.extensions.clone();
    if let Some(path) = &problem.0.location {
        let address = format!("{public_url}{path}");
        extensions.insert("location".to_owned(), address.into());
    }
    ProblemDocument {
        r#type: format!("{public_url}/problems/{}", code.as_str()),
        title,
        status: code.status().as_u16(),
        detail: problem
            .0
            .detail
            .as_ref()
            .map_or_else(|| help.to_owned(), say),
        code: code.as_str(),
        trace_id: trace_id.to_owned(),
        errors: problem
            .0
            .errors
            .iter()
            .map(|error| ProblemFieldError {
                pointer: error.pointer.clone(),
                code: error.code.clone(),
                message: say(&error.message),
                limits: error.limits.clone(),
            })
            .collect(),
        extensions,
    }
}

/// The languages of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Chinese, the default.
    Chinese,
    /// English.
    English,
}

impl Language {
    /// The language the caller prefers (RFC 9110 section 12.5.4); Chinese on a tie, when neither is
    /// acceptable and when the header cannot be read.
    pub fn of(request: &impl HttpMessage) -> Self {
        Self::preferred(request.headers().get_all(header::ACCEPT_LANGUAGE))
    }

    /// The same by the values of `Accept-Language` alone.
    pub fn preferred<'a>(values: impl Iterator<Item = &'a HeaderValue> + 'a) -> Self {
        type Range = QualityItem<Preference<LanguageTag>>;
        let Ok(ranges) = header::from_comma_delimited::<_, Range>(values) else {
            return Self::Chinese;
        };
        let chinese = quality(&ranges, |tag| tag.primary_language() == "zh");
        let english = quality(&ranges, |tag| tag.primary_language() == "en");
        if english > chinese {
            Self::English
        } else {
            Self::Chinese
        }
    }

    /// The value of `Content-Language`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }
}

/// The weight of the ranges that `is_wanted`; a named range beats `*`.
fn quality<T: std::str::FromStr>(
    ranges: &[QualityItem<Preference<T>>],
    is_wanted: impl Fn(&T) -> bool,
) -> Quality {
    let best = |named: bool| {
        ranges
            .iter()
            .filter(|range| match &range.item {
                Preference::Specific(tag) => named && is_wanted(tag),
                Preference::Any => !named,
            })
            .map(|range| range.quality)
            .max()
    };
    best(true).or_else(|| best(false)).unwrap_or(Quality::ZERO)
}
