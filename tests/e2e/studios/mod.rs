//! Studios that carry a hero's name, from the proposal to the end of the name.

mod clues;
mod counties;
mod life;
mod names;
mod naming;
mod stored_facts;
mod withdrawal;

use serde_json::{Value, json};

use crate::attachments::{PAPER, with_paper};
use crate::deeds::{COUNTY, Committee, text, unused_number};
use crate::harness::{Answer, synthetic};
use crate::out_of_city::{self, Desk};

/// A hero whom the city recognised, as the person's file.
pub(crate) fn hero(desk: &Desk) -> Value {
    let person = person(desk);
    let file = desk.send(&out_of_city::application(&[&text(&person["id"])]));
    desk.walk(&file, "CHECKED recognition =recognised");
    json!({ "person": person, "recognition": file })
}

/// Somebody of the county who lives.
pub(crate) fn person(desk: &Desk) -> Value {
    let mut person = synthetic::person(COUNTY);
    person["life_status"] = json!("living");
    let call = desk.county.caller.post("/v1/people").json(&person);
    call.send().expect(201).json()
}

/// The name by the rule.
pub(crate) fn name_of(person: &Value) -> String {
    format!("见义勇为{}英模工作室", text(&person["name"]))
}

/// The proposal of a studio that somebody leads.
pub(crate) fn proposal(person: &Value) -> Value {
    json!({
        "region_code": COUNTY, "leader_id": person["id"], "filer": "own_motion",
        "studio": {
            "name": name_of(person), "host": "测试街道办事处", "place": "测试街道综治中心一楼",
            "contact": "测试联系人", "functions": ["publicity", "clue", "visit"],
            "members": [
                { "name": "测试成员一", "role": "宣讲员" },
                { "name": "测试成员二", "role": "联络员" },
                { "name": "测试成员三", "role": "志愿者" }
            ]
        }
    })
}

pub(crate) fn propose(committee: &Committee, proposal: &Value) -> Answer {
    let call = committee.caller.post("/v1/studios");
    call.on_behalf_of(&committee.officer).json(proposal).send()
}

pub(crate) fn address(studio: &Value) -> String {
    format!("/v1/studios/{}", text(&studio["id"]))
}

/// Takes a step as the first officer of a committee.
pub(crate) fn take(committee: &Committee, studio: &Value, resource: &str, body: &Value) -> Answer {
    let call = committee
        .caller
        .post(format!("{}/{resource}", address(studio)));
    let body = with_paper(&committee.caller, "studio", &studio["id"], body);
    call.on_behalf_of(&committee.officer).json(&body).send()
}

/// The case with the ledger.
pub(crate) fn case(desk: &Desk, studio: &Value) -> Value {
    let actor = text(&studio["actors"][0]["id"]);
    let case = format!("{}/actors/{actor}", address(studio));
    desk.city.caller.get(case).send().expect(200).json()
}

pub(crate) fn consent() -> Value {
    json!({ "by": "leader", "copy_id": PAPER })
}

pub(crate) fn visit(desk: &Desk) -> Value {
    desk.county
        .signed(json!({ "passed": true, "note": "测试" }))
}

pub(crate) fn naming(desk: &Desk) -> Value {
    desk.city
        .co_signed(json!({ "number": unused_number("聊工室") }))
}

/// A studio that was proposed, accepted, consented to and visited.
#[track_caller]
pub(crate) fn ready(desk: &Desk, person: &Value) -> Value {
    let studio = propose(&desk.county, &proposal(person)).expect(201).json();
    take(&desk.county, &studio, "acceptance", &json!({})).expect(201);
    take(&desk.county, &studio, "consents", &consent()).expect(201);
    take(&desk.county, &studio, "site-visits", &visit(desk)).expect(201);
    studio
}

/// A studio whose sign was hung.
#[track_caller]
pub(crate) fn running(desk: &Desk, person: &Value) -> Value {
    let studio = ready(desk, person);
    take(&desk.city, &studio, "approval", &naming(desk)).expect(201);
    let opening = json!({ "sign": "聊工室牌1号" });
    take(&desk.county, &studio, "opening", &opening).expect(201);
    studio
}

/// The rules of the conditions that a refusal names.
pub(crate) fn rules(refused: &Answer) -> Vec<String> {
    let unmet = refused.problem(409, "step_not_possible")["actors"][0]["unmet"].clone();
    let unmet = unmet.as_array().unwrap().iter();
    unmet
        .filter_map(|one| Some(one["rule"].as_str()?.to_owned()))
        .collect()
}

/// A studio that the city named, of somebody who was recognised, whatever is known of the person's life.
#[track_caller]
pub(crate) fn named(county: &Committee, city: &Committee, person: &Value) -> Value {
    let studio = propose(county, &proposal(person)).expect(201).json();
    take(county, &studio, "acceptance", &json!({})).expect(201);
    take(county, &studio, "consents", &consent()).expect(201);
    let visit = county.signed(json!({ "passed": true, "note": "测试" }));
    take(county, &studio, "site-visits", &visit).expect(201);
    let naming = json!({ "number": unused_number("聊工室"), "reason": "测试" });
    take(city, &studio, "approval", &city.co_signed(naming)).expect(201);
    studio
}
