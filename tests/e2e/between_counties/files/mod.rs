//! What happens between counties: files that became one, and cases of people whose file another keeps.

mod decided_once;
mod merged_files;
mod named_by_nobody_else;

use serde_json::{Value, json};

use super::Counties;
use crate::deeds::{Committee, deed, text};
use crate::harness::{Answer, Caller, synthetic};

/// Keeps the file that survives.
const KEEPER: &str = "371502";
/// Its file is absorbed.
const ABSORBED: &str = "371521";
/// Has no file of the person.
const THIRD: &str = "371522";

impl Counties {
    /// Two files of one person, in two counties, which are one in the end.
    fn pair(&self) -> Pair {
        let number = synthetic::citizen_number(KEEPER);
        let there = json!({ "citizen_number": number, "phone": "19900000002" });
        let here = json!({
            "citizen_number": number, "phone": "19900000001", "household_region": KEEPER
        });
        Pair {
            survivor: registered(&self.first.caller, KEEPER, &here),
            absorbed: registered(&self.second.caller, ABSORBED, &there),
            number,
        }
    }

    /// The same, of which only the survivor has the number.
    fn pair_without_number(&self) -> Pair {
        let number = synthetic::citizen_number(KEEPER);
        let year = json!({ "precision": "year", "value": &number[6..10] });
        let there = json!({ "citizen_number": null, "birth_date": year });
        Pair {
            survivor: registered(
                &self.first.caller,
                KEEPER,
                &json!({ "citizen_number": number }),
            ),
            absorbed: registered(&self.second.caller, ABSORBED, &there),
            number,
        }
    }

    fn merge(&self, pair: &Pair) -> Answer {
        merge(&self.city, &pair.survivor, &pair.absorbed)
    }
}

struct Pair {
    survivor: String,
    absorbed: String,
    number: String,
}

fn merge(city: &Committee, survivor: &str, absorbed: &str) -> Answer {
    city.caller
        .post(format!("/v1/people/{survivor}/merge"))
        .on_behalf_of(&city.officer)
        .if_match("*")
        .json(&json!({ "absorbed_id": absorbed, "reason": "测试：同一人" }))
        .send()
}

/// The body of a new person with members of the test's own; `null` leaves one out.
fn person(region: &str, members: &Value) -> Value {
    let mut person = synthetic::person(region);
    for (name, value) in members.as_object().unwrap() {
        person[name] = value.clone();
    }
    person
        .as_object_mut()
        .unwrap()
        .retain(|_, value| !value.is_null());
    person
}

/// Registers a person, and gives the id of the file.
#[track_caller]
fn registered(caller: &Caller, region: &str, members: &Value) -> String {
    let sent = caller
        .post("/v1/people")
        .json(&person(region, members))
        .send();
    text(&sent.expect(201).json()["id"])
}

/// Reports a deed of somebody: the same one each time.
#[track_caller]
fn reported(caller: &Caller, region: &str, person: &str) -> Value {
    let sent = caller
        .post("/v1/deeds")
        .json(&deed(region, &[person]))
        .send();
    sent.expect(201).json()
}

/// Changes a file.
fn change(caller: &Caller, person: &str, members: &Value) -> Answer {
    caller
        .patch(format!("/v1/people/{person}"))
        .if_match("*")
        .json(members)
        .send()
}

/// The newest receipt of the one person of a file.
#[track_caller]
fn receipt(caller: &Caller, file: &Value) -> Value {
    let id = text(&file["actors"][0]["receipt_id"]);
    let read = caller.get(format!("/v1/receipts/{id}")).send();
    read.expect(200).json()
}

/// A file of a procedure as it is now.
#[track_caller]
fn now(caller: &Caller, collection: &str, file: &Value) -> Value {
    let address = format!("/v1/{collection}/{}", text(&file["id"]));
    caller.get(address).send().expect(200).json()
}

fn ids(items: &[Value]) -> Vec<String> {
    items.iter().map(|item| text(&item["id"])).collect()
}
