//! What stands in the honour roll, and by what it is found.

use serde_json::{Value, json};

use super::{Stage, of_person, published};
use crate::commendations::{SIGNING, accepted, immediate, nomination};
use crate::deeds::text;
use crate::harness::{CITY, synthetic};

/// A hero with a title of the city, who agreed to be shown.
fn praised(stage: &Stage) -> (Value, Value) {
    let deed = stage.confirmed(1);
    let person = deed["actors"][0]["person_id"].clone();
    stage.agreed(&person, &of_person());
    let hall = &stage.hall;
    let body = nomination(CITY, "liaocheng_model", &deed);
    let file = crate::commendations::Hall::try_nominate(&hall.city, &body);
    let file = file.expect(201).json();
    hall.done(&file, "acceptance", json!({}));
    hall.done(&file, "nominee-acceptances", accepted());
    hall.done(&file, "immediate-awards", immediate(&SIGNING));
    (deed, person)
}

#[test]
fn an_entry_shows_what_was_agreed_to_with_the_honours_and_nothing_else() {
    let stage = Stage::open();
    let (_, person) = praised(&stage);
    let roll = stage.roll("");
    assert_eq!(roll.len(), 1, "{roll:#?}");
    let entry = &roll[0];
    assert_eq!(entry["name"], stage.name_of(&person));
    assert_eq!(entry["unit"], "测试单位职工");
    assert_eq!(entry["county"]["code"], "371502");
    assert_eq!(entry["deed_year"], 2026);
    assert_eq!(entry["act_types"], json!(["rescue"]));
    assert_eq!(entry["highest_level"], "municipal");
    assert_eq!(entry["honours"].as_array().unwrap().len(), 2);
    assert_eq!(entry["honours"][0]["kind"], "confirmation");
    assert_eq!(entry["honours"][1]["title"], "liaocheng_model");
    assert_eq!(entry["honours"][1]["month"], "2026-03");
    assert_eq!(entry["honours"][1]["posthumous"], false);
    assert_eq!(entry["sex"], Value::Null);
    // Neither the file, nor the case, nor a day of birth is in it.
    let shown = entry.to_string();
    let file = stage
        .hall
        .office
        .county
        .get(format!("/v1/people/{}", text(&person)));
    let file = file.send().expect(200).json();
    assert!(!shown.contains(&text(&file["id"])) && !shown.contains("birth"));
    let item = format!("/v1/public/honour-roll/{}", text(&entry["id"]));
    assert_eq!(&stage.anybody().get(&item).send().expect(200).json(), entry);
}

#[test]
fn the_roll_is_found_by_county_level_title_year_act_and_name() {
    let stage = Stage::open();
    let (_, person) = praised(&stage);
    let other = stage.confirmed(1);
    stage.agreed(&other["actors"][0]["person_id"], &published());
    let name = stage.name_of(&person);
    let all = stage.roll("?count=true");
    assert_eq!(all.len(), 2);
    assert_eq!(
        all[0]["highest_level"], "municipal",
        "the higher praise comes first"
    );
    assert_eq!(all[1]["source"]["text"], "测试晚报");
    for (filter, found) in [
        ("?county=371502", 2),
        ("?county=371521", 0),
        ("?level=municipal", 1),
        ("?level=provincial", 0),
        ("?title=liaocheng_model", 1),
        ("?year=2026", 2),
        ("?year=2025", 0),
        ("?act_type=rescue", 2),
        ("?act_type=other", 0),
        ("?group=true", 0),
        ("?group=false", 2),
        ("?q=ceshi", 2),
        ("?q=cs&level=municipal", 1),
        ("?q=wuming", 0),
    ] {
        assert_eq!(stage.roll(filter).len(), found, "{filter}");
    }
    assert_eq!(stage.found(&name).len(), 1);
    let anybody = stage.anybody();
    for unknown in ["?harm=died", "?life_status=deceased", "?sort=birth_date"] {
        let list = anybody.get(format!("/v1/public/honour-roll{unknown}"));
        list.send().problem(400, "invalid_query");
    }
    let paged = stage.roll("?limit=1");
    assert_eq!(paged, all);
}

