use std::sync::LazyLock;

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};
use proptest::prelude::*;

use super::*;

fn calendar() -> &'static HolidayCalendar {
    HolidayCalendar::builtin()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn due(start: &str, days: u32, unit: DayUnit) -> DueDate {
    due_date(date(start), days, unit, calendar()).unwrap()
}

#[test]
fn the_day_changes_at_midnight_in_beijing() {
    for (instant, day) in [
        ("2026-11-23T15:59:59.999Z", "2026-11-23"),
        ("2026-11-23T16:00:00Z", "2026-11-24"),
        ("2025-12-31T23:00:00Z", "2026-01-01"),
        // China kept summer time in 1988; legal dates here do not.
        ("1988-07-01T15:30:00Z", "1988-07-01"),
    ] {
        assert_eq!(beijing_date(instant.parse().unwrap()), date(day));
    }
    assert_eq!(beijing_date(DateTime::<Utc>::MAX_UTC), NaiveDate::MAX);
}

#[test]
fn the_published_years_have_the_working_days_of_the_notices() {
    let known: Vec<_> = calendar().years().map(CalendarYear::year).collect();
    assert_eq!(known, (2012..=2026).collect::<Vec<_>>());
    for (year, working_days) in [(2024, 251), (2025, 248), (2026, 248)] {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let count = first
            .iter_days()
            .take_while(|day| day.year() == year)
            .filter(|day| calendar().is_working_day(*day).unwrap())
            .count();
        assert_eq!(count, working_days, "{year}");
    }
}

#[test]
fn a_day_is_what_the_notice_says_before_what_the_week_says() {
    for (day, kind) in [
        ("2026-02-13", DayKind::Working),
        ("2026-02-14", DayKind::MakeUpWorking),
        ("2026-02-15", DayKind::Holiday),
        ("2026-02-16", DayKind::Holiday),
        ("2026-03-07", DayKind::Weekend),
    ] {
        assert_eq!(calendar().day(date(day)), Ok(kind), "{day}");
    }
    assert_eq!(calendar().name(date("2026-02-14")), Some("春节"));
    let not_loaded = CalendarError::NotLoaded { year: 2027 };
    assert_eq!(calendar().day(date("2027-03-03")), Err(not_loaded));
    assert_eq!(calendar().year(2027).err(), Some(not_loaded));
    assert_eq!(calendar().year(2026).unwrap().days().count(), 39);
}

#[test]
fn every_row_of_the_notices_is_read() {
    let rows: usize = calendar().years().map(|year| year.days().count()).sum();
    assert_eq!(
        rows,
        include_str!("../../data/holidays.csv").lines().count() - 1
    );
}

#[test]
fn working_days_pass_over_breaks_and_count_make_up_days() {
    for (start, days, end) in [
        ("2025-09-26", 5, "2025-10-10"),
        ("2026-02-13", 10, "2026-03-05"),
        ("2026-09-18", 5, "2026-09-24"),
    ] {
        let sum = due(start, days, DayUnit::Working);
        assert_eq!(sum.due, date(end));
        assert_eq!(sum.rolled_from, None);
    }
}

#[test]
fn days_off_in_a_row_are_named_after_the_festival_among_them() {
    let sum = due("2024-06-07", 1, DayUnit::Working);
    let [run] = sum.passed_over.as_slice() else {
        panic!("{sum:?}");
    };
    assert_eq!((run.from, run.to), (date("2024-06-08"), date("2024-06-10")));
    assert_eq!(run.name.as_deref(), Some("端午节"));
}

