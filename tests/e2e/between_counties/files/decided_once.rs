//! "Not the same" and a merge exclude each other.

use std::sync::Barrier;
use std::thread;

use serde_json::{Value, json};

use super::{Counties, KEEPER, Pair, THIRD, merge, registered, text};
use crate::deeds::Committee;
use crate::harness::Answer;

/// Pairs on which the city decides both ways at the same moment.
const PAIRS: usize = 20;

/// The task of a pair.
fn task(city: &Committee, pair: [&str; 2]) -> Value {
    let tasks = city.caller.all("/v1/match-tasks");
    let of_pair = |task: &&Value| {
        pair.contains(&task["person_id"].as_str().unwrap())
            && pair.contains(&task["other_person_id"].as_str().unwrap())
    };
    tasks.iter().find(of_pair).unwrap().clone()
}

fn said(city: &Committee, task: &Value, what: &str) -> Answer {
    city.caller
        .post(format!("/v1/match-tasks/{}/{what}", text(&task["id"])))
        .on_behalf_of(&city.officer)
        .if_match("*")
        .json(&json!({ "reason": "测试：经核对" }))
        .send()
}

#[test]
fn a_pair_that_was_left_apart_is_merged_once_the_task_is_reopened() {
    let counties = Counties::open();
    let city = &counties.city;
    let pair = counties.pair();
    let task = task(city, [&pair.survivor, &pair.absorbed]);
    let not_yet = said(city, &task, "reopening").problem(409, "not_possible");
    assert_eq!(not_yet["unmet"], json!(["match_task_dismissed"]));
    said(city, &task, "dismissal").expect(200);
    for (survivor, absorbed) in [
        (&pair.survivor, &pair.absorbed),
        (&pair.absorbed, &pair.survivor),
    ] {
        let refused = merge(city, survivor, absorbed).problem(409, "not_possible");
        assert_eq!(refused["unmet"], json!(["merge_left_apart"]));
        let message = text(&refused["errors"][0]["message"]);
        assert!(message.contains("重新启动"), "{message}");
    }
    let before = counties.servers[0].snapshot();
    let county = counties.first.caller.clone();
    county
        .post(format!("/v1/match-tasks/{}/reopening", text(&task["id"])))
        .if_match("*")
        .json(&json!({ "reason": "测试" }))
        .send()
        .problem(403, "city_only");
    city.caller
        .post(format!("/v1/match-tasks/{}/reopening", text(&task["id"])))
        .if_match("*")
        .json(&json!({ "reason": "测试" }))
        .send()
        .problem(403, "officer_required");
    assert_eq!(before.differs_in(&counties.servers[0].snapshot()), [""; 0]);
    let reopened = said(city, &task, "reopening").expect(200).json();
    assert_eq!(reopened["status"], "open");
    assert_eq!(reopened["note"], "测试：经核对");
    assert_eq!(reopened["version"], 3);
    counties.merge(&pair).expect(200);
    for what in ["dismissal", "reopening"] {
        said(city, &task, what).problem(409, "not_possible");
    }
}

#[test]
fn what_was_found_of_an_absorbed_file_holds_of_the_survivor() {
    let counties = Counties::open();
    let city = &counties.city;
    let pair = counties.pair();
    let number = json!({ "citizen_number": pair.number });
    let third = registered(&counties.third.caller, THIRD, &number);
    said(city, &task(city, [&pair.absorbed, &third]), "dismissal").expect(200);
    // The survivor's own task with the third file stands for both.
    let own = task(city, [&pair.survivor, &third]);
    said(city, &own, "dismissal").expect(200);
    counties.merge(&pair).expect(200);
    let refused = merge(city, &pair.survivor, &third).problem(409, "not_possible");
    assert_eq!(refused["unmet"], json!(["merge_left_apart"]));
    // A survivor that had no task with the third file takes that of the absorbed one over.
    let year = json!({ "precision": "year", "value": &pair.number[6..10] });
    let plain = json!({ "citizen_number": null, "birth_date": year });
    let plain = registered(&counties.first.caller, KEEPER, &plain);
    let last = Pair {
        survivor: plain,
        absorbed: pair.survivor.clone(),
        number: pair.number.clone(),
    };
    counties.merge(&last).expect(200);
    let refused = merge(city, &last.survivor, &third).problem(409, "not_possible");
    assert_eq!(refused["unmet"], json!(["merge_left_apart"]));
    said(city, &own, "reopening").expect(200);
    merge(city, &last.survivor, &third).expect(200);
}

#[test]
fn of_a_merge_and_a_dismissal_at_the_same_moment_exactly_one_wins() {
    let counties = Counties::open();
    let here = &counties.city;
    let elsewhere = Committee {
        caller: here.caller.at(&counties.servers[0]),
        officer: here.officer.clone(),
        second: here.second.clone(),
        co_signer: here.co_signer.clone(),
    };
    let (mut merged, mut left_apart) = (0, 0);
    for round in 0..PAIRS {
        let pair = counties.pair();
        let task = task(here, [&pair.survivor, &pair.absorbed]);
        let (merging, dismissing) = if round % 2 == 0 {
            (here, &elsewhere)
        } else {
            (&elsewhere, here)
        };
        let barrier = Barrier::new(2);
        let (one, other) = thread::scope(|scope| {
            let merging = scope.spawn(|| {
                barrier.wait();
                merge(merging, &pair.survivor, &pair.absorbed)
            });
            let dismissing = scope.spawn(|| {
                barrier.wait();
                said(dismissing, &task, "dismissal")
            });
            (merging.join().unwrap(), dismissing.join().unwrap())
        });
        let now = here
            .caller
            .get(format!("/v1/match-tasks/{}", text(&task["id"])));
        let status = now.send().expect(200).json()["status"].clone();
        let file = here.caller.get(format!("/v1/people/{}", pair.absorbed));
        let file = file.send().expect(200).json()["status"].clone();
        if one.status() == 200 {
            let refused = other.problem(409, "not_possible");
            assert_eq!(refused["unmet"], json!(["match_task_open"]));
            assert_eq!([status, file], ["merged", "merged"]);
            merged += 1;
        } else {
            let refused = one.problem(409, "not_possible");
            assert_eq!(refused["unmet"], json!(["merge_left_apart"]));
            other.expect(200);
            assert_eq!([status, file], ["dismissed", "active"]);
            left_apart += 1;
        }
    }
    println!("{PAIRS} pairs: {merged} merged, {left_apart} left apart");
    assert_eq!(merged + left_apart, PAIRS);
}
