use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::{
    calendar::{
        CalendarError, DayUnit, HolidayCalendar,
        samples::{knowing, possible_calendars, with_2027},
    },
    deeds::ClockKind,
    policy::Period,
    receipts::samples::{day, liaocheng},
};

fn calendar() -> &'static HolidayCalendar {
    HolidayCalendar::builtin()
}

fn clock(kind: ClockKind, start: &str) -> Clock<ClockKind> {
    let length = kind.length(liaocheng());
    Clock::start(kind, None, length, day(start), None)
}

fn enter(clock: &mut Clock<ClockKind>, change: Change, on: &str) {
    let rule = clock.kind().rule();
    clock.enter(change, day(on), rule, None);
}

fn due(clock: &Clock<ClockKind>) -> NaiveDate {
    clock.due(calendar()).unwrap().unwrap().date.due
}

fn status(clock: &Clock<ClockKind>, on: &str) -> ClockStatus {
    clock.status(day(on), calendar()).unwrap()
}

#[test]
fn daycount_leaves_out_the_first_day_and_rolls_the_last_off_a_break() {
    // 60 days after 4 August 2025 are 3 October, in a break that lasts until the 8th.
    let opinion = clock(ClockKind::Opinion, "2025-08-04");
    let due = opinion.due(calendar()).unwrap().unwrap();
    assert_eq!(due.date.counts_from, day("2025-08-05"));
    assert_eq!(due.date.rolled_from, Some(day("2025-10-03")));
    assert_eq!(due.date.due, day("2025-10-09"));
    assert!(due.explanation().zh.contains("顺延至 2025-10-09"));
}

#[test]
fn daycount_counts_a_make_up_saturday_as_a_working_day() {
    let intake = clock(ClockKind::Intake, "2025-09-26");
    assert_eq!(due(&intake), day("2025-10-10"));
}

#[test]
fn daycount_says_when_a_year_is_not_loaded_and_only_where_it_matters() {
    let opinion = clock(ClockKind::Opinion, "2026-12-01");
    let not_loaded = CalendarError::NotLoaded { year: 2027 };
    assert_eq!(opinion.due(calendar()), Err(not_loaded));
    // The sixtieth day is 30 January, and no break is longer than sixteen days.
    let last = opinion.last_days(calendar()).unwrap();
    assert_eq!(last.range(), Some((day("2027-01-30"), day("2027-02-15"))));
    assert_eq!(status(&opinion, "2027-01-30"), ClockStatus::Running);
    for unclear in ["2027-01-31", "2027-02-15"] {
        assert_eq!(opinion.status(day(unclear), calendar()), Err(not_loaded));
    }
    assert_eq!(status(&opinion, "2027-02-16"), ClockStatus::Overdue);
    let loaded = with_2027();
    let known = |on| opinion.status(day(on), &loaded);
    // The Saturday is worked.
    assert_eq!(
        opinion.due(&loaded).unwrap().unwrap().date.due,
        day("2027-01-30")
    );
    assert_eq!(known("2027-01-30"), Ok(ClockStatus::Running));
    assert_eq!(known("2027-01-31"), Ok(ClockStatus::Overdue));
}

#[test]
fn a_clock_that_follows_from_a_day_that_is_not_known_ends_by_that_day_at_the_latest() {
    let length = Period::natural(10);
    let days = (day("2026-08-03"), day("2026-08-11"));
    let clock: Clock<ClockKind> = Clock::start_between(ClockKind::Designation, length, days);
    let last = clock.last_days(calendar()).unwrap();
    assert_eq!(last.range(), Some((day("2026-08-13"), day("2026-08-21"))));
    assert!(clock.status(day("2026-08-20"), calendar()).is_err());
    assert_eq!(status(&clock, "2026-08-22"), ClockStatus::Overdue);
    assert_eq!(
        clock.written_down(day("2026-08-10")).started_on(),
        day("2026-08-10")
    );
}

