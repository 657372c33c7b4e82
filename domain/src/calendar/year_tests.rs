//! Years that are loaded, and what is decided without them.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::{
    samples::{date, days, knowing, named, notice, of_2027, possible_calendars, with_2027},
    *,
};
use crate::error::Coded;

fn loaded(days: &YearDays) -> Result<CalendarYear, Vec<(String, &'static str)>> {
    CalendarYear::of_notice(2027, notice(), days).map_err(|faults| {
        let faults = faults.into_iter();
        faults.map(|fault| (fault.pointer, fault.code)).collect()
    })
}

#[test]
fn every_year_that_is_built_in_could_be_loaded() {
    for year in HolidayCalendar::builtin().years() {
        let of_kind = |wanted: DayKind| {
            let days = year.days().filter(|(_, day)| day.kind == wanted);
            days.map(|(date, day)| named(date, &day.name)).collect()
        };
        let days = YearDays {
            days_off: of_kind(DayKind::Holiday),
            make_up_working_days: of_kind(DayKind::MakeUpWorking),
        };
        let of_year = year.notice().unwrap().clone();
        let again = CalendarYear::of_notice(year.year(), of_year, &days).unwrap();
        assert!(again.days().eq(year.days()));
        assert_eq!(HolidayCalendar::builtin().check(&again), Ok(()));
        let number = year.notice().unwrap().to_string();
        let before = format!("〔{}〕", year.year() - 1);
        assert!(number.contains(&before), "{number}");
    }
}

#[test]
fn the_number_of_a_notice_names_its_year_or_the_one_before() {
    let load = |number: &str| -> Vec<(String, &'static str)> {
        let number = NoticeNumber::parse(number).unwrap();
        let loaded = CalendarYear::of_notice(2027, number, &of_2027());
        let faults = loaded.err().into_iter().flatten();
        faults.map(|fault| (fault.pointer, fault.code)).collect()
    };
    for number in ["国办发明电〔2026〕1号", "国办发明电〔2027〕1号"] {
        assert!(load(number).is_empty(), "{number}");
    }
    for number in [
        "abc",
        "测试1号",
        "国办发明电〔2020〕5号",
        "国办发明电〔2028〕1号",
    ] {
        let fault = ("/notice_number".to_owned(), "calendar_notice_number");
        assert_eq!(load(number), [fault], "{number}");
    }
}

#[test]
fn a_year_that_is_loaded_is_known_and_replaces_one_that_was() {
    let calendar = with_2027();
    assert_eq!(calendar.version(), 1);
    assert_eq!(calendar.day(date("2027-02-14")), Ok(DayKind::MakeUpWorking));
    assert_eq!(calendar.year(2027).unwrap().notice(), Some(&notice()));
    assert!(!calendar.year(2027).unwrap().is_built_in());
    assert!(calendar.year(2026).unwrap().is_built_in());
    let last = due_date(date("2026-12-15"), 30, DayUnit::Natural, &calendar).unwrap();
    assert_eq!(last.due, date("2027-01-14"));

    let changed = CalendarYear::on_file(2026, notice(), &days(&["2026-01-01"], &[]));
    let calendar = HolidayCalendar::with_loaded(2, [changed]);
    assert_eq!(calendar.day(date("2026-10-01")), Ok(DayKind::Working));
    assert_eq!(
        HolidayCalendar::builtin().day(date("2026-10-01")),
        Ok(DayKind::Holiday)
    );
}

#[test]
fn days_that_cannot_be_those_of_the_year_are_each_named() {
    assert!(loaded(&of_2027()).is_ok());
    let mut other = of_2027();
    other.days_off[1].date = date("2026-12-31");
    assert_eq!(
        loaded(&other).unwrap_err(),
        [("/days_off/1/date".to_owned(), "calendar_other_year")]
    );
    let mut weekday = of_2027();
    weekday.make_up_working_days[0].date = date("2027-01-29");
    weekday.days_off[4] = weekday.days_off[3].clone();
    assert_eq!(
        loaded(&weekday).unwrap_err(),
        [
            ("/days_off/4/date".to_owned(), "calendar_day_twice"),
            (
                "/make_up_working_days/0/date".to_owned(),
                "calendar_make_up_not_weekend"
            ),
        ]
    );
    let mut both = of_2027();
    both.make_up_working_days[0].date = date("2027-01-02");
    assert_eq!(loaded(&both).unwrap_err()[0].1, "calendar_day_twice");
    let mut without = of_2027();
    without.days_off.remove(0);
    assert_eq!(
        loaded(&without).unwrap_err(),
        [("/days_off".to_owned(), "calendar_new_year_missing")]
    );
    // Either list left out.
    for cut in [
        YearDays {
            make_up_working_days: Vec::new(),
            ..of_2027()
        },
        days(&["2027-01-01"], &["2027-01-02"]),
    ] {
        assert_eq!(
            loaded(&cut).unwrap_err(),
            [("/make_up_working_days".to_owned(), "calendar_unbalanced")]
        );
    }
}

