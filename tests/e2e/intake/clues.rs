//! Clues, and who reads what came in.

use serde_json::json;

use super::{COUNTY, NEIGHBOUR, application, apply, clue, read, tell, text};
use crate::deeds::deed;
use crate::harness::{TestServer, synthetic};

#[test]
fn a_clue_is_answered_with_its_number_and_nothing_else() {
    let server = TestServer::start();
    let anonymous = server.anonymous();
    let answer = anonymous
        .post("/v1/public/clues")
        .json(&clue(COUNTY))
        .send()
        .expect(201);
    assert_eq!(answer.json().as_object().unwrap().len(), 1);
    let least = json!({ "text": "测试" });
    let nameless = tell(&server, &least);
    let seen = read(&server.city(), "clues", &json!(nameless));
    assert_eq!(seen["occurred_on"]["precision"], "unknown");
    assert!(seen.get("contact").is_none());
    for (body, status, code) in [
        (json!({}), 400, "invalid_body"),
        (json!({ "text": " " }), 422, "invalid_data"),
        (json!({ "text": "测".repeat(2001) }), 422, "invalid_data"),
        (json!({ "text": "测试", "who": "x" }), 400, "invalid_body"),
    ] {
        let refused = anonymous.post("/v1/public/clues").json(&body).send();
        refused.problem(status, code);
    }
}

#[test]
fn a_county_reads_what_is_its_own_masked_and_in_full_only_with_a_purpose() {
    let server = TestServer::start();
    let receipt = apply(&server, &application(COUNTY));
    let clue = json!(tell(&server, &clue(COUNTY)));
    let (county, neighbour) = (server.county(COUNTY), server.county(NEIGHBOUR));
    let plain = server.caller(&["intake:read"], &[COUNTY]);
    for (collection, id, phone) in [
        ("applications", &receipt["id"], "/applicant/phone"),
        ("clues", &clue, "/contact/phone"),
    ] {
        let list = format!("/v1/{collection}");
        let address = format!("{list}/{}", text(id));
        assert!(neighbour.all(&list).is_empty());
        neighbour.get(&address).send().problem(404, "not_found");
        let masked = read(&county, collection, id);
        assert_eq!(county.all(&list), std::slice::from_ref(&masked));
        assert_eq!(masked["masked"], true);
        assert!(text(masked.pointer(phone).unwrap()).contains("****"));
        let refused = plain.get(&address).purpose("confirmation").send();
        refused.problem(403, "insufficient_scope");
        let full = county.get(&address).purpose("confirmation").send();
        let full = full.expect(200).json();
        assert!(text(full.pointer(phone).unwrap()).starts_with("1990000000"));
        let kind = collection.trim_end_matches('s');
        let entries = county.all(&format!("/v1/audit?subject={}", text(id)));
        assert_eq!(entries[0]["action"], format!("{kind}.sensitive_read"));
        assert_eq!(entries[0]["purpose"], "confirmation");
    }
}

#[test]
fn a_list_is_filtered_by_state() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let withdrawn = apply(&server, &application(COUNTY));
    let open = apply(&server, &application(COUNTY));
    let code = text(&withdrawn["tracking_code"]);
    let anonymous = server.anonymous();
    let address = format!("/v1/public/applications/{code}/withdrawal");
    anonymous.post(address).send().expect(201);
    for (state, expected) in [("withdrawn", &withdrawn), ("received", &open)] {
        let found = county.all(&format!("/v1/applications?state={state}"));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0]["id"], expected["id"]);
    }
    let unknown = county.get("/v1/applications?state=lost").send();
    unknown.problem(400, "invalid_query");
}

