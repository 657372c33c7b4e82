//! People: the files of those who acted bravely.

mod after_merge;
mod change;
mod find;
mod matching;
mod merge;
mod privacy;
mod register;

use serde_json::{Value, json};

use crate::harness::{Answer, Caller, synthetic};

const COUNTY: &str = "371502";
const NEIGHBOUR: &str = "371521";

/// Registers a person with members of the test's own.
#[track_caller]
fn register(caller: &Caller, members: &Value) -> Answer {
    caller.post("/v1/people").json(&person(members)).send()
}

/// A person of [`COUNTY`] with members of the test's own; `null` leaves one out.
fn person(members: &Value) -> Value {
    let mut body = synthetic::person(COUNTY);
    for (name, value) in members.as_object().unwrap() {
        if value.is_null() {
            body.as_object_mut().unwrap().remove(name);
        } else {
            body[name] = value.clone();
        }
    }
    body
}

/// The faults of an answer: pointer and code.
fn faults(problem: &Value) -> Vec<(String, String)> {
    problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| {
            let text = |member: &str| fault[member].as_str().unwrap().to_owned();
            (text("pointer"), text("code"))
        })
        .collect()
}

/// The ids of listed files.
fn ids(items: &[Value]) -> Vec<String> {
    items
        .iter()
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}

fn id(answer: &Answer) -> String {
    answer.json()["id"].as_str().unwrap().to_owned()
}

/// A page of the files that hold a number.
fn look_up(caller: &Caller, number: &str) -> Answer {
    caller
        .post("/v1/people/lookups")
        .purpose("matching")
        .json(&json!({ "citizen_number": number }))
        .send()
}
