//! Bodies that are no JSON.

use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::{Content, OpenApi, RefOr};

use crate::routes::operations;

/// How the one media type is named whose body is no JSON and yet has members.
const FORM: &str = "application/x-www-form-urlencoded";

/// Describes what is no JSON by its media type alone: pages have no schema, and files have the one that
/// generators read as a file.
pub(super) fn describe(document: &mut OpenApi) {
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        if let Some(RefOr::T(body)) = &mut operation.request_body {
            body.content.iter_mut().for_each(describe_one);
        }
        for response in operation.responses.responses.values_mut() {
            if let RefOr::T(response) = response {
                response.content.iter_mut().for_each(describe_one);
            }
        }
    }
    if let Some(components) = &mut document.components {
        components.schemas.retain(|_, schema| !is_file(schema));
    }
}

fn describe_one((media_type, content): (&String, &mut RefOr<Content>)) {
    if has_members(media_type) {
        return;
    }
    if let RefOr::T(content) = content {
        content.schema = (!media_type.starts_with("text/")).then(file);
    }
}

/// Whether bodies of a media type have members, which a schema can describe.
pub(super) fn has_members(media_type: &str) -> bool {
    media_type.ends_with("json") || media_type == FORM
}

/// The bytes of a file. `format` says in version 3.0 of OpenAPI what the media type alone says in 3.1;
/// generators go by it.
fn file() -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)))
        .into()
}

/// Whether a named schema is that of bytes, which stands only where a media type uses it.
fn is_file(schema: &RefOr<Schema>) -> bool {
    matches!(schema, RefOr::T(Schema::Object(object))
        if object.format == Some(SchemaFormat::KnownFormat(KnownFormat::Binary)))
}
