//! Who may agree for whom, and to what.

use serde_json::json;

use super::{Stage, of_person, published};
use crate::deeds::{NEIGHBOUR, text};
use crate::harness::{Answer, synthetic};

/// The codes of what is wrong with a body.
fn codes(answer: &Answer) -> Vec<String> {
    let problem = answer.problem(422, "invalid_data");
    let errors = problem["errors"].as_array().unwrap().clone();
    errors.iter().map(|error| text(&error["code"])).collect()
}

#[test]
fn an_adult_agrees_in_person_a_minor_by_the_guardian_and_of_who_died_the_next_of_kin() {
    let stage = Stage::open();
    let office = &stage.hall.office;
    let mut adult = synthetic::person("371502");
    adult["life_status"] = json!("living");
    let file = office
        .county
        .post("/v1/people")
        .json(&adult)
        .send()
        .expect(201)
        .json();
    let by = |who: &str| {
        let mut consent = of_person();
        consent["consent"]["by"] = json!(who);
        consent
    };
    for who in ["guardian", "spouse", "child", "parent"] {
        let code = if who == "guardian" {
            "guardian_of_adult"
        } else {
            "person_lives"
        };
        assert_eq!(
            codes(&stage.consent(&file["id"], &by(who))),
            [code],
            "{who}"
        );
    }
    stage.consent(&file["id"], &by("person")).expect(201);

    let mut child = synthetic::person("371502");
    child["citizen_number"] = json!(synthetic::citizen_number_of("371502", "20140101", 17));
    child["life_status"] = json!("living");
    let child = office
        .county
        .post("/v1/people")
        .json(&child)
        .send()
        .expect(201)
        .json();
    for consent in [by("person"), by("parent"), published()] {
        let refused = stage.consent(&child["id"], &consent);
        assert_eq!(codes(&refused), ["consent_of_guardian_required"]);
    }
    let mut named = by("guardian");
    named["story"] = json!(format!("测试：{}救起一名落水者。", text(&child["name"])));
    assert_eq!(
        codes(&stage.consent(&child["id"], &named)),
        ["text_names_minor"]
    );
    stage.consent(&child["id"], &by("guardian")).expect(201);

    let mut dead = synthetic::person("371502");
    dead["life_status"] = json!("deceased");
    dead["died_on"] = json!({ "precision": "day", "value": "2026-02-20" });
    let dead = office
        .county
        .post("/v1/people")
        .json(&dead)
        .send()
        .expect(201)
        .json();
    assert_eq!(
        codes(&stage.consent(&dead["id"], &by("person"))),
        ["consent_of_kin_required"]
    );
    stage.consent(&dead["id"], &by("parent")).expect(201);
    stage.consent(&dead["id"], &published()).expect(201);
}

#[test]
fn what_the_file_does_not_say_is_not_guessed() {
    let stage = Stage::open();
    let office = &stage.hall.office;
    let person = synthetic::person("371502");
    let file = office
        .county
        .post("/v1/people")
        .json(&person)
        .send()
        .expect(201)
        .json();
    assert_eq!(
        codes(&stage.consent(&file["id"], &of_person())),
        ["life_status_unknown"]
    );
    let mut historic = json!({
        "name": synthetic::name(), "region_code": "371500", "file_origin": "historic",
        "source": "测试旧表", "synthetic": true, "life_status": "living"
    });
    historic["birth_date"] = json!({ "precision": "unknown" });
    let city = &stage.hall.city;
    let historic = city
        .caller
        .post("/v1/people")
        .json(&historic)
        .send()
        .expect(201)
        .json();
    let consents = format!("/v1/people/{}/consents", text(&historic["id"]));
    let call = city.caller.post(&consents).on_behalf_of(&city.officer);
    assert_eq!(codes(&call.json(&of_person()).send()), ["age_unknown"]);
    let call = city.caller.post(&consents).on_behalf_of(&city.officer);
    call.json(&published()).send().expect(201);
}

#[test]
fn a_consent_has_one_basis_an_officer_and_no_day_to_come() {
    let stage = Stage::open();
    let deed = stage.confirmed(1);
    let person = &deed["actors"][0]["person_id"];
    let mut both = of_person();
    both["publication"] = published()["publication"].clone();
    let mut neither = of_person();
    neither.as_object_mut().unwrap().remove("consent");
    for consent in [both, neither] {
        assert_eq!(codes(&stage.consent(person, &consent)), ["one_basis"]);
    }
    let mut later = of_person();
    later["consent"]["on"] = json!("2026-03-18");
    assert_eq!(codes(&stage.consent(person, &later)), ["consent_in_future"]);
    let office = &stage.hall.office;
    let call = office
        .county
        .post(format!("/v1/people/{}/consents", text(person)));
    call.json(&of_person())
        .send()
        .problem(403, "officer_required");
}

#[test]
fn a_text_with_a_number_or_with_the_name_of_somebody_else_is_refused() {
    let stage = Stage::open();
    let deed = stage.confirmed(2);
    let person = &deed["actors"][0]["person_id"];
    let helped = "测试受益人";
    let other = stage.name_of(&deed["actors"][1]["person_id"]);
    for (story, code) in [
        ("测试：电话19900000001。".to_owned(), "text_holds_number"),
        (format!("测试：救起{helped}。"), "text_names_helped"),
        (
            format!("测试：与{other}一同救起一人。"),
            "text_names_helped",
        ),
    ] {
        let mut consent = of_person();
        consent["story"] = json!(story);
        assert_eq!(codes(&stage.consent(person, &consent)), [code], "{story}");
    }
}

#[test]
fn another_county_reads_no_consents_and_gives_none() {
    let stage = Stage::open();
    let deed = stage.confirmed(1);
    let person = &deed["actors"][0]["person_id"];
    let consent = stage.agreed(person, &of_person());
    let office = &stage.hall.office;
    let list = format!("/v1/people/{}/consents", text(person));
    assert_eq!(office.county.all(&list).len(), 1);
    let read = office.county.get(&consent).send().expect(200);
    assert_eq!(read.json()["shown"], json!(["name", "unit", "story"]));
    let neighbour = office.server.county(NEIGHBOUR);
    neighbour.get(&list).send().problem(404, "not_found");
    neighbour.get(&consent).send().problem(404, "not_found");
    let call = neighbour.post(format!("{consent}/withdrawals"));
    call.json(&json!({ "by": "person" }))
        .send()
        .problem(404, "not_found");
}
