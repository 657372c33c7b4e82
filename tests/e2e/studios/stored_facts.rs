//! The rules of names asked about somebody on file.

use serde_json::json;

use super::{hero, name_of, running};
use crate::out_of_city::Desk;

#[test]
fn the_rules_go_by_what_is_on_file_of_a_person() {
    let desk = Desk::open();
    let person = &hero(&desk)["person"];
    let ask = |case: serde_json::Value| {
        let call = desk.county.caller.post("/v1/eligibility/studio-name");
        call.json(&case).send()
    };
    let case = json!({
        "person_id": person["id"], "proposed_name": name_of(person),
        "consent": { "given": true, "by": "leader" }
    });
    let receipt = ask(case.clone()).expect(201).json();
    assert_eq!(receipt["proposal"], "approve", "{receipt}");
    let mut both = case.clone();
    both["leader_name"] = person["name"].clone();
    both["honours"] = json!([]);
    let faults = ask(both).problem(422, "invalid_data")["errors"].clone();
    let pointers: Vec<_> = faults
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["pointer"].clone())
        .collect();
    assert_eq!(pointers, ["/leader_name", "/honours"]);
    running(&desk, person);
    let receipt = ask(case).expect(201).json();
    let codes = receipt["findings"].to_string();
    assert!(codes.contains("hero_has_studio"), "{codes}");
    assert!(codes.contains("name_taken"), "{codes}");
}
