//! Two files of one person become one.

use serde_json::{Value, json};

use super::{COUNTY, NEIGHBOUR, faults, id, ids, look_up, person, register};
use crate::harness::{Answer, CITY, Caller, TestServer, synthetic};

pub(super) struct Scene {
    pub(super) server: TestServer,
    pub(super) city: Caller,
    pub(super) officer: String,
    pub(super) number: String,
    pub(super) survivor: Answer,
    pub(super) absorbed: Answer,
}

impl Scene {
    /// A file in each of two counties with the same number.
    pub(super) fn new() -> Self {
        let server = TestServer::start();
        let (city, officer) = server.officer(CITY);
        let number = synthetic::citizen_number(COUNTY);
        let here = json!({ "citizen_number": number, "name": "测试留存", "phone": "19900000001" });
        let there = json!({
            "citizen_number": number,
            "name": "测试并入",
            "region_code": NEIGHBOUR,
            "phone": "19900000002",
            "native_place": "山东聊城",
        });
        let survivor = register(&server.county(COUNTY), &here).expect(201);
        let absorbed = register(&server.county(NEIGHBOUR), &there).expect(201);
        Self {
            server,
            city,
            officer,
            number,
            survivor,
            absorbed,
        }
    }

    /// A file of the same person that lacks the number.
    pub(super) fn without_number(&self, region: &str) -> Answer {
        let plain = json!({
            "citizen_number": null,
            "birth_date": { "precision": "year", "value": &self.number[6..10] },
            "region_code": region,
        });
        register(&self.server.county(region), &plain).expect(201)
    }

    /// Has another file take in the one that is absorbed here.
    pub(super) fn merge_into(&self, survivor: &Answer) -> Answer {
        self.city
            .post(format!("/v1/people/{}/merge", id(survivor)))
            .on_behalf_of(&self.officer)
            .if_match("*")
            .json(&json!({ "absorbed_id": id(&self.absorbed), "reason": "测试：同一人" }))
            .send()
    }

    pub(super) fn merge(&self, etag: &str, absorbed: &str) -> Answer {
        self.city
            .post(format!("/v1/people/{}/merge", id(&self.survivor)))
            .on_behalf_of(&self.officer)
            .if_match(etag)
            .json(&json!({ "absorbed_id": absorbed, "reason": "测试：同一人" }))
            .send()
    }
}

fn kinds(entries: &[Value]) -> Vec<&str> {
    entries
        .iter()
        .map(|entry| entry["kind"].as_str().unwrap())
        .collect()
}

fn entries(caller: &Caller, file: &Answer) -> Vec<Value> {
    caller.all(&format!("/v1/people/{}/history", id(file)))
}

#[test]
fn the_survivor_takes_what_it_lacks_and_both_histories_are_kept() {
    let scene = Scene::new();
    let merged = scene
        .merge(scene.survivor.etag(), &id(&scene.absorbed))
        .expect(200)
        .json();
    assert_eq!(merged["name"], "测试留存");
    assert_eq!(merged["phone"], "1*********1");
    assert_eq!(merged["native_place"], "山东聊城");
    assert_eq!(merged["version"], 2);
    let history = entries(&scene.city, &scene.survivor);
    assert_eq!(kinds(&history), ["merged", "registered", "registered"]);
    assert_eq!(history[0]["other_person_id"], id(&scene.absorbed));
    assert_eq!(history[0]["officer_id"], scene.officer);
    assert_eq!(history[0]["reason"], "测试：同一人");
    assert_eq!(
        history[0]["changes"],
        json!([{ "field": "/native_place", "to": "山东聊城" }])
    );
    assert_eq!(history[1]["written_in"], id(&scene.absorbed));
    let of_absorbed = entries(&scene.city, &scene.absorbed);
    assert_eq!(kinds(&of_absorbed), ["absorbed", "registered"]);
    let task = &scene.city.all("/v1/match-tasks")[0];
    assert_eq!(task["status"], "merged");
}

