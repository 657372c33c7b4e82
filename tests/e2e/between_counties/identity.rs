//! Whose name is confirmed: from the notice on, who somebody is is corrected by an officer, in the deed.

use serde_json::{Value, json};

use super::{Counties, address, case, confirm, prove};
use crate::deeds::{Committee, text, unmet};
use crate::harness::{Answer, synthetic};

/// Corrects the name of the first actor, for an officer or for none.
fn rename(committee: &Committee, deed: &Value, officer: Option<&str>) -> Answer {
    let person = text(&deed["actors"][0]["person_id"]);
    let call = committee
        .caller
        .patch(format!("/v1/people/{person}"))
        .if_match("*")
        .json(&json!({ "name": synthetic::name() }));
    match officer {
        Some(officer) => call.on_behalf_of(officer).send(),
        None => call.send(),
    }
}

#[test]
fn while_a_notice_stands_a_name_is_corrected_by_an_officer_in_the_deed_and_published_again_or_explained()
 {
    let counties = Counties::open();
    let deed = counties.report(1);
    let county = &counties.first;
    prove(county, &deed);
    county.done(&deed, "assessment", &json!({ "opinion": "positive" }));
    rename(county, &deed, None).expect(200);
    assert_eq!(case(county, &deed, 0)["identity_changes"], json!([]));
    county.done(&deed, "publication", &json!({}));

    rename(county, &deed, None).problem(403, "officer_required");
    rename(county, &deed, Some(&county.officer)).expect(200);
    let corrections = case(county, &deed, 0)["identity_changes"].clone();
    assert_eq!(corrections[0]["members"], json!(["name"]));
    assert_eq!(corrections[0]["officer_id"], county.officer.as_str());
    let told = super::events(county, &deed, "deed.identified");
    assert!(
        told.iter()
            .any(|event| super::kind(event) == "deed.identified")
    );
    let history = county.caller.all(&format!("{}/history", address(&deed)));
    assert!(
        history
            .iter()
            .any(|entry| entry["identified"] == json!(["name"]))
    );

    let number = json!({ "number": crate::deeds::unused_number("聊见义确") });
    let early = county.step(&deed, "confirmation", &county.co_signed(number.clone()));
    assert_eq!(unmet(&early), ["publicity_done", "identity_agrees"]);
    county.done(
        &deed,
        "identity-statements",
        &json!({ "reason": "测试：曾用名" }),
    );
    let early = county.step(&deed, "confirmation", &county.co_signed(number.clone()));
    assert_eq!(unmet(&early), ["publicity_done"]);
    assert_eq!(
        case(county, &deed, 0)["identity_changes"][0]["same_person"],
        "测试：曾用名"
    );

    rename(county, &deed, Some(&county.officer)).expect(200);
    county.done(&deed, "assessment", &json!({ "opinion": "positive" }));
    county.done(&deed, "publication", &json!({}));
    let early = county.step(&deed, "confirmation", &county.co_signed(number));
    assert_eq!(unmet(&early), ["publicity_done"]);
    let changes = case(county, &deed, 0)["identity_changes"].clone();
    assert!(changes[1]["settled_on"].is_string() && changes[1].get("same_person").is_none());
}

#[test]
fn after_the_certificate_another_name_is_a_replacement_and_the_first_certificate_is_void() {
    let counties = Counties::open();
    let deed = counties.report(1);
    let county = &counties.first;
    prove(county, &deed);
    confirm(county, &deed);
    let reason = json!({ "reason": "测试：姓名登记有误" });
    let needless = county.step(
        &deed,
        "certificate-replacements",
        &county.co_signed(reason.clone()),
    );
    assert_eq!(unmet(&needless), ["identity_differs"]);
    rename(county, &deed, Some(&county.officer)).expect(200);
    county.done(&deed, "certificate-replacements", &county.co_signed(reason));
    let papers = county.caller.all(&format!("{}/documents", address(&deed)));
    let certificates: Vec<&Value> = papers
        .iter()
        .filter(|paper| paper["kind"] == "certificate")
        .collect();
    assert_eq!(certificates.len(), 2);
    assert!(certificates[0]["actors"][0].get("void_since").is_none());
    assert!(certificates[1]["actors"][0]["void_since"].is_string());
    let decision = papers
        .iter()
        .find(|paper| paper["kind"] == "confirmation_decision");
    assert!(decision.unwrap()["actors"][0].get("void_since").is_none());
}

