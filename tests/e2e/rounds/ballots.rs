//! The notice of candidates, objections to it, and the ballots.

use serde_json::{Value, json};

use super::{Hall, address};
use crate::deeds::text;

fn objection() -> Value {
    json!({
        "description": "测试：事迹不实",
        "objector": { "name": "测试异议人", "contact": "19900000004" }
    })
}

fn session() -> Value {
    json!({ "members": 25, "present": 22, "counts": [] })
}

#[test]
fn ballots_that_do_not_add_up_are_refused() {
    let hall = Hall::open();
    let file = hall.published();
    hall.today("2026-04-02");
    let count = |valid: u32, void: u32, in_favour: u32| {
        json!({
            "commendation_id": "01937a00-0000-7000-8000-000000005301", "given": 22, "valid": valid, "void": void,
            "in_favour": in_favour, "against": 0, "abstained": 0
        })
    };
    for wrong in [count(18, 3, 18), count(18, 4, 17)] {
        let mut body = session();
        body["counts"] = json!([wrong]);
        let refused = hall.refused(&file, "ballots", body);
        assert!(
            refused.contains(&"ballots_add_up".to_owned()),
            "{refused:?}"
        );
    }
    let mut absent = session();
    absent["present"] = json!(26);
    assert_eq!(hall.refused(&file, "ballots", absent), ["ballots_add_up"]);
    let mut few = session();
    few["present"] = json!(10);
    assert_eq!(hall.refused(&file, "ballots", few), ["quorum_reached"]);
    hall.done(&file, "ballots", session());
}

#[test]
fn nobody_votes_while_the_notice_is_up_or_an_objection_is_open() {
    let hall = Hall::open();
    let file = hall.published();
    hall.today("2026-03-25");
    let early = hall.refused(&file, "ballots", session());
    assert!(early.contains(&"publicity_done".to_owned()), "{early:?}");
    hall.done(&file, "candidate-objections", objection());
    hall.today("2026-04-10");
    let open = hall.refused(&file, "ballots", session());
    assert!(open.contains(&"no_open_objection".to_owned()), "{open:?}");
    let objections = format!("{}/candidate-objections", address(&file));
    let listed = hall.city.caller.all(&objections);
    assert!(listed[0]["objector"].is_null() && listed[0]["description"].is_null());
    let full = hall
        .city
        .caller
        .get(&objections)
        .purpose("confirmation")
        .send();
    assert_eq!(
        full.expect(200).json()["items"][0]["objector"]["name"],
        "测试异议人"
    );
    let outcome = json!({
        "objection_id": text(&listed[0]["id"]), "upheld": true, "reason": "测试：属实"
    });
    hall.done(&file, "candidate-objection-outcomes", outcome);
    let case = hall.case(&file);
    assert_eq!(case["state"], "reviewing");
    assert_eq!(
        case["candidate_notices"][0]["taken_down_reason"],
        "测试：属实"
    );
    assert!(!case.to_string().contains("测试异议人"));
}

#[test]
fn an_objection_gives_a_way_to_reach_who_objects() {
    let hall = Hall::open();
    let file = hall.published();
    let mut unreachable = objection();
    unreachable["objector"]["contact"] = json!("无");
    hall.step(&file, "candidate-objections", unreachable)
        .problem(422, "invalid_data");
}

#[test]
fn a_notice_is_left_out_only_for_a_reason_of_the_law() {
    let hall = Hall::open();
    let file = hall.called();
    hall.today("2026-03-23");
    hall.done(&file, "candidate-lists", json!({ "order": [] }));
    let body = json!({ "note": "测试" });
    assert_eq!(
        hall.refused(&file, "candidate-notice-waivers", body),
        ["waiver_reason"]
    );
    let body = json!({ "reason": "safety", "note": "测试" });
    hall.done(&file, "candidate-notice-waivers", body);
    hall.done(&file, "ballots", session());
}
