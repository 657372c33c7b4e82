//! Every way in which a plaque comes to an end.

use serde_json::json;

use super::{Homes, address};
use crate::deeds::{text, unmet};

#[test]
fn a_plaque_is_ordered_made_handed_over_at_a_meeting_and_hung_later() {
    let homes = Homes::open();
    let (plaque, _) = homes.registered();
    assert_eq!(plaque["text"], "见义勇为光荣之家");
    homes.walk(&plaque, "order making");
    let handed = json!({ "handed_on": "2026-03-02" });
    homes.done(&plaque, "handover", &handed);
    assert_eq!(homes.state(&plaque), "handed_over");
    let due = homes.county().all("/v1/worklist?procedure=plaque");
    assert_eq!(due[0]["kind"], "plaque_hanging");
    let bare = json!({ "photo_id": null, "signature_id": null });
    let refused = homes.step(&plaque, "hanging", &bare);
    assert_eq!(unmet(&refused), ["photo_taken", "family_signed"]);
    homes.office.today("2026-03-05");
    homes.walk(&plaque, "hanging");
    let case = homes.case(&plaque);
    assert_eq!(case["state"], "hung");
    assert_eq!(case["delivery"]["occasion"], "praise_meeting");
    assert_eq!(case["hangings"][0]["on"], "2026-03-05");
    assert_eq!(homes.papers(&plaque), ["plaque_order", "plaque_handover"]);
    assert!(
        homes
            .county()
            .all("/v1/worklist?procedure=plaque")
            .is_empty()
    );
    let receipt = text(&case["receipt_id"]);
    let replayed = homes
        .county()
        .post(format!("/v1/receipts/{receipt}/replay"))
        .send();
    assert_eq!(replayed.expect(200).json()["agrees"], true);
}

#[test]
fn a_plaque_is_kept_indoors_as_the_family_wishes_and_may_be_hung_after_all() {
    let homes = Homes::open();
    let plaque = homes.after("order making handover indoors");
    assert_eq!(homes.state(&plaque), "kept_indoors");
    homes.walk(&plaque, "hanging");
    assert_eq!(homes.state(&plaque), "hung");
}

#[test]
fn a_family_declines_in_writing_and_waits_for_no_plaque() {
    let homes = Homes::open();
    let plaque = homes.after("order declination");
    assert_eq!(homes.state(&plaque), "declined");
    assert_eq!(homes.case(&plaque)["given_up"][0]["step"], "declination");
    let papers = homes
        .county()
        .all(&format!("{}/documents", address(&plaque)));
    assert!(
        papers[0]["actors"][0]["void_since"].is_string(),
        "{papers:?}"
    );
    assert!(homes.county().all("/v1/plaque-lists/entitled").is_empty());
}

#[test]
fn a_damaged_plaque_is_replaced_by_another_file() {
    let homes = Homes::open();
    let plaque = homes.after("order making handover hanging replacement");
    assert_eq!(homes.state(&plaque), "replaced");
    let list = format!("/v1/plaques?household={}", text(&plaque["household_id"]));
    let of_household = homes.county().all(&list);
    assert_eq!(of_household.len(), 2);
    let successor = &of_household[0];
    assert_eq!(successor["replaces_id"], plaque["id"]);
    assert_eq!(successor["replaces_because"], "damaged");
    assert_eq!(
        successor["actors"][0]["person_id"],
        plaque["actors"][0]["person_id"]
    );
    assert_eq!(homes.state(successor), "entitled");
    homes.walk(successor, "order making handover hanging");
    assert_eq!(homes.state(successor), "hung");
}

#[test]
fn a_plaque_comes_back_after_its_notice() {
    let homes = Homes::open();
    let (plaque, deed) = homes.registered();
    homes.walk(&plaque, "order making handover hanging");
    homes.revoke(&deed, 0);
    assert_eq!(homes.state(&plaque), "to_recover");
    let early = homes.step(&plaque, "recovery", &json!({}));
    assert_eq!(unmet(&early), ["recovery_noticed"]);
    homes.walk(&plaque, "recovery-notices recovery");
    assert_eq!(homes.state(&plaque), "recovered");
    assert_eq!(homes.papers(&plaque).last().unwrap(), "plaque_recovery");
}

#[test]
fn a_lost_plaque_is_written_off_by_two() {
    let homes = Homes::open();
    let (plaque, deed) = homes.registered();
    homes.walk(&plaque, "order making handover");
    homes.revoke(&deed, 0);
    let alone = homes.step(&plaque, "write-off", &json!({ "second_officer_id": null }));
    assert_eq!(unmet(&alone), ["second_officer"]);
    homes.walk(&plaque, "write-off");
    assert_eq!(homes.state(&plaque), "written_off");
}

