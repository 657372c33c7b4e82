use chrono::{Datelike, Months, NaiveDate};

use super::{CalendarError, YEARS};
use crate::named_enum;

named_enum! {
    /// 期限的单位 / How a period counts its days.
    DayUnit as "PeriodUnit" {
        Working = "working", "工作日", "working days";
        Natural = "natural", "日（自然日）", "natural days, which count every day";
    }
}

/// The corresponding day `months` later, or the last day of that month where it has none
/// (Civil Code article 202).
pub fn add_months(date: NaiveDate, months: u32) -> Result<NaiveDate, CalendarError> {
    date_in_range(date)?;
    date.checked_add_months(Months::new(months))
        .ok_or(CalendarError::DateOutOfRange)
        .and_then(date_in_range)
}

/// The corresponding day `years` later; 28 February for 29 February where that year has none
/// (Civil Code article 202).
pub fn add_years(date: NaiveDate, years: u32) -> Result<NaiveDate, CalendarError> {
    let months = years.checked_mul(12).ok_or(CalendarError::DateOutOfRange)?;
    add_months(date, months)
}

pub(super) fn next(date: NaiveDate) -> Result<NaiveDate, CalendarError> {
    date.succ_opt()
        .ok_or(CalendarError::DateOutOfRange)
        .and_then(date_in_range)
}

pub(super) fn date_in_range(date: NaiveDate) -> Result<NaiveDate, CalendarError> {
    if YEARS.contains(&date.year()) {
        Ok(date)
    } else {
        Err(CalendarError::DateOutOfRange)
    }
}
