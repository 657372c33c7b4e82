//! Somebody of the city who died in a deed elsewhere, and whose next of kin receive the title.

use serde_json::json;

use super::{Hall, SIGNING, accepted, conferral, immediate, nomination};
use crate::deeds::Office;
use crate::harness::CITY;
use crate::out_of_city::Desk;

#[test]
fn a_hero_who_died_elsewhere_is_honoured_after_death_and_two_next_of_kin_agree_who_receives() {
    let desk = Desk::open();
    let recognised = desk.after("deceased", "CHECKED recognition");
    let hall = Hall::of(Office::of(desk.server));
    let mut body = nomination(CITY, "liaocheng_model", &recognised);
    let members = body.as_object_mut().unwrap();
    members.remove("deed_id");
    members.insert("recognition_id".to_owned(), recognised["id"].clone());
    body["members"][0]["harm"] = json!("died");
    let file = Hall::try_nominate(&hall.city, &body).expect(201).json();
    assert_eq!(file["recognition_id"], recognised["id"]);
    hall.done(&file, "acceptance", json!({}));
    hall.done(&file, "nominee-acceptances", accepted());
    hall.done(&file, "immediate-awards", immediate(&SIGNING));
    assert_eq!(hall.case(&file, 0)["awards"][0]["posthumous"], true);

    assert_eq!(
        hall.refused(&file, "conferral", conferral("测试父亲")),
        ["kin_known"]
    );
    let kin = |agrees: bool| {
        json!({ "recipient": "测试父亲", "kin": [
            { "name": "测试父亲", "kinship": "parent", "agrees": true },
            { "name": "测试母亲", "kinship": "parent", "agrees": agrees }
        ] })
    };
    assert_eq!(
        hall.refused(&file, "kin-agreements", kin(false)),
        ["kin_unanimous"]
    );
    hall.done(&file, "kin-agreements", kin(true));
    assert_eq!(
        hall.refused(&file, "conferral", conferral("测试母亲")),
        ["recipient_agreed"]
    );
    hall.done(&file, "conferral", conferral("测试父亲"));
    assert_eq!(hall.case(&file, 0)["state"], "conferred");

    let person = recognised["actors"][0]["person_id"].as_str().unwrap();
    let honours = hall
        .county
        .caller
        .all(&format!("/v1/people/{person}/honours"));
    let titles: Vec<&str> = honours
        .iter()
        .filter_map(|one| one["title"].as_str())
        .collect();
    assert!(titles.contains(&"liaocheng_model"), "{honours:?}");
}
