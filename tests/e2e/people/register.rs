//! Opening files.

use serde_json::{Value, json};

use super::{COUNTY, NEIGHBOUR, faults, id, ids, look_up, person, register};
use crate::harness::{CITY, TestServer, synthetic};

/// Born on 1990-01-01, a man.
const NUMBER: &str = "371502199001010012";

#[test]
fn a_registered_file_comes_back_masked_with_what_the_number_tells() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let registered = register(
        &county,
        &json!({
            "citizen_number": NUMBER,
            "phone": "199 0000 0001",
            "address": "测试路1号",
            "native_place": "山东聊城",
            "origin": { "basis": "hukou_now", "region": COUNTY },
        }),
    )
    .expect(201);
    let file = registered.json();
    assert_eq!(file["masked"], true);
    assert_eq!(file["sex"], "male");
    assert_eq!(file["birth_date"], json!({ "precision": "day" }));
    assert_eq!(file["citizen_number"], "3****************2");
    assert_eq!(file["phone"], "1*********1");
    assert_eq!(file["address"], "测***号");
    assert_eq!(file["life_status"], "unknown");
    assert_eq!(file["version"], 1);
    assert_eq!(
        file["origin"],
        json!({ "basis": "hukou_now", "region": COUNTY })
    );
    let read = county.get(registered.location()).send().expect(200);
    assert_eq!(read.json(), file);
    assert_eq!(read.etag(), registered.etag());
}

#[test]
fn one_answer_names_everything_that_cannot_be() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let before = server.snapshot();
    let refused = register(
        &county,
        &json!({
            "name": "测试1",
            "region_code": NEIGHBOUR,
            "citizen_number": NUMBER,
            "sex": "female",
            "birth_date": { "precision": "year", "value": "1991" },
            "phone": "12345",
            "life_status": "living",
            "died_on": { "precision": "year", "value": "2020" },
            "household_region": "999999",
            "file_origin": "historic",
        }),
    )
    .problem(422, "invalid_data");
    let mut found = faults(&refused);
    found.sort();
    let expected = [
        ("/birth_date", "birth_date_contradicts_number"),
        ("/died_on", "died_on_without_death"),
        ("/file_origin", "historic_by_city_only"),
        ("/household_region", "region_unknown"),
        ("/name", "name_character"),
        ("/phone", "phone_number_form"),
        ("/region_code", "outside_your_regions"),
        ("/sex", "sex_contradicts_number"),
        ("/source", "source_required"),
    ]
    .map(|(pointer, code)| (pointer.to_owned(), code.to_owned()));
    assert_eq!(found, expected);
    assert_eq!(before.differs_in(&server.snapshot()), [""; 0]);
}

#[test]
fn numbers_that_cannot_be_are_refused_for_what_is_wrong_with_them() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    for (number, code) in [
        ("371502199001010013", "citizen_number_check_digit"),
        ("37150219900230001X", "citizen_number_birth_date"),
        ("3715021990", "citizen_number_length"),
        ("37150219900101001２３", "citizen_number_length"),
        ("37150219900101001A", "citizen_number_character"),
        (
            &synthetic::citizen_number_of(COUNTY, "20991231", 1),
            "citizen_number_birth_in_future",
        ),
        (
            &synthetic::citizen_number_of(COUNTY, "18000101", 1),
            "citizen_number_birth_out_of_range",
        ),
        (
            &synthetic::citizen_number_of("000000", "19900101", 1),
            "citizen_number_area",
        ),
    ] {
        let refused =
            register(&county, &json!({ "citizen_number": number })).problem(422, "invalid_data");
        assert_eq!(
            faults(&refused),
            [("/citizen_number".to_owned(), code.to_owned())],
            "{number}"
        );
        assert!(!refused.to_string().contains(number), "{refused}");
    }
}

#[test]
fn rare_characters_and_dots_are_kept_and_found() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    for (name, kept, typed) in [
        ("测试𠮷㐂", "测试𠮷㐂", "测试𠮷"),
        ("测试㤙𤋮", "测试㤙𤋮", "ceshienxi"),
        ("测试提•买买提", "测试提·买买提", "测试提・买"),
        ("测　试", "测试", "cs"),
        ("Ceshi O’Neil", "Ceshi O'Neil", "ceshi one"),
    ] {
        let file = register(&county, &json!({ "name": name }))
            .expect(201)
            .json();
        assert_eq!(file["name"], kept);
        let found = county
            .get("/v1/people")
            .query("q", typed)
            .send()
            .expect(200);
        let found = ids(found.json()["items"].as_array().unwrap());
        assert!(
            found.contains(&file["id"].as_str().unwrap().to_owned()),
            "{typed}"
        );
    }
    for name in ["测试\u{1f600}", "测\u{202e}试", "·测试", "<b>", "  "] {
        register(&county, &json!({ "name": name })).problem(422, "invalid_data");
    }
}

#[test]
fn blanks_around_numbers_and_full_width_make_no_difference() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let number = synthetic::citizen_number(COUNTY);
    let body = json!({
        "citizen_number": format!("\u{feff}\u{3000}{number}\u{a0}"),
        "phone": "\u{202d}１９９０００００００１\u{202c}",
    });
    let file = register(&county, &body).expect(201);
    assert_eq!(
        look_up(&county, &number).expect(200).json()["items"],
        json!([file.json()])
    );
    let phone = file.json()["phone"].as_str().unwrap().to_owned();
    assert!(
        phone.starts_with('1') && phone.chars().count() == 11,
        "{phone}"
    );
}

