//! Where officers send what came in.

use serde_json::{Value, json};

use super::{COUNTY, NEIGHBOUR, application, apply, clue, read, status, tell, text};
use crate::deeds::deed;
use crate::events::Follower;
use crate::harness::{Answer, Caller, TestServer, synthetic};

/// An officer who sorts.
struct Desk<'a> {
    server: &'a TestServer,
    county: Caller,
    officer: String,
}

impl<'a> Desk<'a> {
    fn of(server: &'a TestServer, region: &str) -> Self {
        let (county, officer) = server.officer(region);
        Self {
            server,
            county,
            officer,
        }
    }

    fn triage(&self, collection: &str, id: &Value, body: &Value) -> Answer {
        self.county
            .post(format!("/v1/{collection}/{}/triage", text(id)))
            .on_behalf_of(&self.officer)
            .json(body)
            .send()
    }

    /// A deed of a new person of a region.
    fn deed(&self, region: &str) -> String {
        let county = self.server.county(region);
        let person = synthetic::person(region);
        let person = county.post("/v1/people").json(&person).send().expect(201);
        let report = deed(region, &[&text(&person.json()["id"])]);
        let reported = county.post("/v1/deeds").json(&report).send().expect(201);
        text(&reported.json()["id"])
    }
}

#[test]
fn an_application_is_joined_to_a_deed_of_the_county_and_ends_there() {
    let server = TestServer::start();
    let desk = Desk::of(&server, COUNTY);
    let receipt = apply(&server, &application(COUNTY));
    let (own, foreign) = (desk.deed(COUNTY), desk.deed(NEIGHBOUR));
    let join = |deed: &str| {
        let body = json!({ "outcome": "joined", "deed_id": deed });
        desk.triage("applications", &receipt["id"], &body)
    };
    let problem = join(&foreign).problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["code"], "deed_unknown");
    let joined = join(&own).expect(201);
    assert!(joined.location().ends_with(&text(&receipt["id"])));
    assert_eq!(joined.json()["state"], "joined");
    assert_eq!(joined.json()["deed_id"], own.as_str());
    let told = status(&server, &receipt);
    assert_eq!(told["state"], "joined");
    // Of a deed that others brought, no more than that it is there.
    assert_eq!(told["actors"], json!([]));
    join(&own).problem(409, "not_possible");
}

#[test]
fn an_application_is_forwarded_with_its_day_and_its_number_and_leaves_the_county() {
    let server = TestServer::start();
    let desk = Desk::of(&server, COUNTY);
    apply(&server, &application(NEIGHBOUR));
    let receipt = apply(&server, &application(COUNTY));
    let forward = |region: &str| {
        let body = json!({ "outcome": "forwarded", "region_code": region, "note": "测试：说明" });
        desk.triage("applications", &receipt["id"], &body)
    };
    for (region, code) in [
        (COUNTY, "forwarded_nowhere"),
        ("110101", "outside_your_regions"),
        ("371599", "outside_your_regions"),
    ] {
        let problem = forward(region).problem(422, "invalid_data");
        assert_eq!(problem["errors"][0]["pointer"], "/region_code");
        assert_eq!(problem["errors"][0]["code"], code, "{region}");
    }
    let forwarded = forward(NEIGHBOUR).expect(201).json();
    assert_eq!(forwarded["state"], "received");
    // Anyone who gives it away learns nothing of what is there.
    assert_eq!(forwarded["likely_application_ids"], json!([]));
    // It is not theirs any more, and they know that it was.
    let again = forward(NEIGHBOUR).problem(409, "not_possible");
    assert_eq!(again["unmet"], json!(["filing_sent_on"]));
    let there = read(&server.county(NEIGHBOUR), "applications", &receipt["id"]);
    assert_eq!(there["received_on"], receipt["received_on"]);
    assert_eq!(there["progress"][1]["note"], "测试：说明");
    let told = status(&server, &receipt);
    assert_eq!(told["region_code"], NEIGHBOUR);
    assert_eq!(told["progress"][1]["milestone"], "forwarded");
    assert!(!told.to_string().contains("测试"));
}

