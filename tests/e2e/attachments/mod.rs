//! Files of deeds: sent in parts, checked, given out again.

mod abandoned;
mod crash;
mod declare;
mod evidence;
mod kinds;
mod parts;
mod read;
mod upload;

use std::fmt::Write as _;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::harness::{Answer, Call, Caller, TestServer, synthetic};

const COUNTY: &str = "371502";
const NEIGHBOUR: &str = "371521";
/// Bytes of a part.
const PART: usize = 1024 * 1024;

/// What is declared of a file of a deed.
pub(crate) fn declaration(deed: &Value, content: &[u8]) -> Value {
    json!({
        "deed_id": deed["id"],
        "file_name": "测试材料.pdf",
        "size_bytes": content.len(),
        "sha256": sha256(content),
    })
}

/// Stands in a body for a paper that is handed in with the step.
pub(crate) const PAPER: &str = "a paper";

/// The body with a paper of the file, handed in for it, where it calls for one: `of` names the member for the
/// file's id, or its procedure.
pub(crate) fn with_paper(caller: &Caller, of: &str, id: &Value, body: &Value) -> Value {
    let mut body = body.clone();
    if body["copy_id"] == PAPER {
        body["copy_id"] = json!(paper(caller, of, id));
    }
    body
}

/// A complete file of a deed or recognition.
pub(crate) fn paper(caller: &Caller, of: &str, id: &Value) -> String {
    let content = document(100);
    let mut declared = declaration(&json!({}), &content);
    declared.as_object_mut().unwrap().remove("deed_id");
    match of {
        "deed_id" | "recognition_id" => declared[of] = id.clone(),
        procedure => declared["file"] = json!({ "procedure": procedure, "id": id }),
    }
    let file = caller.post("/v1/attachments").json(&declared).send();
    let file = file.expect(201).json();
    caller
        .call("PUT", &format!("{}/parts/1", address(&file)))
        .body("application/octet-stream", content)
        .send()
        .expect(204);
    let completed = caller.post(format!("{}/completion", address(&file)));
    completed.send().expect(200);
    text(&file["id"])
}

fn sha256(content: &[u8]) -> String {
    let mut digits = String::new();
    for byte in Sha256::digest(content) {
        write!(digits, "{byte:02x}").unwrap();
    }
    digits
}

/// A document of so many bytes that holds nothing.
pub(crate) fn document(bytes: usize) -> Vec<u8> {
    let filling = (0_u32..).map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()[0]);
    b"%PDF-1.7\n"
        .iter()
        .copied()
        .chain(filling)
        .take(bytes)
        .collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// A county with a deed.
pub(crate) struct Desk {
    pub(crate) server: TestServer,
    county: Caller,
    deed: Value,
}

impl Desk {
    fn open() -> Self {
        Self::at(TestServer::start())
    }

    pub(crate) fn at(server: TestServer) -> Self {
        let county = server.county(COUNTY);
        let deed = report(&county);
        Self {
            server,
            county,
            deed,
        }
    }

    /// Declares a file of the deed.
    pub(crate) fn declare(&self, content: &[u8]) -> Value {
        let declared = self
            .county
            .post("/v1/attachments")
            .json(&declaration(&self.deed, content))
            .send();
        declared.expect(201).json()
    }

    /// Sends everything and completes it.
    fn hand_in(&self, content: &[u8]) -> Value {
        let file = self.declare(content);
        for (number, part) in (1..).zip(content.chunks(PART)) {
            self.put(&file, number, part).send().expect(204);
        }
        self.complete(&file).expect(200).json()
    }

    /// A part, ready to be sent.
    pub(crate) fn put(&self, file: &Value, number: u32, bytes: &[u8]) -> Call<'_> {
        let address = format!("{}/parts/{number}", address(file));
        self.county
            .call("PUT", &address)
            .body("application/octet-stream", bytes)
    }

    fn get(&self, file: &Value) -> Value {
        self.county.get(address(file)).send().expect(200).json()
    }

    pub(crate) fn complete(&self, file: &Value) -> Answer {
        let address = format!("{}/completion", address(file));
        self.county.post(address).send()
    }

    fn content(&self, file: &Value) -> Answer {
        let address = format!("{}/content", address(file));
        self.county.get(address).purpose("confirmation").send()
    }
}

pub(crate) fn address(file: &Value) -> String {
    format!("/v1/attachments/{}", text(&file["id"]))
}

/// Reports a deed of a new person of the county.
fn report(county: &Caller) -> Value {
    let person = county
        .post("/v1/people")
        .json(&synthetic::person(COUNTY))
        .send()
        .expect(201);
    let body = crate::deeds::deed(COUNTY, &[&text(&person.json()["id"])]);
    county
        .post("/v1/deeds")
        .json(&body)
        .send()
        .expect(201)
        .json()
}

/// The one fault that a problem names: where, and which.
fn fault(problem: &Value) -> (String, String) {
    let faults = problem["errors"].as_array().unwrap();
    assert_eq!(faults.len(), 1, "{problem}");
    (text(&faults[0]["pointer"]), text(&faults[0]["code"]))
}
