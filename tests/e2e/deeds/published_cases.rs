//! Synthetic twins of the deeds in the city that the newspaper reports tell of: as many actors, the
//! same kind of act, the same age; names, days and places are made up. Each goes from the
//! registration of its people to the certificate in their hands.

use serde_json::{Value, json};

use super::trail::{assert_replays_agree, counts, told};
use super::{COUNTY, Office, actor_id, clock, deed, states, text};
use crate::harness::synthetic;

/// What the reports say of a deed, by the key of its entry.
fn published(key: &str) -> Value {
    let cases = include_str!("../../../domain/data/published-cases.json");
    let cases: Value = serde_json::from_str(cases).unwrap();
    let deeds = cases["deeds_in_the_city"].as_array().unwrap();
    deeds
        .iter()
        .find(|deed| deed["key"] == key)
        .unwrap()
        .clone()
}

/// Registers the twins of a published deed's people and reports the twin of the deed. Its day,
/// 2026-02-20, is a Friday.
fn reported(office: &Office, key: &str) -> Value {
    let original = published(key);
    let people: Vec<String> = original["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|_| registered(office, original["age_at_deed"].as_u64()))
        .collect();
    let people: Vec<&str> = people.iter().map(String::as_str).collect();
    let mut report = deed(COUNTY, &people);
    report["act_types"] = json!([original["act_type"]]);
    report["witnesses"] = json!(["测试证人"]);
    let answer = office.county.post("/v1/deeds").json(&report).send();
    answer.expect(201).json()
}

/// Registers a person, of an age on 2026-02-20 where the reports tell it.
fn registered(office: &Office, age: Option<u64>) -> String {
    let mut person = synthetic::person(COUNTY);
    if let Some(age) = age {
        let born = format!("{}0601", 2025 - age);
        let number = synthetic::citizen_number_of(COUNTY, &born, 901);
        person["citizen_number"] = json!(number);
    }
    assert!(text(&person["name"]).starts_with("测试"));
    let file = office.county.post("/v1/people").json(&person).send();
    text(&file.expect(201).json()["id"])
}

/// The body of a step that is taken for one actor.
fn of(deed: &Value, actor: usize, mut body: Value) -> Value {
    body["actor_ids"] = json!([actor_id(deed, actor)]);
    body
}

/// From a case with verified evidence on to the delivery of the certificates, one for each actor.
/// Returns their numbers.
fn certified(office: &Office, deed: &Value) -> Vec<String> {
    office.today("2026-03-09");
    let opinion = json!({ "opinion": "positive", "reason": "测试：事实清楚，证据充分" });
    office.done(deed, "assessment", &opinion);
    office.today("2026-03-10");
    let notice = json!({ "number": "聊见义公〔2026〕1号" });
    office.done(deed, "publication", &notice);
    office.today("2026-03-18");
    let actors = deed["actors"].as_array().unwrap().len();
    let mut numbers = Vec::new();
    for actor in 0..actors {
        let number = format!("聊见义证〔2026〕{}号", actor + 1);
        let mut confirmation = office.confirmation();
        confirmation["number"] = json!(format!("聊见义确〔2026〕{}号", actor + 1));
        confirmation["certificate"] = json!(number);
        office.done(deed, "confirmation", &of(deed, actor, confirmation));
        numbers.push(number);
    }
    office.today("2026-03-19");
    for party in ["actor", "recommender"] {
        office.done(deed, "deliveries", &json!({ "party": party }));
    }
    numbers
}

/// What everybody gets whose deed was confirmed.
fn assert_recognised(office: &Office, deed: &Value, actor: usize, certificate: &str) {
    let case = office.case(deed, actor);
    assert_eq!(case["state"], "confirmed");
    assert_eq!(case["restricted"], false);
    let decision = &case["decisions"][0];
    assert_eq!(decision["kind"], "confirmation");
    assert_eq!(decision["certificate"], certificate);
    assert_eq!(decision["on"], "2026-03-18");
    let signers = json!([office.officer, office.second, office.co_signer]);
    assert_eq!(decision["signer_ids"], signers);
    assert_eq!(
        decision["deliveries"],
        json!([
            { "party": "actor", "on": "2026-03-19" },
            { "party": "recommender", "on": "2026-03-19" }
        ])
    );
    for (kind, due) in [
        ("intake", "2026-03-09"),
        ("opinion", "2026-05-06"),
        ("opinion_target", "2026-03-23"),
        ("decision_after_publicity", "2026-03-24"),
        ("result_notice", "2026-03-23"),
    ] {
        let clock = clock(&case, kind);
        assert_eq!(clock["status"], "met_in_time", "{kind}");
        assert_eq!(clock["due"]["date"]["due"], due, "{kind}");
    }
    assert_eq!(case["timeliness"]["occurred_on"]["value"], "2026-02-20");
    assert_eq!(case["timeliness"]["found_on"], "2026-03-02");
    assert_eq!(case["timeliness"]["confirmed_on"]["value"], "2026-03-18");
}

/// A whole deed, of which nothing is unclear.
fn recognised(key: &str) -> (Office, Value) {
    let office = Office::open();
    let deed = reported(&office, key);
    office.today("2026-03-04");
    office.prove(&deed);
    let testimony = json!({ "kind": "given", "note": "测试：受益人到场作证" });
    office.done(&deed, "beneficiary-statements", &testimony);
    let certificates = certified(&office, &deed);
    for (actor, certificate) in certificates.iter().enumerate() {
        assert_recognised(&office, &deed, actor, certificate);
    }
    // Once at the report, once with evidence added and once with it verified.
    assert_eq!(assert_replays_agree(&office), 3 * certificates.len());
    assert_eq!(
        told(&office, &deed),
        counts(&[
            ("acceptance", 1),
            ("evidence", 1),
            ("evidence_verification", 1),
            ("beneficiary_statement", 1),
            ("positive_assessment", 1),
            ("publication", 1),
            ("confirmation", certificates.len()),
            ("delivery", 2),
        ])
    );
    assert!(office.county.all("/v1/worklist").is_empty());
    (office, deed)
}

#[test]
fn a_single_rescuer_gets_a_certificate() {
    for key in ["yang-yuanxin", "wu-qing"] {
        let (office, deed) = recognised(key);
        assert_eq!(states(&deed), ["reported"]);
        let address = format!("/v1/deeds/{}", text(&deed["id"]));
        let read = office.county.get(address).send().expect(200).json();
        assert_eq!(states(&read), ["confirmed"]);
    }
}

#[test]
fn three_rescuers_get_a_certificate_each() {
    let (office, deed) = recognised("yuhuo-sanxia");
    let certificates: Vec<Value> = (0..3)
        .map(|actor| office.case(&deed, actor)["decisions"][0]["certificate"].clone())
        .collect();
    assert_eq!(
        certificates,
        [
            "聊见义证〔2026〕1号",
            "聊见义证〔2026〕2号",
            "聊见义证〔2026〕3号"
        ]
    );
}

#[test]
fn two_who_rescued_one_after_the_other_are_confirmed_in_one_deed() {
    let (office, deed) = recognised("he-relay");
    assert_eq!(deed["actors"].as_array().unwrap().len(), 2);
    let history = office
        .county
        .all(&format!("/v1/deeds/{}/history", text(&deed["id"])));
    for actor in 0..2 {
        let own = history
            .iter()
            .filter(|entry| entry["actor_id"] == deed["actors"][actor]["id"]);
        assert_eq!(own.count(), 10);
    }
}

#[test]
fn who_fought_a_crime_needs_the_police_or_the_panel() {
    let office = Office::open();
    let deed = reported(&office, "zhu-shuxiang");
    let receipt = |id: &Value| {
        let address = format!("/v1/receipts/{}", text(id));
        office.county.get(address).send().expect(200).json()
    };
    let facts = receipt(&deed["actors"][0]["receipt_id"])["facts"]["values"].clone();
    assert_eq!(facts["act_types"], json!(["fighting_crime_against_others"]));
    assert_eq!(
        facts["age_at_deed"],
        json!({ "at_least": 56, "at_most": 56 })
    );

    office.today("2026-03-04");
    office.done(&deed, "acceptance", &json!({}));
    for kind in ["witness", "township"] {
        let evidence = json!({ "kind": kind, "description": "测试：证言" });
        office.done(&deed, "evidence", &evidence);
        let known = office.case(&deed, 0)["evidence"].clone();
        let newest = known.as_array().unwrap().last().unwrap()["id"].clone();
        let verified = json!({ "evidence_id": newest, "verified": true });
        office.done(&deed, "evidence-verifications", &verified);
    }
    let opinion = json!({ "opinion": "positive", "reason": "测试：事实清楚" });
    let refused = office.step(&deed, "assessment", &opinion);
    assert_eq!(
        super::committee::unmet(&refused),
        ["panel_held", "panel_agreed"]
    );
    office.add_proof(&deed);
    let certificates = certified(&office, &deed);
    assert_recognised(&office, &deed, 0, &certificates[0]);
    assert_eq!(assert_replays_agree(&office), 7);
}
