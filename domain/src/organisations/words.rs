use std::fmt;

use crate::error::{Coded, Params, coded_error};

/// Why the name of an organisation or the title of a position was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordsError {
    /// Nothing but spaces.
    Empty,
    /// More characters than this.
    TooLong {
        /// The most characters.
        max: usize,
    },
    /// A control character, NUL or line break among them.
    ControlCharacter,
}

impl Coded for WordsError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "text_empty",
            Self::TooLong { .. } => "text_too_long",
            Self::ControlCharacter => "text_control_character",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::TooLong { max } => [("max", max.to_string())].into(),
            Self::Empty | Self::ControlCharacter => Params::new(),
        }
    }
}

coded_error!(WordsError);

/// Outer spaces go; what is left is one line of 1 to `max` characters.
fn one_line(text: &str, max: usize) -> Result<String, WordsError> {
    let text = text.trim();
    if text.chars().any(char::is_control) {
        Err(WordsError::ControlCharacter)
    } else if text.is_empty() {
        Err(WordsError::Empty)
    } else if text.chars().count() > max {
        Err(WordsError::TooLong { max })
    } else {
        Ok(text.to_owned())
    }
}

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident, $max:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The most characters that it has.
            pub const MOST_CHARACTERS: usize = $max;

            /// Reads it as it was typed; outer spaces go.
            pub fn parse(text: &str) -> Result<Self, WordsError> {
                one_line(text, Self::MOST_CHARACTERS).map(Self)
            }

            /// The words as they are written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )+};
}

words! {
    /// The name of an organisation as it is registered: one line.
    OrganisationName, 100;
    /// The position of an officer: `见义勇为工作科科长`.
    Position, 50;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outer_spaces_go_and_the_rest_stays() {
        let name = OrganisationName::parse("　测试 基金会 ").unwrap();
        assert_eq!(name.as_str(), "测试 基金会");
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert!(Position::parse(&"科".repeat(50)).is_ok());
        assert_eq!(
            Position::parse(&"科".repeat(51)),
            Err(WordsError::TooLong { max: 50 })
        );
    }

    #[test]
    fn empty_and_broken_lines_are_refused() {
        assert_eq!(Position::parse(" \u{3000}"), Err(WordsError::Empty));
        assert_eq!(
            OrganisationName::parse("测试\n基金会"),
            Err(WordsError::ControlCharacter)
        );
        assert_eq!(
            OrganisationName::parse("测试\0"),
            Err(WordsError::ControlCharacter)
        );
    }
}
