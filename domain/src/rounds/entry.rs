//! What passes between a round and the nominations that enter it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::TitlePlaces;
use crate::{
    ids::{CommendationId, RoundId},
    policy::{CommendationForm, HonourLevel, TitleId},
    procedure::Holder,
    regions::RegionCode,
    text::Line,
};

/// What a nomination has to fit when it enters a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryTerms {
    pub round: RoundId,
    pub form: CommendationForm,
    pub level: HonourLevel,
    pub organiser: Holder,
    pub titles: Vec<TitlePlaces>,
    pub unit_places: Vec<(RegionCode, u32)>,
    pub deeds_from: Option<NaiveDate>,
    pub deeds_until: Option<NaiveDate>,
    pub closes_on: Option<NaiveDate>,
    /// Whether it takes nominations in.
    pub open: bool,
}

/// A nomination that entered, as it is when the candidates are put in an order: papers print this, and
/// what is corrected later in the nomination does not change what was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    pub commendation: CommendationId,
    /// In full, for the decision.
    pub names: Vec<Line<50>>,
    /// As everybody may read them: under-age people by their surname (Personal Information Protection
    /// Law, article 28).
    pub public_names: Vec<Line<50>>,
    /// The name of a group that is commended as one.
    pub group: Option<Line<100>>,
    pub unit: Option<Line<100>>,
    /// The county that nominated.
    pub region: RegionCode,
    /// The title asked for.
    pub title: TitleId,
    /// The deed in so few words that an annex has room for it.
    pub brief: Line<50>,
    /// Whether it is granted after death (追授); of a group, whether one of its members died.
    pub posthumous: bool,
    /// How many people it is.
    pub people: u32,
    /// Whether the nominee, or the next of kin, has accepted.
    pub accepted: bool,
    /// The deed or recognition that it rests on.
    pub deed: Uuid,
}

impl Candidate {
    pub fn is_group(&self) -> bool {
        self.group.is_some()
    }
}
