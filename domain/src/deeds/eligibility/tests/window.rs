use super::*;
use crate::{
    calendar::{HolidayCalendar, Precision, samples::with_2027},
    receipts::{
        Outcome::{Met, NotApplicable, NotMet, Unknown},
        Proposal,
        samples::finding,
    },
};

fn filed(occurred: &str, received: &str, complexity: impl Into<Option<Complexity>>) -> DeedFacts {
    with(|facts| {
        facts.occurred_on = PartialDate::day(day(occurred)).unwrap();
        facts.received_on = Some(day(received));
        facts.complexity = complexity.into();
    })
}

fn complex() -> Complexity {
    Complexity::Complex("测试：证人失联".to_owned())
}

#[track_caller]
fn assert_window(occurred: &str, received: &str, outcome: Outcome, code: &str) {
    let facts = filed(occurred, received, Complexity::Plain);
    assert_says(&facts, RuleId::FileWindow, outcome, code);
}

#[test]
fn file_window_ends_on_the_corresponding_day_a_year_later() {
    // 2025-05-06 is a Tuesday.
    assert_window("2024-05-06", "2025-05-06", Met, "filed_in_time");
    assert_window("2024-05-06", "2025-05-07", NotMet, "out_of_time");
}

#[test]
fn file_window_of_29_february_ends_on_28_february_which_rolls_over_a_weekend() {
    // 28 February 2025 is a Friday.
    assert_window("2024-02-29", "2025-02-28", Met, "filed_in_time");
    assert_window("2024-02-29", "2025-03-01", NotMet, "out_of_time");
    // 28 February 2021 is a Sunday, so that Monday counts.
    assert_window("2020-02-29", "2021-03-01", Met, "filed_in_time");
    assert_window("2020-02-29", "2021-03-02", NotMet, "out_of_time");
}

#[test]
fn file_window_that_ends_in_a_break_ends_on_the_first_day_after_it() {
    // 1 to 8 October 2025 are off.
    assert_window("2024-10-02", "2025-10-09", Met, "filed_in_time");
    assert_window("2024-10-02", "2025-10-10", NotMet, "out_of_time");
}

#[test]
fn file_window_that_ends_on_a_make_up_saturday_ends_there() {
    // 28 February 2026 is a Saturday that is worked.
    assert_window("2025-02-28", "2026-02-28", Met, "filed_in_time");
    assert_window("2025-02-28", "2026-03-02", NotMet, "out_of_time");
    // 21 March 2026 is a Saturday that is not.
    assert_window("2025-03-21", "2026-03-23", Met, "filed_in_time");
    assert_window("2025-03-21", "2026-03-24", NotMet, "out_of_time");
}

#[test]
fn file_window_that_needs_a_year_that_is_not_loaded_says_so_and_guesses_nothing() {
    let today = day("2027-05-31");
    let judge_by = |received, reference| {
        let facts = filed("2026-03-20", received, Complexity::Plain);
        evaluate(&facts, liaocheng(), reference, today)
    };
    let judge = |received| judge_by(received, Reference::builtin());
    // The corresponding day itself needs no calendar.
    assert_finding(
        &judge("2027-03-20"),
        RuleId::FileWindow,
        Met,
        "filed_in_time",
    );
    assert_finding(
        &judge("2027-03-22"),
        RuleId::FileWindow,
        Unknown,
        "calendar_not_loaded",
    );
    // No break lasts so long.
    assert_finding(
        &judge("2027-04-06"),
        RuleId::FileWindow,
        NotMet,
        "out_of_time",
    );
    let calendar = with_2027();
    let open = judge("2027-03-22");
    assert!(open.awaits_calendar(&calendar));
    assert!(!open.awaits_calendar(HolidayCalendar::builtin()));
    let loaded = |received| judge_by(received, Reference::with(&calendar));
    assert_finding(
        &loaded("2027-03-22"),
        RuleId::FileWindow,
        Met,
        "filed_in_time",
    );
    assert_finding(
        &loaded("2027-03-23"),
        RuleId::FileWindow,
        NotMet,
        "out_of_time",
    );
}

#[test]
fn file_window_of_two_years_is_for_complex_cases() {
    let received = |day, complexity: Option<Complexity>| filed("2023-05-08", day, complexity);
    for (received, outcome, code) in [
        (received("2024-05-08", None), Met, "filed_in_time"),
        (
            received("2024-05-09", Some(Complexity::Plain)),
            NotMet,
            "out_of_time",
        ),
        (
            received("2024-05-09", None),
            Unknown,
            "complexity_not_stated",
        ),
        (
            received("2024-05-09", Some(complex())),
            Met,
            "filed_late_complex",
        ),
        (
            received("2025-05-08", Some(complex())),
            Met,
            "filed_late_complex",
        ),
        (
            received("2025-05-09", Some(complex())),
            NotMet,
            "out_of_time",
        ),
        (received("2025-05-09", None), NotMet, "out_of_time"),
    ] {
        assert_says(&received, RuleId::FileWindow, outcome, code);
    }
}

#[test]
fn file_window_years_are_those_of_the_policy() {
    let facts = filed("2023-05-08", "2025-05-08", Complexity::Plain);
    assert_finding(
        &judge_elsewhere(&facts),
        RuleId::FileWindow,
        Met,
        "filed_in_time",
    );
}

