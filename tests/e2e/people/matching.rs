//! The city's tasks to decide whether two files are one person.

use serde_json::{Value, json};

use super::{COUNTY, NEIGHBOUR, id, register};
use crate::harness::{Answer, CITY, Rows, TestServer, synthetic};

/// Two files of one number in two counties.
fn pair(server: &TestServer) -> (Answer, Answer) {
    let number = synthetic::citizen_number(COUNTY);
    let first = register(&server.county(COUNTY), &json!({ "citizen_number": number }));
    let there = json!({ "citizen_number": number, "region_code": NEIGHBOUR });
    let second = register(&server.county(NEIGHBOUR), &there);
    (first.expect(201), second.expect(201))
}

fn task_target(task: &Value) -> String {
    format!("/v1/match-tasks/{}", task["id"].as_str().unwrap())
}

#[test]
fn the_city_gets_a_task_and_the_counties_see_none() {
    let server = TestServer::start();
    let (first, second) = pair(&server);
    let city = server.county(CITY);
    let tasks = city.all("/v1/match-tasks?status=open");
    assert_eq!(tasks.len(), 1);
    assert_eq!(tasks[0]["person_id"], id(&second));
    assert_eq!(tasks[0]["other_person_id"], id(&first));
    assert_eq!(tasks[0]["reason"], "same_citizen_number");
    let task = task_target(&tasks[0]);
    let read = city.get(&task).send().expect(200);
    assert_eq!(read.json(), tasks[0]);
    for county in [server.county(COUNTY), server.county(NEIGHBOUR)] {
        county
            .get("/v1/match-tasks")
            .send()
            .problem(403, "city_only");
        county.get(&task).send().problem(403, "city_only");
        county
            .post(format!("{task}/dismissal"))
            .if_match(read.etag())
            .json(&json!({ "reason": "测试" }))
            .send()
            .problem(403, "city_only");
    }
}

#[test]
fn a_dismissed_pair_stays_apart() {
    let server = TestServer::start();
    let (_, second) = pair(&server);
    let (city, officer) = server.officer(CITY);
    let task = city.all("/v1/match-tasks")[0].clone();
    let target = format!("{}/dismissal", task_target(&task));
    let attempt = |etag: &str| {
        city.post(&target)
            .if_match(etag)
            .json(&json!({ "reason": "测试：号码录入有误" }))
    };
    let before = server.snapshot();
    let without_officer = attempt("*").send();
    without_officer.problem(403, "officer_required");
    assert_eq!(before.differs_in(&server.snapshot()), [""; 0]);
    let dismiss = |etag: &str| attempt(etag).on_behalf_of(&officer).send();
    dismiss("\"9-full\"").problem(412, "stale_version");
    let dismissed = dismiss("\"1-full\"").expect(200).json();
    assert_eq!(dismissed["status"], "dismissed");
    assert_eq!(dismissed["note"], "测试：号码录入有误");
    assert_eq!(
        city.get(task_target(&task)).send().expect(200).json(),
        dismissed
    );
    let mut rows = server.installation().rows();
    let column = match rows {
        Rows::Sqlite(_) => "hex(note)",
        Rows::Postgres(_) => "upper(encode(note, 'hex'))",
    };
    let hex = "号码"
        .bytes()
        .fold(String::new(), |hex, byte| format!("{hex}{byte:02X}"));
    assert_eq!(rows.count("FROM match_tasks WHERE note IS NOT NULL"), 1);
    assert_eq!(
        rows.count(&format!("FROM match_tasks WHERE {column} LIKE '%{hex}%'")),
        0
    );
    let closed = dismiss("*").problem(409, "not_possible");
    assert_eq!(closed["unmet"], json!(["match_task_open"]));
    assert_eq!(closed["errors"][0]["message"], "该任务已经办结");
    // Taking the number away and giving it back asks no second time.
    let neighbour = server.county(NEIGHBOUR);
    let number = neighbour
        .get(second.location())
        .purpose("correction")
        .send()
        .expect(200)
        .json()["citizen_number"]
        .clone();
    for value in [json!(null), number] {
        neighbour
            .patch(second.location())
            .if_match("*")
            .json(&json!({ "citizen_number": value }))
            .send()
            .expect(200);
    }
    assert!(city.all("/v1/match-tasks?status=open").is_empty());
}

#[test]
fn a_number_that_comes_by_a_change_gives_a_task_too() {
    let server = TestServer::start();
    let number = synthetic::citizen_number(COUNTY);
    register(&server.county(COUNTY), &json!({ "citizen_number": number })).expect(201);
    let neighbour = server.county(NEIGHBOUR);
    let there = json!({
        "region_code": NEIGHBOUR,
        "citizen_number": null,
        "birth_date": { "precision": "year", "value": &number[6..10] },
    });
    let second = register(&neighbour, &there).expect(201);
    neighbour
        .patch(second.location())
        .if_match(second.etag())
        .json(&json!({ "citizen_number": number }))
        .send()
        .expect(200);
    assert_eq!(
        server.county(CITY).all("/v1/match-tasks?status=open").len(),
        1
    );
}
