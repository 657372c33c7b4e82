use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Answer, Clock, Reason, Term};
use crate::{
    calendar::{CalendarError, HolidayCalendar, surely_more_than},
    policy::Policy,
};

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

    /// Whether it came before the time of a clock was over. Without a clock nothing was asked for.
    pub(crate) fn came_within<K: Term>(
        &self,
        clock: Option<&Clock<K>>,
        calendar: &HolidayCalendar,
    ) -> Result<Answer, CalendarError> {
        clock.map_or(Ok(Answer::Unmet), |clock| {
            Ok((!clock.is_over(self.on, calendar)?).into())
        })
    }

    /// Whether more than the working days of policy have passed by `today` in every possible calendar.
    pub fn is_late(&self, today: NaiveDate, policy: &Policy, calendar: &HolidayCalendar) -> bool {
        let limit = policy.terms().targets.late_entry_working_days;
        surely_more_than(limit, self.on, today, calendar)
    }
}
