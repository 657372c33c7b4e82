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
pub use period::{DayUnit, add_months, add_years, first_day_not_off};

use crate::error::{Coded, Params, coded_error};

/// The first and the last year of a legal date.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// The longest period in days.
pub const MOST_DAYS: u32 = 3660;

/// Why a date could not be reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarError {
    /// The State Council has not published (or this service does not hold) the days off of a year
    /// that the result needs.
    NotPublished {
        /// The year.
        year: i32,
    },
    /// A period of no day, or of more than [`MOST_DAYS`] days.
    DaysOutOfRange,
    /// A date before or after [`YEARS`].
    DateOutOfRange,
}

impl Coded for CalendarError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotPublished { .. } => "calendar_not_published",
            Self::DaysOutOfRange => "days_out_of_range",
            Self::DateOutOfRange => "date_out_of_range",
        }
    }

    fn params(&self) -> Params {
        match self {
            Self::NotPublished { year } => [("year", year.to_string())].into(),
            Self::DaysOutOfRange => {
                [("min", "1".to_owned()), ("max", MOST_DAYS.to_string())].into()
            }
            Self::DateOutOfRange => [
                ("min", YEARS.start().to_string()),
                ("max", YEARS.end().to_string()),
            ]
            .into(),
        }
    }
}

coded_error!(CalendarError);

/// The legal date of an instant: the calendar day in Beijing, which keeps UTC+8 all year.
#[must_use]
pub fn beijing_date(instant: DateTime<Utc>) -> NaiveDate {
    let utc = instant.naive_utc();
    // Only the last hours of the year 262142 have no Beijing time.
    utc.checked_add_signed(TimeDelta::hours(8))
        .unwrap_or(utc)
        .date()
}

#[cfg(test)]
mod tests;
