//! The last day of a period where the days off of a year are not loaded: the days between which it lies in
//! every calendar that is possible (rule `DAYCOUNT`).

use chrono::{Datelike, Days, NaiveDate};

use super::{
    CalendarError, DayUnit, HolidayCalendar, LONGEST_BREAK, MOST_DAYS, MOST_WEEKDAYS_OFF,
    period::{date_in_range, next},
    year::is_weekday,
};

/// Within which days the last day of a period lies, whatever the years say that are not loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastDay {
    pub earliest: NaiveDate,
    pub latest: NaiveDate,
    /// The first year on which it depends and that is not loaded.
    pub(crate) not_loaded: Option<i32>,
}

impl LastDay {
    /// The day itself, where every possible calendar gives the same.
    pub fn certain(self) -> Result<NaiveDate, CalendarError> {
        if self.earliest == self.latest {
            Ok(self.latest)
        } else {
            Err(self.error())
        }
    }

    /// Whether a day lies after it, where every possible calendar says the same.
    pub fn is_before(self, day: NaiveDate) -> Result<bool, CalendarError> {
        if day <= self.earliest {
            Ok(false)
        } else if day > self.latest {
            Ok(true)
        } else {
            Err(self.error())
        }
    }

    fn error(self) -> CalendarError {
        CalendarError::NotLoaded {
            year: self.not_loaded.unwrap_or(self.earliest.year()),
        }
    }
}

/// Within which days a period of `days` (1 to [`MOST_DAYS`]) after `start` ends; see
/// [`due_date`](super::due_date) for how they are counted.
pub fn last_day(
    start: NaiveDate,
    days: u32,
    unit: DayUnit,
    calendar: &HolidayCalendar,
) -> Result<LastDay, CalendarError> {
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(CalendarError::DaysOutOfRange);
    }
    date_in_range(start)?;
    match unit {
        DayUnit::Working => counted(start, days, calendar),
        DayUnit::Natural => next_working_day(nominal_end(start, days)?, calendar),
    }
}

/// The day on which a period of natural days ends if it is no day off.
pub(super) fn nominal_end(start: NaiveDate, days: u32) -> Result<NaiveDate, CalendarError> {
    start
        .checked_add_days(Days::new(days.into()))
        .ok_or(CalendarError::DateOutOfRange)
}

/// The day itself, or where it is a day off the next that is none: what becomes of the last day of
/// a period in days, months or years (Civil Code article 203).
pub fn next_working_day(
    date: NaiveDate,
    calendar: &HolidayCalendar,
) -> Result<LastDay, CalendarError> {
    let before = date_in_range(date)?
        .pred_opt()
        .ok_or(CalendarError::DateOutOfRange)?;
    counted(before, 1, calendar)
}

/// The least and the most working days after `from` and until `to`.
pub(crate) fn working_days(
    from: NaiveDate,
    to: NaiveDate,
    calendar: &HolidayCalendar,
) -> Result<WorkingDays, CalendarError> {
    let mut count = Count::after(from, calendar);
    let mut day = from;
    while day < to {
        day = next(day)?;
        count.pass(day)?;
    }
    Ok(WorkingDays {
        least: count.least(),
        most: count.most,
        not_loaded: count.not_loaded,
    })
}

/// See [`working_days`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WorkingDays {
    pub(crate) least: u32,
    pub(crate) most: u32,
    pub(crate) not_loaded: Option<i32>,
}

/// Whether more than `limit` working days lie after `from` and until `to` in every possible calendar.
pub(crate) fn surely_more_than(
    limit: u32,
    from: NaiveDate,
    to: NaiveDate,
    calendar: &HolidayCalendar,
) -> bool {
    let mut count = Count::after(from, calendar);
    let mut day = from;
    while day < to && count.least() <= limit {
        let Ok(following) = next(day) else { break };
        day = following;
        if count.pass(day).is_err() {
            break;
        }
    }
    count.least() > limit
}

/// Within which days the working day lies that is number `wanted` after `start`.
fn counted(
    start: NaiveDate,
    wanted: u32,
    calendar: &HolidayCalendar,
) -> Result<LastDay, CalendarError> {
    let mut count = Count::after(start, calendar);
    let mut earliest = None;
    let mut day = start;
    loop {
        day = next(day)?;
        count.pass(day)?;
        if count.most >= wanted {
            earliest.get_or_insert(day);
        }
        if count.least() >= wanted {
            return Ok(LastDay {
                earliest: earliest.unwrap_or(day),
                latest: day,
                not_loaded: count.not_loaded,
            });
        }
    }
}

/// How many working days have passed at the most and at the least. A day of a year that is not loaded
/// may be off or worked; two things are known of all of them together, and each gives a least number:
/// no break is longer than [`LONGEST_BREAK`], and of a year at most [`MOST_WEEKDAYS_OFF`] days from Monday
/// to Friday are off.
struct Count<'a> {
    calendar: &'a HolidayCalendar,
    most: u32,
    /// The least, if every break were as long as one can be.
    by_breaks: u32,
    /// The least, if all weekends were off, and the weekdays of a year as soon as they can be.
    by_weekdays: u32,
    days_off_in_a_row: u32,
    weekdays_off: (i32, u32),
    not_loaded: Option<i32>,
}

impl<'a> Count<'a> {
    fn after(start: NaiveDate, calendar: &'a HolidayCalendar) -> Self {
        let mut days_off_in_a_row = 0;
        let mut day = Some(start);
        while let Some(off) = day.filter(|day| calendar.is_working_day(*day) == Ok(false)) {
            days_off_in_a_row += 1;
            day = off.pred_opt();
        }
        Self {
            calendar,
            most: 0,
            by_breaks: 0,
            by_weekdays: 0,
            days_off_in_a_row,
            weekdays_off: (0, 0),
            not_loaded: None,
        }
    }

    fn least(&self) -> u32 {
        self.by_breaks.max(self.by_weekdays)
    }

    fn pass(&mut self, day: NaiveDate) -> Result<(), CalendarError> {
        match self.calendar.is_working_day(day) {
            Ok(true) => {
                self.most += 1;
                self.by_breaks += 1;
                self.by_weekdays += 1;
                self.days_off_in_a_row = 0;
            }
            Ok(false) => self.days_off_in_a_row += 1,
            Err(CalendarError::NotLoaded { year }) => {
                self.not_loaded.get_or_insert(year);
                self.most += 1;
                if self.days_off_in_a_row < LONGEST_BREAK {
                    self.days_off_in_a_row += 1;
                } else {
                    self.by_breaks += 1;
                    self.days_off_in_a_row = 0;
                }
                self.by_weekdays += u32::from(is_weekday(day) && !self.may_be_off(year));
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// Whether one more weekday of the year may be off, which then is.
    fn may_be_off(&mut self, year: i32) -> bool {
        if self.weekdays_off.0 != year {
            self.weekdays_off = (year, 0);
        }
        let left = self.weekdays_off.1 < MOST_WEEKDAYS_OFF;
        self.weekdays_off.1 += u32::from(left);
        left
    }
}
