//! Texts whose length is limited, said once for the check and for the contract.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};
use utoipa::openapi::schema::{Schema, Type};
use utoipa::openapi::{ObjectBuilder, RefOr};
use utoipa::{PartialSchema, ToSchema};
use validator::{Validate, ValidateLength, ValidationError, ValidationErrors};

/// A text of `MIN` to `MAX` characters. A member of this type is marked `#[validate(nested)]`; the
/// contract writes the limits at the member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct BoundedText<const MIN: u64, const MAX: u64>(String);

impl<const MIN: u64, const MAX: u64> BoundedText<MIN, MAX> {
    /// What is stored, as it would be sent.
    pub(crate) fn of(stored: &impl ToString) -> Self {
        Self(stored.to_string())
    }

    /// The rule `length` of [`validator`]. Not only of the trait, so that a struct with such a member
    /// needs no import for it.
    pub(crate) fn validate(&self) -> Result<(), ValidationErrors> {
        let mut rule = ValidationError::new("length");
        let holds = if MIN == MAX {
            rule.add_param(Cow::Borrowed("equal"), &MAX);
            self.0.validate_length(None, None, Some(MAX))
        } else {
            if MIN > 0 {
                rule.add_param(Cow::Borrowed("min"), &MIN);
            }
            rule.add_param(Cow::Borrowed("max"), &MAX);
            self.0.validate_length(Some(MIN), Some(MAX), None)
        };
        if holds {
            return Ok(());
        }
        let mut errors = ValidationErrors::new();
        errors.add("__all__", rule);
        Err(errors)
    }
}

impl<const MIN: u64, const MAX: u64> Validate for BoundedText<MIN, MAX> {
    fn validate(&self) -> Result<(), ValidationErrors> {
        Self::validate(self)
    }
}

/// What the names of these schemas begin with, so that the contract can write them at each member.
pub(crate) const SCHEMA_PREFIX: &str = "BoundedText";

impl<const MIN: u64, const MAX: u64> PartialSchema for BoundedText<MIN, MAX> {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .max_length(usize::try_from(MAX).ok())
            .min_length(usize::try_from(MIN).ok().filter(|min| *min > 0))
            .into()
    }
}

impl<const MIN: u64, const MAX: u64> ToSchema for BoundedText<MIN, MAX> {
    fn name() -> Cow<'static, str> {
        Cow::Owned(format!("{SCHEMA_PREFIX}{MIN}To{MAX}"))
    }
}

impl<const MIN: u64, const MAX: u64> Deref for BoundedText<MIN, MAX> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<const MIN: u64, const MAX: u64> fmt::Display for BoundedText<MIN, MAX> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self)
    }
}

