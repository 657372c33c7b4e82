use std::{fmt, str::FromStr};

use serde_with::{DeserializeFromStr, SerializeDisplay};

use crate::{
    named::{NamedEnum, UnknownName},
    receipts::Text,
};

/// A value of an enum that is a procedure's own, or of one that every procedure shares. Both are
/// written alike.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, SerializeDisplay, DeserializeFromStr,
)]
pub enum OwnOrShared<W, S> {
    Own(W),
    Shared(S),
}

impl<W: NamedEnum, S: NamedEnum> NamedEnum for OwnOrShared<W, S> {
    const SCHEMA: &'static str = W::SCHEMA;
    const TITLE: &'static str = W::TITLE;

    fn all() -> Vec<Self> {
        let own = W::all().into_iter().map(Self::Own);
        own.chain(S::all().into_iter().map(Self::Shared)).collect()
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Own(own) => own.as_str(),
            Self::Shared(shared) => shared.as_str(),
        }
    }

    fn text(self) -> Text {
        match self {
            Self::Own(own) => own.text(),
            Self::Shared(shared) => shared.text(),
        }
    }
}

impl<W: NamedEnum, S: NamedEnum> fmt::Display for OwnOrShared<W, S> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl<W: NamedEnum, S: NamedEnum> FromStr for OwnOrShared<W, S> {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Self, UnknownName> {
        name.parse()
            .map(Self::Own)
            .or_else(|UnknownName(_)| name.parse().map(Self::Shared))
    }
}
