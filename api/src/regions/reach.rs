//! Regions that a caller may write into.

use domain::error::{Coded, Params};
use domain::regions::{RegionCode, RegionCodeError, RegionTree};
use persistence::RegionScope;

/// Why files cannot be kept in the name of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReachError {
    /// It is no code.
    Code(RegionCodeError),
    /// It is not one of the caller's regions, not in the city, or abolished.
    Outside,
}

impl Coded for ReachError {
    fn code(&self) -> &'static str {
        match self {
            Self::Code(error) => error.code(),
            Self::Outside => "outside_your_regions",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::Code(error) => error.params(),
            Self::Outside => Params::new(),
        }
    }
}

/// The region of this code, if it is one of today's, inside the city, and the caller's.
pub(crate) fn within_reach(
    code: &str,
    scope: &RegionScope,
    city: &RegionCode,
) -> Result<RegionCode, ReachError> {
    let code = RegionCode::parse(code).map_err(ReachError::Code)?;
    let tree = RegionTree::builtin();
    let reached = tree.get(&code).is_some() && tree.is_within(&code, city) && scope.covers(&code);
    reached.then_some(code).ok_or(ReachError::Outside)
}
