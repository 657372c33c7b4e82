//! Two officers decide on one filing at the same moment: one decision stands, and the other officer is
//! told that it was decided.

use serde_json::{Value, json};

use super::{COUNTY, NEIGHBOUR, at_once, two_servers};
use crate::deeds::deed;
use crate::harness::{Answer, CITY, Caller, Installation, TestServer, synthetic};
use crate::intake::{application, apply, clue, tell};

const PAIRS: usize = 20;

/// What an officer does with a filing.
#[derive(Debug, Clone, Copy)]
enum Decision {
    Join,
    Forward,
    TakeUp,
    LeaveAside,
}
use Decision::{Forward, Join, LeaveAside, TakeUp};

struct Officer {
    caller: Caller,
    id: String,
    /// Whom a report is about.
    person: String,
    /// A deed of the county.
    deed: String,
}

impl Officer {
    fn decide(&self, decision: Decision, kind: &str, id: &Value) -> Answer {
        let (target, body) = match decision {
            TakeUp => {
                let mut report = deed(COUNTY, &[&self.person]);
                report[format!("{kind}_id")] = id.clone();
                ("/v1/deeds".to_owned(), report)
            }
            Join => (
                triage(kind, id),
                json!({ "outcome": "joined", "deed_id": self.deed }),
            ),
            Forward => (
                triage(kind, id),
                json!({ "outcome": "forwarded", "region_code": NEIGHBOUR }),
            ),
            LeaveAside => (
                triage(kind, id),
                json!({ "outcome": "not_pursued", "reason": "too_vague" }),
            ),
        };
        let call = self.caller.post(target).on_behalf_of(&self.id);
        call.json(&body).send()
    }
}

fn triage(kind: &str, id: &Value) -> String {
    format!("/v1/{kind}s/{}/triage", id.as_str().unwrap())
}

fn id_of(answer: &Answer) -> String {
    answer.json()["id"].as_str().unwrap().to_owned()
}

fn new_person(county: &Caller) -> String {
    let person = county.post("/v1/people").json(&synthetic::person(COUNTY));
    id_of(&person.send().expect(201))
}

/// An officer of the county, through a client of the county or of the whole city.
fn officer(server: &TestServer, region: &str) -> Officer {
    let county = server.county(COUNTY);
    let (caller, id) = server.officer(region);
    let report = deed(COUNTY, &[&new_person(&county)]);
    Officer {
        caller,
        id,
        person: new_person(&county),
        deed: id_of(&county.post("/v1/deeds").json(&report).send().expect(201)),
    }
}

/// Runs the pairs, each on a filing of its own, and shows that of each exactly one stands.
fn contend(region: &str, kind: &str, pairs: &[(Decision, Decision)]) {
    let (first, second) = two_servers(Installation::new(), &[]);
    let other = second.as_ref().unwrap_or(&first);
    let (one, two) = (officer(&first, region), officer(&first, region));
    let two = Officer {
        caller: two.caller.at(other),
        ..two
    };
    let (mut stood, mut conflicts) = (0, 0);
    let mut others = Vec::new();
    for number in 0..PAIRS {
        let (left, right) = pairs[number % pairs.len()];
        let id = match kind {
            "application" => apply(&first, &application(COUNTY))["id"].clone(),
            _ => json!(tell(&first, &clue(COUNTY))),
        };
        let answers = at_once(
            || one.decide(left, kind, &id),
            || two.decide(right, kind, &id),
        );
        let decisions = [(&one, left), (&two, right)];
        for (answer, (officer, decision)) in answers.iter().zip(decisions) {
            match answer.status() {
                201 => stood += 1,
                409 => {
                    conflicts += 1;
                    let lost = answer.problem(409, "not_possible");
                    // The same call gets the same answer afterwards.
                    let again = officer.decide(decision, kind, &id);
                    let again = again.problem(409, "not_possible");
                    assert_eq!(lost["unmet"], again["unmet"]);
                }
                status => others.push(format!("{left:?} and {right:?}: {status} {answer:?}")),
            }
        }
    }
    let told = format!("{PAIRS} pairs: {stood} stood, {conflicts} told that it was decided");
    assert!(others.is_empty(), "{told}; {others:#?}");
    assert_eq!((stood, conflicts), (PAIRS, PAIRS), "{told}");
    println!("{told}");
}

#[test]
fn of_two_decisions_on_an_application_one_stands() {
    let pairs = [
        (Join, Forward),
        (Forward, Forward),
        (TakeUp, Forward),
        (TakeUp, TakeUp),
        (Join, TakeUp),
    ];
    contend(COUNTY, "application", &pairs);
}

#[test]
fn of_two_decisions_on_a_clue_one_stands() {
    let pairs = [
        (LeaveAside, Forward),
        (LeaveAside, TakeUp),
        (TakeUp, Forward),
        (Join, LeaveAside),
    ];
    contend(COUNTY, "clue", &pairs);
}

#[test]
fn the_city_that_sees_what_was_sent_on_is_told_so_too() {
    contend(
        CITY,
        "application",
        &[(Forward, Forward), (TakeUp, Forward), (Join, Forward)],
    );
}
