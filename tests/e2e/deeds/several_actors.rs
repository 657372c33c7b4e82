//! A deed whose actors part ways: one is confirmed, one refused, one withdrawn.

use serde_json::{Value, json};

use super::trail::{assert_replays_agree, counts, told};
use super::{COUNTY, Office, actor_id, clock, deed, person, states, text};
use crate::attachments::PAPER;
use crate::harness::{CITY, synthetic};

#[test]
fn the_actors_of_a_deed_part_ways() {
    let office = Office::open();
    let people: Vec<String> = (0..3).map(|_| person(&office.county)).collect();
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    let mut report = deed(COUNTY, &people);
    report["filer"] = json!("actor");
    report["actors"][1]["duty"] = json!("statutory");
    let deed = office.county.post("/v1/deeds").json(&report).send();
    let deed = deed.expect(201).json();
    let of = |actor: usize, mut body: Value| {
        body["actor_ids"] = json!([actor_id(&deed, actor)]);
        body
    };
    office.prove(&deed);
    office.done(&deed, "withdrawal", &of(2, json!({ "copy_id": PAPER })));
    let positive = json!({ "opinion": "positive" });
    office.done(&deed, "assessment", &of(0, positive));
    let negative = json!({ "opinion": "negative", "reason": "测试：履行法定职责" });
    office.done(&deed, "assessment", &of(1, negative));

    office.today("2026-03-03");
    let number = json!({ "number": "聊见义公〔2026〕2号" });
    office.done(&deed, "publication", &of(0, number));
    let prior_notice = json!({ "facts": "测试事实", "reasons": "测试理由" });
    office.done(&deed, "prior-notices", &of(1, prior_notice));
    let refusal = json!({
        "number": "聊见义不〔2026〕1号",
        "reason_code": "statutory_duty",
        "reason": "测试：履行法定职责",
        "second_officer_id": office.second
    });
    let early = office.step(&deed, "refusal", &of(1, refusal.clone()));
    let problem = early.problem(409, "step_not_possible");
    assert_eq!(
        problem["actors"][0]["unmet"][0]["condition"],
        "defence_heard"
    );
    office.done(
        &deed,
        "defence-statements",
        &of(1, json!({ "statement": "测试" })),
    );
    // The receipt finds no fault with the time: that reason asks why it is not followed.
    let mut late = refusal.clone();
    late["reason_code"] = json!("out_of_time");
    let late = office.step(&deed, "refusal", &of(1, late));
    let problem = late.problem(409, "step_not_possible");
    assert_eq!(
        problem["actors"][0]["unmet"][0]["condition"],
        "refusal_agrees"
    );
    office.done(&deed, "refusal", &of(1, refusal));

    office.today("2026-03-12");
    let parted = office.done(&deed, "confirmation", &of(0, office.confirmation()));
    assert_eq!(states(&parted), ["confirmed", "refused", "withdrawn"]);

    // The refused actor asks the city within ten days of the delivery; the others are not touched.
    let delivery = json!({ "party": "actor", "delivered_on": "2026-03-12" });
    office.done(&deed, "deliveries", &of(1, delivery));
    let request = json!({ "party": "actor", "reason": "测试：当时已经下班" });
    let asked = office.done(&deed, "reconfirmations", &of(1, request));
    assert_eq!(
        states(&asked),
        ["confirmed", "in_reconfirmation", "withdrawn"]
    );
    assert_eq!(asked["actors"][1]["holder_region"], crate::harness::CITY);
    let case = office.case(&deed, 1);
    let decision = clock(&case, "reconfirmation_decision");
    assert_eq!(decision["due"]["date"]["due"], "2026-04-13");

    assert_each_has_its_own(&office, &deed);
}

/// What each of the three is left with: a certificate, a reasoned refusal, nothing that is due.
fn assert_each_has_its_own(office: &Office, deed: &Value) {
    let [confirmed, refused, withdrawn] = [0, 1, 2].map(|actor| office.case(deed, actor));
    assert_eq!(
        confirmed["decisions"][0]["certificate"],
        "聊见义证〔2026〕1号"
    );
    assert!(refused["decisions"][0]["certificate"].is_null());
    assert_eq!(refused["decisions"][0]["number"], "聊见义不〔2026〕1号");
    assert_eq!(refused["decisions"][0]["reason_code"], "statutory_duty");
    let signers = json!([office.officer, office.second]);
    assert_eq!(refused["decisions"][0]["signer_ids"], signers);
    let prior_notice = &refused["opinions"][0]["prior_notice"];
    assert_eq!(prior_notice["notified_on"], "2026-03-03");
    assert_eq!(prior_notice["answered_on"], "2026-03-03");
    assert_eq!(withdrawn["decisions"], json!([]));
    for clock in withdrawn["clocks"].as_array().unwrap() {
        let status = text(&clock["status"]);
        assert!(
            ["cancelled", "met_in_time"].contains(&status.as_str()),
            "{clock}"
        );
    }
    assert!(clock(&refused, "defence_answer")["entries"][0]["on"] == "2026-03-03");

    // The receipt of the one who was on duty proposed to refuse, that of the others to confirm.
    let proposals = [&confirmed, &refused, &withdrawn].map(|case| {
        let address = format!("/v1/receipts/{}", text(&case["receipt_id"]));
        let receipt = office.county.get(address).send().expect(200);
        text(&receipt.json()["proposal"])
    });
    assert_eq!(proposals, ["approve", "refuse", "approve"]);
    assert_eq!(assert_replays_agree(office), 9);
    assert_eq!(
        told(office, deed),
        counts(&[
            ("acceptance", 1),
            ("evidence", 1),
            ("evidence_verification", 1),
            ("withdrawal", 1),
            ("positive_assessment", 1),
            ("negative_assessment", 1),
            ("publication", 1),
            ("prior_notice", 1),
            ("defence_statement", 1),
            ("refusal", 1),
            ("confirmation", 1),
            ("delivery", 1),
            ("reconfirmation_request", 1),
        ])
    );
}

