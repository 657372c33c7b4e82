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
fn what_was_paused_for_a_party_comes_back_when_its_time_is_over_without_anybody_acting() {
    let office = Office::open();
    let deed = office.report(1);
    let request = json!({ "items": ["测试：现场照片"] });
    office.done(&deed, "supplement-requests", &request);
    let opinion = office
        .county
        .all("/v1/worklist?statutory=true")
        .first()
        .cloned()
        .unwrap();
    office.today("2026-04-20");
    let case = office.case(&deed, 0);
    let clock = super::clock(&case, "opinion");
    assert_eq!(clock["status"], "running");
    assert_eq!(clock["due"]["date"]["due"], opinion["due_on"]);
    assert!(clock["due"]["paused_days"].as_i64().unwrap() > 0);
}
