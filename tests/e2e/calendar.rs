//! The calendar, due dates by it, and the years that the city loads.

use std::time::{Duration, Instant};
use std::{fs, thread};

use serde_json::{Value, json};

use crate::harness::{Answer, CITY, Caller, Installation, TestServer};

const YEAR: &str = "/v1/calendar/2027";

/// What a notice for 2027 could say.
fn of_2027() -> Value {
    let named = |days: &[&str]| -> Vec<Value> {
        let each = days.iter();
        each.map(|day| json!({ "date": format!("2027-{day}"), "name": "测试节" }))
            .collect()
    };
    json!({
        "notice_number": "测试〔2026〕1号",
        "days_off": named(&[
            "01-01", "02-05", "02-08", "02-09", "02-10", "02-11", "04-05", "05-03", "05-04",
            "06-09", "09-15", "10-01", "10-04", "10-05", "10-06", "10-07",
        ]),
        "make_up_working_days": named(&["02-14", "05-08"]),
    })
}

/// The city loads 2027, of which Friday, 1 January, is off, and the weekend after it.
pub(crate) fn load_2027(server: &TestServer) -> Value {
    let (city, officer) = server.officer(CITY);
    load(&city, &officer, &of_2027()).expect(200).json()
}

fn load(city: &Caller, officer: &str, year: &Value) -> Answer {
    let call = city.call("PUT", YEAR).on_behalf_of(officer);
    call.json(year).send()
}

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
    assert_eq!(calendar["built_in"], true);
    assert_eq!(calendar["notice_number"], "国办发明电〔2025〕7号");
}

#[test]
fn a_year_that_is_not_loaded_is_not_guessed_and_not_called_unpublished() {
    let server = TestServer::start();
    let anybody = server.anonymous();
    for year in [2011, 2099] {
        let problem = anybody
            .get(format!("/v1/calendar/{year}"))
            .send()
            .problem(409, "calendar_not_loaded");
        assert_eq!(problem["year"], year);
        let said = problem["detail"].as_str().unwrap();
        assert!(
            said.contains("尚未载入") && !said.contains("公布"),
            "{said}"
        );
    }
    let problem = due(&server, "2099-01-01", "5", "working").problem(409, "calendar_not_loaded");
    assert_eq!(problem["year"], 2099);
    assert_eq!(problem["earliest"], "2099-01-06");
    for year in ["1899", "2101", "26", "x", "02026", "+2026"] {
        anybody
            .get(format!("/v1/calendar/{year}"))
            .send()
            .problem(404, "not_found");
    }
}

#[test]
fn the_city_loads_a_year_and_everybody_reckons_by_it_at_once() {
    let server = TestServer::start();
    let before = due(&server, "2026-12-25", "10", "natural").problem(409, "calendar_not_loaded");
    assert_eq!(before["earliest"], "2027-01-04");
    assert_eq!(before["latest"], "2027-01-20");
    let loaded = load_2027(&server);
    assert_eq!(loaded["built_in"], false);
    assert_eq!(loaded["notice_number"], "测试〔2026〕1号");
    let sum = due(&server, "2026-12-25", "10", "natural")
        .expect(200)
        .json();
    assert_eq!(sum["due"], "2027-01-04");
    let read = server.anonymous().get(YEAR).send().expect(200).json();
    assert_eq!(read, loaded);

    let city = server.city();
    let entries = city.all("/v1/audit?action=calendar.loaded");
    assert_eq!(entries.len(), 1);
    assert!(entries[0]["officer_id"].is_string(), "{}", entries[0]);
    let loaded = |city: &Caller| {
        let events = city.get("/v1/events?limit=200").send().expect(200).json();
        let events = events["items"].as_array().unwrap().clone();
        events
            .iter()
            .any(|event| event["type"] == "calendar.loaded")
    };
    // On PostgreSQL an event waits for the transactions that began before it.
    let patience = Instant::now() + Duration::from_secs(10);
    while !loaded(&city) {
        assert!(Instant::now() < patience, "nobody is told");
        thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_year_is_replaced_by_who_has_seen_it_and_the_same_again_changes_nothing() {
    let server = TestServer::start();
    let (city, officer) = server.officer(CITY);
    let rehearsed = city
        .call("PUT", YEAR)
        .query("dry_run", "true")
        .on_behalf_of(&officer)
        .json(&of_2027())
        .send();
    rehearsed.expect(200);
    server
        .anonymous()
        .get(YEAR)
        .send()
        .problem(409, "calendar_not_loaded");

    let first = load(&city, &officer, &of_2027()).expect(200);
    load(&city, &officer, &of_2027()).problem(428, "precondition_required");
    let again = |tag: &str, year: &Value| {
        let call = city.call("PUT", YEAR).on_behalf_of(&officer);
        call.if_match(tag).json(year).send()
    };
    again("\"1-open\"", &of_2027()).problem(412, "stale_version");
    let same = again(first.etag(), &of_2027()).expect(200);
    assert_eq!(same.json(), first.json());
    let read = server.anonymous().get(YEAR).send().expect(200);
    assert_eq!(read.etag(), first.etag());
    assert_eq!(city.all("/v1/audit?action=calendar.loaded").len(), 1);

    let mut other = of_2027();
    other["days_off"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "date": "2027-09-03", "name": "测试节" }));
    let replaced = again(read.etag(), &other).expect(200).json();
    assert_eq!(
        replaced["working_days"].as_i64(),
        first.json()["working_days"].as_i64().map(|days| days - 1)
    );
    // A year that is built in can be replaced too.
    let built_in = server
        .anonymous()
        .get("/v1/calendar/2026")
        .send()
        .expect(200);
    let days = built_in.json();
    let changed = json!({
        "notice_number": "测试〔2026〕2号",
        "days_off": days["days_off"],
        "make_up_working_days": days["make_up_working_days"],
    });
    let call = city.call("PUT", "/v1/calendar/2026").on_behalf_of(&officer);
    let answer = call.if_match(built_in.etag()).json(&changed).send();
    assert_eq!(answer.expect(200).json()["built_in"], false);
}

