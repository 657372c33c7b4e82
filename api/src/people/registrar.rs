//! Who writes files.

use chrono::NaiveDate;
use domain::people::Registrar;
use domain::regions::RegionCode;
use persistence::RegionScope;

/// Who writes, as the rules of files ask it.
pub(super) fn registrar(scope: &RegionScope, city: RegionCode, today: NaiveDate) -> Registrar<'_> {
    Registrar {
        city,
        regions: match scope {
            RegionScope::City => None,
            RegionScope::Regions(regions) => Some(regions),
        },
        today,
    }
}
