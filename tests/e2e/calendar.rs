//! The calendar, and due dates by it.

use serde_json::Value;

use crate::harness::{Answer, TestServer};

fn due(server: &TestServer, start: &str, days: &str, unit: &str) -> Answer {
    server
        .anonymous()
        .get("/v1/calendar/due-date")
        .query("start", start)
        .query("days", days)
        .query("unit", unit)
        .send()
}

#[test]
fn a_year_shows_its_days_off_make_up_days_and_working_days() {
    let server = TestServer::start();
    for (year, working_days) in [(2024, 251), (2025, 248), (2026, 248)] {
        let calendar = server
            .anonymous()
            .get(format!("/v1/calendar/{year}"))
            .send()
            .expect(200)
            .json();
        assert_eq!(calendar["working_days"], working_days, "{year}");
    }
    let calendar = server
        .anonymous()
        .get("/v1/calendar/2026")
        .send()
        .expect(200)
        .json();
    let holds = |list: &Value, date: &str| {
        let mut days = list.as_array().unwrap().iter();
        days.any(|day| day["date"] == date)
    };
    assert!(holds(&calendar["days_off"], "2026-10-01"));
    assert!(holds(&calendar["make_up_working_days"], "2026-10-10"));
}

#[test]
fn a_year_that_is_not_published_is_not_guessed() {
    let server = TestServer::start();
    let anybody = server.anonymous();
    let problem = anybody
        .get("/v1/calendar/2099")
        .send()
        .problem(409, "calendar_not_published");
    assert_eq!(problem["year"], 2099);
    let problem = due(&server, "2099-01-01", "5", "working").problem(409, "calendar_not_published");
    assert_eq!(problem["year"], 2099);
    for year in ["1899", "2101", "26", "x", "02026", "+2026"] {
        anybody
            .get(format!("/v1/calendar/{year}"))
            .send()
            .problem(404, "not_found");
    }
}

#[test]
fn a_due_date_comes_with_its_arithmetic() {
    let server = TestServer::start();
    let working = due(&server, "2026-09-30", "10", "working")
        .expect(200)
        .json();
    assert_eq!(working["due"], "2026-10-20");
    assert_eq!(working["passed_over"][0]["name"], "国庆节");
    let natural = due(&server, "2026-09-21", "10", "natural")
        .expect(200)
        .json();
    assert_eq!(natural["rolled_from"], "2026-10-01");
    assert_eq!(natural["due"], "2026-10-08");
    let text = natural["explanation_zh"].as_str().unwrap();
    assert!(text.contains("顺延至 2026-10-08"), "{text}");
}

#[test]
fn a_period_that_cannot_be_is_refused_by_name() {
    let server = TestServer::start();
    for (start, days, unit, pointer) in [
        ("2026-02-30", "5", "working", "/start"),
        ("2026-9-1", "5", "working", "/start"),
        ("2026-09-01", "0", "working", "/days"),
        ("2026-09-01", "3661", "working", "/days"),
        ("2026-09-01", "5", "weeks", "/unit"),
    ] {
        let problem = due(&server, start, days, unit).problem(400, "invalid_query");
        assert_eq!(
            problem["errors"][0]["pointer"], pointer,
            "{start} {days} {unit}"
        );
    }
}