#[test]
fn days_that_cannot_be_those_of_the_year_are_refused_by_name() {
    let server = TestServer::start();
    let (city, officer) = server.officer(CITY);
    let refused = |change: &dyn Fn(&mut Value)| {
        let mut year = of_2027();
        change(&mut year);
        let problem = load(&city, &officer, &year).problem(422, "invalid_data");
        let error = problem["errors"][0].clone();
        let text = |member: &str| error[member].as_str().unwrap().to_owned();
        (text("pointer"), text("code"))
    };
    let set = |pointer: &'static str, day: &'static str| {
        move |year: &mut Value| *year.pointer_mut(pointer).unwrap() = json!(day)
    };
    for (change, pointer, code) in [
        (
            set("/days_off/1/date", "2026-12-31"),
            "/days_off/1/date",
            "calendar_other_year",
        ),
        (
            set("/days_off/2/date", "2027-02-05"),
            "/days_off/2/date",
            "calendar_day_twice",
        ),
        (
            set("/make_up_working_days/0/date", "2027-02-15"),
            "/make_up_working_days/0/date",
            "calendar_make_up_not_weekend",
        ),
        (
            set("/days_off/0/date", "2027-01-04"),
            "/days_off",
            "calendar_new_year_missing",
        ),
    ] {
        assert_eq!(refused(&change), (pointer.to_owned(), code.to_owned()));
    }
    let without =
        |year: &mut Value| year["days_off"] = json!([{ "date": "2027-01-01", "name": "元旦" }]);
    assert_eq!(refused(&without).1, "calendar_unbalanced");
    server
        .anonymous()
        .get(YEAR)
        .send()
        .problem(409, "calendar_not_loaded");
}

#[test]
fn only_an_officer_of_the_city_loads_a_year() {
    let server = TestServer::start();
    let (county, officer) = server.officer("371502");
    let refused = county.call("PUT", YEAR).on_behalf_of(&officer);
    refused.json(&of_2027()).send().problem(403, "city_only");
    let (city, _) = server.officer(CITY);
    let nobody = city.call("PUT", YEAR).json(&of_2027()).send();
    nobody.problem(403, "officer_required");
    let (city, officer) = server.officer(CITY);
    for year in ["1899", "x"] {
        let call = city.call("PUT", &format!("/v1/calendar/{year}"));
        let call = call.on_behalf_of(&officer).json(&of_2027());
        call.send().problem(404, "not_found");
    }
}

#[test]
fn a_receipt_is_replayed_by_the_calendar_of_its_day() {
    let server = TestServer::start();
    let (county, officer) = server.officer("371502");
    let example = &server.contract().operation("eligibility_deed").examples[0];
    let evaluated = || {
        let call = county.post("/v1/eligibility/deed").on_behalf_of(&officer);
        call.json(&example.value).send().expect(201).json()
    };
    let before = evaluated();
    load_2027(&server);
    let after = evaluated();
    assert_eq!(before["calendar_version"], 0);
    assert_eq!(after["calendar_version"], 1);
    for receipt in [before, after] {
        let address = format!("/v1/receipts/{}/replay", receipt["id"].as_str().unwrap());
        let replay = county.post(address).send().expect(200).json();
        assert_eq!(replay["agrees"], true, "{replay}");
    }
}

#[test]
fn a_file_of_the_settings_loads_its_years_once_and_a_wrong_one_stops_the_start() {
    let installation = Installation::new();
    let file = installation.folder().join("calendar.toml");
    let days = |list: &str| -> String {
        let named = of_2027();
        let days = named[list].as_array().unwrap().iter();
        let days: Vec<String> = days
            .map(|day| format!("{{ date = {}, name = {} }}", day["date"], day["name"]))
            .collect();
        days.join(", ")
    };
    let content = format!(
        "[[year]]\nyear = 2027\nnotice_number = \"测试〔2026〕1号\"\ndays_off = [{}]\n\
         make_up_working_days = [{}]\n",
        days("days_off"),
        days("make_up_working_days")
    );
    fs::write(&file, content.replace("2027-01-01", "2027-01-04")).unwrap();
    let installation = installation.with("YONGWEI_CALENDAR", &file.display().to_string());
    let stopped = installation.run(&["serve"]);
    assert!(!stopped.status.success());
    let said = String::from_utf8(stopped.stderr).unwrap();
    assert!(said.contains("YONGWEI_CALENDAR: 2027/days_off"), "{said}");

    fs::write(&file, content).unwrap();
    let mut server = TestServer::of(installation, &[]);
    let year = server.anonymous().get(YEAR).send().expect(200).json();
    assert_eq!(year["notice_number"], "测试〔2026〕1号");
    server.crash_and_restart();
    let entries = server.city().all("/v1/audit?action=calendar.loaded");
    assert_eq!(entries.len(), 1, "once, however often it starts");
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
