//! Values of several kinds, told apart by a member.
//!
//! For an enum with `#[serde(tag = "kind")]` the derive of `ToSchema` gives `oneOf`, and in it for each
//! kind `allOf` of the kind's schema and an object with the tag. Several generators make one class of
//! that, with the members of all kinds. What all of them read as several classes is a schema with the
//! tag and a `discriminator`, of which the schema of each kind is a part (`allOf`).

use serde_json::{Map, Value, json};
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{AllOf, AllOfBuilder, Object, ObjectBuilder, OneOf, Schema, Type};
use utoipa::openapi::{OpenApi, Ref, RefOr};

/// One kind of a union.
struct Kind {
    /// Its schema.
    schema: Ref,
    /// The member that tells the kinds apart.
    tag: String,
    /// The value of that member.
    value: String,
}

/// Writes tagged unions so that generators know them.
pub(super) fn discriminate(document: &mut OpenApi) {
    let Some(components) = &mut document.components else {
        return;
    };
    let mut parts = Vec::new();
    for (name, schema) in &mut components.schemas {
        let RefOr::T(Schema::OneOf(union)) = schema else {
            continue;
        };
        let kinds: Option<Vec<Kind>> = union.items.iter().map(kind).collect();
        if let Some(kinds) = kinds
            && let Some(base) = base(union, &kinds)
        {
            *schema = base.into();
            let of = |kind: Kind| (Ref::from_schema_name(name), kind.schema.ref_location);
            parts.extend(kinds.into_iter().map(of));
        }
    }
    for (base, location) in parts {
        let (_, name) = location.rsplit_once('/').unwrap_or_default();
        if let Some(RefOr::T(schema)) = components.schemas.get_mut(name) {
            add_base(schema, base);
        }
    }
}

/// The kind that an item of `oneOf` is, if it has the form that the derive gives.
fn kind(item: &RefOr<Schema>) -> Option<Kind> {
    let RefOr::T(Schema::AllOf(AllOf { items, .. })) = item else {
        return None;
    };
    let [RefOr::Ref(schema), RefOr::T(Schema::Object(tagged))] = items.as_slice() else {
        return None;
    };
    let (tag, RefOr::T(Schema::Object(member))) = tagged.properties.first()? else {
        return None;
    };
    let [Value::String(value)] = member.enum_values.as_deref()? else {
        return None;
    };
    Some(Kind {
        schema: schema.clone(),
        tag: tag.clone(),
        value: value.clone(),
    })
}

/// What all kinds of a union have in common: the tag. It has no `enum`, for the tag of a kind would be
/// of another type then than that of the union.
fn base(union: &OneOf, kinds: &[Kind]) -> Option<Object> {
    let tag = &kinds.first()?.tag;
    let names: Vec<String> = kinds
        .iter()
        .map(|kind| format!("`{}`", kind.value))
        .collect();
    let member = ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(format!(
            "种类：{} / The kind: {}",
            names.join("、"),
            names.join(", ")
        )));
    let mapping: Map<String, Value> = kinds
        .iter()
        .map(|kind| (kind.value.clone(), kind.schema.ref_location.clone().into()))
        .collect();
    let discriminator = json!({ "propertyName": tag, "mapping": mapping });
    let base = ObjectBuilder::new()
        .schema_type(Type::Object)
        .description(union.description.clone())
        .property(tag, member)
        .required(tag)
        .extensions(Some(Extensions::from_iter([(
            "discriminator",
            discriminator,
        )])));
    Some(base.build())
}

/// Makes the schema of a kind one with the members of its union.
fn add_base(schema: &mut Schema, base: Ref) {
    let Schema::Object(object) = schema else {
        return;
    };
    let description = object.description.take();
    let own = std::mem::take(object);
    *schema = AllOfBuilder::new()
        .description(description)
        .item(base)
        .item(own)
        .build()
        .into();
}
