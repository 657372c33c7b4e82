//! The schemas of the contract (JSON Schema 2020-12), compiled when they are first needed.

use std::collections::HashMap;
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
        let registry = Registry::new()
            .draft(Draft::Draft202012)
            .add(DOCUMENT, document.clone())
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
