//! Reporting a deed.

use serde_json::{Value, json};

use super::{COUNTY, NEIGHBOUR, Office, actor_id, clock, deed, person, text};
use crate::harness::{TestServer, synthetic};

#[test]
fn a_report_is_taken_in_with_what_the_rules_say_of_each_actor() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let people = [person(&county), person(&county)];
    let answer = county
        .post("/v1/deeds")
        .json(&deed(COUNTY, &[&people[0], &people[1]]))
        .send()
        .expect(201);
    let reported = answer.json();
    assert_eq!(reported["region_code"], COUNTY);
    for (index, person) in people.iter().enumerate() {
        let actor = &reported["actors"][index];
        assert_eq!(actor["person_id"], person.as_str());
        assert_eq!(actor["state"], "reported");
        let receipt = county
            .get(format!("/v1/receipts/{}", text(&actor["receipt_id"])))
            .send()
            .expect(200)
            .json();
        assert_eq!(receipt["kind"], "deed");
        assert_eq!(receipt["findings"].as_array().unwrap().len(), 19);
        assert!(receipt["facts"]["values"]["age_at_deed"].is_object());
    }
    let read = county.get(answer.location()).send().expect(200);
    assert_eq!(read.json(), reported);
    let listed = county.get("/v1/deeds").send().expect(200).json();
    assert_eq!(listed["items"], json!([reported]));
}

#[test]
fn a_report_that_the_rules_would_refuse_is_taken_in_all_the_same() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let mut body = deed(COUNTY, &[&person(&county)]);
    body["actors"][0]["duty"] = json!("statutory");
    let reported = county.post("/v1/deeds").json(&body).send().expect(201);
    let receipt_id = text(&reported.json()["actors"][0]["receipt_id"]);
    let receipt = county
        .get(format!("/v1/receipts/{receipt_id}"))
        .send()
        .expect(200);
    assert_eq!(receipt.json()["proposal"], "refuse");
}

#[test]
fn another_county_neither_sees_the_deed_nor_names_its_people() {
    let server = TestServer::start();
    let (county, neighbour) = (server.county(COUNTY), server.county(NEIGHBOUR));
    let person = person(&county);
    let reported = county
        .post("/v1/deeds")
        .json(&deed(COUNTY, &[&person]))
        .send()
        .expect(201);
    let known = reported.json();
    let address = format!("/v1/deeds/{}", text(&known["id"]));
    for below in ["", "/history"] {
        let hidden = neighbour.get(format!("{address}{below}")).send();
        hidden.problem(404, "not_found");
    }
    let case = format!("{address}/actors/{}", actor_id(&known, 0));
    for below in ["", "/actions"] {
        neighbour
            .get(format!("{case}{below}"))
            .send()
            .problem(404, "not_found");
    }
    for list in ["/v1/deeds", "/v1/worklist"] {
        assert!(neighbour.all(list).is_empty(), "{list}");
        assert!(!server.city().all(list).is_empty(), "{list}");
    }
    let problem = neighbour
        .post("/v1/deeds")
        .json(&deed(NEIGHBOUR, &[&person]))
        .send()
        .problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["pointer"], "/actors/0/person_id");
    assert_eq!(problem["errors"][0]["code"], "person_unknown");
}

#[test]
fn every_fault_of_a_report_is_named_at_once() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let person = person(&county);
    let mut body = deed(NEIGHBOUR, &[&person, &person]);
    body["received_on"] = json!("2099-12-31");
    body["further_region_codes"] = json!(["abcdef"]);
    let problem = county
        .post("/v1/deeds")
        .json(&body)
        .send()
        .problem(422, "invalid_data");
    let faults: Vec<(&str, &str)> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| {
            let text = |member: &str| fault[member].as_str().unwrap();
            (text("pointer"), text("code"))
        })
        .collect();
    assert_eq!(
        faults,
        [
            ("/region_code", "outside_your_regions"),
            ("/received_on", "date_in_future"),
            ("/further_region_codes/0", "region_code_invalid"),
            ("/actors/1/person_id", "person_named_twice"),
        ]
    );
}

#[test]
fn a_county_is_listed_once_by_whatever_code_and_not_beside_itself() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let mut body = deed(COUNTY, &[&person(&county)]);
    body["place"] = json!({ "region_code": "371521" });
    body["further_region_codes"] = json!(["371523", "371503", "371521", "371522"]);
    let sent = county.post("/v1/deeds").json(&body).send();
    let problem = sent.problem(422, "invalid_data");
    for (index, at) in [(0, 1), (1, 2)] {
        let fault = &problem["errors"][index];
        assert_eq!(fault["pointer"], format!("/further_region_codes/{at}"));
        assert_eq!(fault["code"], "listed_twice");
    }
    body["further_region_codes"] = json!(["371523", "371522"]);
    county.post("/v1/deeds").json(&body).send().expect(201);
}

