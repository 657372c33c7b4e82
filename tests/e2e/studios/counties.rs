//! A county sees the studios that its body holds, and no others.

use serde_json::json;

use super::{address, person, proposal, propose, take};
use crate::deeds::{COUNTY, Committee, NEIGHBOUR, text};
use crate::out_of_city::Desk;

#[test]
fn another_county_neither_reads_nor_changes_a_studio() {
    let desk = Desk::open();
    let leader = person(&desk);
    let studio = propose(&desk.county, &proposal(&leader)).expect(201).json();
    let neighbour = Committee::of(&desk.server, NEIGHBOUR);
    neighbour.caller.get(address(&studio)).send().expect(404);
    take(&neighbour, &studio, "acceptance", &json!({})).expect(404);
    assert!(neighbour.caller.all("/v1/studios").is_empty());
    let mut theirs = proposal(&leader);
    theirs["region_code"] = json!(NEIGHBOUR);
    propose(&neighbour, &theirs).expect(422);
    let found = |query: &str| {
        let list = desk.city.caller.get(format!("/v1/studios?{query}")).send();
        list.expect(200).json()["items"].as_array().unwrap().len()
    };
    assert_eq!(found(&format!("person={}", text(&leader["id"]))), 1);
    assert_eq!(found("state=proposed"), 1);
    assert_eq!(found("state=active"), 0);
    assert_eq!(found(&format!("region={COUNTY}")), 1);
    assert_eq!(found(&format!("region={NEIGHBOUR}")), 0);
}
