//! Where `null` may stand: only where a member of a request may be given without a value.
//!
//! An optional member is `Option<T>` in Rust, which the schemas describe as "or `null`". Answers leave
//! such a member out, and a parameter cannot be `null`.

use std::collections::BTreeSet;

use utoipa::openapi::path::Operation;
use utoipa::openapi::schema::{AdditionalProperties, ArrayItems, Schema, SchemaType, Type};
use utoipa::openapi::{OpenApi, RefOr};

/// Takes `null` out of every parameter and of every schema that no request body holds.
pub(super) fn remove(document: &mut OpenApi) {
    let mut sent = BTreeSet::new();
    for operation in operations(document) {
        for parameter in operation.parameters.iter_mut().flatten() {
            if let RefOr::T(parameter) = parameter
                && let Some(schema) = &mut parameter.schema
            {
                not_null(schema);
            }
        }
        if let Some(RefOr::T(body)) = &operation.request_body {
            for (media_type, content) in &body.content {
                // A form has no `null`.
                if media_type.ends_with("json")
                    && let RefOr::T(content) = content
                    && let Some(schema) = &content.schema
                {
                    collect(schema, &mut sent);
                }
            }
        }
    }
    let Some(components) = &mut document.components else {
        return;
    };
    let mut seen = BTreeSet::new();
    while let Some(name) = sent.difference(&seen).next().cloned() {
        if let Some(schema) = components.schemas.get(&name) {
            collect(schema, &mut sent);
        }
        seen.insert(name);
    }
    for (name, schema) in &mut components.schemas {
        if !sent.contains(name) {
            members(schema);
        }
    }
}

fn operations(document: &mut OpenApi) -> impl Iterator<Item = &mut Operation> {
    document.paths.paths.values_mut().flat_map(|item| {
        [
            &mut item.get,
            &mut item.post,
            &mut item.put,
            &mut item.patch,
            &mut item.delete,
        ]
        .into_iter()
        .flatten()
    })
}

/// The names of the schemas that `schema` refers to.
fn collect(schema: &RefOr<Schema>, names: &mut BTreeSet<String>) {
    match schema {
        RefOr::Ref(reference) => {
            names.extend(reference.ref_location.rsplit('/').next().map(str::to_owned));
        }
        RefOr::T(schema) => children(schema).for_each(|child| collect(child, names)),
    }
}

fn children(schema: &Schema) -> Box<dyn Iterator<Item = &RefOr<Schema>> + '_> {
    match schema {
        Schema::Object(object) => {
            let others = match object.additional_properties.as_deref() {
                Some(AdditionalProperties::RefOr(schema)) => Some(schema),
                _ => None,
            };
            Box::new(object.properties.values().chain(others))
        }
        Schema::Array(array) => match &array.items {
            ArrayItems::RefOrSchema(items) => Box::new(std::iter::once(&**items)),
            ArrayItems::False => Box::new(std::iter::empty()),
        },
        Schema::OneOf(one) => Box::new(one.items.iter()),
        Schema::AllOf(all) => Box::new(all.items.iter()),
        Schema::AnyOf(any) => Box::new(any.items.iter()),
        _ => Box::new(std::iter::empty()),
    }
}

/// Takes `null` out of the members of an object.
fn members(schema: &mut RefOr<Schema>) {
    match schema {
        RefOr::T(Schema::Object(object)) => object.properties.values_mut().for_each(|member| {
            not_null(member);
            members(member);
        }),
        RefOr::T(Schema::OneOf(one)) => one.items.iter_mut().for_each(members),
        RefOr::T(Schema::AllOf(all)) => all.items.iter_mut().for_each(members),
        _ => {}
    }
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
