//! An award at once, its money, its certificate and its conferral.

use serde_json::{Value, json};

use super::{Hall, SIGNING, conferral, immediate};

#[test]
fn the_certificate_is_replaced_and_the_old_one_is_void() {
    let hall = Hall::open();
    let file = hall.awarded();
    let before = hall.case(&file, 0)["certificate"].clone();
    let lost = json!({ "why": "lost", "note": "测试：本人声明遗失" });
    hall.done(&file, "certificate-replacements", lost);
    let case = hall.case(&file, 0);
    assert_ne!(case["certificate"], before);
    assert_eq!(case["replacements"][0]["replaces"], before);
    let papers = format!("{}/documents", super::address(&file));
    let certificates: Vec<Value> = hall
        .city
        .caller
        .all(&papers)
        .into_iter()
        .filter(|paper| paper["kind"] == "award_certificate")
        .collect();
    let void = |number: &Value| {
        let mut of_number = certificates.iter().filter(|one| one["number"] == *number);
        of_number.next().unwrap()["actors"][0]["void_since"].clone()
    };
    assert!(void(&before).is_string());
    assert!(void(&case["certificate"]).is_null());
}

#[test]
fn a_sum_that_no_table_has_names_its_document() {
    let hall = Hall::open();
    let file = hall.awarded();
    let payers = json!([{ "name": "测试基金会", "permille": 1000 }]);
    let bare = json!({ "total_fen": 1_000_000, "payers": payers });
    assert_eq!(hall.refused(&file, "payment-plans", bare), ["sum_fits"]);
    let short = json!({
        "total_fen": 1_000_000, "payers": [{ "name": "测试基金会", "permille": 999 }], "basis": "测试文件"
    });
    assert_eq!(
        hall.refused(&file, "payment-plans", short),
        ["payers_add_up"]
    );
    let plan = json!({ "total_fen": 1_000_000, "payers": payers, "basis": "测试文件" });
    hall.done(&file, "payment-plans", plan);
    let payment = &hall.case(&file, 0)["payments"][0];
    assert_eq!(
        payment["shares"],
        json!([{ "payer": "测试基金会", "fen": 1_000_000 }])
    );
}

#[test]
fn who_died_is_honoured_after_death_and_the_agreed_next_of_kin_receives() {
    let hall = Hall::open();
    let deed = hall.confirmed(1);
    let person = crate::deeds::text(&deed["actors"][0]["person_id"]);
    let mut body = super::nomination(crate::harness::CITY, "liaocheng_model", &deed);
    body["members"][0]["harm"] = json!("died");
    died(&hall, &person);
    let file = Hall::try_nominate(&hall.city, &body).expect(201).json();
    hall.done(&file, "acceptance", json!({}));
    hall.done(&file, "nominee-acceptances", super::accepted());
    hall.done(
        &file,
        "martyr-referrals",
        json!({ "office": "测试县退役军人事务局" }),
    );
    assert_eq!(
        hall.refused(
            &file,
            "martyr-referrals",
            json!({ "office": "测试县退役军人事务局" })
        ),
        ["not_referred"]
    );
    hall.done(&file, "immediate-awards", immediate(&SIGNING));
    assert_eq!(
        hall.refused(&file, "conferral", conferral("测试配偶")),
        ["kin_known"]
    );
    let kin = |second: (&str, bool)| {
        json!({ "recipient": "测试配偶", "kin": [
            { "name": "测试配偶", "kinship": "spouse", "agrees": true },
            { "name": "测试亲属", "kinship": second.0, "agrees": second.1 }
        ] })
    };
    assert_eq!(
        hall.refused(&file, "kin-agreements", kin(("sibling", true))),
        ["kin_of_one_rank"]
    );
    assert_eq!(
        hall.refused(&file, "kin-agreements", kin(("child", false))),
        ["kin_unanimous"]
    );
    hall.done(&file, "kin-agreements", kin(("child", true)));
    assert_eq!(
        hall.refused(&file, "conferral", conferral("测试亲属")),
        ["recipient_agreed"]
    );
    hall.done(&file, "conferral", conferral("测试配偶"));
    assert_eq!(hall.case(&file, 0)["awards"][0]["posthumous"], true);
}

/// The county enters that somebody has died.
pub(super) fn died(hall: &Hall, person: &str) {
    hall.county
        .caller
        .patch(format!("/v1/people/{person}"))
        .if_match("*")
        .on_behalf_of(&hall.county.officer)
        .json(&json!({ "life_status": "deceased", "died_on": { "precision": "day", "value": "2026-02-20" } }))
        .send()
        .expect(200);
}
