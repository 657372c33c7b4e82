//! Two that decide at the same moment on what one person's cases say: the second sees what the first did.

use std::sync::Barrier;
use std::thread;

use serde_json::{Value, json};

use super::{Counties, FIRST, SECOND, person, prove, report};
use crate::deeds::{deed, text};
use crate::harness::{Answer, Caller, synthetic};

/// How often each pair meets.
const PAIRS: usize = 24;

/// Two calls at the same moment, each at a process of its own where there are several.
fn together(
    one: impl Fn() -> Answer + Sync,
    other: impl Fn() -> Answer + Sync,
) -> (Answer, Answer) {
    let barrier = Barrier::new(2);
    thread::scope(|scope| {
        let first = scope.spawn(|| {
            barrier.wait();
            one()
        });
        let second = scope.spawn(|| {
            barrier.wait();
            other()
        });
        (first.join().unwrap(), second.join().unwrap())
    })
}

/// What the receipt of the first actor says of duplicates.
fn duplicate(caller: &Caller, deed: &Value) -> String {
    let receipt = format!("/v1/receipts/{}", text(&deed["actors"][0]["receipt_id"]));
    let receipt = caller.get(receipt).send().expect(200).json();
    let findings = receipt["findings"].as_array().unwrap();
    let found = findings
        .iter()
        .find(|finding| finding["rule"] == "DEED-DUP");
    text(&found.unwrap()["code"])
}

#[test]
fn of_two_reports_of_one_person_and_day_one_finds_the_other() {
    let counties = Counties::open();
    let callers = counties.everywhere(&counties.first.caller);
    let (here, there) = (&callers[0], &callers[callers.len() - 1]);
    let mut blind = 0;
    for _ in 0..PAIRS {
        let told = deed(FIRST, &[&person(&counties.first, FIRST)]);
        let send = |caller: &Caller| caller.post("/v1/deeds").json(&told).send();
        let (one, other) = together(|| send(here), || send(there));
        let found = [one, other].map(|answer| duplicate(here, &answer.expect(201).json()));
        blind += usize::from(!found.contains(&"possible_duplicate".to_owned()));
    }
    assert_eq!(blind, 0, "of {PAIRS} pairs neither found the other");
}

#[test]
fn of_two_corrections_to_one_day_one_finds_the_other() {
    let counties = Counties::open();
    let callers = counties.everywhere(&counties.first.caller);
    let (here, there) = (&callers[0], &callers[callers.len() - 1]);
    let mut blind = 0;
    for _ in 0..PAIRS {
        let person = person(&counties.first, FIRST);
        let on = |day: &str| {
            let mut told = deed(FIRST, &[&person]);
            told["occurred_on"]["value"] = json!(day);
            report(&counties.first, &told).expect(201).json()
        };
        let deeds = [on("2026-02-10"), on("2026-02-12")];
        let correct = |caller: &Caller, deed: &Value| {
            caller
                .patch(super::address(deed))
                .on_behalf_of(&counties.first.officer)
                .if_match("*")
                .json(&json!({ "occurred_on": { "value": "2026-02-11" } }))
                .send()
        };
        let (one, other) = together(|| correct(here, &deeds[0]), || correct(there, &deeds[1]));
        let found = [one, other].map(|answer| duplicate(here, &answer.expect(200).json()));
        blind += usize::from(!found.contains(&"possible_duplicate".to_owned()));
    }
    assert_eq!(blind, 0, "of {PAIRS} pairs neither found the other");
}

#[test]
fn a_merge_beside_a_report_leaves_no_duplicate_unseen() {
    let counties = Counties::open();
    let callers = counties.everywhere(&counties.first.caller);
    let city = counties.everywhere(&counties.city.caller);
    let (here, there) = (&callers[0], &city[city.len() - 1]);
    let mut blind = 0;
    for _ in 0..PAIRS {
        let mut profile = crate::harness::synthetic::person(FIRST);
        let register = |profile: &Value| {
            let file = here.post("/v1/people").json(profile).send();
            text(&file.expect(201).json()["id"])
        };
        let survivor = register(&profile);
        let birth = text(&profile["citizen_number"])[6..10].to_owned();
        profile["citizen_number"] = Value::Null;
        profile["birth_date"] = json!({ "precision": "year", "value": birth });
        let absorbed = register(&profile);
        let known = report(&counties.first, &deed(FIRST, &[&absorbed]))
            .expect(201)
            .json();
        let told = deed(FIRST, &[&survivor]);
        let merge = || {
            there
                .post(format!("/v1/people/{survivor}/merge"))
                .on_behalf_of(&counties.city.officer)
                .if_match("*")
                .json(&json!({ "absorbed_id": absorbed, "reason": "测试：同一人" }))
                .send()
        };
        let (merged, reported) = together(merge, || here.post("/v1/deeds").json(&told).send());
        merged.expect(200);
        let reported = reported.expect(201).json();
        let now = |deed: &Value| {
            let read = here.get(super::address(deed)).send().expect(200).json();
            duplicate(here, &read)
        };
        let found = [now(&known), now(&reported)];
        blind += usize::from(!found.contains(&"possible_duplicate".to_owned()));
    }
    assert_eq!(blind, 0, "of {PAIRS} pairs neither found the other");
}

#[test]
fn of_two_decisions_on_one_deed_that_was_reported_twice_no_two_pass_without_a_reason() {
    let counties = Counties::open();
    let callers = counties.everywhere(&counties.first.caller);
    let (here, there) = (&callers[0], &callers[callers.len() - 1]);
    for _ in 0..4 {
        let told = deed(FIRST, &[&person(&counties.first, FIRST)]);
        let deeds: Vec<Value> = (0..2)
            .map(|_| report(&counties.first, &told).expect(201).json())
            .collect();
        for deed in &deeds {
            prove(&counties.first, deed);
        }
        let assess = |caller: &Caller, deed: &Value| {
            caller
                .post(format!("{}/assessment", super::address(deed)))
                .on_behalf_of(&counties.first.officer)
                .json(&json!({ "opinion": "positive" }))
                .send()
        };
        let (one, other) = together(|| assess(here, &deeds[0]), || assess(there, &deeds[1]));
        for answer in [one, other] {
            assert_eq!(crate::deeds::unmet(&answer), ["deviation_reasoned"]);
        }
    }
}

#[test]
fn of_reports_of_one_citizen_number_in_two_counties_one_finds_the_other() {
    let counties = Counties::open();
    let (first, second) = (&counties.first.caller, &counties.second.caller);
    let mut blind = 0;
    for _ in 0..PAIRS {
        let number = synthetic::citizen_number(FIRST);
        let told = [(first, FIRST), (second, SECOND)].map(|(caller, region)| {
            let mut person = synthetic::person(region);
            person["citizen_number"] = json!(number);
            let person = caller.post("/v1/people").json(&person).send().expect(201);
            deed(region, &[&text(&person.json()["id"])])
        });
        let send = |caller: &Caller, told: &Value| caller.post("/v1/deeds").json(told).send();
        let (one, other) = together(|| send(first, &told[0]), || send(second, &told[1]));
        let one = duplicate(first, &one.expect(201).json());
        let other = duplicate(second, &other.expect(201).json());
        blind += usize::from(![one, other].contains(&"possible_duplicate".to_owned()));
    }
    assert_eq!(blind, 0, "of {PAIRS} pairs neither found the other");
}
