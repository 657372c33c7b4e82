//! Places: the administrative regions of China, the functional zones of the city, and countries
//! abroad.

mod code;
mod country;
mod tree;

pub use code::{OutsideYourRegions, RegionCode, RegionCodeError, RegionUnknown};
pub use country::{CountryCode, CountryCodeError};
use serde::{Deserialize, Serialize};
pub use tree::{FormerRegion, Level, Region, RegionTree, Resolved, Standard};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    Region(RegionCode),
    Abroad(CountryCode),
}

#[cfg(test)]
mod tests;