#[test]
fn a_county_that_keeps_the_file_learns_nothing_of_the_notice_of_another_but_that_it_is_not_its_to_correct()
 {
    let counties = Counties::open();
    let deed = counties.report(1);
    let (keeper, holder) = (&counties.first, &counties.second);
    keeper.done(
        &deed,
        "transfer",
        &super::to(super::SECOND, &[super::actor(&deed, 0)]),
    );
    holder.done(&deed, "transfer-acceptance", &json!({}));
    prove(holder, &deed);
    holder.done(
        &deed,
        "assessment",
        &json!({ "opinion": "positive", "reason": "测试" }),
    );
    holder.done(&deed, "publication", &json!({}));
    let refused = rename(keeper, &deed, Some(&keeper.officer));
    let problem = refused.problem(409, "not_possible");
    assert_eq!(problem["unmet"], json!(["named_elsewhere"]));
    for id in [text(&deed["id"]), super::actor(&deed, 0)] {
        assert!(!refused.text().contains(&id));
    }
    rename(holder, &deed, Some(&holder.officer)).expect(200);
    rename(&counties.city, &deed, Some(&counties.city.officer)).expect(200);
    let changes = case(holder, &deed, 0)["identity_changes"].clone();
    assert_eq!(changes.as_array().unwrap().len(), 2);
}

#[test]
fn once_a_notice_was_waived_a_name_is_corrected_in_the_deed_too() {
    let counties = Counties::open();
    let deed = counties.report(1);
    let county = &counties.first;
    prove(county, &deed);
    county.done(&deed, "assessment", &json!({ "opinion": "positive" }));
    let waiver = json!({ "reason": "safety", "note": "测试：行为人请求保密" });
    county.done(&deed, "publication-waiver", &county.signed(waiver));
    rename(county, &deed, None).problem(403, "officer_required");
    rename(county, &deed, Some(&county.officer)).expect(200);
    let number = json!({ "number": crate::deeds::unused_number("聊见义确") });
    let early = county.step(&deed, "confirmation", &county.co_signed(number.clone()));
    assert_eq!(unmet(&early), ["identity_agrees"]);
    let same = json!({ "reason": "测试：曾用名" });
    county.done(&deed, "identity-statements", &same);
    county.done(&deed, "confirmation", &county.co_signed(number));
}

#[test]
fn the_county_of_the_certificate_corrects_a_name_that_another_county_keeps() {
    let counties = Counties::open();
    let deed = counties.report(1);
    let (keeper, holder) = (&counties.first, &counties.second);
    let given = super::to(super::SECOND, &[super::actor(&deed, 0)]);
    keeper.done(&deed, "transfer", &given);
    holder.done(&deed, "transfer-acceptance", &json!({}));
    // Before any paper names the person a telephone is corrected at once, and a name by an officer.
    let person = format!("/v1/people/{}", text(&deed["actors"][0]["person_id"]));
    let phone = holder.caller.patch(&person).if_match("*");
    let phone = phone.json(&json!({ "phone": "19900000009" })).send();
    phone.expect(200);
    rename(holder, &deed, None).problem(403, "officer_required");
    rename(holder, &deed, Some(&holder.officer)).expect(200);

    prove(holder, &deed);
    confirm(holder, &deed);
    rename(keeper, &deed, Some(&keeper.officer)).problem(409, "not_possible");
    rename(holder, &deed, Some(&holder.officer)).expect(200);
    let reason = json!({ "reason": "测试：姓名登记有误" });
    holder.done(&deed, "certificate-replacements", &holder.co_signed(reason));
}
