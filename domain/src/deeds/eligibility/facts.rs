use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{ActType, Duty, Filer, Interest, Lawfulness, Relation, RescueOutcome};
use crate::{
    calendar::PartialDate,
    commendations::Grade,
    ids::DeedId,
    people::LifeConflict,
    policy::EvidenceKind,
    regions::{Place, RegionCode},
};

/// The actor's age on the day of the deed, in full years; a range where a date is not exact.
///
/// Receipts hold this and not the birth date, which would complete a citizen number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgeAtDeed {
    pub at_least: u32,
    pub at_most: u32,
}

impl AgeAtDeed {
    pub const fn years(age: u32) -> Self {
        Self {
            at_least: age,
            at_most: age,
        }
    }

    /// The age of somebody born that day; none where the date of the deed is unknown or lies
    /// before the birth.
    pub fn of_birth(born: NaiveDate, occurred_on: PartialDate) -> Option<Self> {
        let until = occurred_on.latest()?;
        let from = occurred_on.earliest()?.max(born);
        Some(Self {
            at_least: full_years(born, from)?,
            at_most: full_years(born, until)?,
        })
    }
}

/// Years that are full that day, from the birthday on.
fn full_years(born: NaiveDate, day: NaiveDate) -> Option<u32> {
    let birthday_passed = (day.month(), day.day()) >= (born.month(), born.day());
    let years = day.year() - born.year() - i32::from(!birthday_passed);
    u32::try_from(years).ok()
}

/// Whether the case is complex, so that it can be filed later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "status", content = "reason", rename_all = "snake_case")]
pub enum Complexity {
    Plain,
    Complex(String),
}

/// Force majeure that kept somebody from filing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obstacle {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Whether the city decided that the time stops; none while it has not decided.
    pub city_decision: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceItem {
    pub kind: EvidenceKind,
    pub verified: bool,
}

/// What is known about one actor in one deed. `None`, and a list that is empty where it is no
/// option, mean not stated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeedFacts {
    pub act_types: Vec<ActType>,
    /// Why another act ought to be confirmed.
    pub other_act_reason: Option<String>,
    /// Whether the deed was directed against a crime, where the types of act do not show it.
    pub crime_related: Option<bool>,
    pub duty: Option<Duty>,
    pub interests: Vec<Interest>,
    /// What each beneficiary is to the actor; empty where there is no single beneficiary.
    pub beneficiaries: Option<Vec<Relation>>,
    /// Whether the actor caused the danger, by intent or negligence.
    pub caused_danger: Option<bool>,
    pub lawfulness: Option<Lawfulness>,
    pub outcome: Option<RescueOutcome>,
    pub risk: Option<Grade>,
    pub age_at_deed: Option<AgeAtDeed>,
    /// How the dates in the person's file contradict that of the deed, where they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub life_conflict: Option<LifeConflict>,
    pub volunteer_service: Option<bool>,
    /// Where the actor's household register is.
    pub home: Option<RegionCode>,
    pub occurred_on: PartialDate,
    pub place: Option<Place>,
    /// Other counties in which it also happened.
    pub further_counties: Vec<RegionCode>,
    /// The region whose body received the report.
    pub received_by: Option<RegionCode>,
    /// The day of receipt (Beijing): the day of the case.
    pub received_on: Option<NaiveDate>,
    pub filer: Option<Filer>,
    pub complexity: Option<Complexity>,
    /// Force majeure, where somebody claims it.
    pub obstacle: Option<Obstacle>,
    /// Deeds on file that may be the same one of the same actor; none while nobody has looked.
    pub possible_duplicates: Option<Vec<DeedId>>,
    pub evidence: Option<Vec<EvidenceItem>>,
}

impl DeedFacts {
    pub fn against_crime(&self) -> Option<bool> {
        let by_type = self.act_types.iter().any(|act| act.is_against_crime());
        match self.crime_related {
            _ if by_type => Some(true),
            None if !self.act_types.is_empty() => Some(false),
            said => said,
        }
    }
}
