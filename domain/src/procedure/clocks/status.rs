use chrono::{Days, NaiveDate};

use super::{Bound, Change, Clock, Term};
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
    /// The day before which its time does not end, whatever days off are still to be published: they
    /// only move the end back, and so do pauses and extensions.
    fn surely_until(&self) -> NaiveDate {
        let days = Days::new(self.length().length.into());
        let last = self.started_on().checked_add_days(days);
        last.unwrap_or(self.started_on())
    }

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
        if let Some(entry) = self.later().last()
            && entry.change == Change::Stop
            && entry.on <= self.surely_until()
        {
            return Ok(ClockStatus::MetInTime);
        }
        let reading = self.read(calendar)?;
        Ok(match (reading.stopped_on, self.kind().bound()) {
            (Some(day), _) if day <= reading.due.date.due => ClockStatus::MetInTime,
            (Some(_), _) => ClockStatus::MetLate,
            (None, Bound::Body) => ClockStatus::Overdue,
            (None, Bound::Party | Bound::Public) => ClockStatus::Elapsed,
        })
    }
}
