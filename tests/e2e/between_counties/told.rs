//! Who is told of a step: on the demonstration's data, every county that sees a case of it, and no other. The city
//! reads everything.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::deeds::text;
use crate::events::Follower;
use crate::harness::{CITY, TestServer};

/// The steps that the feed of a region tells: the event's id, and what it says.
fn steps(server: &TestServer, region: &str) -> BTreeMap<String, Value> {
    let caller = server.county(region);
    let mut feed = Follower::from_the_beginning(&caller);
    while feed.poll(200) > 0 {}
    let steps = feed.events.into_iter().filter(|event| {
        let kind = text(&event["type"]);
        kind.ends_with(".step_taken")
    });
    steps.map(|event| (text(&event["id"]), event)).collect()
}

/// The counties whose bodies hold a case, held it first or are to receive it.
fn seen_by(case: &Value, counties: &[String]) -> BTreeSet<String> {
    let transfers = case["transfers"].as_array();
    let open = transfers
        .and_then(|transfers| transfers.last())
        .filter(|transfer| transfer.get("end").is_none());
    let receiver = open.map(|transfer| &transfer["receiver"]);
    let bodies = [Some(&case["holder"]), case.get("first_instance"), receiver];
    let regions = bodies
        .into_iter()
        .flatten()
        .map(|body| text(&body["region_code"]));
    regions.filter(|region| counties.contains(region)).collect()
}

#[test]
fn every_step_of_the_demonstration_is_told_to_the_counties_that_see_its_cases_and_to_no_other() {
    let server = TestServer::demo();
    let city = server.county(CITY);
    let counties: Vec<String> = city
        .all("/v1/regions?parent=371500")
        .iter()
        .map(|region| text(&region["code"]))
        .collect();
    assert!(counties.len() > 8, "{counties:?}");
    let told: BTreeMap<&str, _> = counties
        .iter()
        .map(|county| (county.as_str(), steps(&server, county)))
        .collect();
    let mut seen = BTreeSet::new();
    for (id, event) in steps(&server, CITY) {
        let files = match text(&event["type"]).as_str() {
            "deed.step_taken" => "deeds",
            "recognition.step_taken" => "out-of-city-recognitions",
            "commendation.step_taken" => "commendations",
            "round.step_taken" => "commendation-rounds",
            "plaque.step_taken" => "plaques",
            "studio.step_taken" => "studios",
            unknown => panic!("{unknown}"),
        };
        let facts = &event["data"]["facts"];
        let file = text(&event["data"]["subject"]["id"]);
        let mut expected = BTreeSet::new();
        for actor in facts["actors"].as_array().unwrap() {
            let case = format!("/v1/{files}/{file}/actors/{}", text(&actor["id"]));
            expected.extend(seen_by(
                &city.get(case).send().expect(200).json(),
                &counties,
            ));
        }
        let heard = told.iter().filter(|(_, steps)| steps.contains_key(&id));
        let heard: BTreeSet<String> = heard.map(|(county, _)| (*county).to_owned()).collect();
        assert_eq!(heard, expected, "{event}");
        seen.insert(format!("{files} {}", text(&facts["step"])));
    }
    assert!(seen.len() > 30, "{seen:?}");
}
