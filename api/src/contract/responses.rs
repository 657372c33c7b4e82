//! The problems that each operation can answer with. Most follow from what the operation is (it has
//! a body, a path variable, needs a token …), so no handler repeats them. What only the operation
//! itself knows, it declares: `extensions(("x-problem-codes" = json!(["person_exists"])))`.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use serde_json::{Value, json};
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{Operation, ParameterIn};
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{Components, ContentBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder};

use crate::problems::{Code, ProblemDocument, ProblemFieldError};
use crate::routes::operations;

/// Where an operation declares its own codes, and where the contract then lists all of them.
const PROBLEM_CODES: &str = "x-problem-codes";

/// Lists the codes of every operation and refers to one shared answer for each status.
pub(super) fn add_problems(document: &mut OpenApi) {
    let mut used: BTreeMap<u16, StatusCode> = BTreeMap::new();
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        // An operation that is open says so, instead of leaving it to be guessed.
        operation.security.get_or_insert_with(Vec::new);
        let codes = codes_of(operation);
        for status in codes.iter().map(|code| code.status()) {
            used.insert(status.as_u16(), status);
            operation
                .responses
                .responses
                .entry(status.as_str().to_owned())
                .or_insert_with(|| RefOr::Ref(Ref::from_response_name(component_name(status))));
        }
        // A declared name that is no code stays, so that the lint test finds it.
        let misspelt = declared(operation)
            .into_iter()
            .filter(|name| Code::parse(name).is_none());
        let names: Vec<&str> = codes
            .iter()
            .map(|code| code.as_str())
            .chain(misspelt)
            .collect();
        let names = json!(names);
        operation
            .extensions
            .get_or_insert_with(Extensions::default)
            .insert(PROBLEM_CODES.to_owned(), names);
    }
    let components = document.components.get_or_insert_with(Components::new);
    for (name, schema) in [
        (
            "Problem",
            with_others(<ProblemDocument as utoipa::PartialSchema>::schema()),
        ),
        (
            "ProblemFieldError",
            <ProblemFieldError as utoipa::PartialSchema>::schema(),
        ),
    ] {
        components.schemas.insert(name.to_owned(), schema);
    }
    for status in used.into_values() {
        components
            .responses
            .insert(component_name(status), RefOr::T(response(status)));
    }
}

/// The schema of an object that may have members beyond those it names.
fn with_others(mut schema: RefOr<Schema>) -> RefOr<Schema> {
    if let RefOr::T(Schema::Object(object)) = &mut schema {
        object.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(true)));
    }
    schema
}

/// Adds what follows from the parameters of a read: a list has a `Link` to its next page, and what is
/// read under a condition has an `ETag` and may be 304.
pub(super) fn add_headers(document: &mut OpenApi) {
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        let is_read = operation.request_body.is_none();
        if is_read && has(operation, &ParameterIn::Query, Some("cursor")) {
            let optional = SchemaType::from_iter([Type::String, Type::Null]);
            let next = "下一页 / The next page (RFC 8288)";
            add_header(operation, "Link", optional, next);
        }
        if has(operation, &ParameterIn::Header, Some("If-None-Match")) {
            let tag = "供 If-None-Match 使用 / For `If-None-Match`";
            add_header(operation, "ETag", Type::String.into(), tag);
            operation
                .responses
                .responses
                .entry("304".to_owned())
                .or_insert_with(|| Response::new("没有变化 / Not changed").into());
        }
    }
}

/// Adds a header to the 200 of an operation that does not describe it itself.
fn add_header(operation: &mut Operation, name: &str, kind: SchemaType, description: &str) {
    if let Some(RefOr::T(response)) = operation.responses.responses.get_mut("200") {
        response.headers.entry(name.to_owned()).or_insert_with(|| {
            HeaderBuilder::new()
                .schema(Some(ObjectBuilder::new().schema_type(kind)))
                .description(Some(description))
                .build()
                .into()
        });
    }
}

/// All codes of an operation, in the order of the registry.
fn codes_of(operation: &Operation) -> Vec<Code> {
    let declared = declared(operation);
    Code::ALL
        .iter()
        .copied()
        .filter(|code| declared.contains(&code.as_str()) || follows(*code, operation))
        .collect()
}