#[test]
fn file_window_dates_that_are_missing_coarse_or_wrong_are_asked_about() {
    let coarse = |value, received| {
        let precision = Precision::Month;
        let mut facts = filed("2024-05-06", received, Complexity::Plain);
        facts.occurred_on = PartialDate::parse(precision, Some(value)).unwrap();
        facts
    };
    for (facts, outcome, code) in [
        (coarse("2024-05", "2025-05-01"), Met, "filed_in_time"),
        (
            coarse("2024-05", "2025-05-20"),
            Unknown,
            "deed_date_too_coarse",
        ),
        (coarse("2024-05", "2025-06-04"), NotMet, "out_of_time"),
        (coarse("2024-05", "2024-05-02"), Met, "filed_in_time"),
        (
            with(|facts| facts.occurred_on = PartialDate::UNKNOWN),
            Unknown,
            "dates_missing",
        ),
        (
            with(|facts| facts.received_on = None),
            Unknown,
            "dates_missing",
        ),
        (
            filed("2026-06-02", "2026-06-01", Complexity::Plain),
            Unknown,
            "dates_contradict",
        ),
        (
            filed("2026-06-02", "2026-11-21", Complexity::Plain),
            Unknown,
            "date_in_future",
        ),
    ] {
        assert_says(&facts, RuleId::FileWindow, outcome, code);
    }
}

/// Filed ten days after the year, with an obstacle of ten days in it.
fn kept_from_filing(city_decision: Option<bool>) -> DeedFacts {
    let mut facts = filed("2024-05-06", "2025-05-16", Complexity::Plain);
    facts.obstacle = Some(Obstacle {
        from: day("2024-07-01"),
        to: day("2024-07-10"),
        city_decision,
    });
    facts
}

#[test]
fn file_toll_force_majeure_stops_the_time_where_the_city_decides_so() {
    for (decision, toll, window) in [
        (Some(true), (Met, "time_stopped"), (Met, "filed_in_time")),
        (
            Some(false),
            (NotApplicable, "stop_declined"),
            (NotMet, "out_of_time"),
        ),
        (
            None,
            (Unknown, "city_decision_missing"),
            (Unknown, "stop_open"),
        ),
    ] {
        let facts = kept_from_filing(decision);
        assert_says(&facts, RuleId::FileToll, toll.0, toll.1);
        assert_says(&facts, RuleId::FileWindow, window.0, window.1);
    }
}

#[test]
fn file_toll_counts_only_the_days_after_the_deed_and_before_the_end() {
    let with_obstacle = |from, to, received| {
        let mut facts = kept_from_filing(Some(true));
        facts.received_on = Some(day(received));
        facts.obstacle = Some(Obstacle {
            from: day(from),
            to: day(to),
            city_decision: Some(true),
        });
        facts
    };
    // Two of five days lie after the deed of 6 May: 8 May 2025 is the last day.
    let before = |received| with_obstacle("2024-05-04", "2024-05-08", received);
    assert_says(
        &before("2025-05-08"),
        RuleId::FileWindow,
        Met,
        "filed_in_time",
    );
    assert_says(
        &before("2025-05-09"),
        RuleId::FileWindow,
        NotMet,
        "out_of_time",
    );
    let after = with_obstacle("2025-05-07", "2025-05-20", "2025-05-19");
    assert_says(&after, RuleId::FileWindow, NotMet, "out_of_time");
}

#[test]
fn file_toll_is_not_needed_not_claimed_or_not_counted() {
    let in_time = with(|facts| facts.obstacle = kept_from_filing(None).obstacle);
    assert_says(&in_time, RuleId::FileToll, NotApplicable, "stop_not_needed");
    assert_says(&complete(), RuleId::FileToll, NotApplicable, "no_obstacle");
    let facts = kept_from_filing(Some(true));
    assert_finding(
        &judge_with(
            &facts,
            "force_majeure = \"by_city_decision\"",
            "force_majeure = \"not_counted\"",
        ),
        RuleId::FileToll,
        NotApplicable,
        "force_majeure_not_counted",
    );
    let mut reversed = kept_from_filing(Some(true));
    reversed.obstacle = reversed.obstacle.map(|obstacle| Obstacle {
        from: obstacle.to,
        to: obstacle.from,
        ..obstacle
    });
    assert_says(&reversed, RuleId::FileToll, Unknown, "dates_contradict");
    assert_says(&reversed, RuleId::FileWindow, NotMet, "out_of_time");
}

#[test]
fn a_late_filing_that_is_complex_is_examined_as_such_and_one_out_of_time_is_heard() {
    let late = judge(&filed("2023-05-08", "2024-05-09", complex()));
    assert_eq!(effects_of(&late).route, Route::LateFiling);
    assert_eq!(effects_of(&late).panel_for, [RuleId::ReviewPanel]);
    assert_eq!(late.proposal, Proposal::Approve);
    let out = judge(&filed("2023-05-08", "2026-05-09", complex()));
    assert_eq!(effects_of(&out).route, Route::RefusalNotice);
    assert_eq!(out.proposal, Proposal::Refuse);
}

#[test]
fn file_window_cites_the_law_that_was_in_force_on_the_day_of_receipt() {
    let cited = |occurred, received| {
        let receipt = judge(&filed(occurred, received, Complexity::Plain));
        let basis = &finding(&receipt, RuleId::FileWindow).basis;
        basis
            .iter()
            .map(|basis| basis.law_title.zh.clone())
            .collect::<Vec<_>>()
    };
    let regulation = "山东省见义勇为人员奖励和保护条例";
    assert_eq!(cited("2020-05-06", "2020-06-01"), [regulation]);
    assert_eq!(
        cited("2020-05-06", "2021-01-04"),
        [regulation, "中华人民共和国民法典"]
    );
}
