//! The statutory procedure by the calendar: sixty days and what follows them, over public holidays
//! and days worked to make up for them, and into a year whose days off are not loaded, until they are.

use serde_json::{Value, json};

use super::{Office, clock, states, text};
use crate::harness::CITY;

/// What is overdue, as kind and day, in the order of the worklist.
fn overdue(office: &Office, deed: &Value) -> Vec<(String, String)> {
    listed(office, deed, "overdue=true")
}

fn listed(office: &Office, deed: &Value, query: &str) -> Vec<(String, String)> {
    let items = office.county.all(&format!("/v1/worklist?{query}"));
    items
        .iter()
        .filter(|item| item["deed_id"] == deed["id"])
        .map(|item| (text(&item["kind"]), text(&item["due_on"])))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(kind, day): &(&str, &str)| ((*kind).to_owned(), (*day).to_owned());
    expected.iter().map(owned).collect()
}

/// The last day of a clock that is known.
fn due(office: &Office, deed: &Value, kind: &str) -> String {
    text(&clock(&office.case(deed, 0), kind)["due"]["date"]["due"])
}

/// How many steps were taken in a deed.
fn steps(office: &Office, deed: &Value) -> usize {
    let history = format!("/v1/deeds/{}/history", text(&deed["id"]));
    office.county.all(&history).len()
}

#[test]
fn a_case_is_walked_through_sixty_days_over_holidays_into_a_year_that_is_then_loaded() {
    let office = Office::open();
    let city = office.committee(CITY);
    office.today("2026-08-03");
    let deed = office.report(1);
    let forgotten = office.report(1);

    // The sixtieth day is 2 October: a public holiday, so the last day is the first after the break.
    let opinion = clock(&office.case(&deed, 0), "opinion");
    assert_eq!(opinion["due"]["date"]["due"], "2026-10-08");
    assert!(text(&opinion["due"]["explanation"]["zh"]).contains("2026-10-02"));
    // Twenty days end on a Sunday.
    assert_eq!(due(&office, &deed, "opinion_target"), "2026-08-24");
    assert_eq!(due(&office, &deed, "intake"), "2026-08-10");

    // What is due today is not overdue; tomorrow it is.
    let (intake, target) = (("intake", "2026-08-10"), ("opinion_target", "2026-08-24"));
    office.today("2026-08-10");
    assert!(overdue(&office, &deed).is_empty());
    assert_eq!(listed(&office, &deed, "due_within=0"), pairs(&[intake]));
    office.today("2026-08-11");
    assert_eq!(overdue(&office, &deed), pairs(&[intake]));
    office.prove(&deed);
    assert_eq!(
        clock(&office.case(&deed, 0), "intake")["status"],
        "met_late"
    );
    office.today("2026-08-24");
    assert!(overdue(&office, &deed).is_empty());
    office.today("2026-08-25");
    assert_eq!(overdue(&office, &deed), pairs(&[target]));

    // Fifteen working days from 18 September: the Sunday and the Saturday that are worked count, the
    // two breaks do not.
    office.today("2026-09-18");
    let missing = json!({ "items": ["测试：请补交现场照片"] });
    office.done(&deed, "supplement-requests", &missing);
    assert_eq!(due(&office, &deed, "supplement_answer"), "2026-10-15");

    // The regulation counts from the receipt, so the wait for a supplement stops nothing.
    office.today("2026-10-08");
    assert_eq!(overdue(&office, &deed), pairs(&[target]));
    let negative = json!({ "opinion": "negative", "reason": "测试：不符合条件" });
    office.done(&deed, "assessment", &negative);
    let case = office.case(&deed, 0);
    assert_eq!(clock(&case, "opinion")["status"], "met_in_time");
    assert_eq!(clock(&case, "opinion_target")["status"], "met_late");

    // Five working days from Thursday, 8 October, with Saturday the 10th.
    let prior_notice = json!({ "facts": "测试事实", "reasons": "测试理由" });
    office.done(&deed, "prior-notices", &prior_notice);
    assert_eq!(due(&office, &deed, "defence_answer"), "2026-10-14");
    office.today("2026-10-14");
    let early = office.step(&deed, "refusal", &office.refusal());
    assert_eq!(super::committee::unmet(&early), ["defence_heard"]);
    office.today("2026-10-15");
    office.done(&deed, "refusal", &office.refusal());

    // Ten days from the delivery end on a Sunday.
    let delivery = json!({ "party": "actor", "delivered_on": "2026-10-15" });
    office.done(&deed, "deliveries", &delivery);
    assert_eq!(due(&office, &deed, "reconfirmation_request"), "2026-10-26");
    office.today("2026-10-26");
    let request = json!({ "party": "actor", "reason": "测试：不服" });
    office.done(&deed, "reconfirmations", &request);
    assert_eq!(due(&office, &deed, "reconfirmation_decision"), "2026-11-25");
    office.today("2026-11-25");
    let approval = json!({ "approved": true, "reason": "测试：原决定认定事实不清" });
    city.done(&deed, "reconfirmation-decisions", &city.signed(approval));

    // A notice whose last day is 1 January 2027: which day follows hangs on a year that is not loaded.
    office.today("2026-12-25");
    city.done(
        &deed,
        "publication",
        &json!({ "number": "聊见义公〔2026〕9号" }),
    );
    let notice = clock(&office.case(&deed, 0), "publicity");
    assert!(notice["due"].is_null(), "{notice}");
    assert!(
        text(&notice["due_unknown"]["en"]).contains("2027"),
        "{notice}"
    );
    office.today("2027-01-11");
    let confirmation = json!({
        "number": "聊见义确〔2027〕1号",
        "certificate": "聊见义证〔2027〕1号"
    });
    let refused = city.step(&deed, "confirmation", &city.co_signed(confirmation.clone()));
    assert_eq!(super::committee::unmet(&refused), ["calendar_loaded"]);
    let read = office.case(&deed, 0);
    assert_eq!(read["state"], "in_publication");
    assert_eq!(notice["due_not_before"], "2027-01-01");
    assert_eq!(notice["due_not_after"], "2027-01-17");
    crate::calendar::load_2027(&office.server);
    assert_eq!(due(&office, &deed, "publicity"), "2027-01-04");
    let confirmed = city.step(&deed, "confirmation", &city.co_signed(confirmation));
    assert_eq!(states(&confirmed.expect(201).json()), ["confirmed"]);

    // Meanwhile nothing happened to the case that nobody touched.
    let opinion = ("opinion", "2026-10-08");
    assert_eq!(
        overdue(&office, &forgotten),
        pairs(&[intake, target, opinion])
    );
    assert_eq!(steps(&office, &forgotten), 1);
    let case = office.case(&forgotten, 0);
    assert_eq!(case["state"], "reported");
    assert_eq!(clock(&case, "opinion")["status"], "overdue");
    let accepted = office.done(&forgotten, "acceptance", &json!({}));
    assert_eq!(states(&accepted), ["in_assessment"]);
}

