use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Change, Clock, Term};
use crate::{
    calendar::{
        CalendarError, DayUnit, DueDate, HolidayCalendar, due_date, last_day, working_days,
    },
    receipts::Text,
};

/// The last day of a clock, with its arithmetic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The day and how it was counted, extensions and pauses included.
    pub date: DueDate,
    /// Days by which the period was extended, in its own unit.
    pub extended_days: u32,
    /// Days that did not count because the clock was paused, in its own unit.
    pub paused_days: u32,
}

impl Due {
    /// The arithmetic in words.
    pub fn explanation(&self) -> Text {
        let mut message = self.date.explanation();
        let (extended, paused) = (self.extended_days, self.paused_days);
        let own = self.date.days.saturating_sub(extended + paused);
        if extended + paused > 0 {
            message.zh = format!(
                "{}（期限 {own} 日，延长 {extended} 日，中止期间不计 {paused} 日）",
                message.zh
            );
            message.en = format!(
                "{} (a period of {own} days, extended by {extended}, and {paused} days of pause that do not count)",
                message.en
            );
        }
        message
    }
}

/// Between which days the time of a clock ends, whatever the years say that are not loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastDays {
    /// The first day on which it can end; none while the clock is certainly paused, since nobody knows for
    /// how long.
    pub earliest: Option<NaiveDate>,
    /// The last one; none while the clock is paused or may be.
    pub latest: Option<NaiveDate>,
    not_loaded: i32,
}

impl LastDays {
    /// Both days, where the clock runs for certain.
    pub fn range(self) -> Option<(NaiveDate, NaiveDate)> {
        self.earliest.zip(self.latest)
    }

    /// Whether the time was over on a day, where every possible calendar says the same.
    pub fn is_over(self, day: NaiveDate) -> Result<bool, CalendarError> {
        match (self.earliest, self.latest) {
            (None, _) => Ok(false),
            (Some(earliest), _) if day <= earliest => Ok(false),
            (_, Some(latest)) if day > latest => Ok(true),
            _ => Err(CalendarError::NotLoaded {
                year: self.not_loaded,
            }),
        }
    }
}

/// A clock read from its first entry to its last, as if every day that no loaded year tells were such
/// that the clock ends as early as it can, or as late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) due: NaiveDate,
    extended_days: u32,
    paused_days: u32,
    paused: bool,
    pub(super) stopped_on: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Earliest,
    Latest,
}

/// Both readings of a clock.
pub(super) struct Readings {
    pub(super) low: Reading,
    pub(super) high: Reading,
    /// A year on which their difference rests.
    pub(super) not_loaded: i32,
}

impl<K: Term> Clock<K> {
    /// Its last day; none while it is paused. What is done on the last day is in time.
    pub fn due(&self, calendar: &HolidayCalendar) -> Result<Option<Due>, CalendarError> {
        let Readings {
            low,
            high,
            not_loaded,
        } = self.read(calendar)?;
        if low.paused && high.paused {
            return Ok(None);
        }
        if low != high {
            return Err(CalendarError::NotLoaded { year: not_loaded });
        }
        let Reading {
            extended_days,
            paused_days,
            ..
        } = low;
        let days = self.length().length + extended_days + paused_days;
        Ok(Some(Due {
            date: due_date(self.started_on(), days, self.length().unit, calendar)?,
            extended_days,
            paused_days,
        }))
    }

    /// Between which days it ends.
    pub fn last_days(&self, calendar: &HolidayCalendar) -> Result<LastDays, CalendarError> {
        let Readings {
            low,
            high,
            not_loaded,
        } = self.read(calendar)?;
        Ok(LastDays {
            earliest: (!low.paused).then_some(low.due),
            latest: (!high.paused).then_some(high.due),
            not_loaded,
        })
    }

    pub(super) fn read(&self, calendar: &HolidayCalendar) -> Result<Readings, CalendarError> {
        let mut not_loaded = None;
        let low = self.read_as(Side::Earliest, calendar, &mut not_loaded)?;
        // Where all years are loaded that it needs there is one reading.
        let high = if not_loaded.is_none() && self.started_by() == self.started_on() {
            low
        } else {
            self.read_as(Side::Latest, calendar, &mut not_loaded)?
        };
        Ok(Readings {
            low,
            high,
            not_loaded: not_loaded.unwrap_or(self.started_by().year()),
        })
    }

    /// A pause and an extension only move the end back. So each of the two readings stays on its side of the
    /// real one from entry to entry: what the earlier takes in, the real one does, and what that takes in,
    /// the later does.
    fn read_as(
        &self,
        side: Side,
        calendar: &HolidayCalendar,
        not_loaded: &mut Option<i32>,
    ) -> Result<Reading, CalendarError> {
        let mut reading = Reading {
            due: self.reckon(side, 0, calendar, not_loaded)?,
            extended_days: 0,
            paused_days: 0,
            paused: false,
            stopped_on: None,
        };
        let mut paused_since = None;
        for entry in self.later() {
            match entry.change {
                // What has run out is not brought back by a pause or an extension.
                Change::Pause | Change::Extend { .. }
                    if paused_since.is_none() && entry.on > reading.due => {}
                Change::Start => {}
                Change::Pause => paused_since = Some(entry.on),
                Change::Extend { days } => {
                    reading.extended_days += days;
                    let more = reading.extended_days + reading.paused_days;
                    reading.due = self.reckon(side, more, calendar, not_loaded)?;
                }
                Change::Resume | Change::Stop | Change::Cancel => {
                    if let Some(since) = paused_since.take() {
                        reading.paused_days +=
                            self.days_between(side, (since, entry.on), calendar, not_loaded)?;
                        let more = reading.extended_days + reading.paused_days;
                        reading.due = self.reckon(side, more, calendar, not_loaded)?;
                    }
                    reading.stopped_on = (entry.change == Change::Stop).then_some(entry.on);
                }
            }
        }
        reading.paused = paused_since.is_some();
        Ok(reading)
    }

    /// The last day with so many days more than its length.
    fn reckon(
        &self,
        side: Side,
        more: u32,
        calendar: &HolidayCalendar,
        not_loaded: &mut Option<i32>,
    ) -> Result<NaiveDate, CalendarError> {
        let period = self.length();
        let start = match side {
            Side::Earliest => self.started_on(),
            Side::Latest => self.started_by(),
        };
        let last = last_day(start, period.length + more, period.unit, calendar)?;
        *not_loaded = not_loaded.or(last.not_loaded);
        Ok(match side {
            Side::Earliest => last.earliest,
            Side::Latest => last.latest,
        })
    }

    /// The days after `from` up to `to`, in the clock's unit.
    fn days_between(
        &self,
        side: Side,
        (from, to): (NaiveDate, NaiveDate),
        calendar: &HolidayCalendar,
        not_loaded: &mut Option<i32>,
    ) -> Result<u32, CalendarError> {
        if self.length().unit == DayUnit::Natural {
            let days = (to - from).num_days().max(0);
            return u32::try_from(days).map_err(|_| CalendarError::DateOutOfRange);
        }
        let passed = working_days(from, to, calendar)?;
        *not_loaded = not_loaded.or(passed.not_loaded);
        Ok(match side {
            Side::Earliest => passed.least,
            Side::Latest => passed.most,
        })
    }
}
