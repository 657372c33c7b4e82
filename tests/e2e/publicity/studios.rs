//! The studios that everybody may see.

use serde_json::json;

use crate::deeds::text;
use crate::out_of_city::Desk;
use crate::studios::{hero, name_of, running};

#[test]
fn a_studio_is_shown_without_its_contact_until_the_hero_takes_the_consent_back() {
    let desk = Desk::open();
    let hero = hero(&desk);
    let person = &hero["person"];
    let studio = running(&desk, person);
    let anybody = desk.server.anonymous();
    let shown = anybody.all("/v1/public/studios");
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0]["name"], name_of(person));
    assert_eq!(shown[0]["county"]["code"], "371502");
    let told = json!(shown).to_string();
    for hidden in ["测试联系人", "测试成员一", "综治中心", &text(&studio["id"])] {
        assert!(!told.contains(hidden), "{hidden}");
    }
    let county = &desk.county;
    let consents = format!("/v1/people/{}/consents", text(&person["id"]));
    let consent = json!({
        "purpose": "studio",
        "consent": { "by": "person", "on": "2026-03-02", "paper": "测试同意书" },
        "story": "测试：救起一名落水者。"
    });
    let call = county.caller.post(&consents).on_behalf_of(&county.officer);
    let consent = call.json(&consent).send().expect(201).json();
    let address = format!("/v1/public/studios/{}", text(&shown[0]["id"]));
    let read = anybody.get(&address).send().expect(200).json();
    assert_eq!(read["story"], "测试：救起一名落水者。");
    let call = county
        .caller
        .post(format!("{consents}/{}/withdrawals", text(&consent["id"])));
    call.json(&json!({ "by": "person" })).send().expect(201);
    assert!(anybody.all("/v1/public/studios").is_empty());
    anybody.get(&address).send().problem(410, "gone");
}
