//! Policy as data: every title, weight, level, pattern and window of the rules, in versions with
//! effective dates and legal basis. Another city is another file.

mod basis;
mod canonical;
mod check;
mod correction;
mod deed_kinds;
mod deeds;
mod error;
mod file;
mod honours;
mod law;
mod levels;
mod name_pattern;
mod number_pattern;
mod parameters;
#[cfg(test)]
pub(crate) mod samples;
mod targets;
#[cfg(test)]
mod tests;
mod titles;

pub use basis::{Basis, BasisKind, RuleBasis, Source};
pub use deed_kinds::{
    ContractDuty, EvidenceKind, ForceMajeure, PanelKind, PublicationWaiverReason, ZoneBody,
};
pub use deeds::{
    AftermathPolicy, AssessmentPolicy, DecisionPolicy, DeedEligibilityPolicy, DeedsPolicy,
    DocumentsPolicy, EvidencePolicy, FilingPolicy, PanelPolicy, Period, PublicationPolicy, Share,
};
pub use error::{PolicyError, PolicyFault};
pub use file::{Organ, PolicySet};
pub use honours::{
    CashRule, CommendationTerms, GroupTerms, HonoursPolicy, Indicator, PlaqueTerms, RoundTerms,
    StudioAssessmentTerms, StudioTerms, TitleTerms,
};
pub use law::Law;
pub use levels::{AuthorityLevel, HonourLevel, InfluenceArea};
pub use name_pattern::{NamePattern, NamePatternError};
pub use number_pattern::{NumberPattern, NumberPatternError};
pub use parameters::{
    AwardNames, Benefits, City, CommendationForm, ConsentGiver, DoubleReward, GroupNames, Harm,
    IssuerKind, LevelThreshold, OriginBasis, OutOfCityPolicy, ReservedWords, StateAwardQuota,
    StudioNamePolicy, TierPolicy, Weights,
};
pub use targets::TargetsPolicy;
pub use titles::{
    Authority, AuthorityKind, CommendationKind, Recipient, Title, TitleId, TitleRoute,
};

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::receipts::{PolicyRef, RuleId, Text};

/// What one version of a policy says: everything that a rule reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    pub version: String,
    /// The first day it applies to.
    pub effective_from: NaiveDate,
    pub city: City,
    /// The prefix of a title granted after death.
    pub posthumous_prefix: Text,
    pub titles: Vec<Title>,
    pub out_of_city: OutOfCityPolicy,
    pub tier: TierPolicy,
    pub studio_name: StudioNamePolicy,
    pub deeds: DeedsPolicy,
    #[serde(default)]
    pub targets: TargetsPolicy,
    #[serde(default)]
    pub honours: HonoursPolicy,
    /// What each rule rests on.
    pub rules: BTreeMap<RuleId, RuleBasis>,
}

/// One version of a policy, checked.
#[derive(Debug, Clone, Serialize)]
pub struct Policy {
    id: String,
    name: Text,
    hash: String,
    corrects: Option<String>,
    sources: BTreeMap<String, Source>,
    terms: Terms,
}

impl Policy {
    pub fn id(&self) -> &str {
        &self.id
    }

    pub fn name(&self) -> &Text {
        &self.name
    }

    pub fn version(&self) -> &str {
        &self.terms.version
    }

    /// The version that this one corrects, and in whose stead it applies.
    pub fn corrects(&self) -> Option<&str> {
        self.corrects.as_deref()
    }

    pub fn effective_from(&self) -> NaiveDate {
        self.terms.effective_from
    }

    /// SHA-256, lower-case hex, over this version's data and the sources it cites. It does not
    /// change when the file is laid out again or other versions are added.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    pub fn sources(&self) -> &BTreeMap<String, Source> {
        &self.sources
    }

    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    pub fn reference(&self) -> PolicyRef {
        PolicyRef {
            id: self.id.clone(),
            version: self.terms.version.clone(),
            hash: self.hash.clone(),
        }
    }

    pub fn title(&self, id: &TitleId) -> Option<&Title> {
        self.terms.titles.iter().find(|title| title.id == *id)
    }

    /// What a title asks for beside its place in the catalogue, if the policy says anything of it.
    pub fn title_terms(&self, id: &TitleId) -> Option<&TitleTerms> {
        self.terms.honours.titles.get(id)
    }

    /// Whether a title is a place on a list and no praise.
    pub fn is_listing(&self, id: &TitleId) -> bool {
        self.title_terms(id).is_some_and(|terms| terms.listing)
    }

    /// Whether two ids are one title: the same, or praise and state award of the same words.
    pub fn is_same_title(&self, one: &TitleId, other: &TitleId) -> bool {
        one == other
            || matches!((self.title(one), self.title(other)),
                (Some(one), Some(other)) if one.is_called_like(other))
    }

    /// A title's words, with the prefix for those who died.
    pub fn title_text(&self, title: &Title, posthumous: bool) -> Text {
        if posthumous {
            let prefix = &self.terms.posthumous_prefix;
            Text {
                zh: format!("{}{}", prefix.zh, title.text.zh),
                en: format!("{} {}", prefix.en, title.text.en),
            }
        } else {
            title.text.clone()
        }
    }

    /// This version as it binds a case of that day.
    pub fn on(&self, case_date: NaiveDate) -> Law<'_> {
        Law {
            policy: self,
            case_date,
        }
    }
}
