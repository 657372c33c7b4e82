//! Faults of a document: every one of them at once, each with a place, a stable code and limits,
//! and never with the rejected value.

mod messages;

use std::{collections::BTreeMap, fmt};

use crate::decisions::Text;

pub use messages::{codes, message};

/// The limits that a message names, such as `max` or `allowed`; never what the caller sent.
pub type Params = BTreeMap<&'static str, String>;

/// An error with a stable code, whose texts stand in the one table that [`message`] reads.
pub trait Coded {
    /// The stable `snake_case` code that clients branch on.
    fn code(&self) -> &'static str;

    /// The limits that the message names. Empty for most errors.
    fn params(&self) -> Params {
        Params::new()
    }
}

/// Takes the `Display` of a [`Coded`] error from the table, so that its text is written once.
macro_rules! coded_error {
    ($name:ident) => {
        impl ::std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                use $crate::error::{Coded as _, message};
                formatter.write_str(&message(self.code(), &self.params()).en)
            }
        }

        impl ::std::error::Error for $name {}
    };
}
pub(crate) use coded_error;

/// One fault of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Where it is: a JSON Pointer (RFC 6901), empty for the document as a whole.
    pub pointer: String,
    /// What it is, see [`Coded::code`].
    pub code: &'static str,
    /// The limits that the message names.
    pub params: Params,
}

impl FieldError {
    /// The text of this fault in both languages.
    #[must_use]
    pub fn message(&self) -> Text {
        message(self.code, &self.params)
    }
}

/// Gathers the faults of a document while it is parsed, so that a caller learns of all of them in
/// one answer.
///
/// ```
/// use domain::{error::FieldErrors, regions::RegionCode};
///
/// let mut errors = FieldErrors::new();
/// let region = errors.take("/region", RegionCode::parse("three"));
/// assert!(region.is_none());
/// assert!(errors.into_result().is_err());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldErrors(Vec<FieldError>);

impl FieldErrors {
    /// No fault yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a fault at a JSON Pointer.
    pub fn push(&mut self, pointer: impl Into<String>, error: &impl Coded) {
        self.0.push(FieldError {
            pointer: pointer.into(),
            code: error.code(),
            params: error.params(),
        });
    }

    /// The value, or `None` and the fault noted.
    pub fn take<T>(
        &mut self,
        pointer: impl Into<String>,
        parsed: Result<T, impl Coded>,
    ) -> Option<T> {
        parsed.map_err(|error| self.push(pointer, &error)).ok()
    }

    /// Notes the faults of a part of the document that lies at `pointer`.
    pub fn nest(&mut self, pointer: &str, part: FieldErrors) {
        self.0.extend(part.0.into_iter().map(|error| FieldError {
            pointer: format!("{pointer}{}", error.pointer),
            ..error
        }));
    }

    /// Whether nothing is at fault.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The faults, in the order in which they were found.
    pub fn iter(&self) -> impl Iterator<Item = &FieldError> {
        self.0.iter()
    }

    /// `Ok` when nothing is at fault.
    pub fn into_result(self) -> Result<(), FieldErrors> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl IntoIterator for FieldErrors {
    type Item = FieldError;
    type IntoIter = std::vec::IntoIter<FieldError>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl fmt::Display for FieldErrors {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(formatter, "{separator}{}: {}", error.pointer, error.code)?;
        }
        Ok(())
    }
}

impl std::error::Error for FieldErrors {}

/// A required member of a document is missing or empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Required;

impl Coded for Required {
    fn code(&self) -> &'static str {
        "required"
    }
}

coded_error!(Required);

#[cfg(test)]
mod tests;
