//! Faults of single members, each with a JSON Pointer (RFC 6901), and how `validator` reports
//! become such faults.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::Value;
use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

/// One fault of one member. Never holds the rejected value.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldError {
    /// JSON Pointer to the member; for a query parameter, `/` and its name.
    pub pointer: String,
    /// Stable code of the fault, such as `length`.
    pub code: Cow<'static, str>,
    /// What is allowed, such as `min` and `max`.
    pub limits: BTreeMap<Cow<'static, str>, Value>,
}

impl FieldError {
    /// A fault without limits.
    pub fn new(pointer: impl Into<String>, code: impl Into<Cow<'static, str>>) -> Self {
        Self {
            pointer: pointer.into(),
            code: code.into(),
            limits: BTreeMap::new(),
        }
    }

    /// Adds what is allowed.
    #[must_use]
    pub fn limit(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value>) -> Self {
        self.limits.insert(name.into(), value.into());
        self
    }
}

/// Appends one reference token to a JSON Pointer, escaped by RFC 6901 section 3.
pub(crate) fn push_token(pointer: &mut String, token: &str) {
    pointer.push('/');
    for character in token.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// All faults of a `validator` report, sorted by pointer.
///
/// `validator` names members by their Rust names, so wire types keep Rust names on the wire.
#[must_use]
pub fn from_validator(report: &ValidationErrors) -> Vec<FieldError> {
    let mut faults = Vec::new();
    collect(report, "", &mut faults);
    faults.sort_by(|left, right| (&left.pointer, &left.code).cmp(&(&right.pointer, &right.code)));
    faults
}

fn collect(report: &ValidationErrors, base: &str, faults: &mut Vec<FieldError>) {
    for (field, kind) in report.errors() {
        let mut pointer = base.to_owned();
        // A rule on the whole struct is reported at the struct itself.
        if field != "__all__" {
            push_token(&mut pointer, field.strip_prefix("r#").unwrap_or(field));
        }
        match kind {
            ValidationErrorsKind::Field(errors) => {
                faults.extend(errors.iter().map(|error| fault(&pointer, error)));
            }
            ValidationErrorsKind::Struct(inner) => collect(inner, &pointer, faults),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    collect(inner, &format!("{pointer}/{index}"), faults);
                }
            }
        }
    }
}

fn fault(pointer: &str, error: &ValidationError) -> FieldError {
    // `value` and `other` are what the caller sent: they must not go back.
    let limits = error
        .params
        .iter()
        .filter(|(name, _)| !matches!(name.as_ref(), "value" | "other"))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    FieldError {
        pointer: pointer.to_owned(),
        code: error.code.clone(),
        limits,
    }
}
