//! Regions that a caller may write into.

use domain::error::{Coded, FieldError};
use domain::regions::{OutsideYourRegions, RegionCode, RegionTree};
use persistence::RegionScope;

/// The region of this code, if it is one of today's, inside the city, and the caller's.
pub(crate) fn within_reach(
    code: &str,
    scope: &RegionScope,
    city: &RegionCode,
) -> Result<RegionCode, FieldError> {
    let code = RegionCode::parse(code).map_err(|error| error.fault())?;
    let tree = RegionTree::builtin();
    let reached = tree.get(&code).is_some() && tree.is_within(&code, city) && scope.covers(&code);
    reached
        .then_some(code)
        .ok_or_else(|| OutsideYourRegions.fault())
}
