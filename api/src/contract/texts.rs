//! Texts with limits, which stand in the contract where they are used.
//!
//! The derive of `ToSchema` refers to every type but the simplest by its name. The name of a text says
//! its limits, so that the text can be put in the place of such a reference.

use utoipa::openapi::schema::{Object, ObjectBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{Ref, RefOr};

/// How the names of texts of one line begin.
const LINE: &str = "BoundedText";

/// How the names of texts begin that may have several paragraphs.
const PARAGRAPHS: &str = "BoundedParagraphs";

/// What a text of one line matches.
const ONE_LINE: &str = r"^[^\n\r]*$";

/// The name of a text of `min` to `max` characters.
pub(crate) fn name(paragraphs: bool, min: usize, max: usize) -> String {
    let name = if paragraphs { PARAGRAPHS } else { LINE };
    format!("{name}{min}To{max}")
}

/// The schema of such a text.
pub(crate) fn schema(paragraphs: bool, min: usize, max: usize) -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(min))
        .max_length(Some(max))
        .pattern((!paragraphs).then_some(ONE_LINE))
        .build()
}

/// The text that a name names; none for any other name.
pub(super) fn named(name: &str) -> Option<Object> {
    let (paragraphs, limits) = match name.strip_prefix(PARAGRAPHS) {
        Some(limits) => (true, limits),
        None => (false, name.strip_prefix(LINE)?),
    };
    let (min, max) = limits.split_once("To")?;
    Some(schema(paragraphs, min.parse().ok()?, max.parse().ok()?))
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
    let mut text = named(name)?;
    text.description = Some(reference.description.clone()).filter(|text| !text.is_empty());
    Some(text)
}
