use chrono::NaiveDate;

use super::{Bound, Change, Clock, Term, due::Readings};
use crate::{
    calendar::{CalendarError, HolidayCalendar},
    named_enum,
};

named_enum! {
    /// 期限状态 / How a clock stands
    ClockStatus {
        Running = "running", "计时中", "running";
        Paused = "paused", "中止", "paused";
        MetInTime = "met_in_time", "按期完成", "met in time";
        MetLate = "met_late", "逾期完成", "met late";
        /// A body has missed it. This decides nothing; it is reported.
        Overdue = "overdue", "逾期未办", "overdue";
        Elapsed = "elapsed", "期限届满", "elapsed";
        Cancelled = "cancelled", "终止", "cancelled";
    }
}

impl<K: Term> Clock<K> {
    /// Its status at the end of a day.
    pub fn status(
        &self,
        today: NaiveDate,
        calendar: &HolidayCalendar,
    ) -> Result<ClockStatus, CalendarError> {
        if let Some(entry) = self.later().last()
            && entry.change == Change::Cancel
        {
            return Ok(ClockStatus::Cancelled);
        }
        if self.is_open() && !self.is_over(today, calendar)? {
            return Ok(if self.is_paused() {
                ClockStatus::Paused
            } else {
                ClockStatus::Running
            });
        }
        let Readings {
            low,
            high,
            not_loaded,
        } = self.read(calendar)?;
        Ok(match (low.stopped_on, self.kind().bound()) {
            (Some(day), _) if day <= low.due => ClockStatus::MetInTime,
            (Some(day), _) if day > high.due => ClockStatus::MetLate,
            (Some(_), _) => return Err(CalendarError::NotLoaded { year: not_loaded }),
            (None, Bound::Body) => ClockStatus::Overdue,
            (None, Bound::Party | Bound::Public) => ClockStatus::Elapsed,
        })
    }
}
