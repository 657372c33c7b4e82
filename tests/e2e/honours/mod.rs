//! What people hold for acts of bravery, and what a caller learns of it.

mod asked;

use serde_json::{Value, json};

use crate::deeds::{COUNTY, Committee, NEIGHBOUR, deed, text, unused_number};
use crate::harness::{Caller, TestServer, synthetic};
use crate::out_of_city::{Desk, address};

fn honours(caller: &Caller, person: &str) -> Vec<Value> {
    caller.all(&format!("/v1/people/{person}/honours"))
}

/// Registers a person of a region, with a citizen number.
fn person(caller: &Caller, region: &str, number: &str) -> String {
    let mut file = synthetic::person(region);
    file["citizen_number"] = json!(number);
    let registered = caller.post("/v1/people").json(&file).send();
    text(&registered.expect(201).json()["id"])
}

/// A deed of the committee's county by this person, confirmed without a notice.
fn confirmed(committee: &Committee, region: &str, person: &str) -> Value {
    let reported = committee
        .caller
        .post("/v1/deeds")
        .json(&deed(region, &[person]))
        .send();
    let deed = reported.expect(201).json();
    committee.done(&deed, "acceptance", &json!({}));
    let evidence = json!({ "kind": "public_security", "description": "测试：公安机关证明" });
    committee.done(&deed, "evidence", &evidence);
    let case = format!(
        "/v1/deeds/{}/actors/{}",
        text(&deed["id"]),
        text(&deed["actors"][0]["id"])
    );
    let known = committee.caller.get(case).send().expect(200).json()["evidence"].clone();
    let proof = &known.as_array().unwrap().last().unwrap()["id"];
    let verification = json!({ "evidence_id": proof, "verified": true });
    committee.done(&deed, "evidence-verifications", &verification);
    let opinion = json!({ "opinion": "positive", "reason": "测试" });
    committee.done(&deed, "assessment", &opinion);
    let waiver = json!({ "reason": "safety", "note": "测试：行为人请求保密" });
    committee.done(&deed, "publication-waiver", &committee.signed(waiver));
    let number = json!({ "number": unused_number("聊见义确") });
    committee.done(&deed, "confirmation", &committee.co_signed(number))
}

#[test]
fn a_county_finds_what_a_person_holds_with_file_case_and_papers() {
    let server = TestServer::start();
    let county = Committee::of(&server, COUNTY);
    let number = synthetic::citizen_number(COUNTY);
    let hero = person(&county.caller, COUNTY, &number);
    assert!(honours(&county.caller, &hero).is_empty());
    let deed = confirmed(&county, COUNTY, &hero);
    let [honour] = honours(&county.caller, &hero).try_into().unwrap();
    let file = format!("/v1/deeds/{}", text(&deed["id"]));
    assert_eq!(honour["kind"], "confirmation");
    assert_eq!(honour["stands"], true);
    assert_eq!(honour["readable"], true);
    assert_eq!(honour["file"], file);
    assert_eq!(honour["case_id"], deed["actors"][0]["id"]);
    assert!(honour.get("title").is_none() && honour.get("level").is_none());
    let papers = honour["documents"].as_array().unwrap();
    assert!(!papers.is_empty());
    for paper in papers {
        let described = county
            .caller
            .get(text(&paper["href"]))
            .header("Accept", "application/json")
            .send()
            .expect(200)
            .json();
        assert_eq!(described["number"], paper["number"]);
    }
}

#[test]
fn of_another_countys_honour_no_more_is_told_than_that_it_stands() {
    let server = TestServer::start();
    let county = Committee::of(&server, COUNTY);
    let number = synthetic::citizen_number(COUNTY);
    let hero = person(&county.caller, COUNTY, &number);
    let deed = confirmed(&county, COUNTY, &hero);
    let neighbour = server.county(NEIGHBOUR);
    let same = person(&neighbour, NEIGHBOUR, &number);
    let [honour] = honours(&neighbour, &same).try_into().unwrap();
    assert_eq!(honour["kind"], "confirmation");
    assert_eq!(honour["stands"], true);
    assert_eq!(honour["readable"], false);
    let told = honour.to_string();
    for hidden in [&deed["id"], &deed["actors"][0]["id"]] {
        assert!(!told.contains(&text(hidden)), "{told}");
    }
    for member in ["file", "case_id", "documents"] {
        assert!(honour.get(member).is_none(), "{member}");
    }
    // The file of the person is another county's, and so is what hangs on it.
    let foreign = format!("/v1/people/{hero}/honours");
    neighbour.get(&foreign).send().problem(404, "not_found");
    let city = honours(&server.city(), &hero);
    assert_eq!(city[0]["readable"], true);
}

#[test]
fn a_recognition_is_a_title_of_the_city_until_it_is_revoked() {
    let desk = Desk::open();
    let file = desk.after("living", "CHECKED recognition");
    let hero = text(&file["actors"][0]["person_id"]);
    let [honour] = honours(&desk.city.caller, &hero).try_into().unwrap();
    assert_eq!(honour["kind"], "recognition");
    assert_eq!(honour["title"], "liaocheng_yishi");
    assert_eq!(honour["title_text"]["zh"], "聊城义士");
    assert_eq!(honour["level"], "municipal");
    assert_eq!(honour["stands"], true);
    assert_eq!(honour["file"], address(&file));
    assert_eq!(honour["on"], "2026-03-02");
    desk.walk(&file, "revocation_notice defence_statement revocation");
    let [honour] = honours(&desk.city.caller, &hero).try_into().unwrap();
    assert_eq!(honour["stands"], false);
}

#[test]
fn honours_come_page_by_page_the_newest_first() {
    let server = TestServer::start();
    let county = Committee::of(&server, COUNTY);
    let hero = person(&county.caller, COUNTY, &synthetic::citizen_number(COUNTY));
    confirmed(&county, COUNTY, &hero);
    let page = county
        .caller
        .get(format!("/v1/people/{hero}/honours?limit=1&count=true"))
        .send()
        .expect(200)
        .json();
    assert_eq!(page["items"].as_array().unwrap().len(), 1);
    assert_eq!(page["total"], 1);
    assert!(page.get("next").is_none());
}