#[test]
fn the_true_day_of_receipt_counts_however_late_it_is_entered_and_the_feed_says_so() {
    let office = Office::open();
    let mut body = deed(COUNTY, &[&person(&office.county)]);
    body["received_on"] = json!("2026-02-19");
    body["backdating_reason"] = json!("测试理由");
    let early = office.county.post("/v1/deeds").json(&body).send();
    let problem = early.problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["code"], "received_before_deed");
    body["occurred_on"] = json!({ "precision": "month", "value": "2026-01" });
    let mut report = |day: &str, reason: Option<&str>| {
        body["received_on"] = json!(day);
        body["backdating_reason"] = json!(reason);
        office.county.post("/v1/deeds").json(&body).send()
    };
    let problem = report("2026-02-19", None).problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["pointer"], "/received_on");
    assert_eq!(problem["errors"][0]["code"], "receipt_day");
    let late = report("2026-02-19", Some("测试理由")).expect(201).json();
    let opinion = clock(&office.case(&late, 0), "opinion");
    assert_eq!(opinion["entries"][0]["on"], "2026-02-19");
    let told = office
        .county
        .get("/v1/events?limit=200")
        .send()
        .expect(200)
        .json();
    let told: Vec<_> = told["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|event| event["type"] == "deed.entered_late")
        .map(|event| &event["data"]["subject"]["id"])
        .collect();
    assert_eq!(told, [&late["id"]]);
    let reported = report("2026-02-27", None).expect(201).json();
    let opinion = clock(&office.case(&reported, 0), "opinion");
    assert_eq!(opinion["statutory"], true);
    assert_eq!(opinion["entries"][0]["on"], "2026-02-27");
    assert_eq!(opinion["due"]["date"]["days"], 60);
    assert_eq!(opinion["due"]["date"]["counts_from"], "2026-02-28");
    assert_eq!(opinion["due"]["date"]["due"], "2026-04-28");
    assert!(text(&opinion["due"]["explanation"]["zh"]).contains("2026-04-28"));
}

#[test]
fn the_same_deed_of_the_same_person_is_pointed_out() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let body = deed(COUNTY, &[&person(&county)]);
    let report = || {
        county
            .post("/v1/deeds")
            .json(&body)
            .send()
            .expect(201)
            .json()
    };
    let (first, second) = (report(), report());
    let receipt_id = text(&second["actors"][0]["receipt_id"]);
    let receipt = county
        .get(format!("/v1/receipts/{receipt_id}"))
        .send()
        .expect(200);
    assert_eq!(
        receipt.json()["facts"]["values"]["possible_duplicates"],
        json!([first["id"]])
    );
}

#[test]
fn what_a_merge_brings_together_is_found_under_the_survivor_and_pointed_out_as_one_deed() {
    let office = super::Office::open();
    let file = synthetic::person(COUNTY);
    let year = &text(&file["citizen_number"])[6..10];
    let mut unnumbered = file.clone();
    unnumbered["citizen_number"] = Value::Null;
    unnumbered["birth_date"] = json!({ "precision": "year", "value": year });
    let reported = |file: &Value| {
        let registered = office.county.post("/v1/people").json(file).send();
        let report = deed(COUNTY, &[&text(&registered.expect(201).json()["id"])]);
        let sent = office.county.post("/v1/deeds").json(&report).send();
        sent.expect(201).json()
    };
    let (first, second) = (reported(&file), reported(&unnumbered));
    let of = |deed: &Value| text(&deed["actors"][0]["person_id"]);
    let (city, officer) = office.server.officer(crate::harness::CITY);
    let merge = city
        .post(format!("/v1/people/{}/merge", of(&first)))
        .on_behalf_of(&officer)
        .if_match("*")
        .json(&json!({ "absorbed_id": of(&second), "reason": "测试：同一人" }));
    merge.send().expect(200);

    let theirs = office
        .county
        .all(&format!("/v1/deeds?person={}", of(&first)));
    let ids: Vec<_> = theirs.iter().map(|deed| deed["id"].clone()).collect();
    assert_eq!(ids, [second["id"].clone(), first["id"].clone()]);
    for (deed, other) in [(&first, &second), (&second, &first)] {
        let now = theirs.iter().find(|found| found["id"] == deed["id"]);
        let now = now.unwrap();
        assert_eq!(now["version"], 2);
        let receipt_id = text(&now["actors"][0]["receipt_id"]);
        let receipt = office.county.get(format!("/v1/receipts/{receipt_id}"));
        assert_eq!(
            receipt.send().expect(200).json()["facts"]["values"]["possible_duplicates"],
            json!([other["id"]])
        );
        let history = office
            .county
            .all(&format!("/v1/deeds/{}/history", text(&deed["id"])));
        assert_eq!(history[0]["corrected"], json!(["/actors/0/person_id"]));
    }
}

#[test]
fn a_masked_name_is_not_taken_for_a_name() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let mut masked = deed(COUNTY, &[&person(&county)]);
    masked["beneficiaries"] = json!(["测**"]);
    masked["witnesses"] = json!(["测试证人", "*人"]);
    let refused = county.post("/v1/deeds").json(&masked).send();
    let refused = refused.problem(422, "invalid_data");
    let faults: Vec<_> = refused["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (fault["pointer"].clone(), fault["code"].clone()))
        .collect();
    assert_eq!(
        faults,
        [
            (json!("/beneficiaries/0"), json!("text_masked")),
            (json!("/witnesses/1"), json!("text_masked")),
        ]
    );
}

