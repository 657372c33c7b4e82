use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ReplacementReason;
use crate::honours::HonourKind;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldHonour {
    pub kind: HonourKind,
    /// Whether it holds; not once it was revoked.
    pub stands: bool,
    pub on: NaiveDate,
}

impl HeldHonour {
    /// Whether it entitles the household to a plaque.
    pub fn entitles(&self) -> bool {
        self.stands
            && matches!(
                self.kind,
                HonourKind::Confirmation | HonourKind::Recognition
            )
    }
}

/// What is known of a hero whose name a plaque bears, and of the household. `None` means not stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaqueFacts {
    /// The honours of the hero, revoked ones among them.
    pub honours: Option<Vec<HeldHonour>>,
    /// Whether anybody of the household holds an honour that entitles it.
    pub household_entitled: Option<bool>,
    /// Whether the plaque bears the names of just those of the household who hold one.
    pub names_fit: Option<bool>,
    /// Whether the household has another plaque, or is to get one.
    pub household_has_plaque: Option<bool>,
    pub deceased: Option<bool>,
    /// Whether one of those whose names it bears lives.
    pub hero_lives: Option<bool>,
    /// Why it replaces another; none where it replaces none.
    pub replaces: Option<ReplacementReason>,
    /// The day of registration (Beijing): the day of the case.
    pub registered_on: Option<NaiveDate>,
}

impl PlaqueFacts {
    /// Whether the hero holds an honour that entitles the household.
    pub fn hero_entitled(&self) -> Option<bool> {
        let honours = self.honours.as_ref()?;
        Some(honours.iter().any(HeldHonour::entitles))
    }
}
