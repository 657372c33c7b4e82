use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::Reason;
use crate::{calendar::HolidayCalendar, policy::Policy};

/// A day that a person enters: the day on which it happened, however late it is entered. What is
/// entered late asks for a reason, is shown as entered late, and shortens nobody's right: the time
/// is counted from that day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    pub on: NaiveDate,
    /// Why it is entered so late, where it is.
    pub late_because: Option<Reason>,
}

impl Entered {
    /// A day that nobody has to explain.
    pub const fn on(on: NaiveDate) -> Self {
        Self {
            on,
            late_because: None,
        }
    }

    /// Whether more than the working days of policy have passed by `today`. Where the days off of a
    /// year are not published yet, as many natural days count.
    pub fn is_late(&self, today: NaiveDate, policy: &Policy, calendar: &HolidayCalendar) -> bool {
        let limit = policy.terms().targets.late_entry_working_days;
        let mut day = self.on;
        let mut passed = 0;
        while passed <= limit && day < today {
            day = day.checked_add_days(Days::new(1)).unwrap_or(today);
            passed += u32::from(calendar.is_working_day(day).unwrap_or(true));
        }
        passed > limit
    }
}
