use std::{fmt, str::FromStr};

use serde_with::{DeserializeFromStr, SerializeDisplay};

const PLACEHOLDER: &str = "{name}";

/// A name with one place for a hero's or group's name: `见义勇为{name}英模工作室`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, SerializeDisplay, DeserializeFromStr)]
pub struct NamePattern {
    prefix: String,
    suffix: String,
}

impl NamePattern {
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    pub fn suffix(&self) -> &str {
        &self.suffix
    }

    /// The pattern with a name in its place.
    pub fn fill(&self, name: &str) -> String {
        format!("{}{name}{}", self.prefix, self.suffix)
    }
}

impl fmt::Display for NamePattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{PLACEHOLDER}{}", self.prefix, self.suffix)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} must contain {PLACEHOLDER} exactly once, and words around it")]
pub struct NamePatternError(String);

impl FromStr for NamePattern {
    type Err = NamePatternError;

    fn from_str(text: &str) -> Result<Self, NamePatternError> {
        match text.split_once(PLACEHOLDER) {
            Some((prefix, suffix)) if !suffix.contains(PLACEHOLDER) && text != PLACEHOLDER => {
                Ok(NamePattern {
                    prefix: prefix.to_owned(),
                    suffix: suffix.to_owned(),
                })
            }
            _ => Err(NamePatternError(text.to_owned())),
        }
    }
}