#[test]
fn each_county_sees_of_a_merge_what_concerns_its_own_file() {
    let scene = Scene::new();
    let neighbour = scene.server.county(NEIGHBOUR);
    let renamed = json!({ "name": "测试改名" });
    neighbour
        .patch(scene.absorbed.location())
        .if_match("*")
        .json(&renamed)
        .send()
        .expect(200);
    scene.merge("*", &id(&scene.absorbed)).expect(200);
    let county = scene.server.county(COUNTY);
    let page = format!("/v1/people/{}/history?count=true", id(&scene.survivor));
    let answer = county.get(&page).send().expect(200);
    let seen = answer.json()["items"].as_array().unwrap().clone();
    assert_eq!(kinds(&seen), ["merged", "registered"]);
    assert_eq!(answer.json()["total"], 2);
    for entry in &seen {
        assert_eq!(entry["written_in"], id(&scene.survivor));
        assert_eq!(entry.get("reason"), None);
        assert_eq!(entry.get("other_person_id"), None);
    }
    for foreign in [
        id(&scene.absorbed),
        neighbour.credentials().id.clone(),
        "测试并入".to_owned(),
        "同一人".to_owned(),
    ] {
        assert!(!answer.text().contains(&foreign), "{foreign}");
    }
    let given_up = entries(&neighbour, &scene.absorbed);
    assert_eq!(kinds(&given_up), ["absorbed", "changed", "registered"]);
    assert_eq!(given_up[0].get("reason"), None);
    let all = entries(&scene.city, &scene.survivor);
    assert_eq!(
        kinds(&all),
        ["merged", "changed", "registered", "registered"]
    );
    assert_eq!(all[0]["reason"], "测试：同一人");
    // Anyone who has both counties reaches both files.
    let both = scene.server.caller(&["people:read"], &[COUNTY, NEIGHBOUR]);
    assert_eq!(entries(&both, &scene.survivor), all);
}

#[test]
fn whoever_cannot_reach_the_survivor_is_told_whom_to_ask_and_nothing_else_of_it() {
    let scene = Scene::new();
    scene.merge("*", &id(&scene.absorbed)).expect(200);
    let neighbour = scene.server.county(NEIGHBOUR);
    let again = json!({ "citizen_number": scene.number, "region_code": NEIGHBOUR });
    let details = [
        (
            "zh",
            "此档案已并入另一份档案，由 371502 管理。申报、立案仍可使用本编号；更改档案，请向 371502 或者市级提出。",
        ),
        (
            "en",
            "This file was merged into another one, which 371502 keeps. Reports may go on under this id; ask 371502 or the city for changes.",
        ),
    ];
    for (language, detail) in details {
        let change = neighbour
            .patch(scene.absorbed.location())
            .if_match("*")
            .language(language)
            .json(&json!({ "phone": "19900000003" }))
            .send();
        let registration = neighbour
            .post("/v1/people")
            .language(language)
            .json(&person(&again))
            .send();
        for (answer, code) in [(change, "file_merged"), (registration, "person_exists")] {
            let problem = answer.problem(409, code);
            assert_eq!(problem["detail"], detail);
            assert_eq!(problem["kept_by"], COUNTY);
            for hidden in [id(&scene.survivor).as_str(), "测试留存"] {
                assert!(!answer.text().contains(hidden), "{hidden} in {answer:?}");
            }
        }
    }
}

