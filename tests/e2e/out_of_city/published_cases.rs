//! The six people of whom the newspaper reports tell, with nothing but what was published.

use serde_json::{Value, json};

use super::{Desk, act, apply, found, take};
use crate::deeds::{clock, text, unmet};
use crate::harness::CITY;

const PUBLISHED: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../domain/data/published-cases.json"
);

/// The deeds outside the city, as they were published.
fn deeds() -> Vec<Value> {
    let cases: Value = serde_json::from_str(&std::fs::read_to_string(PUBLISHED).unwrap()).unwrap();
    cases["deeds_outside_the_city"].as_array().unwrap().clone()
}

/// What is applied for with the published facts of a deed, for people who are on file.
fn published(desk: &Desk, deed: &Value) -> Value {
    let people = deed["people"].as_array().unwrap().iter().map(|name| {
        let files = desk
            .city
            .caller
            .get("/v1/people")
            .query("q", name.as_str().unwrap());
        let files = files.send().expect(200).json();
        json!({ "person_id": files["items"][0]["id"] })
    });
    json!({
        "region_code": CITY,
        "incident": {
            "filer": "other_person", "act_types": [deed["act_type"]],
            "place": { "region_code": deed["place_region"] }, "summary": deed["summary"]
        },
        "actors": people.collect::<Vec<_>>()
    })
}

#[test]
fn the_published_people_are_asked_for_what_is_missing_and_not_recognised_without_it() {
    let desk = Desk::open();
    desk.server.installation().run_well(&["import", PUBLISHED]);
    let mut people = 0;
    for deed in deeds() {
        let file = apply(&desk.city, &published(&desk, &deed))
            .expect(201)
            .json();
        let mut asked = Vec::new();
        for actor in 0..file["actors"].as_array().unwrap().len() {
            people += 1;
            let receipt = desk.receipt(&file, actor);
            assert_eq!(receipt["proposal"], "review", "{receipt}");
            let died = deed["harm_to_actors"][actor]["harm"] == "died";
            let effect = ["unknown deceased_not_stated", "met effects_follow"][usize::from(died)];
            for (rule, expected) in [
                ("OUT-ELIG", "unknown eligibility_open"),
                ("OUT-ORIGIN", "unknown origin_basis_not_stated"),
                ("OUT-PLACE", "met outside_city"),
                ("OUT-ISSUER", "unknown local_confirmation_not_stated"),
                ("OUT-WINDOW", "unknown local_confirmation_not_stated"),
                ("OUT-REVOKED", "unknown local_confirmation_not_stated"),
                ("OUT-DOUBLE", "met rewards_do_not_bar"),
                ("OUT-EFFECT", effect),
            ] {
                assert_eq!(found(&receipt, rule), expected, "{rule} of {deed}");
            }
            let findings = receipt["findings"].as_array().unwrap();
            let open = findings
                .iter()
                .filter(|finding| finding["outcome"] == "unknown");
            asked.extend(open.map(|finding| text(&finding["reason"]["zh"])));
        }
        asked.sort();
        asked.dedup();
        let request = json!({ "items": asked });
        take(&desk.city, &file, "supplement-requests", &request).expect(201);
        let case = desk.case(&file, 0);
        assert_eq!(case["state"], "in_check");
        assert_eq!(clock(&case, "supplement_answer")["status"], "running");
        let recognition = desk.city.co_signed(act("recognition"));
        let refused = unmet(&take(&desk.city, &file, "recognition", &recognition));
        assert_eq!(
            refused,
            ["origin_checked", "authentic", "deviation_reasoned"]
        );
    }
    assert_eq!(people, 6);
}
