//! What was objected to a notice can be read again by anyone who may.

use serde_json::json;

use super::acts::objection;
use super::committee::unmet;
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
        office.done(&deed, "objections", &objection(said));
    }
    let address = format!("/v1/deeds/{}/objections", text(&deed["id"]));
    let masked = office.county.all(&address);
    assert_eq!(masked.len(), 2);
    for sealed in ["description", "objector"] {
        assert!(masked.iter().all(|one| one.get(sealed).is_none()));
    }
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
    let objector = json!({ "name": "测试异议人", "contact": "19900000004" });
    assert_eq!(read["items"][0]["objector"], objector);
    assert_eq!(read["items"][1]["actors"][0]["upheld"], false);
    assert_eq!(read["items"][0]["actors"][0].get("upheld"), None);
    let mut rows = office.server.installation().rows();
    let noted = "FROM audit_entries WHERE action = 'deed.objections_read' AND purpose IS NOT NULL";
    assert_eq!(rows.count(noted), 1);
    let stranger = office.server.county(super::NEIGHBOUR);
    stranger.get(&address).send().problem(404, "not_found");
}

#[test]
fn an_objection_names_who_objects_and_nothing_of_it_stands_in_the_database_or_the_case() {
    let office = Office::open();
    let deed = office.published();
    let mut nameless = objection("测试异议");
    nameless.as_object_mut().unwrap().remove("objector");
    let refused = office.step(&deed, "objections", &nameless);
    let problem = refused.problem(400, "invalid_body");
    assert_eq!(problem["errors"][0]["pointer"], "/objector", "{problem}");
    let mut late = objection("测试异议");
    late["received_on"] = json!("2026-03-06");
    office.today("2026-03-20");
    let over = office.step(&deed, "objections", &objection("测试异议"));
    assert_eq!(unmet(&over), ["notice_stands"]);
    let mut after = objection("测试异议");
    after["received_on"] = json!("2026-03-10");
    after["late_entry_reason"] = json!("测试：窗口关闭");
    let after = office.step(&deed, "objections", &after);
    assert_eq!(unmet(&after), ["notice_stands"]);
    assert_eq!(
        unmet(&office.step(&deed, "objections", &late)),
        ["late_entry_reasoned"]
    );
    late["late_entry_reason"] = json!("测试：窗口关闭");
    office.done(&deed, "objections", &late);
    let case = office.case(&deed, 0);
    let objections = &case["opinions"][0]["publication"]["objections"];
    assert_eq!(objections[0]["received_on"], "2026-03-06");
    assert!(!case.to_string().contains("19900000004"));
    let mut rows = office.server.installation().rows();
    assert_eq!(
        rows.count("FROM case_enclosures WHERE objector IS NOT NULL"),
        1
    );
    let readable = "FROM case_enclosures WHERE CAST(objector AS TEXT) LIKE '%19900000004%'";
    if !office.server.installation().is_postgres() {
        assert_eq!(rows.count(readable), 0);
    }
    let told = "FROM events WHERE kind = 'deed.entered_late'";
    assert_eq!(rows.count(told), 1);
}

#[test]
fn who_objects_gives_a_way_to_be_reached() {
    let office = Office::open();
    let deed = office.published();
    for (contact, code) in [
        ("见附件", "contact_reaches_nobody"),
        ("1990\u{202e}0000004", "text_control_character"),
    ] {
        let mut unreachable = objection("测试异议");
        unreachable["objector"]["contact"] = json!(contact);
        let refused = office.step(&deed, "objections", &unreachable);
        let problem = refused.problem(422, "invalid_data");
        assert_eq!(problem["errors"][0]["pointer"], "/objector/contact");
        assert_eq!(problem["errors"][0]["code"], code, "{problem}");
    }
}
