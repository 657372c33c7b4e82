//! Faults of a document: every one of them at once, each with a place, a stable code and limits,
//! and never with the rejected value; of a text at most one character that it cannot hold.

mod faults;

use std::{collections::BTreeMap, fmt};

use crate::receipts::Text;

/// What a message names: limits, such as `max` or `allowed`, and the one character that a text cannot
/// hold with its place; never more of what the caller sent.
pub type Params = BTreeMap<&'static str, String>;

/// An error with a stable code and a text, declared by [`faults!`](crate::faults).
pub trait Coded {
    /// The fault, of the document as a whole.
    fn fault(&self) -> FieldError;

    fn code(&self) -> &'static str {
        self.fault().code
    }

    /// The fault at a JSON Pointer.
    fn at(&self, pointer: impl Into<String>) -> FieldError
    where
        Self: Sized,
    {
        FieldError {
            pointer: pointer.into(),
            ..self.fault()
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Where it is: a JSON Pointer (RFC 6901), empty for the document as a whole.
    pub pointer: String,
    /// The stable `snake_case` code that clients branch on.
    pub code: &'static str,
    pub params: Params,
    /// What it says, with its limits filled in.
    pub message: Text,
}

impl Coded for FieldError {
    fn fault(&self) -> FieldError {
        self.clone()
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
    pub fn new() -> Self {
        Self::default()
    }

    pub fn push(&mut self, pointer: impl Into<String>, error: &impl Coded) {
        self.0.push(error.at(pointer));
    }

    /// The value, or `None` and the fault noted.
    pub fn take<T>(
        &mut self,
        pointer: impl Into<String>,
        parsed: Result<T, impl Coded>,
    ) -> Option<T> {
        parsed.map_err(|error| self.push(pointer, &error)).ok()
    }

    /// The same for a text that may be left out.
    pub fn optional<T, E: Coded>(
        &mut self,
        pointer: impl Into<String>,
        text: Option<&str>,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        self.take(pointer, parse(text?))
    }

    /// The same for each text of a list.
    pub fn each<T, E: Coded>(
        &mut self,
        pointer: &str,
        texts: &[String],
        parse: impl Fn(&str) -> Result<T, E>,
    ) -> Vec<T> {
        let texts = texts.iter().enumerate();
        texts
            .filter_map(|(index, text)| self.take(format!("{pointer}/{index}"), parse(text)))
            .collect()
    }

    /// The same for a list that is a set: each text that says what one before it says is a fault.
    pub fn set<T: PartialEq, E: Coded>(
        &mut self,
        pointer: &str,
        texts: &[String],
        parse: impl Fn(&str) -> Result<T, E>,
    ) -> Vec<T> {
        let mut set = Vec::with_capacity(texts.len());
        for (index, text) in texts.iter().enumerate() {
            let place = format!("{pointer}/{index}");
            match self.take(&place, parse(text)) {
                Some(value) if set.contains(&value) => self.push(place, &ListedTwice),
                value => set.extend(value),
            }
        }
        set
    }

    /// Notes each item of a set that is listed before.
    pub fn distinct<T: PartialEq>(&mut self, pointer: &str, items: &[T]) {
        for (index, item) in items.iter().enumerate() {
            if items.iter().take(index).any(|before| before == item) {
                self.push(format!("{pointer}/{index}"), &ListedTwice);
            }
        }
    }

    /// Notes the faults of a part of the document that lies at `pointer`.
    pub fn nest(&mut self, pointer: &str, part: FieldErrors) {
        self.0.extend(part.0.into_iter().map(|error| FieldError {
            pointer: format!("{pointer}{}", error.pointer),
            ..error
        }));
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &FieldError> {
        self.0.iter()
    }

    pub fn into_result(self) -> Result<(), FieldErrors> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }
}

impl From<FieldError> for FieldErrors {
    fn from(fault: FieldError) -> Self {
        Self(vec![fault])
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

crate::faults! {
    pub struct Required = "required", "必填", "This is required.";
    pub struct ListedTwice = "listed_twice",
        "此项在列表中重复", "The list holds this item already.";
    pub struct DateInFuture = "date_in_future", "日期晚于今天", "The date lies in the future.";
}

#[cfg(test)]
mod tests;
