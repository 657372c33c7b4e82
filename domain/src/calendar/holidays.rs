use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use chrono::{Datelike, Days, NaiveDate};

use super::{
    CalendarError, CalendarYear, CalendarYearError, DayKind, LONGEST_BREAK, NoticeNumber,
    PublishedDay, year::break_too_long,
};

const HOLIDAYS: &str = include_str!("../../data/holidays.csv");
const NOTICES: &str = include_str!("../../data/holiday-notices.csv");

/// The days off and make-up working days of the years that are known here: those that are built in, and
/// those that were loaded since, which replace them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HolidayCalendar {
    years: BTreeMap<i32, Arc<CalendarYear>>,
    version: i64,
}

impl HolidayCalendar {
    /// The notices for 2012 to 2026, parsed at first use.
    pub fn builtin() -> &'static Self {
        // A row that cannot be read would be left out: a test counts them.
        static CALENDAR: LazyLock<HolidayCalendar> = LazyLock::new(|| {
            HolidayCalendar::of_rows(HOLIDAYS.lines().skip(1).filter_map(published_day))
        });
        &CALENDAR
    }

    fn of_rows(rows: impl Iterator<Item = (NaiveDate, PublishedDay)>) -> Self {
        let mut days: BTreeMap<i32, BTreeMap<NaiveDate, PublishedDay>> = BTreeMap::new();
        for (date, day) in rows {
            days.entry(date.year()).or_default().insert(date, day);
        }
        // Every notice gives 1 January off. A single late December day does not make a year:
        // it can stand in the notice for the next one.
        let is_whole = |days: &BTreeMap<NaiveDate, PublishedDay>| {
            days.iter()
                .any(|(date, day)| date.ordinal() == 1 && day.kind == DayKind::Holiday)
        };
        let years = days.into_iter().filter(|(_, days)| is_whole(days));
        Self {
            years: years
                .map(|(year, days)| {
                    let built_in = CalendarYear::built_in(year, notice(year), days);
                    (year, Arc::new(built_in))
                })
                .collect(),
            version: 0,
        }
    }

    /// The built-in years with those that were loaded, of which a later one replaces an earlier one of the
    /// same year. `version` says how many were loaded so far, replaced ones included.
    pub fn with_loaded(version: i64, loaded: impl IntoIterator<Item = CalendarYear>) -> Self {
        let mut years = Self::builtin().years.clone();
        let loaded = loaded.into_iter();
        years.extend(loaded.map(|year| (year.year(), Arc::new(year))));
        Self { years, version }
    }

    /// 0 for the built-in years alone, and one more with every year that is loaded.
    pub fn version(&self) -> i64 {
        self.version
    }

    /// The years that are known, in order.
    pub fn years(&self) -> impl Iterator<Item = &CalendarYear> {
        self.years.values().map(AsRef::as_ref)
    }

    pub fn year(&self, year: i32) -> Result<&CalendarYear, CalendarError> {
        let known = self.years.get(&year);
        known
            .map(AsRef::as_ref)
            .ok_or(CalendarError::NotLoaded { year })
    }

    pub fn day(&self, date: NaiveDate) -> Result<DayKind, CalendarError> {
        self.year(date.year()).map(|year| year.day(date))
    }

    /// The festival of a day that a notice names.
    pub fn name(&self, date: NaiveDate) -> Option<&str> {
        self.years.get(&date.year())?.name(date)
    }

    pub fn is_working_day(&self, date: NaiveDate) -> Result<bool, CalendarError> {
        self.day(date).map(DayKind::is_working)
    }

    /// Whether a year can be loaded beside its neighbours: no break is longer than [`LONGEST_BREAK`], and
    /// whatever is decided about years that are not loaded rests on that.
    pub fn check(&self, year: &CalendarYear) -> Result<(), CalendarYearError> {
        let loaded = Self::with_loaded(self.version, self.years().chain([year]).cloned());
        let margin = Days::new(LONGEST_BREAK.into());
        let first = NaiveDate::from_ymd_opt(year.year(), 1, 1)
            .and_then(|day| day.checked_sub_days(margin))
            .ok_or(CalendarYearError::YearOutOfRange)?;
        let last = NaiveDate::from_ymd_opt(year.year(), 12, 31)
            .and_then(|day| day.checked_add_days(margin))
            .ok_or(CalendarYearError::YearOutOfRange)?;
        let mut off = 0;
        for day in first.iter_days().take_while(|day| *day <= last) {
            off = match loaded.is_working_day(day) {
                Ok(false) => off + 1,
                Ok(true) | Err(_) => 0,
            };
            if off > LONGEST_BREAK {
                return Err(break_too_long());
            }
        }
        Ok(())
    }
}

/// The number of the notice for a year that is built in.
fn notice(year: i32) -> Option<NoticeNumber> {
    let year = year.to_string();
    let mut rows = NOTICES.lines().filter_map(|line| line.split_once(','));
    let (_, number) = rows.find(|(of_year, _)| *of_year == year)?;
    number.parse().ok()
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
    fn a_december_day_in_the_notice_for_the_next_year_makes_no_year() {
        let rows = [
            "2018-12-29,work,元旦",
            "2018-12-31,off,元旦",
            "2019-01-01,off,元旦",
        ];
        let calendar = HolidayCalendar::of_rows(rows.into_iter().filter_map(published_day));
        let years: Vec<i32> = calendar.years().map(CalendarYear::year).collect();
        assert_eq!(years, [2019]);
        assert_eq!(
            calendar.day("2018-12-31".parse().unwrap()),
            Err(CalendarError::NotLoaded { year: 2018 })
        );
    }
}
