//! What becomes known later: of the deed, of the person, and of other recognitions.

use serde_json::{Value, json};

use super::{Desk, address, application, apply, fault, found};
use crate::deeds::text;
use crate::harness::Answer;

fn correct(desk: &Desk, file: &Value, change: &Value) -> Answer {
    let county = &desk.county;
    let now = county.caller.get(address(file)).send();
    let call = county
        .caller
        .patch(address(file))
        .if_match(now.expect(200).etag());
    call.on_behalf_of(&county.officer).json(change).send()
}

fn change_person(desk: &Desk, person: &str, change: &Value) {
    let county = &desk.county.caller;
    let at = format!("/v1/people/{person}");
    let now = county.get(&at).send().expect(200);
    county
        .patch(&at)
        .if_match(now.etag())
        .json(change)
        .send()
        .expect(200);
}

#[test]
fn what_an_application_left_out_is_added_until_the_party_is_told() {
    let desk = Desk::open();
    let mut short = application(&[&desk.person("living")]);
    for member in ["place", "occurred_on"] {
        short["incident"].as_object_mut().unwrap().remove(member);
    }
    let file = desk.send(&short);
    assert_eq!(
        found(&desk.receipt(&file, 0), "OUT-PLACE"),
        "unknown place_not_stated"
    );
    desk.walk(&file, "acceptance");
    let day = |value: &str| json!({ "precision": "day", "value": value });
    let late = json!({ "occurred_on": day("2026-03-03") });
    assert_eq!(
        fault(&correct(&desk, &file, &late)),
        "/occurred_on/value received_before_deed"
    );
    let known =
        json!({ "place": { "region_code": super::ELSEWHERE }, "occurred_on": day("2026-02-01") });
    let corrected = correct(&desk, &file, &known).expect(200).json();
    assert_eq!(corrected["occurred_on"], known["occurred_on"]);
    let receipt = desk.receipt(&file, 0);
    assert_eq!(found(&receipt, "OUT-PLACE"), "met outside_city");
    assert_eq!(
        receipt["facts"]["values"]["occurred_on"]["value"],
        "2026-02-01"
    );
    let again = correct(&desk, &file, &known).expect(200).json();
    assert_eq!(again["version"], corrected["version"], "nothing new");
    desk.walk(&file, "refusal_notice");
    let told = correct(&desk, &file, &json!({ "summary": "测试" }));
    told.problem(409, "facts_stand");
}

#[test]
fn days_that_cannot_be_are_refused() {
    let desk = Desk::open();
    let person = desk.person("living");
    let with = |pointer: &str, value: Value| {
        let mut body = application(&[&person]);
        *body.pointer_mut(pointer).unwrap() = value;
        fault(&apply(&desk.county, &body))
    };
    let day = |value: &str| json!({ "precision": "day", "value": value });
    assert_eq!(
        with("/incident/occurred_on", day("2026-03-03")),
        "/incident/occurred_on/value received_before_deed"
    );
    assert_eq!(
        with("/local_confirmation/document/issued_on", day("2026-03-03")),
        "/local_confirmation/document/issued_on/value date_in_future"
    );
    let mut early = application(&[&person]);
    early["received_on"] = json!("2026-01-31");
    early["backdating_reason"] = json!("测试");
    assert_eq!(
        fault(&apply(&desk.county, &early)),
        "/incident/occurred_on/value received_before_deed"
    );
    let file = desk.send(&application(&[&person]));
    let mut document = super::confirmation();
    document["issued_on"] = day("2026-03-03");
    let answer = desk.try_with(
        &file,
        "local_confirmation",
        &json!({ "document": document }),
    );
    assert_eq!(fault(&answer), "/document/issued_on/value date_in_future");
}

