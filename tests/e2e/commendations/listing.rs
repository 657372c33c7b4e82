//! What bodies above the city grant is recorded with its paper; a place on a list is no praise.

use serde_json::json;

use super::{Hall, SIGNING, immediate};
use crate::deeds::text;

#[test]
fn a_listing_on_the_national_roll_is_recorded_and_is_no_praise() {
    let hall = Hall::open();
    let file = hall.reviewed("liaocheng_model");
    let listed = json!({
        "title": "national_brave",
        "document": { "organ": "中共中央政法委员会", "number": "测勇士榜〔2026〕1号" }
    });
    hall.done(&file, "outside-awards", listed);
    let award = &hall.case(&file, 0)["awards"][0];
    assert_eq!(award["listing"], true);
    assert_eq!(award["level"], "national");
    let person = text(&file["actors"][0]["person_id"]);
    let held = hall
        .city
        .caller
        .all(&format!("/v1/people/{person}/honours"));
    let kinds: Vec<String> = held.iter().map(|one| text(&one["kind"])).collect();
    assert_eq!(kinds, ["listing", "confirmation"]);
}

#[test]
fn the_city_submits_for_a_title_of_the_province_and_records_what_comes_of_it() {
    let hall = Hall::open();
    let file = hall.reviewed("shandong_model");
    let submission =
        json!({ "organ": "测试省委政法委员会", "opinion": "测试：同意", "reason": "测试：已查明" });
    hall.done(&file, "submissions", submission);
    assert_eq!(hall.state(&file), "submitted");
    let low = json!({
        "title": "liaocheng_model", "document": { "organ": "测试省", "number": "测〔2026〕1号" }
    });
    assert_eq!(
        hall.refused(&file, "outside-awards", low),
        ["granted_above"]
    );
    let granted = json!({
        "title": "shandong_model", "document": { "organ": "测试省委政法委员会", "number": "测〔2026〕2号" }
    });
    hall.done(&file, "outside-awards", granted);
    let told = json!({ "facts": "测试", "reasons": "测试" });
    assert_eq!(
        hall.refused(&file, "revocation-notices", told),
        ["granted_here"]
    );
    let revoked = json!({
        "reason": "测试：事迹不实", "document": { "organ": "测试省委政法委员会", "number": "测〔2026〕3号" }
    });
    hall.done(&file, "outside-revocations", revoked);
    assert_eq!(hall.state(&file), "revoked");
}

#[test]
fn what_was_not_granted_above_may_be_reviewed_again() {
    let hall = Hall::open();
    let file = hall.reviewed("shandong_model");
    let submission =
        json!({ "organ": "测试省委政法委员会", "opinion": "测试：同意", "reason": "测试：已查明" });
    hall.done(&file, "submissions", submission);
    let refused =
        json!({ "document": { "organ": "测试省委政法委员会", "number": "测〔2026〕4号" } });
    hall.done(&file, "outside-refusals", refused);
    assert_eq!(hall.state(&file), "not_granted");
    hall.done(&file, "readmission", json!({ "reason": "测试：下一年度" }));
    assert_eq!(
        hall.refused(&file, "immediate-awards", immediate(&SIGNING))[0],
        "at_title_level"
    );
}
