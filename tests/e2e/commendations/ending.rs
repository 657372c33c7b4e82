//! A title ends: by its own revocation, or with what it rests on; and what was paid comes back.

use serde_json::{Value, json};

use super::{Hall, SIGNING, accepted, immediate, nomination};
use crate::harness::CITY;

fn paid(hall: &Hall, file: &Value) {
    let plan = json!({
        "total_fen": 1_000_000, "payers": [{ "name": "测试基金会", "permille": 1000 }], "basis": "测试文件"
    });
    hall.done(file, "payment-plans", plan);
}

#[test]
fn a_title_that_was_obtained_by_deception_is_revoked_after_a_hearing_and_the_money_comes_back() {
    let hall = Hall::open();
    let file = hall.awarded();
    paid(&hall, &file);
    let revocation = || json!({ "reason_code": "deception", "reason": "测试：事迹不实" });
    assert_eq!(hall.refused(&file, "revocation", revocation())[0], "state");
    hall.done(
        &file,
        "revocation-notices",
        json!({ "facts": "测试", "reasons": "测试" }),
    );
    assert_eq!(
        hall.refused(&file, "revocation", revocation()),
        ["defence_heard"]
    );
    hall.done(
        &file,
        "defence-statements",
        json!({ "statement": "测试：并无此事" }),
    );
    hall.done(&file, "revocation", revocation());
    let case = hall.case(&file, 0);
    assert_eq!(case["recoveries"][0]["open_fen"], 1_000_000);
    let back = |fen: i64| json!({ "payer": "测试基金会", "fen": fen });
    hall.done(&file, "repayments", back(400_000));
    assert_eq!(
        hall.refused(&file, "repayments", back(600_001)),
        ["within_balance"]
    );
    let mut rest = back(600_000);
    rest["reason"] = json!("测试：无可供执行的财产");
    hall.done(&file, "write-offs", rest);
    let recovery = &hall.case(&file, 0)["recoveries"][0];
    assert_eq!(
        (
            &recovery["recovered_fen"],
            &recovery["written_off_fen"],
            &recovery["open_fen"]
        ),
        (&json!(400_000), &json!(600_000), &json!(0))
    );
    let due = hall.city.caller.all("/v1/worklist?procedure=commendation");
    assert!(due.iter().all(|one| one["kind"] != "recovery"), "{due:?}");
}

#[test]
fn a_revoked_confirmation_takes_along_what_was_awarded_and_what_was_nominated() {
    let hall = Hall::open();
    let deed = hall.confirmed(1);
    let nominate = |title: &str| {
        let body = nomination(CITY, title, &deed);
        let file = Hall::try_nominate(&hall.city, &body).expect(201).json();
        hall.done(&file, "acceptance", json!({}));
        hall.done(&file, "nominee-acceptances", accepted());
        file
    };
    let (awarded, waiting) = (nominate("liaocheng_model"), nominate("liaocheng_advanced"));
    hall.done(&awarded, "immediate-awards", immediate(&SIGNING));
    paid(&hall, &awarded);
    hall.revoke_confirmation(&deed);
    let case = hall.case(&awarded, 0);
    assert_eq!(case["state"], "revoked");
    assert_eq!(case["recoveries"][0]["open_fen"], 1_000_000);
    assert_eq!(hall.papers(&awarded)[0], "commendation_revocation");
    assert_eq!(hall.state(&waiting), "not_granted");
    let person = crate::deeds::text(&deed["actors"][0]["person_id"]);
    let held = hall
        .city
        .caller
        .all(&format!("/v1/people/{person}/honours"));
    assert!(held.iter().all(|one| one["stands"] == false), "{held:?}");
    assert_eq!(
        hall.refused(&waiting, "readmission", json!({ "reason": "测试" })),
        ["basis_stands"]
    );
}

#[test]
fn what_stands_is_not_ended_by_hand() {
    let hall = Hall::open();
    let file = hall.awarded();
    assert_eq!(
        hall.refused(&file, "basis-falls", json!({ "reason": "测试" })),
        ["basis_fallen"]
    );
}
