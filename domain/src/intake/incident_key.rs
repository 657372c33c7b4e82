use std::fmt;

use crate::{
    calendar::{PartialDate, Precision},
    regions::{Place, RegionTree},
};

/// The day and place of an incident, as far as two reports of it would share them (rule
/// `DEED-DUP`). There is none where the day or the place is not known.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct IncidentKey(String);

impl IncidentKey {
    /// That of an incident. A region that was abolished counts as the one that took its place.
    pub fn of(occurred_on: PartialDate, place: Option<&Place>, tree: &RegionTree) -> Option<Self> {
        if occurred_on.precision() != Precision::Day {
            return None;
        }
        let day = occurred_on.earliest()?;
        Some(Self(match place? {
            Place::Region(code) => {
                let region = tree.resolve(code).map_or(*code, |found| found.region.code);
                format!("{day}/{region}")
            }
            Place::Abroad(country) => format!("{day}/{country}"),
        }))
    }
}

impl fmt::Display for IncidentKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
