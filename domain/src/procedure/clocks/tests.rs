use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::{
    calendar::{CalendarError, DayUnit, HolidayCalendar},
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
fn daycount_says_when_a_year_is_not_published_and_not_before_it_matters() {
    let opinion = clock(ClockKind::Opinion, "2026-12-01");
    let unpublished = CalendarError::NotPublished { year: 2027 };
    assert_eq!(opinion.due(calendar()), Err(unpublished));
    assert_eq!(status(&opinion, "2026-12-31"), ClockStatus::Running);
    assert_eq!(
        opinion.status(day("2027-03-01"), calendar()),
        Err(unpublished)
    );
}

#[test]
fn daycount_what_was_done_before_any_break_could_matter_is_in_time_in_an_unpublished_year_too() {
    for (on, expected) in [
        ("2027-01-30", Ok(ClockStatus::MetInTime)),
        (
            "2027-01-31",
            Err(CalendarError::NotPublished { year: 2027 }),
        ),
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
}
