//! Names with characters that no installed typeface has.

use serde_json::{Value, json};

use super::{address, lacks_a_typeface, newest, published};
use crate::deeds::{COUNTY, Office, deed, text};
use crate::harness::synthetic;

/// In a plane that is set aside for characters still to come, so that no typeface has it.
const UNKNOWN: char = '\u{3fffd}';

/// A deed of somebody with a name, whose notice is up.
fn published_of(office: &Office, name: &str) -> Value {
    let mut body = synthetic::person(COUNTY);
    body["name"] = json!(name);
    let made = office.county.post("/v1/people").json(&body).send();
    let person = text(&made.expect(201).json()["id"]);
    published(office, &deed(COUNTY, &[&person]))
}

#[test]
fn a_paper_says_which_characters_cannot_be_printed_and_a_certificate_is_not_issued_with_a_gap() {
    let office = Office::open();
    let deed = published_of(&office, &format!("测试{UNKNOWN}"));
    let notice = newest(&office.county, &deed, "public_notice");
    let at = address(&deed, &notice);
    if lacks_a_typeface(&office.county.get(&at).send()) {
        return;
    }
    let described = office.county.get(&at).header("Accept", "application/json");
    let unprintable = json!([UNKNOWN.to_string()]);
    assert_eq!(
        described.send().expect(200).json()["unprintable"],
        unprintable
    );
    office.today("2026-03-12");
    let refused = office.step(&deed, "confirmation", &office.confirmation());
    let problem = refused.problem(409, "unprintable");
    assert_eq!(problem["unprintable"], unprintable);
    let unchanged = office
        .county
        .get(format!("/v1/deeds/{}", text(&deed["id"])));
    let unchanged = unchanged.send().expect(200).json();
    assert_eq!(unchanged["actors"][0]["state"], "in_publication");
}

#[test]
fn a_common_name_is_printed_whole() {
    let office = Office::open();
    let deed = published_of(&office, "测试·甲");
    let notice = newest(&office.county, &deed, "public_notice");
    let described = office
        .county
        .get(address(&deed, &notice))
        .header("Accept", "application/json");
    assert_eq!(described.send().expect(200).json().get("unprintable"), None);
}
