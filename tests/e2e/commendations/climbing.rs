//! A nomination goes up one level at a time.

use serde_json::json;

use super::{Hall, SIGNING, accepted, address, immediate, nomination, take};
use crate::deeds::{COUNTY, Committee, NEIGHBOUR, text, unmet};

#[test]
fn a_county_nominates_and_recommends_and_the_city_awards_and_confers() {
    let hall = Hall::open();
    let file = hall.nominated(&hall.county, COUNTY, "liaocheng_model");
    let by_county = |resource: &str, body| take(&hall.county, &file, resource, body);
    by_county("acceptance", json!({})).expect(201);
    by_county(
        "opinion-requests",
        json!({ "body": "测试公安机关", "of": "public_security" }),
    )
    .expect(201);
    let twice = json!({ "body": "测试公安机关", "of": "public_security" });
    assert_eq!(
        unmet(&by_county("opinion-requests", twice)),
        ["opinion_not_open"]
    );
    let opinion = json!({
        "of": "public_security", "favourable": true, "content": "测试：无违法犯罪记录",
        "document": { "organ": "测试公安机关", "number": "测公函〔2026〕1号" }
    });
    by_county("opinions", opinion).expect(201);
    let bare = json!({ "opinion": "测试：同意推荐" });
    assert_eq!(
        unmet(&by_county("recommendations", bare)),
        ["deviation_reasoned"],
        "the rules propose review: nobody has said whether in public"
    );
    assert_eq!(
        unmet(&by_county("immediate-awards", immediate(&SIGNING))),
        ["at_title_level", "accepted"]
    );
    let reasoned = json!({ "opinion": "测试：同意推荐", "reason": "测试：已查明" });
    let up = by_county("recommendations", reasoned).expect(201).json();
    assert_eq!(up["actors"][0]["state"], "recommended");
    assert_eq!(unmet(&by_county("acceptance", json!({}))), ["seat"]);
    hall.done(&file, "acceptance", json!({}));
    hall.done(&file, "nominee-acceptances", accepted());
    hall.done(&file, "immediate-awards", immediate(&SIGNING));
    hall.done(&file, "conferral", super::conferral("测试甲"));
    let case = hall.case(&file, 0);
    assert_eq!(case["state"], "conferred");
    assert_eq!(case["recommendations"][0]["by"], "county");
    assert_eq!(case["awards"][0]["bodies"], json!(SIGNING));
    assert_eq!(case["awards"][0]["posthumous"], false);
    assert_eq!(
        hall.papers(&file),
        [
            "award_certificate",
            "commendation_decision",
            "nomination_form",
            "opinion_request"
        ]
    );
}

#[test]
fn the_city_sends_back_what_it_does_not_take() {
    let hall = Hall::open();
    let file = hall.nominated(&hall.county, COUNTY, "liaocheng_model");
    take(&hall.county, &file, "acceptance", json!({})).expect(201);
    let reasoned = json!({ "opinion": "测试：同意推荐", "reason": "测试：已查明" });
    take(&hall.county, &file, "recommendations", reasoned).expect(201);
    let back = hall.done(&file, "return", json!({ "reason": "测试：请补充事迹" }));
    assert_eq!(back["actors"][0]["state"], "under_review");
    assert_eq!(back["actors"][0]["holder_region"], COUNTY);
    assert_eq!(
        hall.refused(&file, "return", json!({ "reason": "测试" })),
        ["seat", "came_from_below"]
    );
}

#[test]
fn texts_are_as_long_as_the_papers_have_room_for() {
    let hall = Hall::open();
    let deed = hall.confirmed(1);
    let mut body = nomination(COUNTY, "liaocheng_model", &deed);
    body["texts"]["brief"] = json!("测".repeat(51));
    body["texts"]["summary"] = json!("测".repeat(201));
    let faults = Hall::try_nominate(&hall.county, &body).problem(422, "invalid_data");
    let pointers: Vec<_> = faults["errors"].as_array().unwrap().iter().collect();
    let pointers: Vec<String> = pointers.iter().map(|one| text(&one["pointer"])).collect();
    assert_eq!(pointers, ["/texts/brief", "/texts/summary"]);
}

#[test]
fn another_county_sees_nothing_of_a_nomination() {
    let hall = Hall::open();
    let file = hall.nominated(&hall.county, COUNTY, "county_model");
    let neighbour = Committee::of(&hall.office.server, NEIGHBOUR);
    neighbour.caller.get(address(&file)).send().expect(404);
    assert!(neighbour.caller.all("/v1/commendations").is_empty());
    take(&neighbour, &file, "acceptance", json!({})).expect(404);
    assert_eq!(hall.county.caller.all("/v1/commendations").len(), 1);
    let worklist = hall
        .county
        .caller
        .all("/v1/worklist?procedure=commendation");
    assert_eq!(worklist.len(), 1, "it stands on the county's worklist");
}

#[test]
fn a_correction_goes_into_the_papers_until_it_is_decided() {
    let hall = Hall::open();
    let file = hall.reviewed("liaocheng_model");
    let patch = |unit: &str| {
        let call = hall.city.caller.patch(address(&file));
        let call = call.on_behalf_of(&hall.city.officer).if_match("*");
        call.json(&json!({ "unit": unit })).send()
    };
    let patched = patch("测试单位司机").expect(200).json();
    assert_eq!(patched["unit"], "测试单位司机");
    hall.done(&file, "immediate-awards", immediate(&SIGNING));
    patch("测试").problem(409, "facts_stand");
}