#[test]
fn the_absorbed_file_is_read_by_its_county_and_changed_by_nobody() {
    let scene = Scene::new();
    scene.merge("*", &id(&scene.absorbed)).expect(200);
    let neighbour = scene.server.county(NEIGHBOUR);
    let file = neighbour
        .get(scene.absorbed.location())
        .send()
        .expect(200)
        .json();
    assert_eq!(file["status"], "merged");
    assert_eq!(file.get("merged_into"), None);
    for entry in entries(&neighbour, &scene.absorbed) {
        assert_eq!(entry.get("other_person_id"), None);
    }
    let seen_by_city = scene
        .city
        .get(scene.absorbed.location())
        .send()
        .expect(200)
        .json();
    assert_eq!(seen_by_city["merged_into"], id(&scene.survivor));
    let refuse = |caller: &Caller| {
        caller
            .patch(scene.absorbed.location())
            .if_match("*")
            .json(&json!({ "phone": "19900000003" }))
            .send()
            .problem(409, "file_merged")
    };
    assert_eq!(refuse(&neighbour).get("merged_into"), None);
    assert_eq!(refuse(&scene.city)["merged_into"], id(&scene.survivor));
    assert!(neighbour.all("/v1/people").is_empty());
    assert!(neighbour.all("/v1/people?q=csbr").is_empty());
    assert_eq!(
        ids(&neighbour.all("/v1/people?status=merged")),
        [id(&scene.absorbed)]
    );
    // Its county finds it by number still, and does not open the file again.
    let found = look_up(&neighbour, &scene.number).expect(200).json();
    assert_eq!(
        ids(found["items"].as_array().unwrap()),
        [id(&scene.absorbed)]
    );
    let again = json!({ "citizen_number": scene.number, "region_code": NEIGHBOUR });
    register(&neighbour, &again).problem(409, "person_exists");
}

#[test]
fn only_the_city_merges_and_only_for_an_officer_who_saw_the_file() {
    let scene = Scene::new();
    let target = format!("/v1/people/{}/merge", id(&scene.survivor));
    let body = json!({ "absorbed_id": id(&scene.absorbed), "reason": "测试" });
    let county = scene.server.county(COUNTY);
    let before = scene.server.snapshot();
    county
        .post(&target)
        .on_behalf_of(&scene.officer)
        .if_match("*")
        .json(&body)
        .send()
        .problem(403, "city_only");
    let bare = scene.city.post(&target).if_match("*").json(&body).send();
    bare.problem(403, "officer_required");
    scene
        .city
        .post(&target)
        .on_behalf_of(&scene.officer)
        .json(&body)
        .send()
        .problem(428, "precondition_required");
    scene
        .merge("\"7-masked\"", &id(&scene.absorbed))
        .problem(412, "stale_version");
    assert_eq!(before.differs_in(&scene.server.snapshot()), [""; 0]);
}

#[test]
fn two_people_are_not_merged() {
    let scene = Scene::new();
    let stranger = synthetic::citizen_number_of(NEIGHBOUR, "19010101", 1);
    let there = json!({ "citizen_number": stranger, "region_code": NEIGHBOUR, "synthetic": false });
    let other = register(&scene.server.county(NEIGHBOUR), &there).expect(201);
    let before = scene.server.snapshot();
    let refused = scene.merge("*", &id(&other)).problem(409, "not_possible");
    let unmet: Vec<_> = refused["unmet"].as_array().unwrap().clone();
    for condition in [
        "merge_citizen_numbers_differ",
        "merge_birth_dates_differ",
        "merge_one_is_synthetic",
    ] {
        assert!(unmet.contains(&json!(condition)), "{refused}");
    }
    let itself = scene
        .merge("*", &id(&scene.survivor))
        .problem(409, "not_possible");
    assert_eq!(itself["unmet"], json!(["merge_same_file"]));
    let unknown = scene
        .merge("*", "01930000-0000-7000-8000-000000000000")
        .problem(422, "invalid_data");
    assert_eq!(
        faults(&unknown),
        [("/absorbed_id".to_owned(), "person_unknown".to_owned())]
    );
    assert_eq!(before.differs_in(&scene.server.snapshot()), [""; 0]);
}

#[test]
fn a_merge_tried_dry_changes_nothing() {
    let scene = Scene::new();
    let before = scene.server.snapshot();
    let answer = scene
        .city
        .post(format!(
            "/v1/people/{}/merge?dry_run=true",
            id(&scene.survivor)
        ))
        .on_behalf_of(&scene.officer)
        .if_match("*")
        .json(&json!({ "absorbed_id": id(&scene.absorbed), "reason": "测试" }))
        .send()
        .expect(200);
    assert_eq!(answer.json()["version"], 2);
    assert_eq!(before.differs_in(&scene.server.snapshot()), [""; 0]);
}
