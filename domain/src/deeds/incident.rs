use serde::{Deserialize, Serialize};

use super::eligibility::{ActType, Filer};
use crate::{
    calendar::PartialDate,
    regions::{Place, RegionCode},
    text::Line,
};

/// What happened, as it was reported: the part of a deed that all its actors share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    /// What was done (Shandong Regulation on Rewarding and Protecting People Who Act Bravely,
    /// article 8).
    pub act_types: Vec<ActType>,
    /// When.
    pub occurred_on: PartialDate,
    /// Where.
    pub place: Option<Place>,
    /// Other counties in which it also happened.
    pub further_counties: Vec<RegionCode>,
    /// Who brought it.
    pub filer: Filer,
    /// What was done, in words.
    pub summary: Line<2000>,
    /// Who was helped.
    pub beneficiaries: Vec<Line<100>>,
    /// Who saw it.
    pub witnesses: Vec<Line<100>>,
    /// What the actors suffered.
    pub harm: Option<Line<500>>,
    /// What did not happen because of the deed.
    pub loss_averted: Option<Line<500>>,
}
