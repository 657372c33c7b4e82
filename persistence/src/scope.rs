//! Which regions' files a caller may see.

use domain::regions::RegionCode;

/// The regions of a caller. Every query of region-bound data takes one and filters in SQL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegionScope {
    /// The city: all its counties and zones, which is every file of this service.
    City,
    /// These regions only; a county does not see the zones that lie in it.
    Regions(Vec<RegionCode>),
}

impl RegionScope {
    pub fn covers(&self, region: &RegionCode) -> bool {
        match self {
            Self::City => true,
            Self::Regions(regions) => regions.contains(region),
        }
    }

    /// The codes to filter a region column by; `None` when every region is covered.
    pub(crate) fn codes(&self) -> Option<Vec<&str>> {
        match self {
            Self::City => None,
            Self::Regions(regions) => Some(regions.iter().map(RegionCode::as_str).collect()),
        }
    }
}

/// Narrows a boxed query to the rows whose region column is within a scope.
macro_rules! within {
    ($query:expr, $scope:expr, $region_column:expr) => {
        match $scope.codes() {
            None => $query,
            Some(codes) => $query.filter($region_column.eq_any(codes)),
        }
    };
}
pub(crate) use within;
