use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Change, Clock, Term};
use crate::{
    calendar::{CalendarError, DayUnit, DueDate, HolidayCalendar, due_date},
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

/// A clock read from its first entry to its last.
pub(super) struct Reading {
    pub(super) due: Due,
    pub(super) paused: bool,
    pub(super) stopped_on: Option<NaiveDate>,
}

impl<K: Term> Clock<K> {
    /// Its last day; none while it is paused, since nobody knows for how long. What is done on the
    /// last day is in time.
    pub fn due(&self, calendar: &HolidayCalendar) -> Result<Option<Due>, CalendarError> {
        let reading = self.read(calendar)?;
        Ok((!reading.paused).then_some(reading.due))
    }

    pub(super) fn read(&self, calendar: &HolidayCalendar) -> Result<Reading, CalendarError> {
        let mut reading = Reading {
            due: self.reckon(0, 0, calendar)?,
            paused: false,
            stopped_on: None,
        };
        let mut paused_since = None;
        for entry in self.later() {
            let Due {
                date,
                extended_days,
                paused_days,
            } = &reading.due;
            match entry.change {
                // What has run out is not brought back by a pause or an extension.
                Change::Pause | Change::Extend { .. }
                    if paused_since.is_none() && entry.on > date.due => {}
                Change::Start => {}
                Change::Pause => paused_since = Some(entry.on),
                Change::Extend { days } => {
                    reading.due = self.reckon(extended_days + days, *paused_days, calendar)?;
                }
                Change::Resume | Change::Stop | Change::Cancel => {
                    if let Some(since) = paused_since.take() {
                        let left_out = self.days_between(since, entry.on, calendar)?;
                        reading.due =
                            self.reckon(*extended_days, paused_days + left_out, calendar)?;
                    }
                    reading.stopped_on = (entry.change == Change::Stop).then_some(entry.on);
                }
            }
        }
        reading.paused = paused_since.is_some();
        Ok(reading)
    }

    fn reckon(
        &self,
        extended_days: u32,
        paused_days: u32,
        calendar: &HolidayCalendar,
    ) -> Result<Due, CalendarError> {
        let period = self.length();
        let days = period.length + extended_days + paused_days;
        Ok(Due {
            date: due_date(self.started_on(), days, period.unit, calendar)?,
            extended_days,
            paused_days,
        })
    }

    /// The days after `from` up to `to`, in the clock's unit.
    fn days_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        calendar: &HolidayCalendar,
    ) -> Result<u32, CalendarError> {
        let mut count = 0;
        let mut day = from;
        while day < to {
            day = day
                .checked_add_days(Days::new(1))
                .ok_or(CalendarError::DateOutOfRange)?;
            let counts = match self.length().unit {
                DayUnit::Natural => true,
                DayUnit::Working => calendar.is_working_day(day)?,
            };
            count += u32::from(counts);
        }
        Ok(count)
    }
}
