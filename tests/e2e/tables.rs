//! Every step of the procedures of honours, tried on the files of the demonstration by every body concerned and
//! with the bodies that the contract shows: what is answered is what the actions and the served table say.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::attachments::paper;
use crate::deeds::table::{assert_as_served, conditions, rows};
use crate::deeds::{COUNTY, Committee, NEIGHBOUR, actor_id, text};
use crate::harness::{CITY, TestServer};

/// How the ids of attachments begin in the examples of the contract; those of studios have their own.
const ATTACHMENTS: [&str; 2] = [
    "01937a00-0000-7000-8000-000000006",
    "01937a00-0000-7000-8000-0000000053",
];

/// A procedure and the address of its files.
const PROCEDURES: [(&str, &str); 4] = [
    ("commendation", "/v1/commendations"),
    ("round", "/v1/commendation-rounds"),
    ("plaque", "/v1/plaques"),
    ("studio", "/v1/studios"),
];

#[test]
fn every_step_of_the_honours_is_answered_in_every_state_as_the_actions_and_the_served_table_say() {
    let server = TestServer::demo();
    let committees = [CITY, COUNTY, NEIGHBOUR].map(|region| Committee::of(&server, region));
    for (procedure, files) in PROCEDURES {
        let rows = rows(&committees[0].caller, procedure);
        let mut states = BTreeSet::new();
        let mut refused = BTreeSet::new();
        for file in committees[0].caller.all(files) {
            let address = format!("{files}/{}", text(&file["id"]));
            let case = format!("{address}/actors/{}", actor_id(&file, 0));
            let state = text(&committees[0].caller.get(&case).send().expect(200).json()["state"]);
            // One file shows what holds of a state.
            if !states.insert(state.clone()) {
                continue;
            }
            for by in &committees {
                if by.caller.get(&case).send().status() == 200 {
                    let table = Table {
                        files,
                        rows: &rows,
                        paper: paper(&by.caller, procedure, &file["id"]),
                    };
                    table.try_all(&server, by, (&address, &case, &state), &mut refused);
                }
            }
        }
        for row in &rows {
            for state in row["from"].as_array().unwrap() {
                assert!(
                    states.contains(state.as_str().unwrap()),
                    "{procedure}: no file is {state}"
                );
            }
            // What whoever holds the file may do in every state is refused to nobody here.
            let always = row["from"].as_array().unwrap().len() == states.len();
            let step = text(&row["step"]);
            assert!(
                always || refused.contains(&step),
                "{procedure}: {step} was never refused"
            );
        }
    }
}

struct Table<'a> {
    files: &'static str,
    rows: &'a [Value],
    /// A complete attachment of the file.
    paper: String,
}

impl Table<'_> {
    /// Tries every step on a file without taking it.
    fn try_all(
        &self,
        server: &TestServer,
        by: &Committee,
        (address, case, state): (&str, &str, &str),
        refused: &mut BTreeSet<String>,
    ) {
        let actions = by.caller.get(format!("{case}/actions"));
        let actions = actions.on_behalf_of(&by.officer).send().expect(200).json();
        let mut offered = BTreeSet::new();
        for action in actions["items"].as_array().unwrap() {
            assert_as_served(action, self.rows, state);
            let step = text(&action["step"]);
            offered.insert(step.clone());
            let resource = text(&action["resource"]);
            let call = by.caller.post(format!("{address}/{resource}?dry_run=true"));
            let body = self.body(server, &resource, action, by);
            let answer = call.on_behalf_of(&by.officer).json(&body).send();
            // The body of the contract may name what another file holds.
            if answer.status() == 422 {
                continue;
            }
            if answer.status() == 201 {
                assert_eq!(action["allowed"], true, "{step} in {state}");
                continue;
            }
            let problem = answer.problem(409, "step_not_possible");
            let unmet = &problem["actors"][0]["unmet"];
            let (said, found) = (
                action["unmet"].as_array().unwrap(),
                unmet.as_array().unwrap(),
            );
            // First what the actions list, word for word; then what is wrong with what was handed in.
            assert_eq!(&found[..said.len()], said, "{step} in {state}");
            assert_eq!(action["allowed"], said.is_empty(), "{step} in {state}");
            let needs = conditions(&action["needs"]);
            for condition in &conditions(unmet)[said.len()..] {
                assert!(needs.contains(condition), "{step} in {state}: {condition}");
            }
            refused.insert(step);
        }
        let in_table = self.rows.iter().map(|row| text(&row["step"]));
        assert_eq!(offered, in_table.collect(), "{state}");
    }

    /// The body that the contract shows for a step, with the signatures that it needs.
    fn body(&self, server: &TestServer, resource: &str, action: &Value, by: &Committee) -> Value {
        let path = format!("{}/{{id}}/{resource}", self.files);
        let mut operations = server.contract().operations().iter();
        let operation = operations.find(|one| one.path == path && one.method == "POST");
        let operation = operation.unwrap_or_else(|| panic!("the contract has no {path}"));
        let mut body: Value = match operation.examples.first() {
            Some(example) => serde_json::from_str(&example.body()).unwrap(),
            None => json!({}),
        };
        for (_, attachment) in body.as_object_mut().unwrap() {
            if attachment
                .as_str()
                .is_some_and(|id| ATTACHMENTS.iter().any(|begin| id.starts_with(begin)))
            {
                *attachment = json!(self.paper);
            }
        }
        let officers = text(&action["officers"]);
        if officers.starts_with("two") {
            body["second_officer_id"] = json!(by.second);
        }
        if officers == "two_and_co_signer" {
            body["co_signer_id"] = json!(by.co_signer);
        }
        body
    }
}
