//! What comes in from the public: applications and clues.

mod applications;
mod becomes_deed;
mod clues;
mod secrecy;
mod triage;

use serde_json::{Value, json};

use crate::harness::{Caller, TestServer, synthetic};

const COUNTY: &str = "371502";
const NEIGHBOUR: &str = "371521";

/// An application for a rescue in a region.
pub(crate) fn application(region: &str) -> Value {
    json!({
        "applicant": { "filer": "close_relative", "name": "测试申请人", "phone": "19900000002" },
        "actors": [{ "name": "测试行为人", "citizen_number": synthetic::citizen_number(region) }],
        "act_types": ["rescue"],
        "occurred_on": { "precision": "day", "value": "2026-02-20" },
        "place": { "region_code": region },
        "summary": "测试：跳入河中，\n救起一名落水儿童。",
        "beneficiaries": ["测试受益人"]
    })
}

/// A clue of something in a region.
pub(crate) fn clue(region: &str) -> Value {
    json!({
        "text": "测试：听说有人在河边救人，\n没有留下姓名。",
        "occurred_on": { "precision": "day", "value": "2026-02-20" },
        "place": { "region_code": region },
        "contact": { "name": "测试知情人", "phone": "19900000003" }
    })
}

/// Sends an application in and gives its receipt.
#[track_caller]
pub(crate) fn apply(server: &TestServer, body: &Value) -> Value {
    let anonymous = server.anonymous();
    let sent = anonymous.post("/v1/public/applications").json(body).send();
    sent.expect(201).json()
}

/// Sends a clue in and gives its number.
#[track_caller]
pub(crate) fn tell(server: &TestServer, body: &Value) -> String {
    let anonymous = server.anonymous();
    let sent = anonymous.post("/v1/public/clues").json(body).send();
    text(&sent.expect(201).json()["id"])
}

/// How an application goes, as its applicant is told.
#[track_caller]
pub(crate) fn status(server: &TestServer, receipt: &Value) -> Value {
    let code = text(&receipt["tracking_code"]);
    let anonymous = server.anonymous();
    let told = anonymous
        .get(format!("/v1/public/applications/{code}"))
        .send();
    told.expect(200).json()
}

/// What one caller sees of an application or clue.
#[track_caller]
pub(crate) fn read(caller: &Caller, collection: &str, id: &Value) -> Value {
    let address = format!("/v1/{collection}/{}", text(id));
    caller.get(address).send().expect(200).json()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
