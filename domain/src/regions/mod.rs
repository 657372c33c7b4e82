//! Places: the administrative regions of China, the functional zones of the city, and countries
//! abroad.

mod code;
mod country;
mod former;
mod lists;
mod names;
mod tree;

pub use code::{OutsideYourRegions, RegionCode, RegionCodeError, RegionUnknown};
pub use country::{CountryCode, CountryCodeError};
pub use former::{FormerListError, FormerListFault, FormerRegion};
use serde::{Deserialize, Serialize};
pub use tree::{Level, Region, RegionTree, RegionsInUse, Resolved, Standard};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Region(RegionCode),
    Abroad(CountryCode),
}

impl Place {
    /// Whether a place certainly lies outside a city. Of a region that the tree does not know, or of
    /// which the city is a part, nobody can say.
    pub fn is_outside(&self, city: &RegionCode, regions: &RegionTree) -> bool {
        match self {
            Self::Abroad(_) => true,
            Self::Region(place) => {
                regions.resolve(place).is_some()
                    && !regions.is_within(place, city)
                    && !regions.is_within(city, place)
            }
        }
    }
}

#[cfg(test)]
mod tests;
