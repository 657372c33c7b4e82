//! A place in the feed, as a reader keeps it.

use std::fmt;
use std::str::FromStr;

use persistence::Position;

use crate::problems::{Code, Problem};

/// The form of a place; a later form gets another beginning, and this one is read for ever.
const FORM: &str = "1";
/// Asks for the place after everything that is final now.
const LATEST: &str = "latest";

/// A place in the feed. It belongs to no filter and to no caller, and it never expires.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place(pub(super) Position);

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { commit, sequence } = self.0;
        write!(formatter, "{FORM}-{commit:x}-{sequence:x}")
    }
}

impl FromStr for Place {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        parse(text).ok_or_else(|| Problem::new(Code::InvalidCursor))
    }
}

fn parse(text: &str) -> Option<Place> {
    let mut parts = text.split('-');
    if parts.next()? != FORM {
        return None;
    }
    let mut number = || i64::from_str_radix(parts.next()?, 16).ok();
    let position = Position {
        commit: number()?,
        sequence: number()?,
    };
    let place = Place(position);
    // One place has one spelling.
    (place.to_string() == text).then_some(place)
}

/// From where on the feed is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// After this place.
    After(Place),
    /// After everything there is: only the place is wanted.
    Latest,
}

impl Start {
    /// The start that the parameter `after` names; without one, the beginning.
    pub(super) fn parse(after: Option<&str>) -> Result<Self, Problem> {
        match after {
            None => Ok(Self::After(Place(Position::default()))),
            Some(LATEST) => Ok(Self::Latest),
            Some(place) => place.parse().map(Self::After),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_back_from_what_is_written() {
        for (commit, sequence) in [(0, 0), (1, 1), (0x1_0000_0001, i64::MAX), (i64::MAX, 0)] {
            let place = Place(Position { commit, sequence });
            let read = place.to_string().parse::<Place>();
            assert_eq!(read.unwrap(), place);
        }
    }

    #[test]
    fn nothing_else_is_a_place() {
        for text in [
            "",
            "1",
            "1-1",
            "2-1-1",
            "1-1-1-1",
            "1-g-1",
            "1-01-1",
            "1-+1-1",
            "1-A-1",
            "1--1",
            "1--1-1",
            "1-ffffffffffffffff-1",
            "newest",
        ] {
            assert!(text.parse::<Place>().is_err(), "{text}");
        }
    }
}
