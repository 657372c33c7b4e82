//! The query of a request.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use chrono::NaiveDate;
use domain::calendar::{PartialDate, PartialDateError, Precision};
use domain::error::Coded as _;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use url::form_urlencoded;
use utoipa::IntoParams;
use utoipa::openapi::Required;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use validator::Validate;

use super::{paging, shape};
use crate::problems::{Code, Problem, fault, fault_with_limit, from_validator, push_token};

/// The name of the dry-run flag in the query.
const DRY_RUN: &str = "dry_run";

/// The typed query of a request; every fault is 400 `invalid_query` and names the parameter.
///
/// `limit`, `cursor`, `count` and `dry_run` belong to [`PageQuery`](super::PageQuery) and
/// [`DryRun`] and never reach `T`, so `T` may deny unknown fields.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + Validate> FromRequest for Query<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        request.extensions_mut().insert(ReadByOperation);
        ready(parse(request.query_string(), |name| !is_reserved(name)).map(Self))
    }
}

/// Whether the caller only wants to know what would happen: `dry_run=true`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DryRun(pub bool);

impl FromRequest for DryRun {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut values = form_urlencoded::parse(request.query_string().as_bytes())
            .filter(|(name, _)| name == DRY_RUN)
            .map(|(_, value)| value);
        ready(match (values.next().as_deref(), values.next()) {
            (None, _) | (Some("false"), None) => Ok(Self(false)),
            (Some("true"), None) => Ok(Self(true)),
            _ => Err(Problem::new(Code::InvalidQuery).error(fault_with_limit(
                "/dry_run",
                "unknown_value",
                "expected",
                "true, false",
            ))),
        })
    }
}

impl IntoParams for DryRun {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let flag = ObjectBuilder::new()
            .schema_type(Type::Boolean)
            .default(Some(false.into()));
        let parameter = ParameterBuilder::new()
            .name(DRY_RUN)
            .parameter_in(ParameterIn::Query)
            .required(Required::False)
            .description(Some("只试算，不保存 / Check only, keep nothing"))
            .schema(Some(flag))
            .build();
        vec![parameter]
    }
}

/// A query that the operation reads by itself, and refuses what it does not know there.
struct ReadByOperation;

/// Refuses what a command's query cannot say: with a mistyped `dry_run` it would be done in earnest.
pub(crate) fn require_known(request: &HttpRequest) -> Result<(), Problem> {
    let read = request.extensions().contains::<ReadByOperation>();
    if read || request.method().is_safe() {
        return Ok(());
    }
    parse::<NoQuery>(request.query_string(), |name| !is_reserved(name)).map(|NoQuery {}| ())
}

/// The query of an operation without parameters of its own.
#[derive(Debug, Deserialize, Validate)]
#[serde(deny_unknown_fields)]
pub struct NoQuery {}

fn is_reserved(name: &str) -> bool {
    name == DRY_RUN || paging::PARAMETERS.contains(&name)
}

/// Parses those parameters that `take` accepts by name.
pub(crate) fn parse<T: DeserializeOwned + Validate>(
    query: &str,
    take: impl Fn(&str) -> bool,
) -> Result<T, Problem> {
    let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes())
        .filter(|(name, _)| take(name))
        .collect();
    for (name, value) in &pairs {
        // U+FFFD replaces percent-encoded bytes that are no UTF-8.
        if [name, value]
            .iter()
            .any(|text| text.contains(['\0', '\u{FFFD}']))
        {
            let mut pointer = String::new();
            push_token(&mut pointer, &name.replace('\0', ""));
            return Err(Problem::new(Code::InvalidQuery).error(fault(pointer, "invalid_encoding")));
        }
    }
    let mut encoded = form_urlencoded::Serializer::new(String::new());
    encoded.extend_pairs(&pairs);
    let encoded = encoded.finish();
    let reader = serde_urlencoded::Deserializer::new(form_urlencoded::parse(encoded.as_bytes()));
    let value: T = serde_path_to_error::deserialize(reader).map_err(|error| {
        Problem::new(Code::InvalidQuery)
            .error(shape::fault(error.path(), &error.inner().to_string()))
    })?;
    value
        .validate()
        .map_err(|report| Problem::new(Code::InvalidQuery).errors(from_validator(&report)))?;
    Ok(value)
}

/// The day that the parameter `name` gives: 400 where it is no day (`NaiveDate` itself also reads
/// `2026-9-30`), 422 where it is one that the law does not reckon with.
pub fn query_date(name: &str, text: &str) -> Result<NaiveDate, Problem> {
    let refused = |error: PartialDateError| {
        let code = match error {
            PartialDateError::OutOfRange => Code::InvalidData,
            _ => Code::InvalidQuery,
        };
        Problem::new(code).error(error.at(format!("/{name}")))
    };
    PartialDate::parse(Precision::Day, Some(text))
        .map_err(refused)?
        .earliest()
        .ok_or_else(|| refused(PartialDateError::ValueMissing))
}
