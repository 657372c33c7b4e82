//! The problems that any operation can answer with, added from what the operation is, so that no
//! handler has to repeat them. What a handler declares itself stays.

use utoipa::openapi::path::{Operation, ParameterIn, PathItem};
use utoipa::openapi::{Components, ContentBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder};

use crate::problems::{Code, ProblemDocument, ProblemFieldError};

/// One shared answer: its name under `components.responses`, its status, and the codes it may have.
struct Shared {
    name: &'static str,
    status: &'static str,
    codes: &'static [Code],
    applies: fn(&Operation) -> bool,
}

const SHARED: &[Shared] = &[
    Shared {
        name: "BadRequest",
        status: "400",
        codes: &[
            Code::BadRequest,
            Code::MalformedJson,
            Code::InvalidBody,
            Code::InvalidQuery,
            Code::InvalidPath,
            Code::InvalidHeader,
            Code::InvalidCursor,
        ],
        applies: |operation| operation.request_body.is_some() || operation.parameters.is_some(),
    },
    Shared {
        name: "Unauthorized",
        status: "401",
        codes: &[Code::MissingToken, Code::InvalidToken],
        applies: is_protected,
    },
    Shared {
        name: "Forbidden",
        status: "403",
        codes: &[
            Code::InsufficientScope,
            Code::OfficerRequired,
            Code::OfficerNotAllowed,
            Code::AccessPurposeRequired,
        ],
        applies: is_protected,
    },
    Shared {
        name: "NotFound",
        status: "404",
        codes: &[Code::NotFound],
        applies: |operation| has(operation, &ParameterIn::Path, ""),
    },
    Shared {
        name: "Conflict",
        status: "409",
        codes: &[Code::IdempotencyInProgress],
        applies: |operation| has(operation, &ParameterIn::Header, "idempotency-key"),
    },
    Shared {
        name: "StaleVersion",
        status: "412",
        codes: &[Code::StaleVersion],
        applies: |operation| has(operation, &ParameterIn::Header, "if-match"),
    },
    Shared {
        name: "PayloadTooLarge",
        status: "413",
        codes: &[Code::PayloadTooLarge],
        applies: |operation| operation.request_body.is_some(),
    },
    Shared {
        name: "UnsupportedMediaType",
        status: "415",
        codes: &[Code::UnsupportedMediaType],
        applies: |operation| operation.request_body.is_some(),
    },
    Shared {
        name: "InvalidData",
        status: "422",
        codes: &[
            Code::InvalidData,
            Code::IdempotencyKeyReused,
            Code::CalendarNotPublished,
        ],
        applies: |operation| operation.request_body.is_some(),
    },
    Shared {
        name: "PreconditionRequired",
        status: "428",
        codes: &[Code::PreconditionRequired],
        applies: |operation| has(operation, &ParameterIn::Header, "if-match"),
    },
    Shared {
        name: "RateLimited",
        status: "429",
        codes: &[Code::RateLimited],
        applies: |_| true,
    },
    Shared {
        name: "InternalError",
        status: "500",
        codes: &[Code::InternalError],
        applies: |_| true,
    },
    Shared {
        name: "Unavailable",
        status: "503",
        codes: &[Code::StoreUnavailable, Code::Overloaded],
        applies: |_| true,
    },
];

/// Adds the shared answers and refers to them from every operation they apply to.
pub(super) fn add_problems(document: &mut OpenApi) {
    let components = document.components.get_or_insert_with(Components::new);
    for (name, schema) in [
        (
            "Problem",
            <ProblemDocument as utoipa::PartialSchema>::schema(),
        ),
        (
            "ProblemFieldError",
            <ProblemFieldError as utoipa::PartialSchema>::schema(),
        ),
    ] {
        components.schemas.insert(name.to_owned(), schema);
    }
    for shared in SHARED {
        components
            .responses
            .insert(shared.name.to_owned(), RefOr::T(response(shared.codes)));
    }
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        for shared in SHARED {
            if !(shared.applies)(operation) {
                continue;
            }
            operation
                .responses
                .responses
                .entry(shared.status.to_owned())
                .or_insert_with(|| RefOr::Ref(Ref::from_response_name(shared.name)));
        }
    }
}

fn response(codes: &[Code]) -> Response {
    let description = codes
        .iter()
        .map(|code| {
            format!(
                "`{}`: {} / {}",
                code.as_str(),
                code.title_zh(),
                code.title_en()
            )
        })
        .collect::<Vec<_>>()
        .join("\n\n");
    let content = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name("Problem")))
        .build();
    ResponseBuilder::new()
        .description(description)
        .content("application/problem+json", content)
        .build()
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [
        &mut item.get,
        &mut item.post,
        &mut item.put,
        &mut item.patch,
        &mut item.delete,
    ]
    .into_iter()
    .flatten()
}

fn is_protected(operation: &Operation) -> bool {
    operation
        .security
        .as_ref()
        .is_some_and(|security| !security.is_empty())
}

/// Whether the operation has a parameter of that place and name; an empty name is any.
fn has(operation: &Operation, place: &ParameterIn, name: &str) -> bool {
    operation
        .parameters
        .iter()
        .flatten()
        .any(|parameter| match parameter {
            RefOr::T(parameter) => {
                parameter.parameter_in == *place
                    && (name.is_empty() || parameter.name.eq_ignore_ascii_case(name))
            }
            RefOr::Ref(_) => false,
        })
}
