//! What a merge leaves behind: tasks with third files, numbers, and who read the absorbed file.

use serde_json::json;

use super::merge::Scene;
use super::{COUNTY, NEIGHBOUR, id, register};
use crate::harness::{Answer, Caller};

#[test]
fn a_third_file_of_the_number_is_matched_with_the_survivor() {
    let scene = Scene::new();
    let zone = json!({ "citizen_number": scene.number, "region_code": "LCDJ" });
    let third = register(&scene.server.county("LCDJ"), &zone).expect(201);
    assert_eq!(scene.city.all("/v1/match-tasks?status=open").len(), 3);
    scene.merge("*", &id(&scene.absorbed)).expect(200);
    let open = scene.city.all("/v1/match-tasks?status=open");
    assert_eq!(open.len(), 1);
    assert_eq!(open[0]["person_id"], id(&third));
    assert_eq!(open[0]["other_person_id"], id(&scene.survivor));
    // Of the absorbed file and the third one nobody has decided anything.
    let ended = scene.city.all("/v1/match-tasks?status=dismissed");
    assert_eq!(ended.len(), 1);
    let successor = open[0]["id"].as_str().unwrap();
    assert!(ended[0]["note"].as_str().unwrap().contains(successor));
    assert_eq!(scene.city.all("/v1/match-tasks?status=merged").len(), 1);
    scene.merge("*", &id(&third)).expect(200);
    assert!(scene.city.all("/v1/match-tasks?status=open").is_empty());
}

#[test]
fn a_task_with_a_third_file_goes_over_to_the_survivor() {
    let scene = Scene::new();
    let task = scene.city.all("/v1/match-tasks?status=open")[0].clone();
    let plain = scene.without_number("371581");
    scene.merge_into(&plain).expect(200);
    let open = scene.city.all("/v1/match-tasks");
    assert_eq!(open.len(), 1, "{open:?}");
    assert_eq!(open[0]["id"], task["id"]);
    assert_eq!(open[0]["status"], "open");
    assert_eq!(open[0]["person_id"], id(&plain));
    assert_eq!(open[0]["other_person_id"], id(&scene.survivor));
    assert_eq!(open[0]["version"], 2);
}

#[test]
fn a_survivor_takes_no_number_that_another_file_of_its_region_has() {
    let scene = Scene::new();
    let plain = scene.without_number(COUNTY);
    let before = scene.server.snapshot();
    let refused = scene.merge_into(&plain).problem(409, "person_exists");
    assert_eq!(refused["existing"]["id"], id(&scene.survivor));
    // What the refusal tells is kept in the access log, and nothing else.
    assert_eq!(
        before.differs_in(&scene.server.snapshot()),
        ["audit_entries"]
    );
}

#[test]
fn the_access_log_of_the_survivor_tells_who_read_the_absorbed_file() {
    let scene = Scene::new();
    let county = scene.server.county(COUNTY);
    let neighbour = scene.server.county(NEIGHBOUR);
    let both = scene
        .server
        .caller(&["audit:read", "people:read"], &[COUNTY, NEIGHBOUR]);
    let read = |caller: &Caller, file: &Answer, purpose: &str| {
        let call = caller.get(file.location()).purpose(purpose);
        call.send().expect(200);
    };
    read(&neighbour, &scene.absorbed, "assistance");
    read(&county, &scene.survivor, "correction");
    scene.merge("*", &id(&scene.absorbed)).expect(200);
    let log = |caller: &Caller, file: &Answer| -> Vec<_> {
        caller
            .all(&format!("/v1/people/{}/access-log?limit=1", id(file)))
            .iter()
            .map(|entry| (entry["purpose"].clone(), entry["person_id"].clone()))
            .collect()
    };
    let of_survivor = (json!("correction"), json!(id(&scene.survivor)));
    let of_absorbed = (json!("assistance"), json!(id(&scene.absorbed)));
    for caller in [&scene.city, &both] {
        assert_eq!(
            log(caller, &scene.survivor),
            [of_survivor.clone(), of_absorbed.clone()]
        );
    }
    // Nobody learns of a file that is out of reach.
    assert_eq!(log(&county, &scene.survivor), [of_survivor]);
    assert_eq!(log(&neighbour, &scene.absorbed), [of_absorbed]);
}
