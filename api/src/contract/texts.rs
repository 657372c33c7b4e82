//! Texts with limits, which stand in the contract where they are used.
//!
//! The derive of `ToSchema` refers to every type but the simplest by its name. The name of a text says
//! its limits, so that the text can be put in the place of such a reference.

use utoipa::openapi::schema::{Object, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{Ref, RefOr};

/// How the names of all texts begin.
const NAME: &str = "BoundedText";

/// The name of a text of `min` to `max` characters.
pub(crate) fn name(min: usize, max: usize) -> String {
    format!("{NAME}{min}To{max}")
}

/// The schema of such a text.
pub(crate) fn schema(min: usize, max: usize) -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(min))
        .max_length(Some(max))
        .build()
}

/// The limits in the name of a text.
pub(super) fn limits(name: &str) -> Option<(usize, usize)> {
    let (min, max) = name.strip_prefix(NAME)?.split_once("To")?;
    Some((min.parse().ok()?, max.parse().ok()?))
}

/// Makes a member that refers to a text that text itself.
pub(crate) fn write_out(member: &mut RefOr<Schema>) {
    let text = match member {
        RefOr::Ref(reference) => referred(reference),
        // An optional member: the text or `null`.
        RefOr::T(Schema::OneOf(one)) => match one.items.first() {
            Some(RefOr::Ref(reference)) => referred(reference).map(|mut text| {
                text.schema_type = SchemaType::Array(vec![Type::String, Type::Null]);
                text
            }),
            _ => None,
        },
        RefOr::T(_) => None,
    };
    if let Some(text) = text {
        *member = text.into();
    }
}

/// The text that a reference names, with the description that stands beside the reference.
fn referred(reference: &Ref) -> Option<Object> {
    let (_, name) = reference.ref_location.rsplit_once('/')?;
    let (min, max) = limits(name)?;
    let mut text = schema(min, max);
    text.description = Some(reference.description.clone()).filter(|text| !text.is_empty());
    Some(text)
}
