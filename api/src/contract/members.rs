//! What the contract says of members beyond what their types say.

use std::collections::BTreeSet;

use utoipa::openapi::schema::{AdditionalProperties, ArrayItems, Schema, SchemaType, Type};
use utoipa::openapi::{Content, OpenApi, RefOr};

use super::texts;
use crate::routes::operations;

/// Puts texts in the place of the references to them.
pub(super) fn write_out_texts(document: &mut OpenApi) {
    let Some(components) = &mut document.components else {
        return;
    };
    components
        .schemas
        .retain(|name, _| texts::named(name).is_none());
    for schema in components.schemas.values_mut() {
        visit(schema, &mut texts::write_out);
    }
}

/// Takes `null` out of every parameter and of every schema that no request body holds.
///
/// An optional member is `Option<T>`, which its schema describes as "or `null`". Answers leave such a
/// member out, and neither a parameter nor a form can be `null`.
pub(super) fn remove_nulls(document: &mut OpenApi) {
    let mut sent = BTreeSet::new();
    let mut names = |schema: &mut RefOr<Schema>| {
        if let RefOr::Ref(reference) = schema {
            sent.insert(name(&reference.ref_location).to_owned());
        }
    };
    for operation in document.paths.paths.values_mut().flat_map(operations) {
        for parameter in operation.parameters.iter_mut().flatten() {
            if let RefOr::T(parameter) = parameter
                && let Some(schema) = &mut parameter.schema
            {
                not_null(schema);
            }
        }
        let Some(RefOr::T(body)) = &mut operation.request_body else {
            continue;
        };
        for (media_type, content) in &mut body.content {
            if media_type.ends_with("json")
                && let RefOr::T(Content {
                    schema: Some(schema),
                    ..
                }) = content
            {
                visit(schema, &mut names);
            }
        }
    }
    let Some(components) = &mut document.components else {
        return;
    };
    let mut seen = BTreeSet::new();
    while let Some(name) = sent.difference(&seen).next().cloned() {
        if let Some(schema) = components.schemas.get_mut(&name) {
            visit(schema, &mut |schema| {
                if let RefOr::Ref(reference) = schema {
                    sent.insert(self::name(&reference.ref_location).to_owned());
                }
            });
        }
        seen.insert(name);
    }
    for (name, schema) in &mut components.schemas {
        if !sent.contains(name) {
            visit(schema, &mut not_null);
        }
    }
}

/// Does something to `schema`, and then to every schema within it.
fn visit(schema: &mut RefOr<Schema>, each: &mut impl FnMut(&mut RefOr<Schema>)) {
    each(schema);
    if let RefOr::T(inner) = schema {
        match inner {
            Schema::Object(object) => {
                object
                    .properties
                    .values_mut()
                    .for_each(|member| visit(member, each));
                if let Some(AdditionalProperties::RefOr(others)) =
                    object.additional_properties.as_deref_mut()
                {
                    visit(others, each);
                }
            }
            Schema::Array(array) => {
                if let ArrayItems::RefOrSchema(items) = &mut array.items {
                    visit(items, each);
                }
            }
            Schema::OneOf(one) => one.items.iter_mut().for_each(|item| visit(item, each)),
            Schema::AllOf(all) => all.items.iter_mut().for_each(|item| visit(item, each)),
            Schema::AnyOf(any) => any.items.iter_mut().for_each(|item| visit(item, each)),
            _ => {}
        }
    }
}

fn name(location: &str) -> &str {
    location.rsplit('/').next().unwrap_or(location)
}

fn not_null(schema: &mut RefOr<Schema>) {
    let RefOr::T(inner) = schema else { return };
    match inner {
        Schema::Object(object) => value_alone(&mut object.schema_type),
        Schema::Array(array) => value_alone(&mut array.schema_type),
        Schema::OneOf(one) => {
            one.items.retain(|item| !is_null(item));
            if let [only] = one.items.as_slice() {
                *schema = only.clone();
            }
        }
        _ => {}
    }
}

fn value_alone(types: &mut SchemaType) {
    if let SchemaType::Array(several) = types {
        several.retain(|one| !matches!(one, Type::Null));
        if let [only] = several.as_slice() {
            *types = SchemaType::Type(only.clone());
        }
    }
}

fn is_null(schema: &RefOr<Schema>) -> bool {
    matches!(schema, RefOr::T(Schema::Object(object))
        if matches!(object.schema_type, SchemaType::Type(Type::Null)))
}
