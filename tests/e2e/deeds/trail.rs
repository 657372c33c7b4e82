//! What the service tells of a deed afterwards: receipts, events, audit.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Office, text};

/// Every receipt of the county, replayed: the rules say today what they said then. Returns
/// how many there are.
pub(super) fn assert_replays_agree(office: &Office) -> usize {
    let receipts = office.county.all("/v1/receipts?limit=200");
    for receipt in &receipts {
        let address = format!("/v1/receipts/{}/replay", text(&receipt["id"]));
        let replay = office.county.post(address).send().expect(200).json();
        assert_eq!(replay, json!({ "agrees": true, "differences": [] }));
    }
    receipts.len()
}

/// The steps that a deed's events and its audit tell of, each with how often it was taken. Both tell
/// the same, and the history of the actors does.
pub(super) fn told(office: &Office, deed: &Value) -> BTreeMap<String, usize> {
    let id = text(&deed["id"]);
    let mut rows = office.server.installation().rows();
    let of_table = |table: &str, column: &str, rows: &mut crate::harness::Rows| {
        rows.lines(&format!(
            "SELECT {column} AS line FROM {table} WHERE subject_id = '{id}' ORDER BY sequence"
        ))
    };
    let events = of_table("events", "kind", &mut rows);
    let audit = of_table("audit_entries", "action", &mut rows);
    assert_eq!(events, audit);
    assert_eq!(events[0], "deed.reported");
    let steps = events[1..].iter().filter(|kind| *kind == "deed.step_taken");
    let steps = steps.count();
    // A missed day is reported by a job of its own, sooner or later.
    let beside = [
        "document.issued",
        "deed.handed_over",
        "deed.deadline_missed",
    ];
    let beside = events.iter().filter(|kind| beside.contains(&kind.as_str()));
    assert_eq!(1 + steps + beside.count(), events.len(), "{events:?}");
    let mut told = BTreeMap::new();
    let mut position = "1-0-0".to_owned();
    while told.values().sum::<usize>() < steps {
        let address = format!("/v1/events?limit=200&after={position}");
        let stretch = office.county.get(address).send().expect(200).json();
        position = text(&stretch["position"]);
        for event in stretch["items"].as_array().unwrap() {
            if event["data"]["subject"]["id"] == deed["id"] && event["type"] == "deed.step_taken" {
                let step = text(&event["data"]["facts"]["step"]);
                *told.entry(step).or_default() += 1;
            }
        }
    }
    told
}

/// So many steps of each kind.
pub(super) fn counts(expected: &[(&str, usize)]) -> BTreeMap<String, usize> {
    let owned = |(step, count): &(&str, usize)| ((*step).to_owned(), *count);
    expected.iter().map(owned).collect()
}
