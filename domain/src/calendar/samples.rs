//! Calendars for tests: any that is possible, of the years that are not built in.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use super::{
    CalendarYear, HolidayCalendar, LONGEST_BREAK, MOST_WEEKDAYS_OFF, NamedDay, YearDays,
    year::is_weekday,
};
use crate::text::Line;

/// The first year that is not built in, and the last of a sample.
pub(crate) const SAMPLED: std::ops::RangeInclusive<i32> = 2027..=2029;

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn named(day: NaiveDate, name: &str) -> NamedDay {
    NamedDay {
        date: day,
        name: Line::parse(name).unwrap(),
    }
}

/// Days off, and days of weekends that are worked.
pub(crate) fn days(off: &[&str], worked: &[&str]) -> YearDays {
    let each = |days: &[&str]| days.iter().map(|day| named(date(day), "测试")).collect();
    YearDays {
        days_off: each(off),
        make_up_working_days: each(worked),
    }
}

pub(crate) fn notice() -> super::NoticeNumber {
    Line::parse("测试〔2026〕1号").unwrap()
}

/// A notice as one of 2027 could be.
pub(crate) fn of_2027() -> YearDays {
    days(
        &[
            "2027-01-01",
            "2027-01-02",
            "2027-01-03",
            "2027-02-05",
            "2027-02-06",
            "2027-02-07",
            "2027-02-08",
            "2027-02-09",
            "2027-02-10",
            "2027-02-11",
            "2027-02-12",
            "2027-04-03",
            "2027-04-04",
            "2027-04-05",
            "2027-05-01",
            "2027-05-02",
            "2027-05-03",
            "2027-05-04",
            "2027-05-05",
            "2027-06-09",
            "2027-09-15",
            "2027-10-01",
            "2027-10-02",
            "2027-10-03",
            "2027-10-04",
            "2027-10-05",
            "2027-10-06",
            "2027-10-07",
        ],
        &[
            "2027-01-30",
            "2027-02-14",
            "2027-05-08",
            "2027-09-26",
            "2027-10-09",
        ],
    )
}

/// The built-in years and 2027.
pub(crate) fn with_2027() -> HolidayCalendar {
    let year = CalendarYear::of_notice(2027, notice(), &of_2027()).unwrap();
    HolidayCalendar::with_loaded(1, [year])
}

/// Any calendar in which no break is longer than one can be and no year gives more weekdays off.
pub(crate) fn possible_calendars() -> impl Strategy<Value = HolidayCalendar> {
    // How long the days off last, and the days of work after them.
    let runs = prop::collection::vec((0_u32..=LONGEST_BREAK, 1_u32..25), 200);
    runs.prop_map(|runs| {
        let mut off = runs.iter().flat_map(|(off, worked)| {
            let off = std::iter::repeat_n(true, usize::try_from(*off).unwrap());
            off.chain(std::iter::repeat_n(
                false,
                usize::try_from(*worked).unwrap(),
            ))
        });
        let mut years = Vec::new();
        for year in SAMPLED {
            let mut of_year = YearDays::default();
            let mut weekdays_off = 0;
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            for day in first.iter_days().take_while(|day| day.year() == year) {
                match (off.next().unwrap_or(false), is_weekday(day)) {
                    (true, true) if weekdays_off < MOST_WEEKDAYS_OFF => {
                        weekdays_off += 1;
                        of_year.days_off.push(named(day, "测试"));
                    }
                    (false, false) => of_year.make_up_working_days.push(named(day, "测试")),
                    (true, _) | (false, true) => {}
                }
            }
            years.push(CalendarYear::on_file(year, notice(), &of_year));
        }
        HolidayCalendar::with_loaded(1, years)
    })
}

/// The same with some of its years alone.
pub(crate) fn knowing(calendar: &HolidayCalendar, years: &[i32]) -> HolidayCalendar {
    let known = calendar.years().filter(|year| years.contains(&year.year()));
    HolidayCalendar::with_loaded(1, known.cloned())
}
