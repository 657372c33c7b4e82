//! Every step of the table, tried in every state by every body concerned.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{CHECKED, Desk, act, address, take};
use crate::deeds::table::{Tried, Trier, assert_all_tried, try_all};
use crate::deeds::{Committee, NEIGHBOUR};

/// Who, the steps after an application, and the state to which they lead.
#[rustfmt::skip]
const CASES: [(&str, &str, &str); 18] = [
    ("living", "", "applied"),
    ("living", "no_local_confirmation", "applied"),
    ("living", "supplement_request", "in_check"),
    ("deceased", "CHECKED", "in_check"),
    ("living", "CHECKED refusal_notice", "intended_refusal"),
    ("living", "CHECKED refusal_notice defence_statement refusal", "refused"),
    ("living", "CHECKED recognition", "recognised"),
    ("deceased", "CHECKED recognition kin_agreement", "recognised"),
    ("living", "CHECKED recognition delivery handover", "recognised"),
    ("living", "CHECKED recognition life_check", "recognised"),
    ("living", "suspension", "suspended"),
    ("living", "CHECKED recognition confirmation_fall", "suspended"),
    ("living", "CHECKED recognition revocation_notice", "intended_revocation"),
    ("living", "CHECKED recognition revocation_notice defence_statement revocation", "revoked"),
    ("living", "transfer", "transferred"),
    ("living", "withdrawal", "withdrawn"),
    ("living", "outside_transfer", "handed_over"),
    ("living", "no_local_confirmation redirection", "redirected"),
];

#[test]
fn every_step_is_answered_in_every_state_as_the_actions_and_the_served_table_say() {
    let desk = Desk::open();
    let neighbour = Committee::of(&desk.server, NEIGHBOUR);
    let cases = CASES.map(|(life, steps, state)| (state, desk.after(life, steps)));
    let mut cases: Vec<(&str, Value)> = cases.into();
    let disputed = desk.after("living", "transfer");
    take(
        &neighbour,
        &disputed,
        "transfer-dispute",
        &act("transfer_dispute"),
    )
    .expect(201);
    cases.extend([
        ("transferred", disputed),
        ("in_check", desk.born_here()),
        ("applied", desk.recommended()),
    ]);
    let procedure = Tried {
        files: "/v1/out-of-city-recognitions",
        id_member: "recognition_id",
        rows: desk.rows.clone(),
        act,
    };
    let triers = [&desk.county, &desk.city, &neighbour].map(Trier::from);
    let before = desk.server.snapshot();
    let (mut taken, mut refused) = (BTreeSet::new(), BTreeSet::new());
    // On the second day the time for a statement is over.
    for day in ["2026-03-02", "2026-03-16"] {
        desk.today(day);
        for (state, file) in &cases {
            for trier in &triers {
                try_all(&procedure, trier, (state, file), &mut taken, &mut refused);
            }
        }
    }
    // Beside what passes by itself, and the papers for the tries.
    let by_time = [
        "attachment_parts",
        "attachments",
        "audit_entries",
        "audit_regions",
        "case_deadlines_missed",
        "event_regions",
        "events",
    ];
    let mut written = before.differs_in(&desk.server.snapshot());
    written.retain(|table| !by_time.contains(&table.as_str()));
    assert!(written.is_empty(), "{written:?}");
    let states = cases.iter().map(|(state, _)| *state).collect();
    assert_all_tried(&procedure.rows, &states, (&taken, &refused), &[]);
}

#[test]
fn the_served_table_has_the_clocks_papers_and_signatures_of_what_is_done() {
    let desk = Desk::open();
    let file = desk.after("living", "");
    let steps = "CHECKED recognition delivery handover confirmation_fall revocation_notice \
                 defence_statement revocation reopening";
    for step in steps.replace("CHECKED", CHECKED).split_whitespace() {
        let (before, papers) = (desk.case(&file, 0), desk.papers(&file).len());
        let mut of_step = desk.rows.iter().filter(|row| row["step"] == step);
        let row = of_step.find(|row| row["from"].as_array().unwrap().contains(&before["state"]));
        let row = row.unwrap_or_else(|| panic!("no {step} in {before}"));
        desk.walk(&file, step);
        let to = if row["to"] == "moves" {
            &row["state"]
        } else {
            &before["state"]
        };
        assert_eq!(desk.case(&file, 0)["state"], *to, "{step}");
        let issued = desk.papers(&file).len() - papers;
        let written = ["issues", "decides"].map(|member| row[member].is_string());
        let expected = written.into_iter().filter(|is_so| *is_so).count();
        assert_eq!(issued, expected, "{step}");
        let entry = &desk.city.caller.all(&format!("{}/history", address(&file)))[0];
        assert_eq!(entry["step"], step);
        let called: Vec<&Value> = row.get("calls_for").into_iter().collect();
        assert_eq!(entry["documents_due"], json!(called), "{step}");
        let signers = ["second_officer_id", "co_signer_id"].map(|who| entry[who].is_string());
        let expected = match row["officers"].as_str().unwrap() {
            "two_and_co_signer" => [true, true],
            "two" => [true, false],
            _ => [false, false],
        };
        assert_eq!(signers, expected, "{step}");
        // What it starts is started, and it moves no clock but those that the table names.
        let moved = entry["clocks"].as_array().unwrap();
        let effects = row["clocks"].as_array().unwrap();
        for clock in moved {
            let named = |effect: &Value| {
                effect
                    .get("clock")
                    .is_none_or(|named| *named == clock["clock"])
            };
            assert!(effects.iter().any(named), "{step} moves {clock}");
        }
        for effect in effects.iter().filter(|effect| effect["effect"] == "starts") {
            let started = |moved: &Value| {
                moved["clock"] == effect["clock"] && moved["entry"]["change"] == "start"
            };
            assert!(moved.iter().any(started), "{step}: {effect}");
        }
    }
}
