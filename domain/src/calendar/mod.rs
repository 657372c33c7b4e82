//! Legal dates: the day in Beijing, dates of which only the month or the year is known, working
//! days, and the last day of a period.

mod due_date;
mod explanation;
mod holidays;
mod partial_date;
mod period;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
pub use due_date::{DaysOff, DueDate, due_date};
pub use holidays::{DayKind, HolidayCalendar, PublishedDay};
pub use partial_date::{PartialDate, PartialDateError, Precision};
pub use period::{DayUnit, LONGER_THAN_ANY_BREAK, add_months, add_years, first_day_not_off};

pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

pub const MOST_DAYS: u32 = 3660;

crate::faults! {
    pub enum CalendarError {
        NotPublished { year: i32 } = "calendar_not_published",
            "{year} 年的节假日安排尚未公布，无法计算期限",
            "The holidays of {year} are not published yet, so the date cannot be reckoned.", year;
        DaysOutOfRange = "days_out_of_range",
            "天数须在 {min} 至 {max} 之间",
            "The number of days must be {min} to {max}.", min = 1, max = MOST_DAYS;
        DateOutOfRange = "date_out_of_range",
            "日期须在 {min} 年至 {max} 年之间",
            "The date must lie in the years {min} to {max}.",
            min = YEARS.start(), max = YEARS.end();
    }
}

/// The legal date of an instant: the calendar day in Beijing, which keeps UTC+8 all year.
pub fn beijing_date(instant: DateTime<Utc>) -> NaiveDate {
    let utc = instant.naive_utc();
    // Only the last hours of the year 262142 have no Beijing time.
    utc.checked_add_signed(TimeDelta::hours(8))
        .unwrap_or(utc)
        .date()
}

#[cfg(test)]
mod tests;
