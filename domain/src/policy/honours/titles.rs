use serde::{Deserialize, Serialize};

use super::super::TitleId;

/// What a title asks for, beside its place in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TitleTerms {
    /// Whether it is a place on a list, such as the roll of the Central Political and Legal Affairs
    /// Commission (勇士榜). A listing is no praise.
    pub listing: bool,
    /// Titles that have to be held first, all of them, for whatever deed.
    pub requires: Vec<TitleId>,
    /// Titles that must not be held, for whatever deed; its own where it is given once in a life.
    pub excludes: Vec<TitleId>,
    /// How many classes of prizes it has, such as first, second and third; 0 where it has none.
    pub prize_classes: u8,
}
