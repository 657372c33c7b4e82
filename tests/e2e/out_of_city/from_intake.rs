//! What was told once, in an application of the public or in a deed on file, is not told again.

use serde_json::{Value, json};

use super::{Desk, ELSEWHERE, application, apply, fault};
use crate::deeds::{COUNTY, deed, states, text, unmet};
use crate::intake;

#[test]
fn an_application_of_the_public_becomes_a_recognition_with_its_day_of_receipt() {
    let desk = Desk::open();
    let mut told = intake::application(ELSEWHERE);
    told["home_region_code"] = json!(COUNTY);
    let receipt = intake::apply(&desk.server, &told);
    desk.today("2026-04-20");
    let taken = json!({
        "region_code": COUNTY, "application_id": receipt["id"],
        "actors": [{ "person_id": desk.person("living") }]
    });
    let mut told_twice = taken.clone();
    told_twice["incident"] = application(&[])["incident"].clone();
    assert_eq!(
        fault(&apply(&desk.county, &told_twice)),
        "/incident incident_told_twice"
    );
    let file = desk.send(&taken);
    assert_eq!(file["received_on"], "2026-03-02");
    for member in ["act_types", "occurred_on", "place"] {
        assert_eq!(file[member], told[member], "{member}");
    }
    assert_eq!(file["filer"], told["applicant"]["filer"]);
    assert_eq!(file["summary"], "测试：跳入河中，\n救起一名落水儿童。");
    let filing = intake::read(&desk.county.caller, "applications", &receipt["id"]);
    assert_eq!(
        (&filing["recognition_id"], filing.get("deed_id")),
        (&file["id"], None)
    );
    let status = intake::status(&desk.server, &receipt);
    assert_eq!(status["state"], "taken_up");
    assert_eq!(status["text"]["zh"], "已立案办理");
    assert_eq!(status["actors"][0]["progress"], "registered");
    desk.walk(&file, "acceptance");
    let status = intake::status(&desk.server, &receipt);
    assert_eq!(status["actors"][0]["progress"], "under_review");
    let before = desk.server.snapshot();
    apply(&desk.county, &taken).problem(409, "not_possible");
    assert_eq!(before.differs_in(&desk.server.snapshot()), [""; 0]);
}

#[test]
fn a_deed_that_was_done_elsewhere_goes_on_as_a_recognition_of_all_its_people() {
    let desk = Desk::open();
    let county = &desk.county;
    let people = [desk.person("living"), desk.person("deceased")];
    let mut told = intake::application(ELSEWHERE);
    told["home_region_code"] = json!(COUNTY);
    let receipt = intake::apply(&desk.server, &told);
    let mut report = deed(COUNTY, &[&people[0], &people[1]]);
    report["place"]["region_code"] = json!(ELSEWHERE);
    report["application_id"] = receipt["id"].clone();
    let reported = county.caller.post("/v1/deeds").json(&report).send();
    let reported = reported.expect(201).json();
    desk.today("2026-03-20");
    let redirect = |deed: &Value, members: &Value| {
        let mut body = json!({ "reason": "测试：当地已确认" });
        for (name, value) in members.as_object().unwrap() {
            body[name] = value.clone();
        }
        county
            .caller
            .post(format!("/v1/deeds/{}/redirection", text(&deed["id"])))
            .on_behalf_of(&county.officer)
            .json(&body)
            .send()
    };
    let moved = redirect(&reported, &json!({})).expect(201).json();
    assert_eq!(states(&moved), ["redirected", "redirected"]);
    let list = county.caller.all(&format!(
        "/v1/out-of-city-recognitions?person={}",
        people[0]
    ));
    let [file] = list.try_into().unwrap();
    assert_eq!(file["received_on"], "2026-03-02");
    for member in ["act_types", "occurred_on", "place", "filer", "summary"] {
        assert_eq!(file[member], reported[member], "{member}");
    }
    for (actor, person) in people.iter().enumerate() {
        assert_eq!(file["actors"][actor]["person_id"], *person);
        assert_eq!(desk.case(&file, actor)["deed_id"], reported["id"]);
    }
    assert_eq!(desk.case(&file, 1)["deceased"], true);
    desk.walk(&file, "acceptance");
    let status = intake::status(&desk.server, &receipt);
    assert_eq!(status["actors"][0]["progress"], "under_review");

    // Once is enough, and what was done here is no recognition.
    let before = desk.server.snapshot();
    assert_eq!(unmet(&redirect(&reported, &json!({}))), ["state"]);
    let here = deed(COUNTY, &[&desk.person("living")]);
    let here = county
        .caller
        .post("/v1/deeds")
        .json(&here)
        .send()
        .expect(201)
        .json();
    assert_eq!(unmet(&redirect(&here, &json!({}))), ["lies_elsewhere"]);
    let after = desk.server.snapshot();
    assert!(
        before
            .differs_in(&after)
            .iter()
            .all(|table| !table.contains("recognition"))
    );
}
