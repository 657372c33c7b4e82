//! The life of a studio to its review after three years.

use serde_json::{Value, json};

use super::{address, case, hero, ready, running, take};
use crate::deeds::{text, unmet};
use crate::out_of_city::Desk;

fn assessment(desk: &Desk, year: i32) -> Value {
    desk.county.signed(json!({
        "year": year, "place_and_sign": 10, "leader_and_members": 8, "rules_and_ledgers": 9, "note": "测试"
    }))
}

#[test]
fn a_studio_is_named_runs_three_years_and_is_reviewed() {
    let desk = Desk::open();
    let studio = ready(&desk, &hero(&desk)["person"]);
    let named = take(&desk.city, &studio, "approval", &super::naming(&desk)).expect(201);
    assert_eq!(named.json()["actors"][0]["state"], "approved");
    let papers = desk
        .city
        .caller
        .all(&format!("{}/documents", address(&studio)));
    assert_eq!(papers[0]["kind"], "studio_naming");
    let opening = json!({ "sign": "聊工室牌1号" });
    take(&desk.county, &studio, "opening", &opening).expect(201);
    for year in 2026..2029 {
        desk.today(&format!("{year}-06-01"));
        for _ in 0..4 {
            let activity = json!({ "function": "publicity", "place": "测试小学", "heads": 40, "text": "测试" });
            take(&desk.county, &studio, "activities", &activity).expect(201);
        }
        for _ in 0..3 {
            let visit = json!({ "whom": "测试英模家庭", "text": "测试" });
            take(&desk.county, &studio, "visits", &visit).expect(201);
        }
        for _ in 0..2 {
            let clue = json!({ "text": "测试：有人救起落水者" });
            take(&desk.county, &studio, "clues", &clue).expect(201);
            let item = json!({ "medium": "测试日报", "title": "测试" });
            take(&desk.county, &studio, "publicity", &item).expect(201);
        }
        let report = json!({ "year": year, "text": "测试" });
        let early = take(&desk.county, &studio, "yearly-reports", &report);
        assert_eq!(unmet(&early), ["report_new"]);
        desk.today(&format!("{}-01-10", year + 1));
        take(&desk.county, &studio, "yearly-reports", &report).expect(201);
        take(
            &desk.county,
            &studio,
            "assessments",
            &assessment(&desk, year),
        )
        .expect(201);
    }
    let ledger = case(&desk, &studio);
    let assessed = &ledger["assessments"][2];
    assert_eq!(assessed["total"], 10 + 8 + 9 + 25 + 10 + 15 + 10 + 10);
    assert_eq!(assessed["result"], "excellent");
    assert_eq!(ledger["reports"][0]["in_time"], true);
    assert_eq!(ledger["activities"].as_array().unwrap().len(), 12);
    let review = desk
        .county
        .signed(json!({ "passed": true, "note": "测试" }));
    assert_eq!(
        unmet(&take(&desk.county, &studio, "reviews", &review)),
        ["review_due"]
    );
    desk.today("2029-03-05");
    take(&desk.county, &studio, "reviews", &review).expect(201);
    assert_eq!(case(&desk, &studio)["reviews"][0]["passed"], true);
    let sheets = desk
        .city
        .caller
        .all(&format!("{}/documents", address(&studio)));
    let sheets = sheets
        .iter()
        .filter(|one| one["kind"] == "studio_assessment");
    assert_eq!(sheets.count(), 3);
}

#[test]
fn a_poor_year_is_put_right_or_the_name_ends() {
    let desk = Desk::open();
    let studio = running(&desk, &hero(&desk)["person"]);
    let notice = json!({ "requirements": "测试：补足活动" });
    let early = take(&desk.county, &studio, "rectification-notices", &notice);
    assert_eq!(unmet(&early), ["run_short"]);
    desk.today("2027-01-10");
    let mut over = assessment(&desk, 2026);
    over["place_and_sign"] = json!(11);
    over["result"] = json!("pass");
    let refused = take(&desk.county, &studio, "assessments", &over);
    assert_eq!(unmet(&refused), ["points_within", "departure_reasoned"]);
    let mut poor = assessment(&desk, 2026);
    poor["result"] = json!("rectify");
    poor["reason"] = json!("测试：首年度");
    take(&desk.county, &studio, "assessments", &poor).expect(201);
    let assessed = case(&desk, &studio)["assessments"][0].clone();
    assert_eq!(
        (&assessed["total"], &assessed["computed"]),
        (&json!(27), &json!("withdraw"))
    );
    take(&desk.county, &studio, "rectification-notices", &notice).expect(201);
    assert_eq!(text(&case(&desk, &studio)["state"]), "rectifying");
    let done = desk.county.signed(json!({ "note": "测试：已补足" }));
    take(&desk.county, &studio, "rectification-completions", &done).expect(201);
    assert_eq!(text(&case(&desk, &studio)["state"]), "active");
}
