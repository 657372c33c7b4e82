//! Applications and clues become deeds.

use serde_json::{Value, json};

use super::{COUNTY, NEIGHBOUR, application, apply, clue, read, status, tell, text};
use crate::deeds::deed;
use crate::harness::{Answer, CITY, Caller, TestServer, synthetic};

/// A county in a sandbox, on 2026-03-02, with somebody who moves the clock.
struct Sandbox {
    server: TestServer,
    county: Caller,
    director: Caller,
}

impl Sandbox {
    fn open() -> Self {
        let server = TestServer::sandbox();
        let sandbox = Self {
            county: server.county(COUNTY),
            director: server.caller(&["sandbox:move"], &[CITY]),
            server,
        };
        sandbox.today("2026-03-02");
        sandbox
    }

    fn today(&self, day: &str) {
        let body = json!({ "now": format!("{day}T04:00:00Z") });
        let moved = self.director.call("PUT", "/v1/sandbox/clock").json(&body);
        moved.send().expect(200);
    }

    /// The report of a deed of a new person, with some members of its own.
    fn report(&self, members: &Value) -> Value {
        let person = synthetic::person(COUNTY);
        let person = self.county.post("/v1/people").json(&person).send();
        let mut report = deed(COUNTY, &[&text(&person.expect(201).json()["id"])]);
        for (name, value) in members.as_object().unwrap() {
            report[name] = value.clone();
        }
        report
    }

    fn send(&self, report: &Value) -> Answer {
        self.county.post("/v1/deeds").json(report).send()
    }
}

#[test]
fn what_the_public_wrote_in_paragraphs_becomes_a_deed() {
    let sandbox = Sandbox::open();
    let told = "测试：行为人跳入河中。\r\n\r\n\t救起一名\u{200b}儿童\u{2028}随后离开。";
    let kept = "测试：行为人跳入河中。\n\n 救起一名儿童\n随后离开。";
    let mut application = application(COUNTY);
    application["summary"] = json!(told);
    let receipt = apply(&sandbox.server, &application);
    let report = sandbox.report(&json!({
        "application_id": receipt["id"],
        "summary": told,
        "harm": "测试：左手擦伤\n右脚扭伤",
    }));
    let reported = sandbox.send(&report).expect(201).json();
    assert_eq!(reported["summary"], kept);
}

#[test]
fn what_a_set_holds_twice_is_named_by_its_place() {
    let sandbox = Sandbox::open();
    let report = sandbox.report(&json!({
        "act_types": ["rescue", "rescue"],
        "further_region_codes": ["371521", "371522", "371521"],
    }));
    let problem = sandbox.send(&report).problem(422, "invalid_data");
    let faults: Vec<_> = problem["errors"].as_array().unwrap().iter().collect();
    let mut places: Vec<_> = faults.iter().map(|fault| text(&fault["pointer"])).collect();
    places.sort();
    assert_eq!(places, ["/act_types/1", "/further_region_codes/2"]);
    assert!(faults.iter().all(|fault| fault["code"] == "listed_twice"));
}

