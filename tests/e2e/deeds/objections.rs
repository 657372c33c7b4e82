//! What was objected to a notice can be read again by anyone who may.

use serde_json::json;

use super::{Office, text};
use crate::harness::CITY;

#[test]
fn objections_are_listed_newest_first_and_what_they_say_is_for_those_who_say_why() {
    let office = Office::open();
    let deed = office.report(1);
    office.prove(&deed);
    let opinion = json!({ "opinion": "positive", "reason": "测试：事实清楚" });
    office.done(&deed, "assessment", &opinion);
    office.done(&deed, "publication", &json!({}));
    for said in ["测试异议甲", "测试异议乙"] {
        office.done(&deed, "objections", &json!({ "description": said }));
    }
    let address = format!("/v1/deeds/{}/objections", text(&deed["id"]));
    let masked = office.county.all(&address);
    assert_eq!(masked.len(), 2);
    assert!(masked.iter().all(|one| one.get("description").is_none()));
    let first = office.county.get(&address).query("limit", "1").send();
    let first = first.expect(200).json();
    assert_eq!(first["items"][0], masked[0]);
    assert!(first["next"].is_string());

    let answer =
        json!({ "objection_id": masked[1]["id"], "upheld": false, "reason": "测试：不成立" });
    office.done(&deed, "objection-outcomes", &answer);
    let trusted = ["deeds:read", "people:read-sensitive"];
    let trusted = office.server.caller(&trusted, &[CITY]);
    let read = trusted
        .get(&address)
        .header("Access-Purpose", "confirmation");
    let read = read.send().expect(200).json();
    assert_eq!(read["items"][0]["description"], "测试异议乙");
    assert_eq!(read["items"][1]["description"], "测试异议甲");
    assert_eq!(read["items"][1]["actors"][0]["upheld"], false);
    assert_eq!(read["items"][0]["actors"][0].get("upheld"), None);
    let mut rows = office.server.installation().rows();
    let noted = "FROM audit_entries WHERE action = 'deed.objections_read' AND purpose IS NOT NULL";
    assert_eq!(rows.count(noted), 1);
    let stranger = office.server.county(super::NEIGHBOUR);
    stranger.get(&address).send().problem(404, "not_found");
}
