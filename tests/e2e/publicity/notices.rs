//! The statutory notices while they are up.

use serde_json::json;

use super::Stage;
use crate::deeds::{text, unused_number};

#[test]
fn a_notice_is_up_until_its_last_day_and_then_gone() {
    let stage = Stage::open();
    let office = &stage.hall.office;
    let deed = office.assessed(1);
    let number = unused_number("聊见义公");
    office.done(&deed, "publication", &json!({ "number": number }));
    let anybody = stage.anybody();
    let notices = anybody.all("/v1/public/notices");
    assert_eq!(notices.len(), 1);
    let notice = &notices[0];
    assert_eq!(notice["number"], number);
    assert_eq!(notice["until"], "2026-03-09");
    let name = stage.name_of(&deed["actors"][0]["person_id"]);
    assert!(notice["paragraphs"].to_string().contains(&name));
    assert_eq!(anybody.all("/v1/public/notices?county=371521").len(), 0);
    let address = format!("/v1/public/notices/{}", text(&notice["id"]));
    anybody.get(&address).send().expect(200);
    office.today("2026-03-09");
    anybody.get(&address).send().expect(200);
    office.today("2026-03-10");
    let gone = anybody.get(&address).send();
    gone.problem(410, "gone");
    assert!(!gone.text().contains(&name));
    assert!(anybody.all("/v1/public/notices").is_empty());
}

#[test]
fn a_notice_that_is_given_up_is_taken_down_at_once() {
    let stage = Stage::open();
    let office = &stage.hall.office;
    let deed = office.assessed(1);
    let number = unused_number("聊见义公");
    office.done(&deed, "publication", &json!({ "number": number }));
    let anybody = stage.anybody();
    let notice = anybody.all("/v1/public/notices").remove(0);
    let waiver = json!({
        "reason": "safety", "note": "测试：行为人请求保密", "second_officer_id": office.second
    });
    office.done(&deed, "publication-waiver", &waiver);
    assert!(anybody.all("/v1/public/notices").is_empty());
    let address = format!("/v1/public/notices/{}", text(&notice["id"]));
    anybody.get(address).send().problem(410, "gone");
}
