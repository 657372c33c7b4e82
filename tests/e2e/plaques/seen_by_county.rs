//! A county sees its own plaques and households, and nothing of another's.

use serde_json::json;

use super::{Homes, address};
use crate::deeds::{NEIGHBOUR, text};

#[test]
fn another_county_sees_nothing_until_the_family_moves_there() {
    let homes = Homes::open();
    let plaque = homes.after("order making contact-attempts");
    homes.confirmed(1);
    let neighbour = homes.office.committee(NEIGHBOUR);
    let household = format!("/v1/households/{}", text(&plaque["household_id"]));
    for list in [
        "/v1/plaques",
        "/v1/households",
        "/v1/plaque-lists/entitled",
        "/v1/plaque-lists/unreachable",
    ] {
        assert!(neighbour.caller.all(list).is_empty(), "{list}");
    }
    let summary = neighbour.caller.get("/v1/plaque-lists/summary").send();
    assert_eq!(summary.expect(200).json()["items"], json!([]));
    for target in [&address(&plaque), &household] {
        neighbour
            .caller
            .get(target)
            .send()
            .problem(404, "not_found");
    }
    let transfer = json!({ "receiver_region_code": NEIGHBOUR, "reason": "测试：家庭迁居" });
    homes.done(&plaque, "transfer", &transfer);
    let accepted = neighbour
        .caller
        .post(format!("{}/transfer-acceptance", address(&plaque)))
        .on_behalf_of(&neighbour.officer)
        .json(&json!({}))
        .send();
    assert_eq!(accepted.expect(201).json()["actors"][0]["state"], "made");
    // The household has moved along with its plaque.
    neighbour.caller.get(&household).send().expect(200);
    homes
        .county()
        .get(&household)
        .send()
        .problem(404, "not_found");
    assert_eq!(
        neighbour.caller.all("/v1/plaque-lists/unreachable").len(),
        1
    );
}
