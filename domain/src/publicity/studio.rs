use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Portrayal;
use crate::{
    procedure::Case,
    regions::RegionCode,
    studios::{Function, Studio},
};

/// A studio that bears its name, as everybody may see it: neither its contact nor who works there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicStudio {
    pub name: String,
    pub host: String,
    pub functions: BTreeSet<Function>,
    pub region: RegionCode,
    /// The day on which its sign was hung.
    pub opened_on: Option<NaiveDate>,
    /// What it did, as its ledger counts.
    pub activities: u32,
    /// What is shown of the hero by a consent for this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
    pub synthetic: bool,
}

impl PublicStudio {
    /// The studio while it bears its name with the consent of who may give it (STUDIO-LEADER); `hero` is what
    /// a consent shows of its leader besides. None where the procedure knows of no consent.
    pub fn of(
        case: &Case<Studio>,
        region: RegionCode,
        hero: Option<&Portrayal>,
        synthetic: bool,
    ) -> Option<Self> {
        let record = case.record();
        let agreed = record.consent().is_some_and(|consent| consent.given);
        if !agreed || !case.state().is_named() {
            return None;
        }
        Some(Self {
            name: record.setup.name.to_string(),
            host: record.setup.host.to_string(),
            functions: record.setup.functions.clone(),
            region,
            opened_on: record.openings.last().map(|opening| opening.on),
            activities: u32::try_from(record.activities.len()).unwrap_or(u32::MAX),
            story: hero
                .and_then(|hero| hero.story.as_ref())
                .map(ToString::to_string),
            synthetic,
        })
    }
}