#[test]
fn natural_days_that_end_on_a_day_off_end_on_the_next_that_is_none() {
    for (start, days, end, rolled_from) in [
        // An ordinary Wednesday.
        ("2026-03-03", 15, "2026-03-18", None),
        // A Saturday.
        ("2026-03-01", 13, "2026-03-16", Some("2026-03-14")),
        // Into the National Day break, which ends on a Wednesday; Thursday is worked.
        ("2026-09-20", 15, "2026-10-08", Some("2026-10-05")),
        // A Saturday that is worked.
        ("2026-02-01", 13, "2026-02-14", None),
        // Within a long period breaks are counted.
        ("2026-01-15", 60, "2026-03-16", None),
        // Only the last day needs a notice.
        ("2011-12-30", 10, "2012-01-09", None),
    ] {
        let sum = due(start, days, DayUnit::Natural);
        assert_eq!(sum.due, date(end), "{start}");
        assert_eq!(sum.rolled_from, rolled_from.map(date), "{start}");
    }
}

#[test]
fn a_result_that_hangs_on_a_year_that_is_not_loaded_is_refused() {
    for (start, days, unit, year) in [
        ("2026-12-31", 1, DayUnit::Working, 2027),
        ("2026-12-15", 30, DayUnit::Natural, 2027),
        ("2027-03-01", 5, DayUnit::Natural, 2027),
        ("2011-12-20", 5, DayUnit::Natural, 2011),
        ("2011-12-30", 5, DayUnit::Working, 2011),
    ] {
        let result = due_date(date(start), days, unit, calendar());
        assert_eq!(result, Err(CalendarError::NotLoaded { year }), "{start}");
    }
}

#[test]
fn lengths_and_dates_out_of_range_are_refused() {
    for unit in [DayUnit::Working, DayUnit::Natural] {
        for (start, days, error) in [
            ("2026-01-05", 0, CalendarError::DaysOutOfRange),
            ("2026-01-05", MOST_DAYS + 1, CalendarError::DaysOutOfRange),
            ("2026-01-05", u32::MAX, CalendarError::DaysOutOfRange),
            ("1899-12-31", 1, CalendarError::DateOutOfRange),
            ("2101-01-01", 1, CalendarError::DateOutOfRange),
            ("2100-12-31", 1, CalendarError::DateOutOfRange),
        ] {
            assert_eq!(
                due_date(date(start), days, unit, calendar()),
                Err(error),
                "{start} {days}"
            );
        }
    }
    assert_eq!(
        due_date(NaiveDate::MAX, 1, DayUnit::Natural, calendar()),
        Err(CalendarError::DateOutOfRange)
    );
    let long = due("2014-06-03", MOST_DAYS, DayUnit::Natural);
    assert_eq!(long.due, date("2024-06-10") + Days::new(1));
}

