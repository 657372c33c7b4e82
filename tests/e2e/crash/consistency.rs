//! What is written together with a step, counted against each other.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::harness::{Caller, Rows, TestServer};

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// How often each step was taken in a file of two actors, who take every step together.
pub(super) fn steps_taken(caller: &Caller, address: &str) -> BTreeMap<String, usize> {
    let mut taken = BTreeMap::new();
    for entry in caller.all(&format!("{address}/history?limit=200")) {
        let step = entry["step"].as_str().unwrap_or("opened").to_owned();
        *taken.entry(step).or_insert(0) += 1;
    }
    for (step, entries) in &mut taken {
        assert_eq!(
            *entries % 2,
            0,
            "{step} of {address} was taken for one actor only"
        );
        *entries /= 2;
    }
    taken
}

/// Rows that lack what is written together with them, and rows that stand alone.
fn halves(rows: &mut Rows) -> Vec<String> {
    let count =
        |table: &str, condition: &str| format!("(SELECT count(*) FROM {table} WHERE {condition})");
    let incomplete = [
        (
            "the events of",
            "case_files",
            count(
                "events",
                "subject_id = case_files.id AND kind <> 'document.issued'",
            ) + " <> case_files.version",
        ),
        (
            "the audit of",
            "case_files",
            count(
                "audit_entries",
                "subject_id = case_files.id AND action <> 'document.issued'",
            ) + " <> case_files.version",
        ),
        (
            "the documents of",
            "case_files",
            count("documents", "file_id = case_files.id")
                + " <> "
                + &count(
                    "events",
                    "subject_id = case_files.id AND kind = 'document.issued'",
                ),
        ),
        (
            "the opening of",
            "case_files",
            count(
                "events",
                "subject_id = case_files.id AND kind IN ('deed.reported', 'recognition.applied')",
            ) + " <> 1",
        ),
        (
            "the actors of",
            "case_files",
            count("cases", "file_id = case_files.id") + " <> 2",
        ),
        (
            "the sight of",
            "case_files",
            count("case_regions", "file_id = case_files.id") + " <> 1",
        ),
        (
            "the states of",
            "case_files",
            // For its one region and for the whole city.
            count("case_states", "file_id = case_files.id")
                + " <> 2 * (SELECT COUNT(DISTINCT state) FROM cases WHERE file_id = case_files.id)",
        ),
        (
            "the history of",
            "cases",
            count("case_history", "case_id = cases.id") + " <> cases.version",
        ),
        (
            "the event of",
            "receipts",
            count(
                "events",
                "subject_id = receipts.id AND kind = 'receipt.created'",
            ) + " <> 1",
        ),
        (
            "the audit of",
            "receipts",
            count(
                "audit_entries",
                "subject_id = receipts.id AND action = 'receipt.created'",
            ) + " <> 1",
        ),
    ];
    let alone = ["events", "audit_entries"].into_iter().flat_map(|table| {
        [
            ("deed", "case_files"),
            ("recognition", "case_files"),
            ("receipt", "receipts"),
        ]
        .map(|(kind, subjects)| {
            let of_kind = format!("subject_kind = '{kind}' AND ");
            let there = count(subjects, &format!("id = {table}.subject_id"));
            ("the subject of", table, of_kind + &there + " = 0")
        })
    });
    let mut found = Vec::new();
    for (what, table, differs) in incomplete.into_iter().chain(alone) {
        let sql = format!("SELECT '{what} {table} ' || id AS line FROM {table} WHERE {differs}");
        found.extend(rows.lines(&sql));
    }
    found
}

/// The entries of clocks, in an order of their own.
fn sorted(entries: impl Iterator<Item = Value>) -> Vec<String> {
    let mut entries: Vec<String> = entries.map(|entry| entry.to_string()).collect();
    entries.sort();
    entries
}

fn entries_of(clock: &Value) -> impl Iterator<Item = Value> {
    let entries = clock["entries"].as_array().unwrap();
    let (kind, party) = (clock["kind"].clone(), clock["party"].clone());
    entries
        .iter()
        .map(move |entry| serde_json::json!([kind, party, entry]))
}

/// Every entry of every clock stands in the history of the step that made it, and the other way
/// round; and what is due of the body is on the worklist.
fn assert_clocks_are_of_steps(caller: &Caller, (id, file): (&str, &Value), worklist: &[Value]) {
    let history = caller.all(&format!("{id}/history?limit=200"));
    for actor in file["actors"].as_array().unwrap() {
        let actor = text(&actor["id"]);
        let case = caller.get(format!("{id}/actors/{actor}")).send();
        let case = case.expect(200).json();
        let clocks = case["clocks"].as_array().unwrap();
        // The clock that runs in the present state although nobody started it is reckoned while it
        // runs, and written down by the step that stops it.
        let written = clocks
            .iter()
            .filter(|clock| {
                let entries = clock["entries"].as_array().unwrap();
                entries.len() > 1 || entries[0]["officer_id"].is_string()
            })
            .flat_map(entries_of);
        let told = history
            .iter()
            .filter(|entry| entry["actor_id"] == actor.as_str())
            .flat_map(|entry| entry["clocks"].as_array().unwrap())
            .map(|moved| serde_json::json!([moved["clock"], moved["party"], moved["entry"]]));
        assert_eq!(sorted(written), sorted(told), "{id}");
        let due = clocks
            .iter()
            .filter(|clock| clock["bound"] == "body" && clock["status"] == "running")
            .map(|clock| clock["kind"].clone());
        let listed = worklist
            .iter()
            .filter(|task| task["actor_id"] == actor.as_str())
            .map(|task| task["kind"].clone());
        assert_eq!(sorted(due), sorted(listed), "{id}");
    }
}

/// The whole database: no step without all that is written with it, no part without its step, and an
/// audit chain that holds.
pub(super) fn assert_whole(caller: &Caller, server: &TestServer) {
    let mut rows = server.installation().rows();
    assert_eq!(halves(&mut rows), [""; 0]);
    let worklist = caller.all("/v1/worklist?limit=200");
    let mut receipts = 0;
    let mut enclosures = 0;
    for files in ["/v1/deeds", "/v1/out-of-city-recognitions"] {
        for file in caller.all(&format!("{files}?limit=200")) {
            let address = format!("{files}/{}", text(&file["id"]));
            assert_clocks_are_of_steps(caller, (&address, &file), &worklist);
            let taken = steps_taken(caller, &address);
            let count = |step: &str| taken.get(step).copied().unwrap_or_default();
            // Each actor gets one at the opening, and a new one whenever the facts change.
            let changes = [
                "evidence",
                "evidence_verification",
                "origin_claim",
                "local_confirmation",
            ];
            receipts += 2 * (1 + changes.into_iter().map(count).sum::<usize>());
            enclosures += count("evidence") + count("objection");
        }
    }
    assert_eq!(rows.count("FROM receipts"), receipts);
    assert_eq!(rows.count("FROM case_enclosures"), enclosures);
    let verification = server.city().get("/v1/audit/verification").send();
    assert_eq!(verification.expect(200).json()["intact"], true);
}
