//! Legal dates: the day in Beijing, dates of which only the month or the year is known, working
//! days, and the last day of a period. The days off of a year are data: some years are built in, and others
//! are loaded.

mod due_date;
mod explanation;
mod festival;
mod file;
mod holidays;
mod last_day;
mod partial_date;
mod period;
mod year;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
pub use due_date::{DaysOff, DueDate, due_date};
pub use file::{CalendarFileError, NoticeOfYear, parse_years};
pub use holidays::HolidayCalendar;
pub use last_day::{LastDay, last_day, next_working_day};
pub(crate) use last_day::{surely_more_than, working_days};
pub use partial_date::{PartialDate, PartialDateError, Precision};
pub use period::{DayUnit, add_months, add_years};
pub use year::{
    CalendarYear, CalendarYearError, DayKind, NamedDay, NoticeNumber, PublishedDay, YearDays,
};

pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

pub const MOST_DAYS: u32 = 3660;

/// No break is longer than so many days: the longest since 2012 had ten. A year that breaks this cannot be
/// loaded, so that what is decided about years that are not loaded holds.
pub const LONGEST_BREAK: u32 = 16;

/// Of a year no more days from Monday to Friday are off: since 2012 there were at most 23.
pub const MOST_WEEKDAYS_OFF: u32 = 30;

crate::faults! {
    pub enum CalendarError {
        NotLoaded { year: i32 } = "calendar_not_loaded",
            "本系统尚未载入 {year} 年的放假安排，不能确定日期；载入后即可计算",
            "The days off of {year} are not loaded here, so the date cannot be told; it is once they are.", year;
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
pub(crate) mod samples;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod year_tests;
