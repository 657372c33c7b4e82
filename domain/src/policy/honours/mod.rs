//! What policy says of honours: commendations with their rounds, plaques and studios. A file that says
//! nothing of them has the service's own targets and no sums.

mod commendation;
mod money;
mod plaque;
mod round;
mod studio;
mod titles;

pub use commendation::CommendationTerms;
pub use money::{CashRule, GroupTerms, Indicator};
pub use plaque::PlaqueTerms;
pub use round::RoundTerms;
pub use studio::{StudioAssessmentTerms, StudioTerms};
pub use titles::TitleTerms;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::TitleId;

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HonoursPolicy {
    pub commendation: CommendationTerms,
    pub round: RoundTerms,
    pub plaque: PlaqueTerms,
    pub studio: StudioTerms,
    pub group: GroupTerms,
    /// What titles of the catalogue ask for; one that is not named asks for nothing.
    pub titles: BTreeMap<TitleId, TitleTerms>,
    /// TIER-CASH, GROUP-DEAD: the table of sums. What it lacks is not known, and never zero.
    pub cash: Vec<CashRule>,
    /// LUMP-SUM: what the state published, by year.
    pub indicators: BTreeMap<i32, Indicator>,
}
