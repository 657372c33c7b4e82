//! A JSON Merge Patch (RFC 7396) of a resource: left out means unchanged, `null` means removed.

use std::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use validator::Validate;

use self::distinct::Distinct;
use self::shape::Shape;
use super::body::{self, FromBody};
use crate::problems::{self, Code, Problem};

mod distinct;
mod shape;

/// A resource that a patch changes, in the form in which it is sent as a whole.
pub(crate) trait Patched: Serialize + DeserializeOwned + Validate + ToSchema {
    /// The name of the patch in the contract.
    const NAME: &'static str;
    /// What the contract says of it, in both languages.
    const DESCRIPTION: &'static str;
    /// Members that are set once: no patch has them.
    const FIXED: &'static [&'static str] = &[];

    /// A patch for the contract.
    fn example() -> Value;
}

/// A patch of a `T`, with the shape that [`Patched`] gives it.
pub(crate) struct Patch<T> {
    document: Map<String, Value>,
    of: PhantomData<fn() -> T>,
}

impl<T> std::fmt::Debug for Patch<T> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Patch").finish_non_exhaustive()
    }
}

impl<T: Patched> FromBody for Patch<T> {
    /// Every member must be one that a `T` takes, so the patch is read as a `T` that is complete but
    /// for the patch.
    fn from_body(raw: &[u8]) -> Result<Self, Problem> {
        let Distinct(document) = body::read(raw)?;
        if let Some(name) = T::FIXED.iter().find(|name| document.contains_key(**name)) {
            let fault = problems::fault(format!("/{name}"), "unknown_member");
            return Err(Problem::new(Code::InvalidBody).error(fault));
        }
        let whole = Value::Object(Shape::of::<T>().completed(&document));
        body::parse::<T>(whole.to_string().as_bytes())?;
        Ok(Self {
            document,
            of: PhantomData,
        })
    }
}

impl<T: Patched> Patch<T> {
    /// What `stored` is after the patch.
    pub(crate) fn applied(&self, stored: &T) -> Result<T, Problem> {
        let mut document = serde_json::to_value(stored).map_err(Problem::internal)?;
        self.apply(&mut document);
        body::parse(document.to_string().as_bytes())
    }

    /// Applies it to a document as RFC 7396 section 2 says.
    pub(crate) fn apply(&self, document: &mut Value) {
        merge(document, &self.document);
    }

    /// The members that it has.
    pub(crate) fn names(&self) -> impl Iterator<Item = &String> {
        self.document.keys()
    }
}

/// Objects are merged member by member, `null` removes a member, anything else replaces what was
/// there.
fn merge(document: &mut Value, patch: &Map<String, Value>) {
    if !document.is_object() {
        *document = Value::Object(Map::new());
    }
    let Value::Object(members) = document else {
        return;
    };
    for (name, value) in patch {
        match value {
            Value::Null => {
                members.remove(name);
            }
            Value::Object(patch) => merge(members.entry(name).or_insert(Value::Null), patch),
            value => {
                members.insert(name.clone(), value.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests;
