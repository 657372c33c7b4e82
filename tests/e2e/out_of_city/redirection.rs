//! What nobody confirmed where it was done becomes a deed at the county of origin.

use serde_json::{Value, json};

use super::{Desk, application, found};
use crate::deeds::{COUNTY, NEIGHBOUR, clock, states, text, unmet};
use crate::intake;

#[test]
fn a_deed_that_nobody_confirmed_is_opened_at_the_county_of_origin_with_its_day_of_receipt() {
    let desk = Desk::open();
    let (person, other) = (desk.person("living"), desk.person("living"));
    let mut untold = application(&[&person, &other]);
    untold.as_object_mut().unwrap().remove("local_confirmation");
    let file = desk.send(&untold);
    let first = json!({ "actor_ids": [file["actors"][0]["id"]] });
    desk.today("2026-03-09");
    assert_eq!(
        desk.refused(&file, "redirection", &first),
        ["ordinary_route"]
    );
    desk.done(&file, "no_local_confirmation", &first);
    let receipt = desk.receipt(&file, 0);
    assert_eq!(found(&receipt, "OUT-ELIG"), "not_met not_confirmed_locally");
    assert!(receipt["effects"].to_string().contains(COUNTY), "{receipt}");
    let moved = desk.done(&file, "redirection", &first);
    assert_eq!(states(&moved), ["redirected", "applied"]);

    let county = &desk.county.caller;
    let [deed] = county
        .all(&format!("/v1/deeds?person={person}"))
        .try_into()
        .unwrap();
    assert!(county.all(&format!("/v1/deeds?person={other}")).is_empty());
    assert_eq!(deed["region_code"], COUNTY);
    assert_eq!(deed["received_on"], "2026-03-02");
    assert_eq!(states(&deed), ["reported"]);
    for (member, value) in untold["incident"].as_object().unwrap() {
        assert_eq!(deed[member], *value, "{member}");
    }
    let address = format!("/v1/deeds/{}", text(&deed["id"]));
    let case = county.get(format!(
        "{address}/actors/{}",
        text(&deed["actors"][0]["id"])
    ));
    let due = clock(&case.send().expect(200).json(), "opinion")["due"]["date"]["due"].clone();
    assert_eq!(
        due, "2026-05-06",
        "the time runs from the receipt of the application"
    );
    // The deed goes on as any other, and the recognition does not.
    let accepted = county
        .post(format!("{address}/acceptance"))
        .json(&json!({}));
    accepted
        .on_behalf_of(&desk.county.officer)
        .send()
        .expect(201);
    assert_eq!(desk.refused(&file, "redirection", &first), ["state"]);
}

#[test]
fn what_was_done_in_a_zone_of_the_city_is_not_recognised_as_a_matter_of_course() {
    let desk = Desk::open();
    let mut inside = application(&[&desk.person("living")]);
    inside["incident"]["place"]["region_code"] = json!("LCDJ");
    let file = desk.send(&inside);
    assert_eq!(
        found(&desk.receipt(&file, 0), "OUT-PLACE"),
        "not_met inside_city"
    );
    desk.walk(&file, "acceptance origin_check authenticity_check");
    // Officers decide, but against the rules only for a reason that they write down.
    let refused = desk.refused(&file, "recognition", &json!({}));
    assert_eq!(refused, ["deviation_reasoned"]);
}

#[test]
fn what_was_done_within_the_city_is_opened_at_its_place() {
    let desk = Desk::open();
    let mut inside = application(&[&desk.person("living")]);
    inside["incident"]["place"]["region_code"] = json!(NEIGHBOUR);
    let file = desk.send(&inside);
    assert_eq!(
        found(&desk.receipt(&file, 0), "OUT-PLACE"),
        "not_met inside_city"
    );
    desk.walk(&file, "acceptance redirection =redirected");
    let person = text(&file["actors"][0]["person_id"]);
    let [deed] = desk
        .city
        .caller
        .all(&format!("/v1/deeds?person={person}"))
        .try_into()
        .unwrap();
    assert_eq!(deed["region_code"], NEIGHBOUR);
    assert_eq!(deed["received_on"], "2026-03-02");
}

#[test]
fn each_person_goes_to_the_county_of_the_own_origin_with_who_stepped_back() {
    let desk = Desk::open();
    let mut told = intake::application(super::ELSEWHERE);
    told["home_region_code"] = json!(COUNTY);
    let receipt = intake::apply(&desk.server, &told);
    let people = [desk.person("living"), desk.person("living")];
    let mut taken = application(&[&people[0], &people[1]]);
    for member in ["incident", "local_confirmation"] {
        taken.as_object_mut().unwrap().remove(member);
    }
    taken["application_id"] = receipt["id"].clone();
    taken["actors"][1]["origin_claims"][0]["region_code"] = json!(NEIGHBOUR);
    let file = desk.send(&taken);
    let recused = json!({ "officer_id": desk.county.second, "name": null });
    desk.done(&file, "recusal", &recused);
    desk.walk(&file, "no_local_confirmation redirection =redirected");
    let of = |person: &str| -> Value {
        let [deed] = desk
            .city
            .caller
            .all(&format!("/v1/deeds?person={person}"))
            .try_into()
            .unwrap();
        deed
    };
    let (here, there) = (of(&people[0]), of(&people[1]));
    assert_eq!(here["region_code"], COUNTY);
    assert_eq!(there["region_code"], NEIGHBOUR);
    let at = format!("/v1/deeds/{}", text(&here["id"]));
    let case = desk
        .county
        .caller
        .get(format!("{at}/actors/{}", text(&here["actors"][0]["id"])));
    assert_eq!(case.send().expect(200).json()["recognition_id"], file["id"]);
    let accept = |officer: &str| {
        let call = desk.county.caller.post(format!("{at}/acceptance"));
        call.on_behalf_of(officer).json(&json!({})).send()
    };
    assert_eq!(unmet(&accept(&desk.county.second)), ["not_recused"]);
    accept(&desk.county.officer).expect(201);
    let status = intake::status(&desk.server, &receipt);
    let progress: Vec<String> = status["actors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|actor| text(&actor["progress"]))
        .collect();
    assert_eq!(progress, ["under_review", "registered"]);
}
