//! Commendations in a round: candidates, ballots, decision, ceremony, correction.

use serde_json::{Value, json};

use super::{Hall, accepted, conferral, nomination, take};
use crate::deeds::{text, unmet, unused_number};
use crate::harness::{Answer, CITY};
use crate::rounds;

/// A round of the city whose call is out, open for nominations.
fn called(hall: &Hall) -> Value {
    call(hall, rounds::round())
}

/// A round of the city, as it is told, whose call is out.
pub(super) fn call(hall: &Hall, mut round: Value) -> Value {
    round["deeds_until"] = json!("2026-12-31");
    let round = rounds::planned(&hall.city, &round).expect(201).json();
    of_round(hall, &round, "call", json!({}));
    round
}

pub(super) fn try_round(hall: &Hall, round: &Value, resource: &str, body: Value) -> Answer {
    let body = match resource {
        "decision" | "decision-corrections" => hall.city.co_signed(body),
        "call" | "ballots" | "resolutions" | "closing" | "candidate-notice-waivers" => {
            hall.city.signed(body)
        }
        _ => body,
    };
    rounds::take(&hall.city, round, resource, &body)
}

#[track_caller]
pub(super) fn of_round(hall: &Hall, round: &Value, resource: &str, body: Value) -> Value {
    try_round(hall, round, resource, body).expect(201).json()
}

/// A nomination that entered the round.
pub(super) fn entered(
    hall: &Hall,
    round: &Value,
    title: &str,
    deed: &Value,
    members: usize,
) -> Value {
    let mut body = nomination(CITY, title, deed);
    body["members"].as_array_mut().unwrap().truncate(members);
    if members == 1 {
        body.as_object_mut().unwrap().remove("group");
    }
    let file = Hall::try_nominate(&hall.city, &body).expect(201).json();
    hall.done(&file, "acceptance", json!({}));
    hall.done(&file, "nominee-acceptances", accepted());
    let entry = json!({ "round_id": round["id"], "reason": "测试：已查明" });
    hall.done(&file, "round-entries", entry);
    file
}

/// Ballots in favour of some commendations.
fn ballots(files: &[&Value]) -> Value {
    let counts: Vec<Value> = files
        .iter()
        .map(|file| json!({ "commendation_id": file["id"], "given": 7, "valid": 7, "void": 0, "in_favour": 7, "against": 0, "abstained": 0 }))
        .collect();
    json!({ "members": 9, "present": 7, "counts": counts })
}

/// Leads a round as far as its decision.
fn decided(hall: &Hall, round: &Value, files: &[&Value]) -> Value {
    resolved(hall, round, files);
    let decision = json!({ "number": unused_number("聊见义评"), "reason": "测试：已查明" });
    of_round(hall, round, "decision", decision)
}

/// Leads a round as far as its resolution.
pub(super) fn resolved(hall: &Hall, round: &Value, files: &[&Value]) {
    hall.office.today("2026-03-23");
    let order: Vec<&Value> = files.iter().map(|file| &file["id"]).collect();
    of_round(hall, round, "candidate-lists", json!({ "order": order }));
    of_round(hall, round, "candidate-notices", json!({}));
    hall.office.today("2026-04-01");
    of_round(hall, round, "ballots", ballots(files));
    let granted: Vec<Value> = files
        .iter()
        .map(|file| json!({ "commendation_id": file["id"], "title": file["title"] }))
        .collect();
    let resolution =
        json!({ "passed_by": "测试理事会", "text": "测试：同意授予", "granted": granted });
    of_round(hall, round, "resolutions", resolution);
}

#[test]
fn a_round_awards_all_that_it_decided_and_each_is_conferred_by_itself() {
    let hall = Hall::open();
    let round = called(&hall);
    let (alone, deed) = (hall.confirmed(1), hall.confirmed(3));
    let one = entered(&hall, &round, "liaocheng_model", &alone, 1);
    let group = entered(&hall, &round, "liaocheng_group", &deed, 3);
    decided(&hall, &round, &[&one, &group]);
    assert_eq!(hall.state(&one), "awarded");
    let case = hall.case(&group, 2);
    assert_eq!(case["state"], "awarded");
    assert_eq!(case["awards"][0]["round_id"], round["id"]);
    assert_eq!(case["awards"][0]["place"], 2);
    let ceremony = json!({ "recipient": "测试甲", "place": "测试礼堂", "form": "collective", "ceremony_round_id": round["id"] });
    hall.done(&one, "conferral", ceremony);
    assert_eq!(hall.state(&one), "conferred");
}

