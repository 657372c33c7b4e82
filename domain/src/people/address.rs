use std::fmt;

use crate::{
    identity::mask,
    text::{Line, LineError},
};

/// A postal address, which does not show itself.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Address(Line<200>);

impl Address {
    /// Reads an address: one line of at most 200 characters.
    pub fn parse(text: &str) -> Result<Self, LineError> {
        Line::parse_unmasked(text).map(Self)
    }

    /// What was stored, by the rules of its day; none where it is empty or too long.
    pub fn stored(text: &str) -> Option<Self> {
        Line::stored(text.to_owned()).map(Self)
    }

    /// The first and the last character, the others `*`.
    pub fn masked(&self) -> String {
        mask(self.expose())
    }

    /// The whole address, for sealing and permitted reads.
    pub fn expose(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Address({})", self.masked())
    }
}
