use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::CalendarError;

const HOLIDAYS: &str = include_str!("../../data/holidays.csv");

/// What the State Council's notice says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Monday to Friday, and nothing published.
    Working,
    /// Saturday or Sunday, and nothing published.
    Weekend,
    Holiday,
    /// A Saturday or Sunday that is worked to make up for a break.
    MakeUpWorking,
}

impl DayKind {
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::MakeUpWorking)
    }
}

/// A day that a notice names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedDay {
    /// [`DayKind::Holiday`] or [`DayKind::MakeUpWorking`].
    pub kind: DayKind,
    /// The festival: `春节`.
    pub name: String,
}

/// The days off and make-up working days that the State Council has published.
#[derive(Debug)]
pub struct HolidayCalendar {
    days: BTreeMap<NaiveDate, PublishedDay>,
    years: BTreeSet<i32>,
}

impl HolidayCalendar {
    /// The notices for 2012 to 2026, parsed at first use.
    pub fn builtin() -> &'static Self {
        // A row that cannot be read would be left out: a test counts them.
        static CALENDAR: LazyLock<HolidayCalendar> = LazyLock::new(|| {
            HolidayCalendar::new(HOLIDAYS.lines().skip(1).filter_map(published_day))
        });
        &CALENDAR
    }

    fn new(days: impl Iterator<Item = (NaiveDate, PublishedDay)>) -> Self {
        let days: BTreeMap<_, _> = days.collect();
        // Every notice gives 1 January off. A single late December day does not make a year:
        // it can stand in the notice for the next one.
        let years = days
            .iter()
            .filter(|(date, day)| date.ordinal() == 1 && day.kind == DayKind::Holiday)
            .map(|(date, _)| date.year())
            .collect();
        Self { days, years }
    }

    #[cfg(test)]
    pub(super) fn published_years(&self) -> impl Iterator<Item = i32> {
        self.years.iter().copied()
    }

    pub fn published_days(
        &self,
        year: i32,
    ) -> Result<impl Iterator<Item = (NaiveDate, &PublishedDay)>, CalendarError> {
        self.check_published(year)?;
        Ok(self
            .days
            .iter()
            .filter(move |(date, _)| date.year() == year)
            .map(|(date, day)| (*date, day)))
    }

    pub fn day(&self, date: NaiveDate) -> Result<DayKind, CalendarError> {
        self.check_published(date.year())?;
        Ok(match (self.days.get(&date), date.weekday()) {
            (Some(published), _) => published.kind,
            (None, Weekday::Sat | Weekday::Sun) => DayKind::Weekend,
            (None, _) => DayKind::Working,
        })
    }

    /// The festival of a day that a notice names.
    pub fn name(&self, date: NaiveDate) -> Option<&str> {
        self.days.get(&date).map(|day| day.name.as_str())
    }

    pub fn is_working_day(&self, date: NaiveDate) -> Result<bool, CalendarError> {
        self.day(date).map(DayKind::is_working)
    }

    fn check_published(&self, year: i32) -> Result<(), CalendarError> {
        if self.years.contains(&year) {
            Ok(())
        } else {
            Err(CalendarError::NotPublished { year })
        }
    }
}

fn published_day(line: &str) -> Option<(NaiveDate, PublishedDay)> {
    let (date, rest) = line.split_once(',')?;
    let (kind, name) = rest.split_once(',')?;
    let day = PublishedDay {
        kind: match kind {
            "off" => DayKind::Holiday,
            "work" => DayKind::MakeUpWorking,
            _ => return None,
        },
        name: name.to_owned(),
    };
    Some((date.parse().ok()?, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_december_day_in_the_notice_for_the_next_year_publishes_no_year() {
        let rows = [
            "2018-12-29,work,元旦",
            "2018-12-31,off,元旦",
            "2019-01-01,off,元旦",
        ];
        let calendar = HolidayCalendar::new(rows.into_iter().filter_map(published_day));
        assert_eq!(calendar.published_years().collect::<Vec<_>>(), [2019]);
        assert_eq!(
            calendar.day("2018-12-31".parse().unwrap()),
            Err(CalendarError::NotPublished { year: 2018 })
        );
    }
}
