//! The JSON body of a request.

use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap};
use actix_web::web::{Bytes, BytesMut};
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;
use validator::Validate;

use super::shape;
use crate::problems::{self, Code, Problem, from_validator};
use crate::services::Services;

/// A JSON body that has the agreed shape.
///
/// In this order: another media type or a content coding is 415, too many bytes 413, not JSON (wrong encoding, NUL,
/// nested too deeply) 400 `malformed_json`, another shape 400 `invalid_body` with the member, and
/// values that break the shape's limits 422 `invalid_data` with all of them.
#[derive(Debug)]
pub struct Body<T> {
    /// The parsed body.
    pub value: T,
    /// The bytes as sent: an idempotent call is recognised by them.
    pub raw: Bytes,
}

/// What a body can be read as.
pub trait FromBody: Sized {
    /// Reads the bytes of a body, or says what is wrong with them.
    fn from_body(raw: &[u8]) -> Result<Self, Problem>;
}

impl<T: DeserializeOwned + Validate> FromBody for T {
    fn from_body(raw: &[u8]) -> Result<Self, Problem> {
        parse(raw)
    }
}

impl<T: FromBody + 'static> FromRequest for Body<T> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let media_type = check_media_type(request);
        let limit = Services::of(request).map(|services| services.body_limit);
        let headers = request.headers().clone();
        let payload = payload.take();
        Box::pin(async move {
            media_type?;
            let raw = read_limited(&headers, payload, limit?).await?;
            let value = T::from_body(&raw)?;
            Ok(Self { value, raw })
        })
    }
}

fn check_media_type(request: &HttpRequest) -> Result<(), Problem> {
    let unsupported = || Problem::new(Code::UnsupportedMediaType);
    let media_type = request.mime_type().ok().flatten().ok_or_else(unsupported)?;
    let json = match media_type.essence_str() {
        "application/json" => true,
        // RFC 7396; other patches, such as RFC 6902, mean something else by the same words.
        "application/merge-patch+json" => request.method() == Method::PATCH,
        _ => false,
    };
    if !json {
        return Err(unsupported());
    }
    // RFC 8259 section 8.1: JSON that is exchanged between systems is UTF-8.
    match media_type.get_param("charset") {
        Some(charset) if charset != "utf-8" => Err(unsupported().detail(
            "Content-Type 的 charset 只能写作 utf-8，也可以不写",
            "The charset of the Content-Type must be written utf-8, or left out",
        )),
        _ => Ok(()),
    }
}

/// Refuses a body that is compressed or otherwise coded.
pub(crate) fn check_coding(headers: &HeaderMap) -> Result<(), Problem> {
    let plain = headers.get_all(header::CONTENT_ENCODING).all(|coding| {
        let coding = coding.as_bytes().trim_ascii();
        coding.is_empty() || coding.eq_ignore_ascii_case(b"identity")
    });
    if plain {
        Ok(())
    } else {
        Err(Problem::coded_body())
    }
}

/// Reads a body of at most so many bytes; one that says of itself that it is larger, or coded, is not
/// read.
pub(crate) async fn read_limited(
    headers: &HeaderMap,
    mut payload: Payload,
    limit: usize,
) -> Result<Bytes, Problem> {
    check_coding(headers)?;
    let declared = headers
        .get(header::CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok())
        .and_then(|length| length.parse::<usize>().ok());
    if declared.is_some_and(|length| length > limit) {
        return Err(too_large(limit));
    }
    let mut raw = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|error| Problem::new(Code::BadRequest).caused_by(error))?;
        if raw.len() + chunk.len() > limit {
            return Err(too_large(limit));
        }
        raw.extend_from_slice(&chunk);
    }
    Ok(raw.freeze())
}

fn too_large(limit: usize) -> Problem {
    Problem::new(Code::PayloadTooLarge).with("max_bytes", limit.into())
}

/// Parses a JSON text and checks its shape, as [`Body`] does.
pub fn parse<T: DeserializeOwned + Validate>(raw: &[u8]) -> Result<T, Problem> {
    let value: T = read(raw)?;
    value
        .validate()
        .map_err(|report| Problem::invalid_data(from_validator(&report)))?;
    Ok(value)
}

/// Parses a JSON text and checks which members it has, but not their limits.
pub(super) fn read<T: DeserializeOwned>(raw: &[u8]) -> Result<T, Problem> {
    check_encoding(raw)?;
    if holds_nul(raw) {
        return Err(Problem::new(Code::MalformedJson)
            .detail("正文含有 NUL 字符", "The body holds a NUL character"));
    }
    // serde also takes a list of an object's values in their order; the contract does not.
    if raw.trim_ascii_start().starts_with(b"[") {
        let whole = String::new();
        return Err(Problem::new(Code::InvalidBody)
            .detail("正文须为 JSON 对象", "The body must be a JSON object")
            .error(problems::fault(whole, "invalid_type")));
    }
    let mut reader = serde_json::Deserializer::from_slice(raw);
    let value: T = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let inner = error.inner();
        if inner.is_data() || is_json(raw) {
            Problem::new(Code::InvalidBody).error(shape::fault(error.path(), &inner.to_string()))
        } else {
            malformed(inner)
        }
    })?;
    reader.end().map_err(|error| malformed(&error))?;
    Ok(value)
}

/// Refuses what is no plain UTF-8, in words that say so.
fn check_encoding(raw: &[u8]) -> Result<(), Problem> {
    let (zh, en) = match raw {
        // RFC 8259 section 8.1: senders of JSON must not add one.
        [0xEF, 0xBB, 0xBF, ..] => (
            "正文以字节顺序标记（BOM）开头，请保存为无 BOM 的 UTF-8".to_owned(),
            "The body begins with a byte order mark (BOM); send UTF-8 without it".to_owned(),
        ),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => (
            "正文为 UTF-16 编码，请改为 UTF-8".to_owned(),
            "The body is UTF-16; send UTF-8".to_owned(),
        ),
        _ => {
            let Err(error) = std::str::from_utf8(raw) else {
                return Ok(());
            };
            let at = error.valid_up_to() + 1;
            (
                format!("正文不是 UTF-8 编码，第 {at} 个字节有误"),
                format!("The body is not UTF-8: fault at byte {at}"),
            )
        }
    };
    Err(Problem::new(Code::MalformedJson).detail(zh, en))
}

/// Whether the text is JSON after all. serde calls it bad syntax when something other than a word
/// is given for one of a closed list.
fn is_json(raw: &[u8]) -> bool {
    serde_json::from_slice::<serde_json::Value>(raw).is_ok()
}

fn malformed(error: &serde_json::Error) -> Problem {
    let (line, column) = (error.line(), error.column());
    Problem::new(Code::MalformedJson).detail(
        format!("第 {line} 行第 {column} 列有误"),
        format!("Fault at line {line}, column {column}"),
    )
}

/// Whether a string in the JSON text holds U+0000, which PostgreSQL cannot store.
fn holds_nul(raw: &[u8]) -> bool {
    const ESCAPE: &[u8] = b"\\u0000";
    raw.contains(&0)
        || raw.windows(ESCAPE.len()).enumerate().any(|(at, window)| {
            window == ESCAPE
                // An even number of backslashes before it: this one starts the escape.
                && raw
                    .get(..at)
                    .unwrap_or_default()
                    .iter()
                    .rev()
                    .take_while(|byte| **byte == b'\\')
                    .count()
                    .is_multiple_of(2)
        })
}
