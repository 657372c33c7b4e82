use serde::{Deserialize, Serialize};

use super::Case;
use crate::receipts::Text;

/// What follows for a plaque. What is not known stays open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaqueEffects {
    /// What stands on it by the policy.
    pub text: Text,
    /// Whether the hero holds an honour that entitles the household.
    pub hero_entitled: Option<bool>,
    /// Whether anybody of the household does.
    pub household_entitled: Option<bool>,
    /// Whether it is the only one of the household.
    pub only_plaque: Option<bool>,
    /// Whether the names on it are those of the household's heroes.
    pub names_fit: Option<bool>,
    /// Whether it may be replaced for its condition: after the death of its heroes only where policy says so.
    pub replaceable: Option<bool>,
}

pub(super) fn effects(case: &Case<'_>) -> PlaqueEffects {
    let facts = case.facts;
    PlaqueEffects {
        text: case.policy.terms().out_of_city.plaque.clone(),
        hero_entitled: facts.hero_entitled(),
        household_entitled: facts.household_entitled,
        only_plaque: facts.household_has_plaque.map(|other| !other),
        names_fit: facts.names_fit,
        replaceable: replaceable(case),
    }
}

pub(super) fn replaceable(case: &Case<'_>) -> Option<bool> {
    if case.policy.terms().honours.plaque.replaced_after_death {
        Some(true)
    } else {
        case.facts.hero_lives
    }
}