#[test]
fn daycount_what_was_done_before_any_break_could_matter_is_in_time_in_a_year_that_is_not_loaded_too()
 {
    for (on, expected) in [
        ("2027-01-30", Ok(ClockStatus::MetInTime)),
        ("2027-01-31", Err(CalendarError::NotLoaded { year: 2027 })),
        ("2027-02-16", Ok(ClockStatus::MetLate)),
    ] {
        let mut opinion = clock(ClockKind::Opinion, "2026-12-01");
        enter(&mut opinion, Change::Stop, on);
        assert_eq!(opinion.status(day("2027-03-01"), calendar()), expected);
    }
}

#[test]
fn overdue_is_what_a_body_missed_and_elapsed_what_a_party_let_pass() {
    let opinion = clock(ClockKind::Opinion, "2026-03-02");
    assert_eq!(due(&opinion), day("2026-05-06"));
    assert_eq!(status(&opinion, "2026-05-06"), ClockStatus::Running);
    assert_eq!(status(&opinion, "2026-05-07"), ClockStatus::Overdue);
    let request = clock(ClockKind::ReconfirmationRequest, "2026-03-02");
    assert_eq!(status(&request, "2026-03-12"), ClockStatus::Running);
    assert_eq!(status(&request, "2026-03-13"), ClockStatus::Elapsed);
}

#[test]
fn what_is_done_on_the_last_day_is_in_time_and_the_day_after_is_late() {
    for (on, expected) in [
        ("2026-05-06", ClockStatus::MetInTime),
        ("2026-05-07", ClockStatus::MetLate),
    ] {
        let mut opinion = clock(ClockKind::Opinion, "2026-03-02");
        enter(&mut opinion, Change::Stop, on);
        assert_eq!(status(&opinion, "2027-01-01"), expected);
        enter(&mut opinion, Change::Pause, "2026-06-01");
        assert_eq!(opinion.entries().count(), 2, "nothing follows a stop");
    }
}

#[test]
fn a_pause_leaves_its_days_out_and_shows_them_in_the_arithmetic() {
    let mut notice = clock(ClockKind::Publicity, "2026-03-02");
    assert_eq!(due(&notice), day("2026-03-09"));
    enter(&mut notice, Change::Pause, "2026-03-04");
    assert_eq!(notice.due(calendar()), Ok(None));
    assert_eq!(status(&notice, "2026-04-01"), ClockStatus::Paused);
    enter(&mut notice, Change::Resume, "2026-03-14");
    assert_eq!(due(&notice), day("2026-03-19"));
    let sum = notice.due(calendar()).unwrap().unwrap();
    assert_eq!(sum.paused_days, 10);
    assert!(sum.explanation().zh.contains("期限 7 日"));
    assert!(sum.explanation().zh.contains("中止期间不计 10 日"));
}

#[test]
fn a_pause_of_working_days_leaves_out_working_days_only() {
    let mut intake = clock(ClockKind::Intake, "2026-03-02");
    assert_eq!(due(&intake), day("2026-03-09"));
    enter(&mut intake, Change::Pause, "2026-03-06");
    enter(&mut intake, Change::Resume, "2026-03-09");
    assert_eq!(due(&intake), day("2026-03-10"), "the weekend is no pause");
}

#[test]
fn neither_a_pause_nor_an_extension_brings_back_what_has_run_out() {
    let mut opinion = clock(ClockKind::Opinion, "2026-03-02");
    enter(&mut opinion, Change::Pause, "2026-05-20");
    assert_eq!(status(&opinion, "2026-06-01"), ClockStatus::Overdue);
    enter(&mut opinion, Change::Resume, "2026-06-20");
    enter(&mut opinion, Change::Extend { days: 30 }, "2026-06-21");
    assert_eq!(due(&opinion), day("2026-05-06"));
}

#[test]
fn an_extension_before_the_end_adds_its_days() {
    let mut opinion = clock(ClockKind::Opinion, "2026-03-02");
    enter(&mut opinion, Change::Extend { days: 30 }, "2026-04-20");
    assert_eq!(due(&opinion), day("2026-06-01"));
    let sum = opinion.due(calendar()).unwrap().unwrap();
    assert!(sum.explanation().en.contains("extended by 30"));
}