#[test]
fn deed_dup_points_out_what_came_earlier_to_the_same_county() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let earlier = |id: &serde_json::Value| {
        let seen = read(&county, "applications", id);
        (
            seen["likely_deed_ids"].clone(),
            seen["likely_application_ids"].clone(),
        )
    };
    let first = application(COUNTY);
    let first_id = apply(&server, &first)["id"].clone();
    assert_eq!(earlier(&first_id), (json!([]), json!([])));

    // The same day, place and kind of act.
    let second_id = apply(&server, &application(COUNTY))["id"].clone();
    assert_eq!(earlier(&second_id), (json!([]), json!([first_id])));

    // Another kind of act on another day, but the same actor.
    let mut same_actor = application(COUNTY);
    same_actor["actors"] = first["actors"].clone();
    same_actor["occurred_on"] = json!({ "precision": "year", "value": "2025" });
    let same_actor = apply(&server, &same_actor)["id"].clone();
    assert_eq!(earlier(&same_actor), (json!([]), json!([first_id])));

    // Another kind of act of somebody else.
    let mut other = application(COUNTY);
    other["act_types"] = json!(["fighting_crime_against_public"]);
    let other = apply(&server, &other)["id"].clone();
    assert_eq!(earlier(&other), (json!([]), json!([])));

    // A deed on file, of the same incident, and one of the same actor.
    let mut person = synthetic::person(COUNTY);
    person["citizen_number"] = first["actors"][0]["citizen_number"].clone();
    let person = county.post("/v1/people").json(&person).send().expect(201);
    let mut report = deed(COUNTY, &[&text(&person.json()["id"])]);
    let like = county.post("/v1/deeds").json(&report).send().expect(201);
    report["occurred_on"] = json!({ "precision": "day", "value": "2026-01-02" });
    let of_actor = county.post("/v1/deeds").json(&report).send().expect(201);
    let third = apply(&server, &application(COUNTY))["id"].clone();
    let deeds = earlier(&third).0;
    assert_eq!(deeds, json!([like.json()["id"]]));
    let fourth = apply(&server, &first)["id"].clone();
    let deeds = earlier(&fourth).0;
    assert_eq!(deeds, json!([like.json()["id"], of_actor.json()["id"]]));

    // A clue says nothing of the kind of act. The list shows the same as the item.
    let clue = json!(tell(&server, &clue(COUNTY)));
    let seen = read(&county, "clues", &clue);
    assert_eq!(seen["likely_deed_ids"], json!([like.json()["id"]]));
    assert_eq!(seen["likely_application_ids"].as_array().unwrap().len(), 5);
    assert_eq!(county.all("/v1/clues"), [seen]);

    // Nothing of another county.
    let neighbour = apply(&server, &application(NEIGHBOUR))["id"].clone();
    let seen = read(&server.city(), "applications", &neighbour);
    assert_eq!(seen["likely_application_ids"], json!([]));
}

#[test]
fn a_kept_answer_is_read_anew_once_a_deed_like_it_says_something_else() {
    let server = TestServer::start();
    let county = server.county(COUNTY);
    let file = county.post("/v1/people").json(&synthetic::person(COUNTY));
    let file = text(&file.send().expect(201).json()["id"]);
    let like = county.post("/v1/deeds").json(&deed(COUNTY, &[&file]));
    let like = like.send().expect(201).json();
    let id = apply(&server, &application(COUNTY))["id"].clone();
    let address = format!("/v1/applications/{}", text(&id));
    let first = county.get(&address).send().expect(200);
    assert_eq!(first.json()["likely_deed_ids"], json!([like["id"]]));
    let again = || {
        let kept = county.get(&address);
        kept.header("If-None-Match", first.etag()).send()
    };
    again().expect(304);
    let change = json!({ "occurred_on": { "value": "2026-01-02" } });
    let correction = county
        .patch(format!("/v1/deeds/{}", text(&like["id"])))
        .if_match("*")
        .body("application/merge-patch+json", change.to_string());
    correction.send().expect(200);
    let now = again().expect(200).json();
    assert_eq!(now["likely_deed_ids"], json!([]));
    assert_eq!(now["version"], first.json()["version"]);
}
