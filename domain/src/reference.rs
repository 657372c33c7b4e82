//! What the rules look up beside the policy: the regions, and the days off.

use crate::{calendar::HolidayCalendar, regions::RegionTree};

/// The tables that rules look things up in.
#[derive(Debug, Clone, Copy)]
pub struct Reference<'a> {
    pub regions: &'a RegionTree,
    pub calendar: &'a HolidayCalendar,
}

impl Reference<'static> {
    /// Those that are built in.
    pub fn builtin() -> Self {
        Self::with(HolidayCalendar::builtin())
    }
}

impl<'a> Reference<'a> {
    /// The regions of this process, and a calendar with the years that were loaded.
    pub fn with(calendar: &'a HolidayCalendar) -> Self {
        Self {
            regions: RegionTree::current(),
            calendar,
        }
    }
}