#[test]
fn what_does_not_fit_a_round_does_not_enter_it() {
    let hall = Hall::open();
    let round = called(&hall);
    let file = hall.reviewed("liaocheng_advanced");
    let entry = json!({ "round_id": round["id"], "reason": "测试：已查明" });
    let refused = hall.refused(&file, "round-entries", entry);
    assert_eq!(refused, ["round_fits", "place_left"]);
    let unknown = json!({ "round_id": file["id"], "reason": "测试：已查明" });
    let none = hall.refused(&file, "round-entries", unknown);
    assert_eq!(none, ["round_open", "round_fits", "place_left"]);
    hall.done(&file, "deferrals", json!({ "reason": "测试：下一批次" }));
    assert_eq!(hall.state(&file), "deferred");
}

#[test]
fn a_member_left_out_is_put_right_by_a_correction_that_names_the_decision() {
    let hall = Hall::open();
    let round = called(&hall);
    let deed = hall.confirmed(4);
    let group = entered(&hall, &round, "liaocheng_group", &deed, 3);
    decided(&hall, &round, &[&group]);
    let add = hall
        .city
        .caller
        .post(format!("{}/members", super::address(&group)));
    let body =
        json!({ "members": [{ "person_id": deed["actors"][3]["person_id"], "harm": "none" }] });
    let joined = add.on_behalf_of(&hall.city.officer).json(&body).send();
    let joined = joined.expect(201).json();
    let late = json!([joined["actors"][3]["id"]]);
    let of_late = |mut body: Value| {
        body["actor_ids"] = late.clone();
        body
    };
    hall.done(&joined, "acceptance", of_late(json!({})));
    hall.done(&joined, "nominee-acceptances", of_late(accepted()));
    let correction = json!({
        "number": unused_number("聊见义更"), "reason": "测试：附件遗漏一名成员",
        "renamed": [group["id"]]
    });
    of_round(&hall, &round, "decision-corrections", correction);
    assert_eq!(hall.case(&joined, 3)["state"], "awarded");
    assert_eq!(hall.case(&joined, 0)["state"], "awarded");
}

#[test]
fn one_too_many_is_taken_off_by_a_correction() {
    let hall = Hall::open();
    let round = called(&hall);
    let (first, second) = (hall.confirmed(1), hall.confirmed(1));
    let right = entered(&hall, &round, "liaocheng_model", &first, 1);
    let wrong = entered(&hall, &round, "liaocheng_model", &second, 1);
    decided(&hall, &round, &[&right, &wrong]);
    let correction = json!({
        "number": unused_number("聊见义更"), "reason": "测试：误列", "removed": [wrong["id"]]
    });
    of_round(&hall, &round, "decision-corrections", correction);
    assert_eq!(hall.state(&wrong), "taken_off");
    assert_eq!(hall.state(&right), "awarded");
}

#[test]
fn an_immediate_award_is_conferred_in_the_ceremony_of_a_collective_round() {
    let hall = Hall::open();
    let round = called(&hall);
    let file = hall.awarded();
    let mut body = conferral("测试甲");
    body["form"] = json!("immediate");
    body["ceremony_round_id"] = round["id"].clone();
    take(&hall.city, &file, "conferral", body).expect(201);
    let conferred = &hall.case(&file, 0)["conferrals"][0];
    assert_eq!(conferred["form"], "immediate");
    assert_eq!(conferred["ceremony_round_id"], round["id"]);
    assert_eq!(
        unmet(&hall.step(&file, "conferral", conferral("测试甲")))[0],
        "state"
    );
    assert_eq!(text(&file["title"]), "liaocheng_model");
}