#[test]
fn what_the_file_of_a_person_says_now_is_judged_in_open_recognitions() {
    let desk = Desk::open();
    let person = desk.person("unknown");
    let file = desk.send(&application(&[&person]));
    assert_eq!(
        found(&desk.receipt(&file, 0), "OUT-EFFECT"),
        "unknown deceased_not_stated"
    );
    change_person(&desk, &person, &json!({ "life_status": "deceased" }));
    assert_eq!(desk.case(&file, 0)["deceased"], true);
    assert_eq!(
        found(&desk.receipt(&file, 0), "OUT-EFFECT"),
        "met effects_follow"
    );
    // A change of anything else leaves what an officer looked up.
    desk.done(&file, "life_check", &json!({ "deceased": false }));
    change_person(&desk, &person, &json!({ "phone": "13800000000" }));
    assert_eq!(desk.case(&file, 0)["deceased"], false);
    let log = desk.city.caller.all(&format!("{}/history", address(&file)));
    assert!(
        log.iter()
            .any(|entry| entry.to_string().contains("corrected")
                || entry.to_string().contains("person_id"))
    );
}

#[test]
fn who_dies_or_lives_after_all_is_known_to_a_decided_recognition_too() {
    let desk = Desk::open();
    let person = desk.person("living");
    let file = desk.send(&application(&[&person]));
    desk.walk(&file, "CHECKED recognition");
    change_person(&desk, &person, &json!({ "life_status": "deceased" }));
    desk.walk(
        &file,
        "handover!kin_known delivery!party_waits kin_agreement handover",
    );
    desk.done(&file, "delivery", &json!({ "party": "close_relative" }));
    let person = desk.person("deceased");
    let file = desk.send(&application(&[&person]));
    desk.walk(&file, "CHECKED recognition");
    change_person(&desk, &person, &json!({ "life_status": "living" }));
    desk.walk(
        &file,
        "handover!certificate_true certificate_correction handover delivery",
    );
}

#[test]
fn an_origin_that_the_file_tells_later_is_judged() {
    let desk = Desk::open();
    let person = desk.person("living");
    let mut unclaimed = application(&[&person]);
    unclaimed["actors"][0]
        .as_object_mut()
        .unwrap()
        .remove("origin_claims");
    let file = desk.send(&unclaimed);
    let origin = json!({ "origin": { "basis": "jiguan", "region": crate::deeds::COUNTY } });
    change_person(&desk, &person, &origin);
    assert_eq!(
        found(&desk.receipt(&file, 0), "OUT-ORIGIN"),
        "unknown origin_proof_missing"
    );
    assert_eq!(desk.case(&file, 0)["origin"][0]["basis"], "jiguan");
}

#[test]
fn the_same_deed_of_one_person_is_recognised_twice_only_for_a_reason() {
    let desk = Desk::open();
    let person = desk.person("living");
    let first = desk.send(&application(&[&person]));
    assert_eq!(
        found(&desk.receipt(&first, 0), "DEED-DUP"),
        "met no_duplicate"
    );
    let second = desk.send(&application(&[&person]));
    let receipt = desk.receipt(&second, 0);
    assert_eq!(found(&receipt, "DEED-DUP"), "unknown possible_duplicate");
    assert!(
        receipt["findings"]
            .to_string()
            .contains(&text(&first["id"]))
    );
    desk.walk(&second, "CHECKED recognition!deviation_reasoned");
    // The files are searched again before a decision, whichever was filed first.
    desk.walk(&first, "CHECKED recognition!deviation_reasoned");
    let number = json!({ "number": "聊义士决〔2026〕1号", "reason": "测试：已核对" });
    desk.done(&first, "recognition", &number);
    assert_eq!(
        found(&desk.receipt(&first, 0), "DEED-DUP"),
        "unknown possible_duplicate"
    );
    // One number is on one decision, of whatever kind.
    let third = desk.after("living", "CHECKED");
    let used = desk.try_with(&third, "recognition", &number);
    assert_eq!(fault(&used), "/number number_used");
    desk.walk(&third, "refusal_notice defence_statement");
    let used = desk.try_with(&third, "refusal", &json!({ "number": number["number"] }));
    assert_eq!(fault(&used), "/number number_used");
    // What was taken back stands in nobody's way.
    let again = desk.person("living");
    let (one, other) = (
        desk.send(&application(&[&again])),
        desk.send(&application(&[&again])),
    );
    desk.walk(&one, "withdrawal");
    desk.walk(&other, "CHECKED recognition =recognised");
    // Another day is another deed.
    let mut other = application(&[&person]);
    other["incident"]["occurred_on"]["value"] = json!("2026-01-20");
    let other = desk.send(&other);
    assert_eq!(
        found(&desk.receipt(&other, 0), "DEED-DUP"),
        "met no_duplicate"
    );
}