#[test]
fn the_time_of_the_procedure_runs_from_the_day_of_the_application_however_long_it_lay() {
    let sandbox = Sandbox::open();
    let receipt = apply(&sandbox.server, &application(COUNTY));
    assert_eq!(receipt["received_on"], "2026-03-02");
    sandbox.today("2026-04-15");
    let report = sandbox.report(&json!({ "application_id": receipt["id"] }));
    let mut wrong = report.clone();
    wrong["received_on"] = json!("2026-04-15");
    let problem = sandbox.send(&wrong).problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["pointer"], "/received_on");
    assert_eq!(problem["errors"][0]["code"], "receipt_day_of_application");
    assert_eq!(status(&sandbox.server, &receipt)["state"], "received");

    let reported = sandbox.send(&report).expect(201).json();
    assert_eq!(reported["received_on"], "2026-03-02");
    let address = format!(
        "/v1/deeds/{}/actors/{}",
        text(&reported["id"]),
        text(&reported["actors"][0]["id"])
    );
    let case = sandbox.county.get(address).send().expect(200).json();
    let clocks = case["clocks"].as_array().unwrap();
    let opinion = clocks.iter().find(|clock| clock["kind"] == "opinion");
    assert_eq!(opinion.unwrap()["entries"][0]["on"], "2026-03-02");

    let told = status(&sandbox.server, &receipt);
    assert_eq!(told["state"], "taken_up");
    assert_eq!(told["progress"][1]["on"], "2026-04-15");
    assert_eq!(told["actors"][0]["number"], 1);
    assert_eq!(told["actors"][0]["progress"], "registered");
    assert!(!told.to_string().contains("测试"));
    let seen = read(&sandbox.county, "applications", &receipt["id"]);
    assert_eq!(seen["deed_id"], reported["id"]);

    let again = sandbox.report(&json!({ "application_id": receipt["id"] }));
    let problem = sandbox.send(&again).problem(409, "not_possible");
    assert_eq!(problem["unmet"], json!(["application_open"]));
    assert_eq!(problem["errors"][0]["code"], "application_open");
    assert_eq!(problem["errors"][0]["message"], "该申请已经处理或者撤回");
    let code = text(&receipt["tracking_code"]);
    let anonymous = sandbox.server.anonymous();
    let late = anonymous
        .post(format!("/v1/public/applications/{code}/withdrawal"))
        .send();
    // Who recommended takes the recommendation back, and the county goes on of its own motion.
    let told = late.expect(201).json();
    assert_eq!(told["actors"][0]["progress"], "registered");
    let case = format!(
        "/v1/deeds/{}/actors/{}",
        text(&reported["id"]),
        text(&reported["actors"][0]["id"])
    );
    let case = sandbox.county.get(case).send().expect(200).json();
    assert_eq!(case["filed_by"], "own_motion");
    let again = anonymous
        .post(format!("/v1/public/applications/{code}/withdrawal"))
        .send();
    again.problem(409, "not_possible");
}

#[test]
fn the_day_of_the_application_may_be_said_again() {
    let sandbox = Sandbox::open();
    let receipt = apply(&sandbox.server, &application(COUNTY));
    sandbox.today("2026-03-04");
    let members = json!({ "application_id": receipt["id"], "received_on": "2026-03-02" });
    let report = sandbox.report(&members);
    sandbox.send(&report).expect(201);
}

#[test]
fn a_clue_becomes_a_deed_from_today() {
    let sandbox = Sandbox::open();
    let clue = tell(&sandbox.server, &clue(COUNTY));
    sandbox.today("2026-03-04");
    let report = sandbox.report(&json!({ "clue_id": clue }));
    let reported = sandbox.send(&report).expect(201).json();
    assert_eq!(reported["received_on"], "2026-03-04");
    let seen = read(&sandbox.county, "clues", &json!(clue));
    assert_eq!(seen["state"], "taken_up");
    assert_eq!(seen["deed_id"], reported["id"]);
    sandbox.send(&report).problem(409, "not_possible");
}

#[test]
fn a_deed_is_made_only_of_what_the_region_handles_and_of_one_thing() {
    let sandbox = Sandbox::open();
    let own = apply(&sandbox.server, &application(COUNTY))["id"].clone();
    let foreign = apply(&sandbox.server, &application(NEIGHBOUR))["id"].clone();
    let clue = tell(&sandbox.server, &clue(COUNTY));
    let refused = |members: &Value, code: &str| {
        let report = sandbox.report(members);
        let before = sandbox.server.snapshot();
        let problem = sandbox.send(&report).problem(422, "invalid_data");
        assert_eq!(problem["errors"][0]["code"], code);
        assert!(before.differs_in(&sandbox.server.snapshot()).is_empty());
    };
    refused(&json!({ "application_id": foreign }), "application_unknown");
    refused(&json!({ "application_id": clue }), "application_unknown");
    refused(&json!({ "clue_id": own }), "clue_unknown");
    refused(
        &json!({ "application_id": own, "clue_id": clue }),
        "taken_up_twice",
    );
    refused(&json!({ "application_id": "x" }), "id_invalid");
    let mut report = sandbox.report(&json!({ "application_id": own }));
    report["region_code"] = json!(CITY);
    let city = sandbox.server.city();
    let problem = city.post("/v1/deeds").json(&report).send();
    let problem = problem.problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["code"], "filing_of_another_region");
}
