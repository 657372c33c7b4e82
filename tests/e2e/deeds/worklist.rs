//! What is due, county by county.

use serde_json::json;

use super::{Office, text};

/// Kinds and days of a worklist.
fn due(office: &Office, query: &str) -> Vec<(String, String)> {
    office
        .county
        .all(&format!("/v1/worklist{query}"))
        .iter()
        .map(|item| (text(&item["kind"]), text(&item["due_on"])))
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(kind, day): &(&str, &str)| ((*kind).to_owned(), (*day).to_owned());
    expected.iter().map(owned).collect()
}

#[test]
fn a_county_sees_what_is_due_by_statute_and_by_target_and_what_is_overdue() {
    let office = Office::open();
    let deed = office.report(1);
    let intake = ("intake", "2026-03-09");
    let target = ("opinion_target", "2026-03-23");
    let opinion = ("opinion", "2026-05-06");
    assert_eq!(due(&office, ""), pairs(&[intake, target, opinion]));
    assert_eq!(due(&office, "?limit=1"), pairs(&[intake, target, opinion]));
    assert_eq!(due(&office, "?due_within=7"), pairs(&[intake]));
    assert_eq!(due(&office, "?statutory=true"), pairs(&[opinion]));
    assert!(due(&office, "?overdue=true").is_empty());

    office.today("2026-03-10");
    assert_eq!(due(&office, "?overdue=true"), pairs(&[intake]));
    let listed = office.county.all("/v1/worklist?overdue=true");
    assert_eq!(listed[0]["overdue"], true);
    assert_eq!(listed[0]["deed_id"], deed["id"]);
    office.done(&deed, "acceptance", &json!({}));
    assert!(due(&office, "?overdue=true").is_empty());
}

#[test]
fn what_follows_a_notice_is_on_the_worklist_before_the_notice_ends_and_nobody_has_to_act() {
    let office = Office::open();
    let deed = office.assessed(1);
    office.done(&deed, "publication", &json!({ "number": "测试1号" }));
    let (case, listed) = (office.case(&deed, 0), due(&office, ""));
    let decision = super::clock(&case, "decision_after_publicity");
    let day = text(&decision["due"]["date"]["due"]);
    assert_eq!(listed, pairs(&[("decision_after_publicity", &day)]));
    office.today("2026-05-11");
    assert_eq!(due(&office, "?overdue=true"), listed);
    let case = office.case(&deed, 0);
    let decision = super::clock(&case, "decision_after_publicity");
    assert_eq!(decision["status"], "overdue");
    assert_eq!(case["state"], "in_publication", "nothing happens by itself");
}
