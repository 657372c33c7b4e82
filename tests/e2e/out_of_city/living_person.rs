//! Somebody who lives, from the application to the certificate in the own hands.

use serde_json::{Value, json};

use super::{CHECKED, Desk, address, certificate, found};
use crate::deeds::{NEIGHBOUR, clock, text};
use crate::documents::assert_says;
use crate::events::Follower;

#[test]
fn a_twin_who_lives_comes_from_the_application_to_the_certificate() {
    let desk = Desk::open();
    let file = desk.after("living", "=applied kin_agreement!posthumous");
    let receipt = desk.receipt(&file, 0);
    assert_eq!(receipt["proposal"], "review");
    assert_eq!(
        found(&receipt, "OUT-REVOKED"),
        "unknown withdrawal_not_checked"
    );
    desk.walk(&file, "CHECKED");
    // The reward elsewhere is known, and bars nothing.
    let receipt = desk.receipt(&file, 0);
    assert_eq!(receipt["proposal"], "approve", "{receipt}");
    let effects = receipt["effects"].to_string();
    assert!(
        effects.contains("聊城义士") && !effects.contains("追授"),
        "{effects}"
    );
    assert_eq!(found(&receipt, "OUT-DOUBLE"), "met rewards_do_not_bar");

    desk.walk(&file, "@2026-03-04 recognition");
    let [paper, written] = desk.papers(&file).try_into().unwrap();
    assert_eq!(paper["kind"], "recognition_certificate");
    assert_eq!(written["kind"], "recognition_decision");
    assert_eq!(paper["issued_on"], "2026-03-04");
    assert_eq!(paper["actors"][0]["actor_id"], file["actors"][0]["id"]);
    let (case, city) = (desk.case(&file, 0), &desk.city);
    let decision = &case["decisions"][0];
    assert_eq!(decision["kind"], "recognition");
    assert_eq!(decision["certificate"], paper["number"]);
    assert_eq!(decision["number"], written["number"]);
    let signers = json!([city.officer, city.second, city.co_signer]);
    assert_eq!(decision["signer_ids"], signers);
    let at = format!("{}/documents/{}", address(&file), text(&paper["id"]));
    let described = city.caller.get(&at).header("Accept", "application/json");
    assert_eq!(described.send().expect(200).json(), paper);
    let neighbour = desk.server.county(NEIGHBOUR);
    neighbour.get(&at).send().problem(404, "not_found");
    if let Some(said) = certificate(&desk, &file) {
        let number = text(&paper["number"]);
        assert_says(
            &said,
            &[
                &number,
                "“聊城义士”",
                "测见义〔2026〕1号",
                &text(&decision["number"]),
            ],
        );
        assert!(!said.contains("追授"), "{said}");
    }

    desk.walk(&file, "delivery delivery!delivery_open,party_waits");
    let before = json!({ "handed_on": "2026-03-03" });
    assert_eq!(desk.refused(&file, "handover", &before), ["day_in_order"]);
    desk.walk(&file, "@2026-03-06 handover handover!not_handed_over");
    let case = desk.case(&file, 0);
    assert_eq!(case["handed_on"], "2026-03-06");
    assert_eq!(clock(&case, "handover")["status"], "met_in_time");
    assert!(city.caller.all("/v1/worklist").is_empty());
}

#[test]
fn what_happens_is_told_by_history_feed_and_audit_alike_and_receipts_replay() {
    let desk = Desk::open();
    let file = desk.after("living", "CHECKED recognition handover");
    let steps: Vec<&str> = CHECKED
        .split(' ')
        .chain(["recognition", "handover"])
        .collect();
    let history = desk.city.caller.all(&format!("{}/history", address(&file)));
    let taken = history
        .iter()
        .rev()
        .filter_map(|entry| entry["step"].as_str());
    assert_eq!(taken.collect::<Vec<_>>(), steps);
    assert_eq!(history.len(), steps.len() + 1);

    let mut rows = desk.server.installation().rows();
    let mut told = |table: &str, column: &str| {
        let of_file = format!(
            "WHERE subject_id = '{}' ORDER BY sequence",
            text(&file["id"])
        );
        rows.lines(&format!("SELECT {column} AS line FROM {table} {of_file}"))
    };
    let events = told("events", "kind");
    assert_eq!(events, told("audit_entries", "action"));
    let step = "recognition.step_taken";
    let expected = [
        "recognition.applied",
        step,
        step,
        step,
        step,
        // The decision, and its certificate.
        "document.issued",
        "document.issued",
        step,
    ];
    assert_eq!(events, expected);

    let county = &desk.county.caller;
    let mut feed = Follower::from_the_beginning(county);
    let of_file = |event: &&Value| event["data"]["subject"]["id"] == file["id"];
    feed.poll_until(200, |events| {
        events.iter().filter(of_file).count() == expected.len()
    });
    let seen: Vec<_> = feed.events.iter().filter(of_file).collect();
    let facts = seen
        .iter()
        .filter_map(|event| event["data"]["facts"]["step"].as_str());
    assert_eq!(facts.collect::<Vec<_>>(), steps);
    assert!(!json!(seen).to_string().contains("测试"), "{seen:?}");
    let others = desk.server.county(NEIGHBOUR).all("/v1/events?limit=200");
    assert!(!others.iter().any(|event| of_file(&event)));

    let receipts = county.all("/v1/receipts?limit=200");
    assert_eq!(
        receipts.len(),
        2,
        "one at the application, one when the document was checked"
    );
    for receipt in receipts {
        let replay = county.post(format!("/v1/receipts/{}/replay", text(&receipt["id"])));
        let replay = replay.send().expect(200).json();
        assert_eq!(replay, json!({ "agrees": true, "differences": [] }));
    }
}
