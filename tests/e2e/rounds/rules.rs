//! What has to be in order before anything goes out.

use serde_json::json;

use super::{Hall, address, of_county, planned, round, rules, take};
use crate::deeds::{COUNTY, Committee, text};
use crate::harness::CITY;

#[test]
fn a_joint_round_of_one_body_is_taken_in_and_not_called_out() {
    let hall = Hall::open();
    let home = Committee::of(&hall.server, COUNTY);
    let mut joint = of_county(COUNTY);
    joint["form"] = json!("joint");
    let file = planned(&home, &joint).expect(201).json();
    let body = home.signed(json!({ "reason": "测试" }));
    let refused = take(&home, &file, "call", &body);
    assert_eq!(rules(&refused), ["TIER-FORM"]);
}

#[test]
fn a_state_award_without_approval_number_is_refused_and_so_is_one_too_many() {
    let hall = Hall::open();
    let mut award = round();
    award["kind"] = json!("state_award");
    award["titles"] = json!([{ "title": "test_award", "people": 3 }]);
    award["bodies"] =
        json!([{ "name": "聊城市人民政府", "kind": "government", "region_code": CITY }]);
    let reasoned = || json!({ "reason": "测试：已核对" });
    let file = hall.planned(&award);
    let refused = hall.step(&file, "call", reasoned());
    assert!(rules(&refused).contains(&"TIER-QUOTA".to_owned()));
    award["approval_number"] = json!("测表办〔2026〕1号");
    for _ in 0..2 {
        let file = hall.planned(&award);
        hall.done(&file, "call", reasoned());
    }
    let third = hall.planned(&award);
    let refused = hall.step(&third, "call", reasoned());
    assert_eq!(rules(&refused), ["TIER-QUOTA"]);
}

#[test]
fn a_title_that_two_bodies_grant_together_is_not_called_out_by_one() {
    let hall = Hall::open();
    let mut alone = round();
    let first = alone["bodies"][0].clone();
    alone["bodies"] = json!([first]);
    let file = hall.planned(&alone);
    let reasoned = json!({ "reason": "测试：基金会另行发文" });
    assert_eq!(
        rules(&hall.step(&file, "call", reasoned)),
        ["TIER-AUTHORITY"]
    );
}

#[test]
fn of_several_bodies_one_leads() {
    let hall = Hall::open();
    let mut without = round();
    for body in without["bodies"].as_array_mut().unwrap() {
        body["leads"] = json!(false);
    }
    let refused = planned(&hall.city, &without).problem(422, "invalid_data");
    assert_eq!(refused["errors"][0]["code"], "no_lead");
    assert_eq!(refused["errors"][0]["pointer"], "/bodies");
}

#[test]
fn a_county_does_not_call_out_the_citys_titles() {
    let hall = Hall::open();
    let home = Committee::of(&hall.server, COUNTY);
    let mut above = of_county(COUNTY);
    above["titles"] = json!([{ "title": "liaocheng_model", "people": 3 }]);
    let file = planned(&home, &above).expect(201).json();
    let body = home.signed(json!({ "reason": "测试" }));
    let refused = take(&home, &file, "call", &body);
    assert_eq!(rules(&refused), ["TIER-AUTHORITY"]);
    let receipt = text(&file["actors"][0]["receipt_id"]);
    let receipt = home.caller.get(format!("/v1/receipts/{receipt}")).send();
    assert_eq!(receipt.expect(200).json()["proposal"], "refuse");
}

#[test]
fn an_immediate_commendation_skips_the_call_and_the_notice() {
    let hall = Hall::open();
    let mut immediate = round();
    immediate["form"] = json!("immediate");
    immediate.as_object_mut().unwrap().remove("closes_on");
    let file = hall.planned(&immediate);
    assert_eq!(hall.refused(&file, "call", json!({}))[0], "not_immediate");
    hall.done(&file, "opening", json!({}));
    hall.done(&file, "candidate-lists", json!({ "order": [] }));
    let waived = json!({ "note": "测试：即时表扬" });
    hall.done(&file, "candidate-notice-waivers", waived);
    assert_eq!(hall.case(&file)["state"], "voting");
}

#[test]
fn a_round_names_no_title_twice_and_has_one_body_that_leads() {
    let hall = Hall::open();
    let mut wrong = round();
    wrong["titles"][1]["title"] = json!("liaocheng_model");
    wrong["titles"][1]["groups"] = json!(0);
    wrong["bodies"][1]["leads"] = json!(true);
    let problem = planned(&hall.city, &wrong).problem(422, "invalid_data");
    let faults = problem["errors"].as_array().unwrap();
    let pointers: Vec<_> = faults.iter().map(|fault| text(&fault["pointer"])).collect();
    assert_eq!(
        pointers,
        ["/titles/1/title", "/titles/1", "/bodies/1/leads"]
    );
    let list = hall.city.caller.all("/v1/commendation-rounds");
    assert!(list.is_empty(), "{}", address(&list[0]));
}
