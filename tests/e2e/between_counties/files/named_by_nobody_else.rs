//! What one county is answered names no file of another.

use serde_json::{Value, json};

use super::{ABSORBED, Counties, KEEPER, now, receipt, reported, text};
use crate::deeds::actor_id;
use crate::events::Follower;
use crate::harness::Caller;
use crate::out_of_city;

/// What one rule found.
fn finding(receipt: &Value, rule: &str) -> Value {
    let mut findings = receipt["findings"].as_array().unwrap().iter();
    findings
        .find(|found| found["rule"] == rule)
        .unwrap()
        .clone()
}

/// The value of a fact of a finding.
fn fact(finding: &Value, name: &str) -> Option<Value> {
    let mut facts = finding["facts"].as_array().unwrap().iter();
    let found = facts.find(|fact| fact["name"] == name)?;
    Some(found["value"].clone())
}

/// Everything that a county may read of a file and its first case, as it is answered.
fn everything(caller: &Caller, collection: &str, file: &Value) -> Vec<String> {
    let address = format!("/v1/{collection}/{}", text(&file["id"]));
    let receipt = format!("/v1/receipts/{}", text(&file["actors"][0]["receipt_id"]));
    let person = format!("/v1/people/{}", text(&file["actors"][0]["person_id"]));
    let read = [
        format!("/v1/{collection}"),
        address.clone(),
        format!("{address}/actors/{}", actor_id(file, 0)),
        format!("{address}/actors/{}/actions", actor_id(file, 0)),
        format!("{address}/history"),
        receipt.clone(),
        person.clone(),
        format!("{person}/history"),
        "/v1/worklist".to_owned(),
        "/v1/audit".to_owned(),
        "/v1/people".to_owned(),
    ];
    let mut answers: Vec<String> = read
        .iter()
        .map(|target| caller.get(target).send().expect(200).text())
        .collect();
    let replay = caller.post(format!("{receipt}/replay")).send().expect(200);
    assert_eq!(replay.json()["agrees"], true, "the receipt itself is whole");
    answers.push(replay.text());
    let mut feed = Follower::from_the_beginning(caller);
    feed.poll_until(200, |events| !events.is_empty());
    answers.extend(feed.events.iter().map(Value::to_string));
    answers
}

#[test]
fn a_receipt_counts_the_deeds_of_others_and_names_them_to_those_who_reach_them() {
    let counties = Counties::open();
    let pair = counties.pair();
    let (here, there) = (&counties.first.caller, &counties.second.caller);
    let first = reported(here, KEEPER, &pair.survivor);
    let second = reported(there, ABSORBED, &pair.absorbed);
    counties.merge(&pair).expect(200);
    let (first, second) = (now(here, "deeds", &first), now(there, "deeds", &second));
    for (caller, own, others) in [(here, &first, &second), (there, &second, &first)] {
        let shown = receipt(caller, own);
        let found = finding(&shown, "DEED-DUP");
        assert_eq!(found["code"], "possible_duplicate");
        assert_eq!(fact(&found, "possible_duplicates"), Some(json!([])));
        assert_eq!(
            fact(&found, "possible_duplicates_elsewhere"),
            Some(json!(1))
        );
        for answer in everything(caller, "deeds", own) {
            assert!(!answer.contains(&text(&others["id"])), "{answer}");
        }
        let city = receipt(&counties.city.caller, own);
        let found = finding(&city, "DEED-DUP");
        let named = Some(json!([others["id"]]));
        assert_eq!(fact(&found, "possible_duplicates"), named);
        assert_eq!(fact(&found, "possible_duplicates_elsewhere"), None);
    }
}

#[test]
fn a_receipt_is_shown_anew_to_who_gets_to_reach_what_it_names() {
    let counties = Counties::open();
    let pair = counties.pair();
    let (here, there) = (&counties.first, &counties.second);
    let first = reported(&here.caller, KEEPER, &pair.survivor);
    counties.merge(&pair).expect(200);
    let second = reported(&there.caller, ABSORBED, &pair.absorbed);
    let address = format!("/v1/receipts/{}", text(&second["actors"][0]["receipt_id"]));
    let read = |etag: &str| {
        let call = there.caller.get(&address);
        call.header("If-None-Match", etag).send()
    };
    let before = read("\"1-other\"").expect(200);
    read(before.etag()).expect(304);
    here.done(&first, "acceptance", &json!({}));
    let body = json!({ "receiver_region_code": ABSORBED, "reason": "测试：行为发生在该县" });
    here.done(&first, "transfer", &body);
    let after = read(before.etag()).expect(200).json();
    let facts = &after["facts"]["values"];
    assert_eq!(facts["possible_duplicates"], json!([first["id"]]));
    assert_eq!(facts.get("possible_duplicates_elsewhere"), None);
}

#[test]
fn a_recognition_of_another_county_is_not_named_either() {
    let counties = Counties::open();
    let pair = counties.pair();
    let (here, there) = (&counties.first.caller, &counties.second.caller);
    let applied = |caller: &Caller, region: &str, person: &str| {
        let mut application = out_of_city::application(&[person]);
        application["region_code"] = json!(region);
        let sent = caller
            .post("/v1/out-of-city-recognitions")
            .json(&application);
        sent.send().expect(201).json()
    };
    let first = applied(here, KEEPER, &pair.survivor);
    counties.merge(&pair).expect(200);
    let second = applied(there, ABSORBED, &pair.absorbed);
    let facts = receipt(there, &second)["facts"]["values"].clone();
    assert_eq!(facts["possible_duplicates"], json!([]));
    assert_eq!(facts["possible_duplicates_elsewhere"], 1);
    for answer in everything(there, "out-of-city-recognitions", &second) {
        assert!(!answer.contains(&text(&first["id"])), "{answer}");
    }
    let all = receipt(&counties.city.caller, &second)["facts"]["values"].clone();
    assert_eq!(all["possible_duplicates"], json!([first["id"]]));
}