#[test]
fn a_character_that_cannot_be_is_named_with_its_place() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let number = synthetic::citizen_number(COUNTY).replacen('7', "O", 1);
    for (member, text, code, position, character) in [
        ("name", "测试１", "name_character", 3, "１ (U+FF11)"),
        ("name", "测\u{200b}试", "name_character", 2, "U+200B"),
        (
            "citizen_number",
            number.as_str(),
            "citizen_number_character",
            2,
            "O (U+004F)",
        ),
        (
            "phone",
            "1380013800O",
            "phone_number_character",
            11,
            "O (U+004F)",
        ),
        (
            "native_place",
            "山东\u{202e}聊城",
            "text_control_character",
            3,
            "U+202E",
        ),
    ] {
        let refused = register(&county, &json!({ (member): text })).problem(422, "invalid_data");
        let fault = &refused["errors"][0];
        assert_eq!(fault["pointer"], format!("/{member}"));
        assert_eq!(fault["code"], code);
        assert_eq!(fault["limits"]["position"], position);
        assert_eq!(fault["limits"]["character"], character);
        assert!(fault["message"].as_str().unwrap().contains(character));
    }
    for nothing in [
        "\u{3164}",
        "\u{2800}",
        "\u{e0041}",
        "\u{2028}",
        "\u{fdd0}",
        "\u{fffd}",
    ] {
        let refused = register(&county, &json!({ "native_place": nothing }));
        let refused = refused.problem(422, "invalid_data");
        assert_eq!(
            faults(&refused),
            [("/native_place".to_owned(), "text_empty".to_owned())]
        );
    }
}

#[test]
fn a_file_needs_a_number_or_a_year_of_birth_unless_it_is_historic() {
    let server = TestServer::start();
    let city = server.county(CITY);
    let unknown = json!({ "citizen_number": null });
    let refused = register(&city, &unknown).problem(422, "invalid_data");
    assert_eq!(
        faults(&refused),
        [(
            "/birth_date".to_owned(),
            "number_or_birth_date_required".to_owned()
        )]
    );
    let year = json!({ "precision": "year", "value": "1968" });
    register(
        &city,
        &json!({ "citizen_number": null, "birth_date": year }),
    )
    .expect(201);
    let historic = json!({
        "citizen_number": null,
        "file_origin": "historic",
        "source": "测试报纸",
        "region_code": CITY,
    });
    let file = register(&city, &historic).expect(201).json();
    assert_eq!(file["birth_date"], json!({ "precision": "unknown" }));
    assert_eq!(file["sex"], "unknown");
}

#[test]
fn a_number_within_the_callers_regions_has_one_file() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let number = synthetic::citizen_number(COUNTY);
    let body = person(&json!({ "citizen_number": number }));
    let first = county.post("/v1/people").json(&body).send().expect(201);
    let city = server.county(CITY);
    let before = server.snapshot();
    for caller in [&county, &city] {
        let refused =
            register(caller, &json!({ "citizen_number": number })).problem(409, "person_exists");
        assert_eq!(refused["existing"], first.json());
        assert_eq!(refused["location"], first.location());
        assert!(!refused.to_string().contains(&number));
    }
    assert_eq!(before.differs_in(&server.snapshot()), ["audit_entries"]);
}

#[test]
fn nobody_learns_that_another_county_holds_the_number() {
    let server = TestServer::start();
    let number = synthetic::citizen_number(COUNTY);
    let known = json!({ "citizen_number": number });
    register(&server.county(COUNTY), &known).expect(201);
    let neighbour = server.county(NEIGHBOUR);
    let second = json!({ "citizen_number": number, "region_code": NEIGHBOUR });
    let with_match = register(&neighbour, &second).expect(201);
    let plain = register(&neighbour, &json!({ "region_code": NEIGHBOUR })).expect(201);
    let members =
        |answer: &Value| -> Vec<String> { answer.as_object().unwrap().keys().cloned().collect() };
    assert_eq!(members(&with_match.json()), members(&plain.json()));
    let found = look_up(&neighbour, &number).expect(200).json();
    assert_eq!(ids(found["items"].as_array().unwrap()), [id(&with_match)]);
}

#[test]
fn concurrent_registrations_of_one_number_open_one_file() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let number = synthetic::citizen_number(COUNTY);
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let calls: Vec<_> = (0..16)
            .map(|_| {
                let (county, number) = (county.clone(), number.clone());
                scope
                    .spawn(move || register(&county, &json!({ "citizen_number": number })).status())
            })
            .collect();
        calls.into_iter().map(|call| call.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 1);
    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 15);
}

#[test]
fn a_registration_leaves_history_audit_and_event() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let file = register(&county, &json!({})).expect(201);
    let id = id(&file);
    let history = county
        .get(format!("/v1/people/{id}/history"))
        .send()
        .expect(200);
    let entries = history.json()["items"].as_array().unwrap().clone();
    assert_eq!(entries.len(), 1);
    assert_eq!(entries[0]["kind"], "registered");
    assert_eq!(entries[0]["client_id"], county.credentials().id);
    let mut rows = server.installation().rows();
    for table in ["audit_entries", "events"] {
        assert_eq!(
            rows.count(&format!("FROM {table} WHERE subject_id = '{id}'")),
            1
        );
    }
}
