use serde::{Deserialize, Serialize};

use super::eligibility::{ActType, Filer};
use crate::{
    calendar::PartialDate,
    regions::{Place, RegionCode},
    text::{Line, Paragraphs},
};

/// What happened, as it was reported: the part of a deed that all its actors share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    /// What was done (Shandong Regulation on Rewarding and Protecting People Who Act Bravely,
    /// article 8).
    pub act_types: Vec<ActType>,
    pub occurred_on: PartialDate,
    pub place: Option<Place>,
    pub further_counties: Vec<RegionCode>,
    pub filer: Filer,
    pub summary: Paragraphs<2000>,
    pub beneficiaries: Vec<Line<100>>,
    pub witnesses: Vec<Line<100>>,
    pub harm: Option<Paragraphs<500>>,
    pub loss_averted: Option<Paragraphs<500>>,
}
