//! Between counties: cases that several bodies see, hold in turn or decide on at the same time. On PostgreSQL
//! they work at two processes.

mod files;
mod giving_up;
mod identity;
mod judged_anew;
mod same_moment;
mod sight;
mod told;
mod transfers;

use serde_json::{Value, json};

use crate::deeds::{Committee, deed, text};
use crate::events::Follower;
use crate::harness::{Answer, CITY, Caller, Installation, TestServer, synthetic};

const FIRST: &str = "371502";
const SECOND: &str = "371521";
const THIRD: &str = "371522";

/// Three counties and the city, each with its committee.
struct Counties {
    servers: Vec<TestServer>,
    first: Committee,
    second: Committee,
    third: Committee,
    city: Committee,
}

impl Counties {
    fn open() -> Self {
        let installation = Installation::new();
        let several = installation.is_postgres();
        let here = TestServer::of(installation, &[]);
        let there = several.then(|| here.sibling());
        let at = |region: &str, there: Option<&TestServer>| {
            let committee = Committee::of(&here, region);
            match there {
                Some(server) => Committee {
                    caller: committee.caller.at(server),
                    ..committee
                },
                None => committee,
            }
        };
        let (first, second) = (at(FIRST, None), at(SECOND, there.as_ref()));
        let (third, city) = (at(THIRD, None), at(CITY, there.as_ref()));
        Self {
            servers: std::iter::once(here).chain(there).collect(),
            first,
            second,
            third,
            city,
        }
    }

    /// A caller at each process.
    fn everywhere(&self, caller: &Caller) -> Vec<Caller> {
        self.servers
            .iter()
            .map(|server| caller.at(server))
            .collect()
    }

    /// A deed of the first county by so many new people.
    fn report(&self, actors: usize) -> Value {
        let people: Vec<String> = (0..actors).map(|_| person(&self.first, FIRST)).collect();
        let people: Vec<&str> = people.iter().map(String::as_str).collect();
        report(&self.first, &deed(FIRST, &people))
            .expect(201)
            .json()
    }

    /// The receipt of an application from the public with so many actors, and the deed of the first county
    /// that it became.
    fn applied(&self, actors: usize) -> (Value, Value) {
        let mut application = crate::intake::application(FIRST);
        let told = application["actors"][0].clone();
        application["actors"] = json!(vec![told; actors]);
        let anybody = self.servers[0].anonymous();
        let sent = anybody
            .post("/v1/public/applications")
            .json(&application)
            .send()
            .expect(201)
            .json();
        let people: Vec<String> = (0..actors).map(|_| person(&self.first, FIRST)).collect();
        let people: Vec<&str> = people.iter().map(String::as_str).collect();
        let mut told = deed(FIRST, &people);
        told["filer"] = application["applicant"]["filer"].clone();
        told["application_id"] = sent["id"].clone();
        let deed = report(&self.first, &told).expect(201).json();
        (sent, deed)
    }

    /// A deed of two people, the second of whom is on the way to the second county.
    fn half_given(&self) -> Value {
        let deed = self.report(2);
        self.first
            .done(&deed, "transfer", &to(SECOND, &[actor(&deed, 1)]));
        deed
    }

    /// A deed of two people that two counties hold.
    fn shared(&self) -> Value {
        let deed = self.half_given();
        self.second.done(&deed, "transfer-acceptance", &json!({}));
        deed
    }
}

/// Registers a person of a county.
fn person(committee: &Committee, region: &str) -> String {
    let registered = committee
        .caller
        .post("/v1/people")
        .json(&synthetic::person(region))
        .send();
    text(&registered.expect(201).json()["id"])
}

fn report(committee: &Committee, report: &Value) -> Answer {
    committee.caller.post("/v1/deeds").json(report).send()
}

/// A transfer of some actors to a county.
fn to(region: &str, actors: &[String]) -> Value {
    json!({ "receiver_region_code": region, "reason": "测试：移送", "actor_ids": actors })
}

fn actor(deed: &Value, number: usize) -> String {
    text(&deed["actors"][number]["id"])
}

fn address(deed: &Value) -> String {
    format!("/v1/deeds/{}", text(&deed["id"]))
}

/// The case of an actor as a committee sees it.
fn case(committee: &Committee, deed: &Value, number: usize) -> Value {
    let case = format!("{}/actors/{}", address(deed), actor(deed, number));
    committee.caller.get(case).send().expect(200).json()
}

/// Accepts a deed and adds proof by the police, which is verified.
fn prove(committee: &Committee, deed: &Value) {
    committee.done(deed, "acceptance", &json!({}));
    let evidence = json!({ "kind": "public_security", "description": "测试：公安机关证明" });
    committee.done(deed, "evidence", &evidence);
    let known = case(committee, deed, 0)["evidence"].clone();
    let id = &known.as_array().unwrap().last().unwrap()["id"];
    let verification = json!({ "evidence_id": id, "verified": true });
    committee.done(deed, "evidence-verifications", &verification);
}

/// Takes a proven deed up to its confirmation, without a notice.
fn confirm(committee: &Committee, deed: &Value) {
    committee.done(
        deed,
        "assessment",
        &json!({ "opinion": "positive", "reason": "测试" }),
    );
    let waiver = json!({ "reason": "safety", "note": "测试：行为人请求保密" });
    committee.done(deed, "publication-waiver", &committee.signed(waiver));
    let number = json!({ "number": crate::deeds::unused_number("聊见义确") });
    committee.done(deed, "confirmation", &committee.co_signed(number));
}

/// The events of a deed that a committee has in its feed, oldest first, once there is one of a kind.
fn events(committee: &Committee, deed: &Value, until: &str) -> Vec<Value> {
    let subject = format!("deed/{}", text(&deed["id"]));
    let of_deed = |event: &&Value| event["subject"] == subject.as_str();
    let mut feed = Follower::from_the_beginning(&committee.caller);
    feed.poll_until(200, |events| {
        events
            .iter()
            .filter(of_deed)
            .any(|event| kind(event) == until)
    });
    feed.events.iter().filter(of_deed).cloned().collect()
}

/// What an event tells: its type, and the step where it is one.
fn kind(event: &Value) -> String {
    match event["data"]["facts"]["step"].as_str() {
        Some(step) => step.to_owned(),
        None => text(&event["type"]),
    }
}