fn changes() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Start),
        Just(Change::Pause),
        Just(Change::Resume),
        (0_u32..40).prop_map(|days| Change::Extend { days }),
        Just(Change::Stop),
        Just(Change::Cancel),
    ]
}

proptest! {
    #[test]
    fn entries_are_kept_in_order_and_the_end_never_moves_back(
        length in 1_u32..90,
        working: bool,
        steps in prop::collection::vec((changes(), -5_i64..30), 0..12),
    ) {
        let unit = if working { DayUnit::Working } else { DayUnit::Natural };
        let start = day("2024-03-01");
        let mut clock = Clock::start(
            ClockKind::Opinion, None, Period { length, unit }, start, None,
        );
        let mut now = start;
        let mut known_due = due(&clock);
        for (change, after) in steps {
            now += chrono::TimeDelta::days(after);
            let before: Vec<Entry> = clock.entries().cloned().collect();
            clock.enter(change, now, ClockKind::Opinion.rule(), None);
            let entries: Vec<Entry> = clock.entries().cloned().collect();
            prop_assert_eq!(&entries[..before.len()], &before[..]);
            prop_assert!(entries.iter().map(|entry| entry.on).is_sorted());
            if let Some(due) = clock.due(calendar()).unwrap() {
                prop_assert!(due.date.due >= known_due);
                known_due = due.date.due;
            }
        }
        let stored = serde_json::to_string(&clock).unwrap();
        prop_assert_eq!(serde_json::from_str::<Clock<ClockKind>>(&stored).unwrap(), clock);
    }

    /// Whatever is decided of a clock without a year is so in every possible calendar.
    #[test]
    fn what_is_decided_of_a_clock_without_a_year_is_so_in_every_possible_calendar(
        real in possible_calendars(),
        with_first: bool,
        length in 1_u32..70,
        working: bool,
        started in 0_u64..500,
        uncertain in 0_u64..20,
        begun in 0_u64..20,
        steps in prop::collection::vec((changes(), 0_i64..40), 0..6),
        asked in 0_u64..250,
    ) {
        let unit = if working { DayUnit::Working } else { DayUnit::Natural };
        let period = Period { length, unit };
        let earliest = day("2026-09-01") + chrono::Days::new(started);
        let latest = earliest + chrono::Days::new(uncertain);
        let truly = earliest + chrono::Days::new(begun.min(uncertain));
        let mut clock = Clock::start_between(ClockKind::Opinion, period, (earliest, latest));
        let mut truth = Clock::start(ClockKind::Opinion, None, period, truly, None);
        let mut now = latest;
        for (change, after) in steps {
            now += chrono::TimeDelta::days(after);
            clock.enter(change, now, ClockKind::Opinion.rule(), None);
            truth.enter(change, now, ClockKind::Opinion.rule(), None);
        }
        let known = knowing(&real, if with_first { &[2027] } else { &[] });
        let asked = earliest + chrono::Days::new(asked);
        let due = truth.due(&real);
        prop_assume!(due.is_ok());
        let due = due.unwrap().map(|due| due.date.due);
        let last = clock.last_days(&known).unwrap();
        if let (Some(earliest), Some(due)) = (last.earliest, due) {
            prop_assert!(earliest <= due);
        }
        if let Some(latest) = last.latest {
            prop_assert!(due.is_some_and(|due| due <= latest));
        }
        if let Ok(decided) = clock.is_over(asked, &known) {
            prop_assert_eq!(Ok(decided), truth.is_over(asked, &real));
        }
        if let Ok(decided) = clock.status(asked, &known) {
            prop_assert_eq!(Ok(decided), truth.status(asked, &real));
        }
        if let Ok(decided) = clock.due(&known) {
            prop_assert_eq!(decided.map(|due| due.date.due), due);
        }
    }
}
