//! How much of something is shown, and who may ask for how much.

use super::Caller;
use crate::credentials::Scope;
use crate::http::{AccessPurpose, EntityTag, Optional};
use crate::problems::Problem;

/// How much of something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Representation {
    /// Sensitive data masked.
    Masked,
    /// Everything; such a read is kept in the audit.
    Full,
}

impl Representation {
    /// What a caller asks for: everything, by giving a purpose, which needs a scope of its own.
    pub fn asked<P>(
        caller: &Caller<P>,
        purpose: &Optional<AccessPurpose>,
    ) -> Result<Self, Problem> {
        if purpose.0.is_none() {
            return Ok(Self::Masked);
        }
        let needed = Scope::PeopleReadSensitive;
        if caller.grant().scopes.contains(needed) {
            Ok(Self::Full)
        } else {
            Err(Problem::insufficient_scope(needed.as_str()))
        }
    }

    /// A sensitive text shown so.
    pub fn text<T>(
        self,
        sensitive: &T,
        masked: impl FnOnce(&T) -> String,
        expose: impl FnOnce(&T) -> &str,
    ) -> String {
        match self {
            Self::Masked => masked(sensitive),
            Self::Full => expose(sensitive).to_owned(),
        }
    }

    /// The tag of a version shown so.
    pub fn tag(self, version: i64) -> EntityTag {
        let name = match self {
            Self::Masked => "masked",
            Self::Full => "full",
        };
        EntityTag::new(version, name)
    }
}