/// The codes that an operation declares itself.
fn declared(operation: &Operation) -> Vec<&str> {
    operation
        .extensions
        .as_ref()
        .and_then(|extensions| extensions.get(PROBLEM_CODES))
        .and_then(Value::as_array)
        .map(|codes| codes.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default()
}

/// Whether an operation can answer with `code` because of what it is.
fn follows(code: Code, operation: &Operation) -> bool {
    let has_body = operation.request_body.is_some();
    match code {
        Code::MalformedJson | Code::InvalidBody => takes_json(operation),
        Code::PayloadTooLarge | Code::UnsupportedMediaType | Code::InvalidData => has_body,
        Code::InvalidQuery => has(operation, &ParameterIn::Query, None),
        Code::InvalidPath | Code::NotFound => has(operation, &ParameterIn::Path, None),
        Code::InvalidHeader => has(operation, &ParameterIn::Header, None),
        Code::InvalidCursor => ["cursor", "after"]
            .iter()
            .any(|name| has(operation, &ParameterIn::Query, Some(name))),
        Code::MissingToken | Code::InvalidToken | Code::InsufficientScope => {
            operation.security.as_ref().is_some_and(|s| !s.is_empty())
        }
        Code::OfficerRequired | Code::OfficerNotAllowed => {
            has(operation, &ParameterIn::Header, Some("On-Behalf-Of"))
        }
        Code::AccessPurposeRequired => has(operation, &ParameterIn::Header, Some("Access-Purpose")),
        Code::IdempotencyInProgress | Code::IdempotencyKeyReused => {
            has(operation, &ParameterIn::Header, Some("Idempotency-Key"))
        }
        Code::StaleVersion | Code::PreconditionRequired => {
            has(operation, &ParameterIn::Header, Some("If-Match"))
        }
        Code::RateLimited | Code::InternalError | Code::StoreUnavailable | Code::Overloaded => true,
        // Answered outside of operations, or declared by the operation.
        Code::BadRequest
        | Code::MethodNotAllowed
        | Code::NotAcceptable
        | Code::CityOnly
        | Code::PersonExists
        | Code::OrganisationExists
        | Code::ClientExists
        | Code::FileMerged
        | Code::NotPossible
        | Code::Gone
        | Code::AttachmentPartDiffers
        | Code::RangeNotSatisfiable
        | Code::StepNotPossible
        | Code::Unprintable
        | Code::FactsStand
        | Code::CalendarNotLoaded
        | Code::PolicyNotInForce
        | Code::FeedPlaceUnknown
        | Code::TypefaceMissing
        | Code::Superseded => false,
    }
}

/// Whether the operation has a body that is read as text: JSON, or the form of a token.
fn takes_json(operation: &Operation) -> bool {
    match &operation.request_body {
        Some(RefOr::T(body)) => !body.content.contains_key("application/octet-stream"),
        Some(RefOr::Ref(_)) => true,
        None => false,
    }
}

/// `BadRequest`, `NotFound` and so on.
fn component_name(status: StatusCode) -> String {
    status
        .canonical_reason()
        .unwrap_or_else(|| status.as_str())
        .split(' ')
        .collect()
}

/// The shared answer of a status, which explains all codes that have it.
fn response(status: StatusCode) -> Response {
    let codes: Vec<Code> = Code::ALL
        .iter()
        .copied()
        .filter(|code| code.status() == status)
        .collect();
    let description = codes
        .iter()
        .map(|code| {
            format!(
                "- `{}`: {} / {}",
                code.as_str(),
                code.title_zh(),
                code.title_en()
            )
        })
        .collect::<Vec<_>>()
        .join("\n");
    let content = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name("Problem")))
        .example(codes.first().copied().map(example))
        .build();
    let mut response = ResponseBuilder::new()
        .description(description)
        .content("application/problem+json", content);
    let header = match status {
        StatusCode::UNAUTHORIZED => Some(("WWW-Authenticate", Type::String, "RFC 6750, section 3")),
        StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
            Some(("Retry-After", Type::Integer, "等待秒数 / Seconds to wait"))
        }
        _ => None,
    };
    if let Some((name, schema_type, description)) = header {
        let header = HeaderBuilder::new()
            .schema(Some(ObjectBuilder::new().schema_type(schema_type)))
            .description(Some(description))
            .build();
        response = response.header(name, header);
    }
    response.build()
}

fn example(code: Code) -> Value {
    json!({
        "type": format!("http://localhost:8080/problems/{}", code.as_str()),
        "title": code.title_zh(),
        "status": code.status().as_u16(),
        "detail": code.help_zh(),
        "code": code.as_str(),
        "trace_id": "4bf92f3577b34da6a3ce929d0e0e4736",
    })
}

/// Whether the operation has a parameter of that place and, where given, name.
fn has(operation: &Operation, place: &ParameterIn, name: Option<&str>) -> bool {
    operation
        .parameters
        .iter()
        .flatten()
        .any(|parameter| match parameter {
            RefOr::T(parameter) => {
                parameter.parameter_in == *place
                    && name.is_none_or(|name| parameter.name.eq_ignore_ascii_case(name))
            }
            RefOr::Ref(_) => false,
        })
}