#[test]
fn an_application_is_never_refused_by_triage() {
    let server = TestServer::start();
    let desk = Desk::of(&server, COUNTY);
    let receipt = apply(&server, &application(COUNTY));
    for body in [
        json!({ "outcome": "not_pursued" }),
        json!({ "outcome": "refused" }),
        json!({ "outcome": "joined", "reason": "no_act" }),
    ] {
        let refused = desk.triage("applications", &receipt["id"], &body);
        refused.problem(400, "invalid_body");
    }
    assert_eq!(status(&server, &receipt)["state"], "received");
}

#[test]
fn a_clue_is_left_aside_with_a_reason_only() {
    let server = TestServer::start();
    let desk = Desk::of(&server, COUNTY);
    let clue = json!(tell(&server, &clue(COUNTY)));
    let mut bodies = vec![
        (json!({ "outcome": "not_pursued" }), "/reason"),
        (json!({ "outcome": "joined" }), "/deed_id"),
        (json!({ "outcome": "forwarded" }), "/region_code"),
    ];
    bodies.push((
        json!({ "outcome": "not_pursued", "reason": "no_act", "region_code": NEIGHBOUR }),
        "/region_code",
    ));
    for (body, pointer) in bodies {
        let problem = desk
            .triage("clues", &clue, &body)
            .problem(422, "invalid_data");
        assert_eq!(problem["errors"][0]["pointer"], pointer);
    }
    let body = json!({ "outcome": "not_pursued", "reason": "too_vague" });
    let left = desk.triage("clues", &clue, &body).expect(201).json();
    assert_eq!(left["state"], "not_pursued");
    assert_eq!(left["not_pursued_reason"], "too_vague");
    let again = desk.triage("clues", &clue, &body);
    let problem = again.problem(409, "not_possible");
    assert_eq!(problem["unmet"], json!(["clue_open"]));
}

#[test]
fn only_an_officer_with_the_scope_sorts_and_only_what_is_the_countys() {
    let server = TestServer::start();
    let desk = Desk::of(&server, COUNTY);
    let other = Desk::of(&server, NEIGHBOUR);
    let reader = server.caller(&["intake:read"], &[COUNTY]);
    let receipt = apply(&server, &application(COUNTY));
    let body = json!({ "outcome": "forwarded", "region_code": NEIGHBOUR });
    let address = format!("/v1/applications/{}/triage", text(&receipt["id"]));
    let before = server.snapshot();
    let nameless = desk.county.post(&address).json(&body).send();
    nameless.problem(403, "officer_required");
    let reading = reader.post(&address).json(&body).send();
    reading.problem(403, "insufficient_scope");
    let foreign = other.triage("applications", &receipt["id"], &body);
    foreign.problem(404, "not_found");
    let rehearsed = desk
        .county
        .post(format!("{address}?dry_run=true"))
        .on_behalf_of(&desk.officer)
        .json(&body)
        .send();
    rehearsed.expect(201);
    assert!(before.differs_in(&server.snapshot()).is_empty());
}

#[test]
fn both_counties_hear_of_what_was_forwarded_and_the_feed_names_nobody() {
    let server = TestServer::start();
    let desk = Desk::of(&server, COUNTY);
    let receipt = apply(&server, &application(COUNTY));
    let body = json!({ "outcome": "forwarded", "region_code": NEIGHBOUR, "note": "测试：说明" });
    let sent = desk.triage("applications", &receipt["id"], &body);
    sent.expect(201);
    let subject = format!("application/{}", text(&receipt["id"]));
    let heard = |region: &str, last: &str| {
        let caller = server.county(region);
        let mut feed = Follower::from_the_beginning(&caller);
        feed.poll_until(100, |events| {
            events.iter().any(|event| event["type"] == last)
        });
        feed.events
            .retain(|event| event["subject"] == subject.as_str());
        feed.events
    };
    let types = |events: &[Value]| -> Vec<String> {
        events.iter().map(|event| text(&event["type"])).collect()
    };
    let (here, there) = (
        heard(COUNTY, "application.triaged"),
        heard(NEIGHBOUR, "application.forwarded"),
    );
    assert_eq!(
        types(&here),
        ["application.received", "application.triaged"]
    );
    assert_eq!(types(&there), ["application.forwarded"]);
    assert_eq!(here[1]["data"]["facts"]["region_code"], NEIGHBOUR);
    for event in here.iter().chain(&there) {
        assert!(!event.to_string().contains("测试"), "{event}");
    }
}