#[test]
fn a_step_is_taken_for_all_actors_that_it_names_or_for_none() {
    let office = Office::open();
    let deed = office.report(2);
    let first = json!({ "actor_ids": [actor_id(&deed, 0)] });
    office.done(&deed, "acceptance", &first);
    let before = office.server.snapshot();
    let refused = office.step(&deed, "acceptance", &json!({}));
    let problem = refused.problem(409, "step_not_possible");
    assert_eq!(problem["actors"].as_array().unwrap().len(), 1);
    assert_eq!(problem["actors"][0]["actor_id"], deed["actors"][0]["id"]);
    assert!(before.differs_in(&office.server.snapshot()).is_empty());
    let unknown = json!({ "actor_ids": ["01930000-0000-7000-8000-000000000000"] });
    let problem = office
        .step(&deed, "acceptance", &unknown)
        .problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["code"], "actor_unknown");
    let second = actor_id(&deed, 1);
    let twice = json!({ "actor_ids": [second, second] });
    let problem = office
        .step(&deed, "acceptance", &twice)
        .problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["pointer"], "/actor_ids/1");
    assert_eq!(problem["errors"][0]["code"], "listed_twice");
}

#[test]
fn a_transferred_case_is_seen_by_the_receiver_and_then_by_the_receiver_alone() {
    let office = Office::open();
    let deed = office.report(1);
    let address = format!("/v1/deeds/{}", text(&deed["id"]));
    let (receiver, officer) = office.server.officer(super::NEIGHBOUR);
    receiver.get(&address).send().problem(404, "not_found");
    let transfer = json!({
        "receiver_region_code": super::NEIGHBOUR,
        "reason": "测试：行为发生在该县"
    });
    office.done(&deed, "transfer", &transfer);
    receiver.get(&address).send().expect(200);
    let accepted = receiver
        .post(format!("{address}/transfer-acceptance"))
        .on_behalf_of(&officer)
        .json(&json!({}))
        .send()
        .expect(201)
        .json();
    assert_eq!(accepted["region_code"], super::NEIGHBOUR);
    assert_eq!(states(&accepted), ["reported"]);
    // Each learns from its feed what came and what went.
    let told = |caller: &crate::harness::Caller| -> Vec<serde_json::Value> {
        let events = caller.get("/v1/events?limit=200").send().expect(200).json();
        let events = events["items"].as_array().unwrap().clone();
        let moved = events
            .iter()
            .filter(|event| event["type"] == "deed.handed_over");
        moved
            .map(|event| event["data"]["facts"]["readable"].clone())
            .collect()
    };
    assert_eq!(told(&receiver), [json!(true)]);
    assert_eq!(told(&office.county), [json!(false)]);
    // The receipt on which the case stands is in the receiver's files now.
    let receipt = super::text(&accepted["actors"][0]["receipt_id"]);
    assert_ne!(
        accepted["actors"][0]["receipt_id"],
        deed["actors"][0]["receipt_id"]
    );
    receiver
        .get(format!("/v1/receipts/{receipt}"))
        .send()
        .expect(200);
    office.county.get(&address).send().problem(404, "not_found");
    assert!(!receiver.all("/v1/worklist").is_empty());
    assert!(office.county.all("/v1/worklist").is_empty());
}

#[test]
fn a_deed_whose_actors_turned_out_to_be_one_person_is_still_put_right_and_redirected() {
    let office = Office::open();
    let profile = synthetic::person(COUNTY);
    let named = |citizen_number: &Value| {
        let mut person = profile.clone();
        let birth = text(&profile["citizen_number"])[6..10].to_owned();
        person["citizen_number"] = citizen_number.clone();
        person["birth_date"] = json!({ "precision": "year", "value": birth });
        let registered = office.county.post("/v1/people").json(&person);
        text(&registered.send().expect(201).json()["id"])
    };
    let numbered = person(&office.county);
    let with_number = named(&profile["citizen_number"]);
    let without = named(&Value::Null);
    let mut elsewhere = deed(COUNTY, &[&with_number, &without, &numbered]);
    elsewhere["place"] = json!({ "region_code": "340600" });
    let reported = office.county.post("/v1/deeds").json(&elsewhere);
    let reported = reported.send().expect(201).json();
    let (city, officer) = office.server.officer(CITY);
    city.post(format!("/v1/people/{with_number}/merge"))
        .on_behalf_of(&officer)
        .if_match("*")
        .json(&json!({ "absorbed_id": without, "reason": "测试：同一人" }))
        .send()
        .expect(200);

    let address = format!("/v1/deeds/{}", text(&reported["id"]));
    let change = json!({ "occurred_on": { "value": "2026-02-19" } }).to_string();
    let corrected = office
        .county
        .patch(&address)
        .on_behalf_of(&office.officer)
        .if_match("*")
        .body("application/merge-patch+json", change);
    let corrected = corrected.send().expect(200).json();
    let moved = office.done(&corrected, "redirection", &json!({ "reason": "测试" }));
    assert_eq!(states(&moved), ["redirected"; 3]);
}