/// The one statutory task of the county.
fn statutory(office: &Office) -> Value {
    let mut tasks = office.county.all("/v1/worklist?statutory=true");
    assert_eq!(tasks.len(), 1);
    tasks.remove(0)
}

#[test]
fn what_the_calendar_cannot_tell_is_overdue_once_no_break_can_last_any_longer() {
    let office = Office::open();
    office.today("2026-11-02");
    let deed = office.report(1);
    // The sixtieth day is 1 January 2027, and no break is longer than sixteen days.
    let opinion = clock(&office.case(&deed, 0), "opinion");
    assert!(opinion["due"].is_null(), "{opinion}");
    assert!(
        text(&opinion["due_unknown"]["zh"]).contains("尚未载入 2027 年"),
        "{opinion}"
    );
    assert_eq!(opinion["due_not_before"], "2027-01-01");
    assert_eq!(opinion["due_not_after"], "2027-01-17");
    office.today("2027-01-17");
    assert!(clock(&office.case(&deed, 0), "opinion")["status"].is_null());
    let task = statutory(&office);
    assert_eq!(task["exact"], false);
    assert_eq!(task["due_on"], "2027-01-01");
    assert_eq!(task["due_until"], "2027-01-17");
    assert_eq!(task["overdue"], false);
    let missed = "/v1/worklist?overdue=true&statutory=true";
    assert!(office.county.all(missed).is_empty());
    office.today("2027-01-18");
    assert_eq!(
        clock(&office.case(&deed, 0), "opinion")["status"],
        "overdue"
    );
    assert_eq!(office.county.all(missed).len(), 1);
}

#[test]
fn a_year_that_is_loaded_moves_what_is_due_at_once() {
    let office = Office::open();
    office.today("2026-11-02");
    office.report(1);
    assert_eq!(statutory(&office)["exact"], false);
    crate::calendar::load_2027(&office.server);
    let task = statutory(&office);
    assert_eq!(task["exact"], true);
    assert_eq!(task["due_on"], "2027-01-04");
    assert!(task["due_until"].is_null(), "{task}");
}
