//! What is refused, with the rule behind it.

use serde_json::{Value, json};

use super::{Hall, SIGNING, accepted, immediate, nomination};
use crate::deeds::{Office, deed, person, text};
use crate::harness::{CITY, Installation, TestServer};

/// The rules behind the conditions that a refused step names.
fn rules(answer: &crate::harness::Answer) -> Vec<String> {
    let problem = answer.problem(409, "step_not_possible");
    let unmet = problem["actors"][0]["unmet"].as_array().unwrap();
    unmet.iter().map(|one| text(&one["rule"])).collect()
}

#[test]
fn a_joint_body_missing_is_refused_by_tier_authority() {
    let hall = Hall::open();
    let file = hall.reviewed("liaocheng_model");
    let alone = hall.step(&file, "immediate-awards", immediate(&SIGNING[..1]));
    assert_eq!(rules(&alone), ["TIER-AUTHORITY"]);
}

#[test]
fn a_state_award_without_a_number_is_refused_by_tier_quota() {
    let hall = Hall::open();
    let file = hall.reviewed("liaocheng_model_award");
    let government = ["聊城市人民政府"];
    let bare = hall.step(&file, "immediate-awards", immediate(&government));
    assert_eq!(rules(&bare), ["TIER-QUOTA"]);
    let mut approved = immediate(&government);
    approved["approval_number"] = json!("测批〔2026〕1号");
    hall.done(&file, "immediate-awards", approved);
}

#[test]
fn a_title_above_the_body_is_refused_by_tier_authority() {
    let hall = Hall::open();
    let file = hall.reviewed("shandong_model");
    let above = hall.step(&file, "immediate-awards", immediate(&SIGNING));
    assert!(rules(&above).contains(&"TIER-AUTHORITY".to_owned()));
}

#[test]
fn the_same_title_twice_for_a_deed_is_refused_by_tier_once() {
    let hall = Hall::open();
    let deed = hall.confirmed(1);
    let nominate = || {
        let body = nomination(CITY, "liaocheng_model", &deed);
        let file = Hall::try_nominate(&hall.city, &body).expect(201).json();
        hall.done(&file, "acceptance", json!({}));
        hall.done(&file, "nominee-acceptances", accepted());
        file
    };
    let (first, second) = (nominate(), nominate());
    hall.done(&first, "immediate-awards", immediate(&SIGNING));
    let twice = hall.step(&second, "immediate-awards", immediate(&SIGNING));
    assert_eq!(rules(&twice), ["TIER-ONCE"]);
}

#[test]
fn a_title_that_another_one_excludes_is_refused_by_tier_once() {
    let policy = include_str!("../../../domain/policies/liaocheng.toml");
    let shandong = "shandong_model = { excludes = [\"shandong_model\"] }";
    let excluding =
        format!("{shandong}\nliaocheng_advanced = {{ excludes = [\"liaocheng_model\"] }}");
    let installation = Installation::new();
    let file = installation.folder().join("policy.toml");
    std::fs::write(&file, policy.replace(shandong, &excluding)).unwrap();
    let installation = installation.with("YONGWEI_POLICY", file.to_str().unwrap());
    let hall = Hall::of(Office::of(TestServer::of(installation, &["--sandbox"])));
    let deed = hall.confirmed(1);
    let [held, excluded] = ["liaocheng_model", "liaocheng_advanced"].map(|title| {
        let body = nomination(CITY, title, &deed);
        let file = Hall::try_nominate(&hall.city, &body).expect(201).json();
        hall.done(&file, "acceptance", json!({}));
        hall.done(&file, "nominee-acceptances", accepted());
        file
    });
    hall.done(&held, "immediate-awards", immediate(&SIGNING));
    let refused = hall.step(&excluded, "immediate-awards", immediate(&SIGNING));
    assert_eq!(rules(&refused), ["TIER-ONCE"]);
}

#[test]
fn who_is_not_confirmed_is_refused_by_tier_base() {
    let hall = Hall::open();
    let hero = person(&hall.office.county);
    let reported = deed(crate::deeds::COUNTY, &[&hero]);
    let reported = hall.office.county.post("/v1/deeds").json(&reported).send();
    let reported = reported.expect(201).json();
    let body = nomination(CITY, "liaocheng_model", &reported);
    let file = Hall::try_nominate(&hall.city, &body).expect(201).json();
    hall.done(&file, "acceptance", json!({}));
    hall.done(&file, "nominee-acceptances", accepted());
    let unconfirmed = hall.step(&file, "immediate-awards", immediate(&SIGNING));
    assert!(rules(&unconfirmed).contains(&"TIER-BASE".to_owned()));
}

#[test]
fn who_took_no_part_and_a_group_of_one_are_not_nominated() {
    let hall = Hall::open();
    let confirmed = hall.confirmed(1);
    let mut stranger = nomination(CITY, "liaocheng_model", &confirmed);
    stranger["members"][0]["person_id"] = json!(person(&hall.office.county));
    let pointer = |body: &Value| {
        let answer = Hall::try_nominate(&hall.city, body);
        text(&answer.problem(422, "invalid_data")["errors"][0]["pointer"])
    };
    assert_eq!(pointer(&stranger), "/members/0/person_id");
    let mut group = nomination(CITY, "liaocheng_group", &confirmed);
    group["group"] = json!("测试群体");
    assert_eq!(pointer(&group), "/members");
    let unknown = nomination(CITY, "no_such_title", &confirmed);
    assert_eq!(pointer(&unknown), "/title");
}
