//! What was told once, in an application of the public or in a deed on file, is not told again.

use serde_json::{Value, json};

use super::{Desk, ELSEWHERE, application, apply, confirmation, fault};
use crate::deeds::{COUNTY, Committee, NEIGHBOUR, deed};
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
        "/incident taken_up_twice"
    );
    let file = desk.send(&taken);
    assert_eq!(file["received_on"], "2026-03-02");
    for member in ["act_types", "occurred_on", "place"] {
        assert_eq!(file[member], told[member], "{member}");
    }
    assert_eq!(file["filer"], told["applicant"]["filer"]);
    assert_eq!(file["summary"], "测试：跳入河中， 救起一名落水儿童。");
    let filing = intake::read(&desk.county.caller, "applications", &receipt["id"]);
    assert_eq!(
        (&filing["recognition_id"], filing.get("deed_id")),
        (&file["id"], None)
    );
    assert_eq!(intake::status(&desk.server, &receipt)["state"], "taken_up");
    let before = desk.server.snapshot();
    apply(&desk.county, &taken).problem(409, "not_possible");
    assert_eq!(before.differs_in(&desk.server.snapshot()), [""; 0]);
}

#[test]
fn a_deed_on_file_becomes_a_recognition_of_all_its_people() {
    let desk = Desk::open();
    let neighbour = Committee::of(&desk.server, NEIGHBOUR);
    let people = [desk.person("living"), desk.person("deceased")];
    let mut report = deed(COUNTY, &[&people[0], &people[1]]);
    report["place"]["region_code"] = json!(ELSEWHERE);
    let reported = desk.county.caller.post("/v1/deeds").json(&report).send();
    let reported = reported.expect(201).json();
    desk.today("2026-03-20");
    let taken = json!({
        "region_code": COUNTY, "deed_id": reported["id"],
        "local_confirmation": { "status": "present", "document": confirmation() }
    });
    let file = desk.send(&taken);
    assert_eq!(file["received_on"], "2026-03-02");
    for member in ["act_types", "occurred_on", "place", "filer", "summary"] {
        assert_eq!(file[member], report[member], "{member}");
    }
    for (actor, person) in people.iter().enumerate() {
        assert_eq!(file["actors"][actor]["person_id"], *person);
        assert_eq!(desk.case(&file, actor)["deed_id"], reported["id"]);
    }
    assert_eq!(desk.case(&file, 1)["deceased"], true);

    let before = desk.server.snapshot();
    assert_eq!(
        fault(&apply(&desk.county, &taken)),
        "/deed_id deed_taken_over"
    );
    let with = |member: &str, value: Value| {
        let mut body = taken.clone();
        body[member] = value;
        body
    };
    let unknown = with("deed_id", json!("01930000-0000-7000-8000-000000000000"));
    assert_eq!(
        fault(&apply(&desk.county, &unknown)),
        "/deed_id deed_unknown"
    );
    let there = with("region_code", json!(NEIGHBOUR));
    assert_eq!(fault(&apply(&neighbour, &there)), "/deed_id deed_unknown");
    assert_eq!(before.differs_in(&desk.server.snapshot()), [""; 0]);
}