#[test]
fn months_and_years_end_on_the_corresponding_day_or_the_last_of_the_month() {
    for (start, months, end) in [
        ("2026-01-15", 1, "2026-02-15"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-10-31", 6, "2027-04-30"),
        ("2026-10-31", 0, "2026-10-31"),
    ] {
        assert_eq!(add_months(date(start), months), Ok(date(end)));
    }
    for (start, years, end) in [
        ("2024-02-29", 1, "2025-02-28"),
        ("2024-02-29", 4, "2028-02-29"),
        ("2025-05-06", 2, "2027-05-06"),
    ] {
        assert_eq!(add_years(date(start), years), Ok(date(end)));
    }
    for years in [75, u32::MAX] {
        assert_eq!(
            add_years(date("2026-01-01"), years),
            Err(CalendarError::DateOutOfRange)
        );
    }
    assert_eq!(
        next_working_day(date("2026-10-01"), calendar()).and_then(LastDay::certain),
        Ok(date("2026-10-08"))
    );
}

#[test]
fn a_due_date_explains_its_arithmetic() {
    let rolled = due("2026-09-20", 15, DayUnit::Natural).explanation();
    assert_eq!(
        rolled.zh,
        "自 2026-09-21 起算（当日 2026-09-20 不计入），15 日，末日 2026-10-05 为休息日\
         （2026-10-05 至 2026-10-07 国庆节），顺延至 2026-10-08 届满。\
         依据《中华人民共和国民法典》第二百零一条、第二百零三条"
    );
    assert_eq!(
        rolled.en,
        "Counted from 2026-09-21 (the day itself, 2026-09-20, does not count): 15 days would end \
         on 2026-10-05, a day off (2026-10-05 to 2026-10-07 National Day), so they end on 2026-10-08. \
         Civil Code, articles 201 and 203"
    );
    let working = due("2026-02-13", 10, DayUnit::Working).explanation();
    assert!(working.en.contains(
        "10 working days end on 2026-03-05; days off not counted: 2026-02-15 to 2026-02-23 Spring Festival, \
         2026-03-01."
    ));
    let plain = due("2026-03-02", 2, DayUnit::Working).explanation();
    assert!(plain.zh.contains("2 个工作日，2026-03-04 届满。"));
}

#[test]
fn daycount_cites_the_law_of_the_day_for_natural_days_and_none_for_working_days() {
    for (start, law) in [
        ("2020-12-31", "《中华人民共和国民法总则》第二百零一条"),
        ("2021-01-01", "《中华人民共和国民法典》第二百零一条"),
        ("2017-09-30", "《中华人民共和国民法通则》第一百五十四条"),
        ("2017-10-01", "《中华人民共和国民法总则》第二百零一条"),
    ] {
        let natural = due(start, 10, DayUnit::Natural).explanation();
        let (_, cited) = natural.zh.split_once("依据").unwrap();
        assert!(cited.starts_with(law), "{}", natural.zh);
        assert!(natural.en.ends_with("201 and 203") || natural.en.ends_with("article 154"));
        let working = due(start, 10, DayUnit::Working).explanation();
        assert!(!working.zh.contains('《'), "{}", working.zh);
        assert!(!working.en.contains("Civil"), "{}", working.en);
    }
}

static FIRST: LazyLock<NaiveDate> = LazyLock::new(|| date("2012-01-01"));

fn published_start() -> impl Strategy<Value = NaiveDate> {
    (0..4500_u64).prop_map(|days| *FIRST + Days::new(days))
}

fn working(start: NaiveDate, days: u32) -> NaiveDate {
    due_date(start, days, DayUnit::Working, calendar())
        .unwrap()
        .due
}

proptest! {
    #[test]
    fn a_sum_of_working_days_is_what_counting_them_gives(
        start in published_start(),
        days in 1..500_u32,
    ) {
        let due = working(start, days);
        prop_assert!(calendar().is_working_day(due).unwrap());
        let counted = start
            .iter_days()
            .skip(1)
            .take_while(|day| *day <= due)
            .filter(|day| calendar().is_working_day(*day).unwrap())
            .count();
        prop_assert_eq!(counted, usize::try_from(days).unwrap());
    }

    #[test]
    fn working_days_add_up_and_never_run_backwards(
        start in published_start(),
        first in 1..150_u32,
        second in 1..150_u32,
    ) {
        let in_two_steps = working(working(start, first), second);
        prop_assert_eq!(working(start, first + second), in_two_steps);
        prop_assert!(working(start, first) < in_two_steps);
        prop_assert!(working(start, first) <= working(start + Days::new(1), first));
    }

    #[test]
    fn natural_days_end_on_the_day_or_on_the_first_after_it_that_is_worked(
        start in published_start(),
        days in 1..500_u32,
    ) {
        let nominal = start + Days::new(days.into());
        let sum = due_date(start, days, DayUnit::Natural, calendar()).unwrap();
        let first_worked = nominal
            .iter_days()
            .find(|day| calendar().is_working_day(*day).unwrap());
        prop_assert_eq!(Some(sum.due), first_worked);
        prop_assert_eq!(sum.rolled_from, (sum.due != nominal).then_some(nominal));
    }

    #[test]
    fn the_days_off_passed_over_are_all_there_are(
        start in published_start(),
        days in 1..200_u32,
    ) {
        let sum = due_date(start, days, DayUnit::Working, calendar()).unwrap();
        let passed_over: i64 = sum
            .passed_over
            .iter()
            .map(|run| (run.to - run.from).num_days() + 1)
            .sum();
        prop_assert_eq!((sum.due - sum.start).num_days() - i64::from(days), passed_over);
    }
}