#[test]
fn an_answer_can_be_kept_and_asked_for_again_from_any_page() {
    let stage = Stage::open();
    praised(&stage);
    let anybody = stage.anybody();
    for address in [
        "/v1/public/honour-roll",
        "/v1/public/honour-roll?level=municipal",
    ] {
        let first = anybody
            .get(address)
            .header("origin", "https://example.org")
            .send()
            .expect(200);
        assert_eq!(first.header("cache-control"), "no-cache");
        assert_eq!(first.header("access-control-allow-origin"), "*");
        let again = anybody
            .get(address)
            .header("if-none-match", first.etag())
            .send();
        assert_eq!(again.status(), 304);
        let head = anybody.call("HEAD", address).send().expect(200);
        assert_eq!(head.etag(), first.etag());
        assert!(head.bytes().is_empty());
    }
    let before = anybody
        .get("/v1/public/honour-roll")
        .send()
        .expect(200)
        .etag()
        .to_owned();
    praised(&stage);
    let after = anybody
        .get("/v1/public/honour-roll")
        .header("if-none-match", &before)
        .send();
    assert_eq!(
        after.expect(200).json()["items"].as_array().unwrap().len(),
        2
    );
}

#[test]
fn who_did_not_agree_and_who_is_restricted_stand_nowhere() {
    let stage = Stage::open();
    let silent = stage.confirmed(1);
    let restricted = stage.hall.confirmed(1);
    stage.change(
        &restricted["actors"][0]["person_id"],
        &json!({ "life_status": "living" }),
    );
    stage.agreed(&restricted["actors"][0]["person_id"], &of_person());
    assert!(stage.roll("").is_empty());
    for deed in [&silent, &restricted] {
        let name = stage.name_of(&deed["actors"][0]["person_id"]);
        assert!(stage.found(&name).is_empty());
    }
}

#[test]
fn a_minor_is_shown_by_the_surname_and_found_by_no_name() {
    let stage = Stage::open();
    let deed = stage.confirmed(1);
    let person = &deed["actors"][0]["person_id"];
    let name = stage.name_of(person);
    let number = synthetic::citizen_number_of("371502", "20140101", 31);
    stage.change(person, &json!({ "citizen_number": number }));
    let mut consent = of_person();
    consent["consent"]["by"] = json!("guardian");
    stage.agreed(person, &consent);
    let roll = stage.roll("");
    assert_eq!(roll[0]["name"], "测某");
    assert_eq!(roll[0]["unit"], Value::Null);
    assert!(!json!(roll).to_string().contains(&name));
    assert!(stage.found(&name).is_empty());
}

#[test]
fn a_group_stands_as_one_entry_with_the_members_who_agreed() {
    let stage = Stage::open();
    let deed = stage.confirmed(3);
    let hall = &stage.hall;
    let body = nomination(CITY, "liaocheng_group", &deed);
    let file = crate::commendations::Hall::try_nominate(&hall.city, &body);
    let file = file.expect(201).json();
    hall.done(&file, "acceptance", json!({}));
    hall.done(&file, "nominee-acceptances", accepted());
    hall.done(&file, "immediate-awards", immediate(&SIGNING));
    assert!(stage.roll("").is_empty());
    let people: Vec<Value> = (0..2)
        .map(|actor| deed["actors"][actor]["person_id"].clone())
        .collect();
    let consents: Vec<String> = people
        .iter()
        .map(|one| stage.agreed(one, &of_person()))
        .collect();
    let roll = stage.roll("?group=true");
    assert_eq!(roll.len(), 1);
    assert_eq!(roll[0]["name"], "测试救人群体");
    assert_eq!(roll[0]["members"].as_array().unwrap().len(), 2);
    assert_eq!(roll[0]["other_members"], 1);
    assert_eq!(roll[0]["highest_level"], "municipal");
    // Whoever was honoured with the group alone stands in its entry.
    assert_eq!(stage.roll("").len(), 1);
    let name = stage.name_of(&people[0]);
    assert_eq!(stage.found(&name), roll);
    stage.take_back(&consents[0], &[]);
    let roll = stage.roll("?group=true");
    assert_eq!(roll[0]["members"].as_array().unwrap().len(), 1);
    assert_eq!(roll[0]["other_members"], 2);
    assert!(!json!(roll).to_string().contains(&name));
}

#[test]
fn a_corrected_name_is_shown_as_it_is_now_under_the_same_id() {
    let stage = Stage::open();
    let deed = stage.confirmed(1);
    let person = deed["actors"][0]["person_id"].clone();
    stage.agreed(&person, &of_person());
    let before = stage.roll("").remove(0);
    let name = synthetic::name();
    stage.change(&person, &json!({ "name": name }));
    let after = stage.roll("").remove(0);
    assert_eq!(after["id"], before["id"]);
    assert_eq!(after["name"], name);
    assert_eq!(stage.found(&text(&before["name"])).len(), 0);
}
