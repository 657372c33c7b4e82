//! What a studio is not named without, told with the rules behind it.

use serde_json::json;

use super::{
    address, consent, hero, naming, person, proposal, propose, ready, rules, running, take, visit,
};
use crate::deeds::{text, unmet};
use crate::harness::Answer;
use crate::out_of_city::Desk;

fn named(desk: &Desk, studio: &serde_json::Value) -> Answer {
    let mut body = naming(desk);
    body["reason"] = json!("测试");
    take(&desk.city, studio, "approval", &body)
}

#[test]
fn nobody_is_named_who_was_not_honoured_or_whose_honour_was_revoked() {
    let desk = Desk::open();
    let studio = ready(&desk, &person(&desk));
    let refused = named(&desk, &studio);
    assert_eq!(unmet(&refused), ["honour_held"]);
    assert_eq!(rules(&refused), ["STUDIO-LEADER"]);
    let hero = hero(&desk);
    let recognition = &hero["recognition"];
    desk.walk(
        recognition,
        "revocation_notice defence_waiver revocation =revoked",
    );
    let studio = ready(&desk, &hero["person"]);
    let refused = named(&desk, &studio);
    assert_eq!(unmet(&refused), ["honour_held"]);
}

#[test]
fn nobody_is_named_without_consent_or_with_another_name() {
    let desk = Desk::open();
    let person = &hero(&desk)["person"];
    let mut other = proposal(person);
    other["studio"]["name"] = json!(format!("见义勇为{}工作室", text(&person["name"])));
    let studio = propose(&desk.county, &other).expect(201).json();
    take(&desk.county, &studio, "acceptance", &json!({})).expect(201);
    take(&desk.county, &studio, "site-visits", &visit(&desk)).expect(201);
    let refused = named(&desk, &studio);
    assert_eq!(unmet(&refused), ["consent_stands", "name_fits"]);
    assert_eq!(rules(&refused), ["STUDIO-LEADER", "STUDIO-NAME"]);
    let mut by_other = consent();
    by_other["by"] = json!("spouse");
    let refused = take(&desk.county, &studio, "consents", &by_other);
    assert_eq!(unmet(&refused), ["consent_by_entitled"]);
    take(&desk.county, &studio, "consents", &consent()).expect(201);
    let file = desk.county.caller.get(address(&studio)).send().expect(200);
    let tag = file.etag().to_owned();
    let patch = json!({ "name": super::name_of(person) });
    let call = desk.county.caller.call("PATCH", &address(&studio));
    let corrected = call.on_behalf_of(&desk.county.officer).if_match(&tag);
    let corrected = corrected.json(&patch).send().expect(200).json();
    assert_eq!(corrected["name"], super::name_of(person));
    take(&desk.city, &studio, "approval", &naming(&desk)).expect(201);
}

#[test]
fn a_hero_has_one_studio() {
    let desk = Desk::open();
    let person = &hero(&desk)["person"];
    running(&desk, person);
    let mut second = proposal(person);
    second["studio"]["name"] = json!(format!("{}（二）", super::name_of(person)));
    let studio = propose(&desk.county, &second).expect(201).json();
    take(&desk.county, &studio, "acceptance", &json!({})).expect(201);
    take(&desk.county, &studio, "consents", &consent()).expect(201);
    take(&desk.county, &studio, "site-visits", &visit(&desk)).expect(201);
    let refused = named(&desk, &studio);
    assert_eq!(unmet(&refused), ["one_studio", "name_fits"]);
}
