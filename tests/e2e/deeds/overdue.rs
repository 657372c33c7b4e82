//! What a body misses is reported as overdue once, and who is in charge is on the worklist.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{Office, actor_id, text};
use crate::harness::Caller;

/// It is looked for missed days every few seconds.
const PATIENCE: Duration = Duration::from_mins(1);

/// What was reported as missed: kind, day, by statute or not.
fn missed(caller: &Caller) -> Vec<(String, String, bool)> {
    let events = caller.get("/v1/events?limit=200").send().expect(200).json();
    let late = events["items"].as_array().unwrap().iter();
    late.filter(|event| event["type"] == "deed.deadline_missed")
        .map(|event| {
            let data = &event["data"]["facts"];
            let statutory = data["statutory"].as_bool().unwrap();
            (text(&data["kind"]), text(&data["due_on"]), statutory)
        })
        .collect()
}

fn wait_for(caller: &Caller, expected: &[(&str, &str, bool)]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(kind, day, statutory)| ((*kind).to_owned(), (*day).to_owned(), *statutory))
        .collect();
    let start = Instant::now();
    while missed(caller) != expected {
        assert!(start.elapsed() < PATIENCE, "{:?}", missed(caller));
        thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn a_missed_day_is_an_event_once_and_decides_nothing() {
    let office = Office::open();
    let deed = office.report(1);
    office.today("2026-03-10");
    let intake = ("intake", "2026-03-09", false);
    wait_for(&office.county, &[intake]);
    let recusal = json!({ "actor_ids": [actor_id(&deed, 0)] });
    office.done(&deed, "acceptance", &recusal);
    office.today("2026-05-07");
    let target = ("opinion_target", "2026-03-23", false);
    let opinion = ("opinion", "2026-05-06", true);
    wait_for(&office.county, &[intake, target, opinion]);
    let case = office.case(&deed, 0);
    assert_eq!(case["state"], "in_assessment");
    let audit = office.county.all("/v1/audit?action=deed.deadline_missed");
    assert_eq!(audit.len(), 3, "each is reported once");
    assert_eq!(audit[0]["client_id"], Value::Null);
}

#[test]
fn the_worklist_of_an_officer_is_what_that_officer_dealt_with_last() {
    let office = Office::open();
    let (mine, theirs) = (office.report(1), office.report(1));
    let of = |officer: &str| {
        let listed = office
            .county
            .all(&format!("/v1/worklist?officer={officer}"));
        let mut deeds: Vec<String> = listed.iter().map(|item| text(&item["deed_id"])).collect();
        deeds.dedup();
        deeds
    };
    assert!(of(&office.officer).is_empty(), "nobody has acted yet");
    office.done(&mine, "acceptance", &json!({}));
    let acceptance = format!("/v1/deeds/{}/acceptance", text(&theirs["id"]));
    office
        .county
        .post(&acceptance)
        .on_behalf_of(&office.second)
        .json(&json!({}))
        .send()
        .expect(201);
    assert_eq!(of(&office.officer), [text(&mine["id"])]);
    assert_eq!(of(&office.second), [text(&theirs["id"])]);
    let item = &office.county.all("/v1/worklist")[0];
    assert!(item["officer_id"].is_string());
}