#[test]
fn a_mistyped_dry_run_does_nothing_in_earnest() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let report = deed(COUNTY, &[&person(&county)]);
    let before = server.snapshot();
    let refused = county.post("/v1/deeds?dryrun=true").json(&report).send();
    let refused = refused.problem(400, "invalid_query");
    assert_eq!(refused["errors"][0]["pointer"], "/dryrun");
    assert_eq!(refused["errors"][0]["code"], "unknown_member");
    assert!(before.differs_in(&server.snapshot()).is_empty());
}

#[test]
fn a_county_pages_through_its_own_deeds_newest_first_among_those_of_others() {
    let server = TestServer::start();
    let callers = [server.county(COUNTY), server.county(NEIGHBOUR)];
    let regions = [COUNTY, NEIGHBOUR];
    let people = [0, 1].map(|at| {
        let file = synthetic::person(regions[at]);
        let made = callers[at].post("/v1/people").json(&file).send();
        text(&made.expect(201).json()["id"])
    });
    let mut reported = [Vec::new(), Vec::new()];
    for turn in 0..7 {
        let at = turn % 2;
        let report = deed(regions[at], &[&people[at]]);
        let made = callers[at].post("/v1/deeds").json(&report).send();
        reported[at].insert(0, made.expect(201).json()["id"].clone());
    }
    for (caller, reported) in callers.iter().zip(&reported) {
        let listed = caller.all("/v1/deeds?limit=2");
        let ids: Vec<_> = listed.iter().map(|deed| deed["id"].clone()).collect();
        assert_eq!(ids, *reported);
        let counted = caller.get("/v1/deeds?count=true").send().expect(200);
        assert_eq!(counted.json()["total"], reported.len());
    }
}

#[test]
fn deeds_are_found_by_person_and_by_how_far_a_case_has_come() {
    let office = super::Office::open();
    let (first, second) = (office.report(1), office.report(2));
    office.done(&first, "acceptance", &json!({}));
    let found = |caller: &crate::harness::Caller, query: &str| -> Vec<String> {
        let deeds = caller.all(&format!("/v1/deeds?{query}"));
        deeds.iter().map(|deed| text(&deed["id"])).collect()
    };
    let reader = |regions: &[&str]| office.server.caller(&["deeds:read"], regions);
    let city = reader(&[crate::harness::CITY]);
    let two_counties = reader(&[super::COUNTY, super::NEIGHBOUR]);
    let of_second = format!("person={}", text(&second["actors"][1]["person_id"]));
    for caller in [&office.county, &two_counties, &city] {
        assert_eq!(found(caller, "state=in_assessment"), [text(&first["id"])]);
        assert_eq!(found(caller, "state=reported"), [text(&second["id"])]);
        assert!(found(caller, "state=confirmed").is_empty());
        assert_eq!(found(caller, &of_second), [text(&second["id"])]);
        let reported = format!("{of_second}&state=reported");
        assert_eq!(found(caller, &reported), [text(&second["id"])]);
        let in_assessment = format!("{of_second}&state=in_assessment");
        assert!(found(caller, &in_assessment).is_empty());
        assert_eq!(
            found(caller, "limit=1"),
            [text(&second["id"]), text(&first["id"])]
        );
    }
    for caller in [
        &reader(&[super::NEIGHBOUR]),
        &reader(&[super::NEIGHBOUR, "371581"]),
    ] {
        assert!(found(caller, "state=reported").is_empty());
        assert!(found(caller, &of_second).is_empty());
    }
}

#[test]
fn who_died_before_the_deed_is_reviewed_until_the_dates_agree() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let mut dead = synthetic::person(COUNTY);
    dead["life_status"] = json!("deceased");
    dead["died_on"] = json!({ "precision": "day", "value": "2020-01-01" });
    let person = county.post("/v1/people").json(&dead).send().expect(201);
    let id = text(&person.json()["id"]);
    let reported = county.post("/v1/deeds").json(&deed(COUNTY, &[&id])).send();
    let address = reported.location().to_owned();
    let of_age = || {
        let now = county.get(&address).send().expect(200).json();
        let receipt = text(&now["actors"][0]["receipt_id"]);
        let receipt = county.get(format!("/v1/receipts/{receipt}")).send();
        let receipt = receipt.expect(200).json();
        let findings = receipt["findings"].as_array().unwrap().clone();
        let finding = findings.into_iter().find(|one| one["rule"] == "DEED-AGE");
        let code = text(&finding.unwrap()["code"]);
        (code, text(&receipt["proposal"]))
    };
    assert_eq!(of_age(), ("died_before_deed".into(), "review".into()));
    // The date was mistyped. Nothing else stands in the way.
    let now = county.get(person.location()).send().expect(200);
    let right = json!({ "died_on": { "precision": "year", "value": "2026" } });
    let patch = county.patch(person.location()).if_match(now.etag());
    patch.json(&right).send().expect(200);
    assert_eq!(of_age().0, "actor_adult");
}
