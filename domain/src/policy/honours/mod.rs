//! What policy says of honours: commendations with their rounds, plaques and studios. A file that says
//! nothing of them has the service's own targets and no sums.

mod commendation;
mod plaque;
mod round;
mod studio;

pub use commendation::CommendationTerms;
pub use plaque::PlaqueTerms;
pub use round::RoundTerms;
pub use studio::StudioTerms;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HonoursPolicy {
    pub commendation: CommendationTerms,
    pub round: RoundTerms,
    pub plaque: PlaqueTerms,
    pub studio: StudioTerms,
}