#[test]
fn no_year_is_loaded_that_breaks_what_is_decided_without_it() {
    let from = |first: &str, most: u64| -> Vec<NamedDay> {
        let days = date(first).iter_days().take(usize::try_from(most).unwrap());
        days.map(|day| named(day, "测试")).collect()
    };
    let mut long = of_2027();
    long.days_off.extend(from("2027-08-03", 16));
    let year = CalendarYear::on_file(2027, notice(), &long);
    let refused = HolidayCalendar::builtin()
        .check(&year)
        .map_err(|fault| fault.code());
    assert_eq!(refused, Ok(()), "sixteen days, and work before and after");
    long.days_off.push(named(date("2027-08-19"), "测试"));
    let year = CalendarYear::on_file(2027, notice(), &long);
    let refused = HolidayCalendar::builtin()
        .check(&year)
        .map_err(|fault| fault.code());
    assert_eq!(refused, Err("calendar_break_too_long"));

    let mut many = of_2027();
    many.days_off.extend(from("2027-07-05", 5));
    many.days_off.extend(from("2027-07-19", 5));
    many.days_off.extend(from("2027-08-02", 5));
    let codes: Vec<_> = loaded(&many).unwrap_err();
    assert!(codes.contains(&("/days_off".to_owned(), "calendar_too_many_weekdays")));
}

#[test]
fn a_file_holds_years_and_says_where_it_is_wrong() {
    let file =
        |days: &str| format!("[[year]]\nyear = 2027\nnotice_number = \"测试〔2026〕1号\"\n{days}");
    let wrong = file("days_off = [{ date = \"2027-01-02\", name = \"元旦\" }]");
    let said = parse_years(&wrong).unwrap_err().to_string();
    assert!(
        said.contains("2027/days_off: ") && said.contains("1 January"),
        "{said}"
    );
    let unknown = file("days_off = []\nholidays = []");
    assert!(parse_years(&unknown).is_err());
    assert_eq!(parse_years(""), Ok(Vec::new()));
}

#[test]
fn a_last_day_in_a_year_that_is_not_loaded_lies_within_the_longest_break() {
    let last = |start, days, unit| {
        last_day(date(start), days, unit, HolidayCalendar::builtin())
            .map(|last| (last.earliest, last.latest))
            .unwrap()
    };
    // Thursday, 31 December 2026, is worked.
    assert_eq!(
        last("2026-12-01", 31, DayUnit::Natural),
        (date("2027-01-01"), date("2027-01-17"))
    );
    assert_eq!(
        last("2026-12-31", 1, DayUnit::Working),
        (date("2027-01-01"), date("2027-01-17"))
    );
    // Thirty weekdays at the most are off: 11 February is the thirtieth.
    assert_eq!(
        last("2026-12-31", 5, DayUnit::Working),
        (date("2027-01-05"), date("2027-02-18"))
    );
    // A break of which the first days are known.
    assert_eq!(
        last("2011-12-01", 30, DayUnit::Natural),
        (date("2011-12-31"), date("2012-01-04"))
    );
}

proptest! {
    /// Between its bounds, and where something is decided, as it really is.
    #[test]
    fn what_is_decided_without_a_year_is_so_in_every_possible_calendar(
        real in possible_calendars(),
        known in prop::sample::subsequence(vec![2027, 2028], 0..=2),
        start in 0..900_u64,
        length in 1..90_u32,
        working: bool,
        asked in -20_i64..80,
    ) {
        let unit = if working { DayUnit::Working } else { DayUnit::Natural };
        let start = date("2026-06-01") + Days::new(start);
        let truth = due_date(start, length, unit, &real);
        prop_assume!(truth.is_ok());
        let truth = truth.unwrap().due;
        let known = knowing(&real, &known);
        let last = last_day(start, length, unit, &known).unwrap();
        prop_assert!(last.earliest <= truth && truth <= last.latest, "{last:?} {truth}");
        if let Ok(day) = last.certain() {
            prop_assert_eq!(day, truth);
        }
        if let Ok(sum) = due_date(start, length, unit, &known) {
            prop_assert_eq!(sum.due, truth);
        }
        let asked: NaiveDate = truth + chrono::TimeDelta::days(asked);
        if let Ok(over) = last.is_before(asked) {
            prop_assert_eq!(over, asked > truth);
        }
        if surely_more_than(length, start, asked, &known) {
            let passed = working_days(start, asked, &real).unwrap();
            prop_assert!(passed.least > length);
            prop_assert_eq!(passed.least, passed.most);
        }
    }
}
