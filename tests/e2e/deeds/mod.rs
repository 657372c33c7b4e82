//! Deeds: the report, the procedure step by step, what is due.

pub(crate) mod acts;
mod after_decision;
mod committee;
mod correction;
mod discretion;
mod extension;
mod objections;
mod overdue;
mod panel;
mod place;
mod privacy;
mod published_cases;
mod reconfirmation;
mod report;
mod several_actors;
mod sixty_days;
mod steps;
mod suspension;
pub(crate) mod table;
mod trail;
mod walk;
mod worklist;

pub(crate) use committee::{Committee, unmet};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};

use crate::attachments::with_paper;
use crate::harness::{Answer, CITY, Caller, TestServer, synthetic};

pub(crate) const COUNTY: &str = "371502";
pub(crate) const NEIGHBOUR: &str = "371521";

/// The report of a rescue by these people, of which everything is known.
pub(crate) fn deed(region: &str, people: &[&str]) -> Value {
    let actors: Vec<Value> = people
        .iter()
        .map(|person| {
            json!({
                "person_id": person,
                "duty": "none",
                "interests": ["other_person"],
                "beneficiary_relations": ["unrelated"],
                "caused_danger": false,
                "lawfulness": "not_questioned",
                "outcome": "succeeded",
                "risk": 3,
                "volunteer_service": false
            })
        })
        .collect();
    json!({
        "region_code": region,
        "filer": "employer",
        "act_types": ["rescue"],
        "occurred_on": { "precision": "day", "value": "2026-02-20" },
        "place": { "region_code": region },
        "summary": "测试：跳入河中，救起一名落水儿童。",
        "beneficiaries": ["测试受益人"],
        "complex": false,
        "actors": actors
    })
}

/// Registers a person of the county.
pub(crate) fn person(caller: &Caller) -> String {
    let registered = caller
        .post("/v1/people")
        .json(&synthetic::person(COUNTY))
        .send()
        .expect(201);
    text(&registered.json()["id"])
}

pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// A county at work in a sandbox: its committee, and somebody who moves the clock.
pub(crate) struct Office {
    pub(crate) server: TestServer,
    pub(crate) county: Caller,
    pub(crate) officer: String,
    pub(crate) second: String,
    pub(crate) co_signer: String,
    director: Caller,
}

impl Office {
    /// Opens on a Monday, 2026-03-02.
    pub(crate) fn open() -> Self {
        Self::of(TestServer::sandbox())
    }

    /// Opens on a server with a movable clock.
    pub(crate) fn of(server: TestServer) -> Self {
        let director = server.caller(&["sandbox:move"], &[CITY]);
        let Committee {
            caller: county,
            officer,
            second,
            co_signer,
        } = Committee::of(&server, COUNTY);
        let office = Self {
            server,
            county,
            officer,
            second,
            co_signer,
            director,
        };
        office.today("2026-03-02");
        office
    }

    /// Moves the clock to noon of a day in Beijing.
    pub(crate) fn today(&self, day: &str) {
        self.director
            .call("PUT", "/v1/sandbox/clock")
            .json(&json!({ "now": format!("{day}T04:00:00Z") }))
            .send()
            .expect(200);
    }

    /// Reports a deed of so many new people.
    pub(crate) fn report(&self, actors: usize) -> Value {
        let people: Vec<String> = (0..actors).map(|_| person(&self.county)).collect();
        let people: Vec<&str> = people.iter().map(String::as_str).collect();
        self.county
            .post("/v1/deeds")
            .json(&deed(COUNTY, &people))
            .send()
            .expect(201)
            .json()
    }

    /// Executes a step as the officer.
    pub(crate) fn step(&self, deed: &Value, resource: &str, body: &Value) -> Answer {
        self.county
            .post(format!("/v1/deeds/{}/{resource}", text(&deed["id"])))
            .on_behalf_of(&self.officer)
            .json(&with_paper(&self.county, "deed_id", &deed["id"], body))
            .send()
    }

    /// Executes a step that has to succeed, and gives the deed as it is then.
    #[track_caller]
    pub(crate) fn done(&self, deed: &Value, resource: &str, body: &Value) -> Value {
        self.step(deed, resource, body).expect(201).json()
    }

    /// The case of an actor.
    fn case(&self, deed: &Value, actor: usize) -> Value {
        let address = format!(
            "/v1/deeds/{}/actors/{}",
            text(&deed["id"]),
            actor_id(deed, actor)
        );
        self.county.get(address).send().expect(200).json()
    }

    /// Accepts a deed, and adds and verifies proof by the police for every actor.
    pub(crate) fn prove(&self, deed: &Value) {
        self.done(deed, "acceptance", &json!({}));
        self.add_proof(deed);
    }

    fn add_proof(&self, deed: &Value) {
        let evidence = json!({ "kind": "public_security", "description": "测试：公安机关证明" });
        self.done(deed, "evidence", &evidence);
        let known = self.case(deed, 0)["evidence"].as_array().unwrap().clone();
        let id = &known.last().unwrap()["id"];
        let verification = json!({ "evidence_id": id, "verified": true });
        self.done(deed, "evidence-verifications", &verification);
    }

    /// The confirmation, signed by all whose signature it needs.
    pub(crate) fn confirmation(&self) -> Value {
        json!({
            "number": "聊见义确〔2026〕1号",
            "certificate": "聊见义证〔2026〕1号",
            "second_officer_id": self.second,
            "co_signer_id": self.co_signer
        })
    }
}

/// A number of a decision that no other file has.
pub(crate) fn unused_number(words: &str) -> String {
    static USED: AtomicU32 = AtomicU32::new(1000);
    format!("{words}〔2026〕{}号", USED.fetch_add(1, Ordering::Relaxed))
}

pub(crate) fn actor_id(deed: &Value, actor: usize) -> String {
    text(&deed["actors"][actor]["id"])
}

/// The states of the actors, in their order.
pub(crate) fn states(deed: &Value) -> Vec<String> {
    let actors = deed["actors"].as_array().unwrap();
    actors.iter().map(|actor| text(&actor["state"])).collect()
}

/// The clock of a kind.
pub(crate) fn clock(case: &Value, kind: &str) -> Value {
    let clocks = case["clocks"].as_array().unwrap();
    let found = clocks.iter().rev().find(|clock| clock["kind"] == kind);
    found.unwrap_or_else(|| panic!("no clock {kind}")).clone()
}
