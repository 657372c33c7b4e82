use chrono::NaiveDate;

use super::{Entered, Procedure};
use crate::{calendar::HolidayCalendar, policy::Policy, regions::RegionTree};

/// Everything outside the case that a step depends on.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a, P: Procedure> {
    /// What the newest receipt on the case says; none before the rules were asked.
    pub rules: Option<P::Rules>,
    /// The policy in force on the day of receipt.
    pub policy: &'a Policy,
    pub regions: &'a RegionTree,
    pub calendar: &'a HolidayCalendar,
    /// The day on which the step is executed (Beijing).
    pub today: NaiveDate,
}

impl<P: Procedure> Context<'_, P> {
    /// The same, but not before a day: clocks of several machines may differ around midnight, and a
    /// case never goes back.
    pub(crate) fn not_before(self, day: NaiveDate) -> Self {
        Self {
            today: self.today.max(day),
            ..self
        }
    }

    /// Whether a day is entered late, so that it asks for a reason.
    pub fn is_late(&self, entered: &Entered) -> bool {
        entered.is_late(self.today, self.policy, self.calendar)
    }
}
