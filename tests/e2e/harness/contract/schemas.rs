//! The schemas of the contract (JSON Schema 2020-12), compiled when they are first needed.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex};

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Value, json};

/// The address under which the schemas find the document.
const DOCUMENT: &str = "urn:yongwei:contract";
/// Faults that are shown of one body.
const SHOWN: usize = 8;

pub(super) struct Schemas {
    registry: &'static Registry<'static>,
    compiled: Mutex<HashMap<String, Arc<Validator>>>,
}

impl Schemas {
    pub(super) fn new(document: &Value) -> Self {
        let mut document = document.clone();
        let mut open = BTreeSet::from(["#/components/schemas/Problem".to_owned()]);
        collect_parts(&document, false, &mut open);
        let unions = unions(&document);
        tell_kinds(&mut document, false, &unions);
        close(&mut document["paths"], false);
        for (name, schema) in document["components"]["schemas"].as_object_mut().unwrap() {
            close(
                schema,
                open.contains(&format!("#/components/schemas/{name}")),
            );
        }
        let registry = Registry::new()
            .draft(Draft::Draft202012)
            .add(DOCUMENT, document)
            .and_then(jsonschema::RegistryBuilder::prepare)
            .unwrap();
        Self {
            registry: Box::leak(Box::new(registry)),
            compiled: Mutex::default(),
        }
    }

    /// In what a value is not as the schema at `pointer` says.
    pub(super) fn faults(&self, pointer: &str, value: &Value) -> Vec<String> {
        self.validator(pointer)
            .iter_errors(value)
            .take(SHOWN)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect()
    }

    fn validator(&self, pointer: &str) -> Arc<Validator> {
        let mut compiled = self
            .compiled
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(validator) = compiled.get(pointer) {
            return Arc::clone(validator);
        }
        let schema = json!({ "$ref": format!("{DOCUMENT}#{}", fragment(pointer)) });
        let validator = jsonschema::options()
            .with_draft(Draft::Draft202012)
            .with_registry(self.registry)
            .should_validate_formats(true)
            .build(&schema)
            .unwrap_or_else(|error| panic!("the schema at {pointer} is none: {error}"));
        let validator = Arc::new(validator);
        compiled.insert(pointer.to_owned(), Arc::clone(&validator));
        validator
    }
}

/// The schemas that are parts of others: an `allOf` refers to them.
fn collect_parts(value: &Value, in_all_of: bool, parts: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            if let (true, Some(Value::String(part))) = (in_all_of, members.get("$ref")) {
                parts.insert(part.clone());
            }
            for (name, member) in members {
                collect_parts(member, name == "allOf", parts);
            }
        }
        Value::Array(items) => {
            for item in items {
                collect_parts(item, in_all_of, parts);
            }
        }
        _ => {}
    }
}

/// The schemas that tell kinds apart by a discriminator, by their references, each as the kinds that
/// JSON Schema knows: exactly one of those, with its own value of the tag.
fn unions(document: &Value) -> HashMap<String, Value> {
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let discriminated = schemas.iter().filter_map(|(name, schema)| {
        let discriminator = schema.get("discriminator")?;
        let tag = discriminator["propertyName"].as_str()?;
        let kinds: Vec<Value> = discriminator["mapping"]
            .as_object()?
            .iter()
            .map(|(value, kind)| {
                json!({ "allOf": [{ "$ref": kind }, { "properties": { tag: { "const": value } } }] })
            })
            .collect();
        Some((
            format!("#/components/schemas/{name}"),
            json!({ "oneOf": kinds }),
        ))
    });
    discriminated.collect()
}

/// Puts the kinds in the place of references to what tells them apart, except where a kind itself
/// refers to it.
fn tell_kinds(value: &mut Value, in_all_of: bool, unions: &HashMap<String, Value>) {
    let referred = value.get("$ref").and_then(Value::as_str);
    if let Some(kinds) = referred.and_then(|reference| unions.get(reference))
        && !in_all_of
    {
        *value = kinds.clone();
        return;
    }
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                tell_kinds(member, name == "allOf", unions);
            }
        }
        Value::Array(items) => {
            for item in items {
                tell_kinds(item, in_all_of, unions);
            }
        }
        _ => {}
    }
}

/// Lets no object have a member that its schema does not name: what a server sends and the contract
/// does not say is a fault. Parts of an `allOf` stay open for each other, problem documents for
/// their extensions (RFC 9457 section 3.2), and what says itself which other members may come.
fn close(schema: &mut Value, stays_open: bool) {
    match schema {
        Value::Object(members) => {
            let names_members = members.get("properties").is_some_and(Value::is_object)
                && members.get("type").is_some_and(|kind| kind == "object");
            let is_whole = names_members || members.contains_key("allOf");
            if is_whole && !stays_open && !members.contains_key("additionalProperties") {
                members.insert("unevaluatedProperties".to_owned(), json!(false));
            }
            for (name, member) in members {
                close(member, name == "allOf");
            }
        }
        Value::Array(items) => {
            for item in items {
                close(item, stays_open);
            }
        }
        _ => {}
    }
}

/// A JSON Pointer as the fragment of a URI (RFC 6901 section 6).
fn fragment(pointer: &str) -> String {
    pointer
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b"/~-._".contains(&byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
