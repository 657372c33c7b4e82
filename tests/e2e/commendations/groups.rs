//! A group: one award, one sum, members one by one.

use serde_json::{Value, json};

use super::{Hall, SIGNING, accepted, immediate, nomination};
use crate::deeds::text;
use crate::harness::CITY;

fn trio(hall: &Hall) -> (Value, Value) {
    let deed = hall.confirmed(4);
    let mut body = nomination(CITY, "liaocheng_group", &deed);
    body["members"].as_array_mut().unwrap().truncate(3);
    let file = Hall::try_nominate(&hall.city, &body).expect(201).json();
    hall.done(&file, "acceptance", json!({}));
    hall.done(&file, "nominee-acceptances", accepted());
    (file, deed)
}

#[test]
fn a_sum_that_does_not_divide_is_shared_and_paid_to_the_fen() {
    let hall = Hall::open();
    let (file, _) = trio(&hall);
    hall.done(&file, "immediate-awards", immediate(&SIGNING));
    let plan = json!({
        "total_fen": 10_000_001,
        "payers": [
            { "name": "测试省", "permille": 500 },
            { "name": "测试市", "permille": 350 },
            { "name": "测试县", "permille": 150 }
        ],
        "basis": "测试文件"
    });
    hall.done(&file, "payment-plans", plan);
    let shares: Vec<Value> = (0..3)
        .map(|member| hall.case(&file, member)["payments"][0]["shares"].clone())
        .collect();
    let fen = |member: usize, payer: usize| shares[member][payer]["fen"].as_i64().unwrap();
    let of_payer = |payer| (0..3).map(|member| fen(member, payer)).sum::<i64>();
    assert_eq!(
        (of_payer(0), of_payer(1), of_payer(2)),
        (5_000_001, 3_500_000, 1_500_000)
    );
    let of_member = |member| (0..3).map(|payer| fen(member, payer)).sum::<i64>();
    let mut members = [of_member(0), of_member(1), of_member(2)];
    members.sort_unstable();
    assert_eq!(members, [3_333_333, 3_333_334, 3_333_334]);
    let list = hall.papers(&file);
    assert_eq!(list[0], "payment_list");
}

#[test]
fn a_group_has_one_sum_that_reaches_for_each_of_its_members() {
    let hall = Hall::open();
    let (file, _) = trio(&hall);
    hall.done(&file, "immediate-awards", immediate(&SIGNING));
    let plan = |total: i64| {
        json!({
            "total_fen": total,
            "payers": [{ "name": "测试市", "permille": 1000 }],
            "basis": "测试文件"
        })
    };
    assert_eq!(hall.refused(&file, "payment-plans", plan(2)), ["sum_fits"]);
    let mut of_one = plan(300);
    of_one["actor_ids"] = json!([file["actors"][0]["id"]]);
    let refused = hall.step(&file, "payment-plans", of_one);
    let refused = refused.problem(422, "invalid_data");
    assert_eq!(refused["errors"][0]["code"], "actors_together");
    hall.done(&file, "payment-plans", plan(3));
}

#[test]
fn a_member_who_declines_holds_up_nobody() {
    let hall = Hall::open();
    let (file, _) = trio(&hall);
    let one = text(&file["actors"][1]["id"]);
    let declined = json!({ "actor_ids": [one], "copy_id": crate::attachments::PAPER });
    hall.done(&file, "declination", declined);
    let rest = json!([file["actors"][0]["id"], file["actors"][2]["id"]]);
    let mut award = immediate(&SIGNING);
    award["actor_ids"] = rest;
    let after = hall.done(&file, "immediate-awards", award);
    let states: Vec<String> = after["actors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|actor| text(&actor["state"]))
        .collect();
    assert_eq!(states, ["awarded", "declined", "awarded"]);
}

#[test]
fn awards_and_people_are_counted_apart() {
    let hall = Hall::open();
    let (file, _) = trio(&hall);
    hall.done(&file, "immediate-awards", immediate(&SIGNING));
    let awarded = hall.city.caller.all("/v1/commendations?state=awarded");
    assert_eq!(awarded.len(), 1, "one award");
    assert_eq!(
        awarded[0]["actors"].as_array().unwrap().len(),
        3,
        "three people"
    );
}

#[test]
fn one_who_was_left_out_joins_and_somebody_else_does_not() {
    let hall = Hall::open();
    let (file, deed) = trio(&hall);
    let address = format!("{}/members", super::address(&file));
    let add = |person: &Value| {
        let call = hall.city.caller.post(&address);
        let body = json!({ "members": [{ "person_id": person, "harm": "none" }] });
        call.on_behalf_of(&hall.city.officer).json(&body).send()
    };
    add(&deed["actors"][0]["person_id"]).problem(422, "invalid_data");
    let joined = add(&deed["actors"][3]["person_id"]).expect(201).json();
    assert_eq!(joined["actors"].as_array().unwrap().len(), 4);
    assert_eq!(joined["actors"][3]["state"], "nominated");
    add(&deed["actors"][3]["person_id"]).problem(422, "invalid_data");
}
