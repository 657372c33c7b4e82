//! What a studio tells of a deed, and who then steps back from it.

use serde_json::json;

use super::{case, hero, person, running, take};
use crate::deeds::{self, COUNTY, text, unmet};
use crate::out_of_city::Desk;

#[test]
fn a_clue_becomes_a_deed_that_members_of_the_studio_cannot_decide_on() {
    let desk = Desk::open();
    let studio = running(&desk, &hero(&desk)["person"]);
    let member = json!({ "member": {
        "name": "测试经办成员", "role": "联络员", "officer_id": desk.county.second
    } });
    take(&desk.county, &studio, "members-joined", &member).expect(201);
    let clue = json!({ "text": "测试：有人在河边救起落水者" });
    take(&desk.county, &studio, "clues", &clue).expect(201);
    let clue = text(&case(&desk, &studio)["clues"][0]["clue_id"]);
    let told = desk.county.caller.get(format!("/v1/clues/{clue}")).send();
    assert_eq!(told.expect(200).json()["state"], "received");
    let mut report = deeds::deed(COUNTY, &[&text(&person(&desk)["id"])]);
    report["clue_id"] = json!(clue);
    report["filer"] = json!("other_unit");
    let call = desk.county.caller.post("/v1/deeds");
    let deed = call.on_behalf_of(&desk.county.officer).json(&report).send();
    let deed = deed.expect(201).json();
    let accept = desk
        .county
        .caller
        .post(format!("/v1/deeds/{}/acceptance", text(&deed["id"])));
    let refused = accept
        .on_behalf_of(&desk.county.second)
        .json(&json!({}))
        .send();
    assert_eq!(unmet(&refused), ["not_recused"]);
    desk.county.done(&deed, "acceptance", &json!({}));
}

#[test]
fn a_clue_about_a_deed_on_file_makes_the_members_step_back() {
    let desk = Desk::open();
    let studio = running(&desk, &hero(&desk)["person"]);
    let member = json!({ "member": {
        "name": "测试经办成员", "role": "联络员", "officer_id": desk.county.second
    } });
    take(&desk.county, &studio, "members-joined", &member).expect(201);
    let report = deeds::deed(COUNTY, &[&text(&person(&desk)["id"])]);
    let call = desk.county.caller.post("/v1/deeds");
    let deed = call.on_behalf_of(&desk.county.officer).json(&report).send();
    let deed = deed.expect(201).json();
    let unknown = json!({ "text": "测试", "deed_id": studio["id"] });
    take(&desk.county, &studio, "clues", &unknown).expect(422);
    let clue = json!({ "text": "测试", "deed_id": deed["id"] });
    take(&desk.county, &studio, "clues", &clue).expect(201);
    let accept = desk
        .county
        .caller
        .post(format!("/v1/deeds/{}/acceptance", text(&deed["id"])));
    let refused = accept
        .on_behalf_of(&desk.county.second)
        .json(&json!({}))
        .send();
    assert_eq!(unmet(&refused), ["not_recused"]);
    assert_eq!(case(&desk, &studio)["clues"][0]["deed_id"], deed["id"]);
}
