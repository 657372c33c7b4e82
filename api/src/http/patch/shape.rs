//! The shape of a patch, made from the schema of what it changes.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Map, Value};
use utoipa::openapi::schema::{Object, Schema, SchemaType, Type};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

use super::{Patch, Patched};
use crate::contract::texts;

/// A type as the contract describes it, with the objects that it refers to.
pub(super) struct Shape {
    object: Object,
    others: BTreeMap<String, Object>,
}

impl Shape {
    pub(super) fn of<T: ToSchema>() -> Self {
        let mut schemas = Vec::new();
        T::schemas(&mut schemas);
        let others = schemas
            .into_iter()
            .filter_map(|(name, schema)| Some((name, members(schema)?)))
            .collect();
        Self {
            object: members(T::schema()).unwrap_or_default(),
            others,
        }
    }

    /// `patch` with the members that the type requires, as in its examples, and without those that
    /// the patch removes.
    pub(super) fn completed(&self, patch: &Map<String, Value>) -> Map<String, Value> {
        self.complete(&self.object, patch)
    }

    fn complete(&self, object: &Object, patch: &Map<String, Value>) -> Map<String, Value> {
        let required = object.required.iter();
        let mut whole: Map<_, _> = required
            .filter_map(|name| Some((name.clone(), example(object, name)?.clone())))
            .collect();
        for (name, value) in patch {
            let member = object.properties.get(name);
            let value = match (value, member.and_then(|member| self.object_in(member))) {
                (Value::Object(patch), Some((_, object))) => {
                    Value::Object(self.complete(object, patch))
                }
                (Value::Null, _) if member.is_some() && !object.required.contains(name) => continue,
                (value, _) => value.clone(),
            };
            whole.insert(name.clone(), value);
        }
        whole
    }

    /// The object that a member holds, with its name.
    fn object_in(&self, member: &RefOr<Schema>) -> Option<(&String, &Object)> {
        match member {
            RefOr::Ref(reference) => self.others.get_key_value(name_of(reference)),
            RefOr::T(Schema::OneOf(one)) => one.items.iter().find_map(|item| self.object_in(item)),
            RefOr::T(_) => None,
        }
    }

    /// The schema of a patch of `object`: no member is required, and what may be left out may be
    /// `null`. Adds those of the objects in it.
    fn patch_of(&self, object: &Object, schemas: &mut BTreeMap<String, RefOr<Schema>>) -> Object {
        let mut patch = object.clone();
        patch.example = None;
        for (name, member) in &mut patch.properties {
            if let Some((inner, object)) = self.object_in(member) {
                let inner = format!("{inner}Change");
                if !schemas.contains_key(&inner) {
                    let schema = self.patch_of(object, schemas).into();
                    schemas.insert(inner.clone(), schema);
                }
                rename(member, &inner);
            }
            if !patch.required.contains(name) {
                or_null(member);
            }
        }
        patch.required.clear();
        patch
    }
}

/// The schema of a patch, and those of the objects in it.
fn patch<T: Patched>() -> (Object, BTreeMap<String, RefOr<Schema>>) {
    let Shape { mut object, others } = Shape::of::<T>();
    object
        .properties
        .retain(|name, _| !T::FIXED.contains(&name.as_str()));
    let shape = Shape { object, others };
    let mut inner = BTreeMap::new();
    let mut patch = shape.patch_of(&shape.object, &mut inner);
    patch.description = Some(T::DESCRIPTION.to_owned());
    patch.example = Some(T::example());
    (patch, inner)
}

impl<T: Patched> PartialSchema for Patch<T> {
    fn schema() -> RefOr<Schema> {
        patch::<T>().0.into()
    }
}

impl<T: Patched> ToSchema for Patch<T> {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed(T::NAME)
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        T::schemas(schemas);
        schemas.extend(patch::<T>().1);
    }
}

/// An object with the texts in it written out.
fn members(schema: RefOr<Schema>) -> Option<Object> {
    match schema {
        RefOr::T(Schema::Object(mut object)) if !object.properties.is_empty() => {
            object.properties.values_mut().for_each(texts::write_out);
            Some(object)
        }
        _ => None,
    }
}

/// A value of a member, from the example of the object or its own.
fn example<'a>(object: &'a Object, name: &str) -> Option<&'a Value> {
    let whole = object.example.as_ref();
    whole
        .and_then(|whole| whole.get(name))
        .or_else(|| match object.properties.get(name) {
            Some(RefOr::T(Schema::Object(member))) => member.example.as_ref(),
            _ => None,
        })
}

fn name_of(reference: &Ref) -> &str {
    let location = &reference.ref_location;
    location.rsplit('/').next().unwrap_or(location)
}

/// Makes a member refer to another object.
fn rename(member: &mut RefOr<Schema>, name: &str) {
    match member {
        RefOr::Ref(reference) => {
            reference.ref_location = Ref::from_schema_name(name).ref_location;
        }
        RefOr::T(Schema::OneOf(one)) => one.items.iter_mut().for_each(|item| rename(item, name)),
        RefOr::T(_) => {}
    }
}

fn or_null(member: &mut RefOr<Schema>) {
    let null = |types: &mut SchemaType| {
        if let SchemaType::Type(only) = types {
            *types = SchemaType::Array(vec![only.clone(), Type::Null]);
        }
    };
    match member {
        RefOr::T(Schema::Object(object)) => null(&mut object.schema_type),
        RefOr::T(Schema::Array(array)) => null(&mut array.schema_type),
        // What a patch leaves out stays as it is.
        RefOr::T(Schema::OneOf(one)) => one.default = None,
        _ => {}
    }
}