#[test]
fn what_was_asked_for_is_taken_back_and_what_was_registered_in_error_is_cancelled() {
    let homes = Homes::open();
    let plaque = homes.after("order cancellation");
    assert_eq!(homes.state(&plaque), "withdrawn");
    let own_motion = homes.after("");
    let refused = homes.step(&own_motion, "withdrawal", &json!({}));
    assert_eq!(unmet(&refused), ["filed_by_applicant"]);
    let deed = homes.confirmed(1);
    let heroes = super::people(&deed);
    let household = homes.household(&heroes);
    let asked = json!({
        "household_id": household["id"], "hero_ids": heroes, "asked_by_family": true
    });
    let asked = homes.county().post("/v1/plaques").json(&asked).send();
    let asked = asked.expect(201).json();
    homes.walk(&asked, "withdrawal");
    assert_eq!(homes.state(&asked), "withdrawn");
}

#[test]
fn a_family_that_leaves_the_city_takes_its_plaque_along() {
    let homes = Homes::open();
    let plaque = homes.after("order making handover hanging outside-transfer");
    assert_eq!(homes.state(&plaque), "moved_away");
}

#[test]
fn a_serial_number_is_used_once_in_the_city() {
    let homes = Homes::open();
    let (first, second) = (homes.after("order"), homes.after("order"));
    let serial = json!({ "serial": "LC-0001" });
    homes.done(&first, "making", &serial);
    let refused = homes.step(&second, "making", &serial);
    assert_eq!(unmet(&refused), ["serial_unused"]);
    homes.done(&second, "making", &json!({ "serial": "LC-0002" }));
}

#[test]
fn the_text_is_put_right_until_it_is_made() {
    let homes = Homes::open();
    let plaque = homes.after("order");
    let patch = |text: &str| {
        let call = homes.county().patch(address(&plaque)).if_match("*");
        let call = call.on_behalf_of(&homes.office.officer);
        call.json(&json!({ "text": text })).send()
    };
    let corrected = patch("见义勇为模范之家").expect(200).json();
    assert_eq!(corrected["text"], "见义勇为模范之家");
    homes.walk(&plaque, "making");
    let problem = patch("见义勇为光荣之家").problem(409, "facts_stand");
    assert!(
        problem["detail"].as_str().unwrap().contains("更换"),
        "{problem}"
    );
}

#[test]
fn photographs_and_signatures_are_papers_of_the_plaque() {
    let homes = Homes::open();
    let (plaque, other) = (homes.after("order making"), homes.after("order"));
    let foreign = crate::attachments::paper(homes.county(), "plaque", &other["id"]);
    let refused = homes.step(&plaque, "handover", &json!({ "signature_id": foreign }));
    let fault = refused.problem(422, "invalid_data")["errors"][0].clone();
    assert_eq!(fault["pointer"], "/signature_id");
    assert_eq!(fault["code"], "attachment_unknown");
    let unsigned = homes.step(&plaque, "handover", &json!({ "signature_id": null }));
    assert_eq!(unmet(&unsigned), ["receipt_signed"]);
    let id = text(&other["id"]);
    let listed = homes.county().all(&format!("/v1/attachments?file_id={id}"));
    assert_eq!(listed[0]["file"]["id"], other["id"]);
}

#[test]
fn the_plaque_of_a_hero_who_died_goes_to_whom_the_next_of_kin_agreed_on() {
    let homes = Homes::open();
    let deed = homes.confirmed(1);
    let heroes = super::people(&deed);
    let change = json!({ "life_status": "deceased" });
    let file = homes.county().patch(format!("/v1/people/{}", heroes[0]));
    let file = file.on_behalf_of(&homes.office.officer).if_match("*");
    file.json(&change).send().expect(200);
    let household = homes.household(&heroes);
    let plaque = homes.try_register(&household, &heroes).expect(201).json();
    homes.walk(&plaque, "order making");
    let refused = homes.step(&plaque, "handover", &json!({}));
    assert_eq!(unmet(&refused), ["kin_known"]);
    let kin = json!({ "name": "测试配偶", "kinship": "spouse", "agrees": true });
    let agreed = json!({ "recipient": "测试配偶", "kin": [kin], "reason": null });
    homes.done(&plaque, "kin-agreements", &agreed);
    let refused = homes.step(&plaque, "handover", &json!({}));
    assert_eq!(unmet(&refused), ["recipient_agreed"]);
    let spouse = json!({ "recipient": "测试配偶", "kinship": "spouse" });
    homes.done(&plaque, "handover", &spouse);
    homes.walk(&plaque, "hanging");
    // After the hero's death the family keeps the plaque that it has.
    let worn = homes.step(&plaque, "replacement", &json!({}));
    assert_eq!(unmet(&worn), ["replacement_allowed"]);
}
