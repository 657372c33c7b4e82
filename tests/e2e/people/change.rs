//! Changing files, and what their history says of it.

use serde_json::{Value, json};

use super::{COUNTY, NEIGHBOUR, faults, id, ids, register};
use crate::harness::{Answer, CITY, Caller, TestServer, synthetic};

fn change(caller: &Caller, file: &Answer, patch: &Value) -> Answer {
    caller
        .patch(format!("/v1/people/{}", id(file)))
        .if_match("*")
        .body("application/merge-patch+json", patch.to_string())
        .send()
}

#[test]
fn a_patch_changes_what_it_names_removes_nulls_and_leaves_the_rest() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let file = register(
        &county,
        &json!({
            "phone": "19900000001",
            "address": "测试路1号",
            "origin": { "basis": "jiguan", "region": COUNTY },
        }),
    )
    .expect(201);
    let patch = json!({
        "phone": "19900000002",
        "address": null,
        "origin": { "region": NEIGHBOUR },
        "life_status": "deceased",
        "died_on": { "precision": "month", "value": "2024-05" },
    });
    let changed = change(&county, &file, &patch).expect(200).json();
    assert_eq!(changed["phone"], "1*********2");
    assert_eq!(changed.get("address"), None);
    assert_eq!(
        changed["origin"],
        json!({ "basis": "jiguan", "region": NEIGHBOUR })
    );
    assert_eq!(
        changed["died_on"],
        json!({ "precision": "month", "value": "2024-05" })
    );
    assert_eq!(changed["name"], file.json()["name"]);
    assert_eq!(changed["version"], 2);
    let history = county.all(&format!("/v1/people/{}/history", id(&file)));
    assert_eq!(history[0]["kind"], "changed");
    assert_eq!(history[0]["version"], 2);
    assert_eq!(
        history[0]["changes"],
        json!([
            { "field": "/phone", "from": "1*********1", "to": "1*********2" },
            { "field": "/address", "from": "测***号" },
            { "field": "/life_status", "from": "unknown", "to": "deceased" },
            { "field": "/died_on", "to": "2024-05" },
            { "field": "/origin/region", "from": COUNTY, "to": NEIGHBOUR },
        ])
    );
    assert_eq!(history[1]["kind"], "registered");
}

#[test]
fn a_patch_that_changes_nothing_makes_no_new_version() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let file = register(&county, &json!({ "phone": "19900000001" })).expect(201);
    let before = server.snapshot();
    for patch in [
        json!({}),
        json!({ "phone": "+86 199-0000-0001", "native_place": null }),
        json!({ "name": file.json()["name"] }),
    ] {
        let same = change(&county, &file, &patch).expect(200);
        assert_eq!(same.json(), file.json());
        assert_eq!(same.etag(), file.etag());
    }
    assert_eq!(before.differs_in(&server.snapshot()), [""; 0]);
}

#[test]
fn a_patch_of_the_wrong_shape_or_to_an_impossible_file_is_refused() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let man = synthetic::citizen_number_of(COUNTY, "19300101", 1);
    let file = register(&county, &json!({ "citizen_number": man })).expect(201);
    for patch in [
        json!({ "name": null }),
        json!({ "region_code": null }),
        json!({ "synthetic": false }),
        json!({ "file_origin": "historic" }),
        json!({ "status": "merged" }),
        json!({ "birth_date": "1990" }),
        json!([]),
    ] {
        change(&county, &file, &patch).problem(400, "invalid_body");
    }
    for (patch, pointer, code) in [
        (json!({ "sex": "female" }), "/sex", "sex_contradicts_number"),
        (
            json!({ "birth_date": { "precision": "year", "value": "1900" } }),
            "/birth_date",
            "birth_date_contradicts_number",
        ),
        (
            json!({ "died_on": { "precision": "year", "value": "2020" } }),
            "/died_on",
            "died_on_without_death",
        ),
        (
            json!({ "phone": "1*********1" }),
            "/phone",
            "phone_number_character",
        ),
    ] {
        let refused = change(&county, &file, &patch).problem(422, "invalid_data");
        assert_eq!(faults(&refused), [(pointer.to_owned(), code.to_owned())]);
    }
    // There is no origin yet that the basis could be merged into.
    let refused = change(&county, &file, &json!({ "origin": { "basis": "jiguan" } }))
        .problem(400, "invalid_body");
    assert_eq!(
        faults(&refused),
        [("/origin/region".to_owned(), "missing_member".to_owned())]
    );
    let unchanged = county.get(file.location()).send().expect(200);
    assert_eq!(unchanged.json(), file.json());
}

#[test]
fn a_corrected_number_corrects_birth_date_and_sex_and_finds_its_other_file() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let man = synthetic::citizen_number_of(COUNTY, "19300101", 1);
    let woman = synthetic::citizen_number_of(COUNTY, "19310202", 2);
    let file = register(&county, &json!({ "citizen_number": man })).expect(201);
    assert_eq!(file.json()["sex"], "male");
    let corrected = change(&county, &file, &json!({ "citizen_number": woman })).expect(200);
    assert_eq!(corrected.json()["sex"], "female");
    let other = register(&county, &json!({ "citizen_number": man })).expect(201);
    let refused =
        change(&county, &other, &json!({ "citizen_number": woman })).problem(409, "person_exists");
    assert_eq!(refused["existing"]["id"], id(&file));
}

#[test]
fn a_new_name_is_found_and_the_old_one_is_not() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let file = register(&county, &json!({ "name": "测试旧名" })).expect(201);
    change(&county, &file, &json!({ "name": "测试新名" })).expect(200);
    assert_eq!(ids(&county.all("/v1/people?q=csxm")), [id(&file)]);
    assert!(county.all("/v1/people?q=csjm").is_empty());
}

#[test]
fn only_the_city_moves_a_file_and_then_the_other_county_has_it() {
    let server = TestServer::start();
    let (county, neighbour) = (server.county(COUNTY), server.county(NEIGHBOUR));
    let file = register(&county, &json!({ "name": "测试移交" })).expect(201);
    let there = json!({ "region_code": NEIGHBOUR });
    let both = server.caller(&["people:read", "people:write"], &[COUNTY, NEIGHBOUR]);
    let refused = change(&both, &file, &there).problem(422, "invalid_data");
    assert_eq!(
        faults(&refused),
        [("/region_code".to_owned(), "moved_by_city_only".to_owned())]
    );
    let city = server.county(CITY);
    change(&city, &file, &json!({ "region_code": "340603" })).problem(422, "invalid_data");
    change(&city, &file, &there).expect(200);
    county.get(file.location()).send().problem(404, "not_found");
    assert!(county.all("/v1/people?q=csyj").is_empty());
    neighbour.get(file.location()).send().expect(200);
    assert_eq!(ids(&neighbour.all("/v1/people?q=csyj")), [id(&file)]);
}
