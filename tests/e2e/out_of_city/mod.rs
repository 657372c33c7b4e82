//! Recognition of what people from the city did elsewhere (聊城义士), step by step.

mod attachments;
mod facts;
mod fallen_confirmation;
mod from_intake;
mod living_person;
mod next_of_kin;
mod published_cases;
mod redirection;
mod several_actors;
mod signatures;
mod table;
mod worklist;

use serde_json::{Value, json};

use crate::attachments::{PAPER, with_paper};
use crate::deeds::table::rows;
use crate::deeds::{COUNTY, Committee, NEIGHBOUR, text, unmet, unused_number};
use crate::documents::{pages, pdf_at};
use crate::harness::{Answer, CITY, TestServer, synthetic};

/// What is checked before a decision: `CHECKED` in a walk.
const CHECKED: &str = "acceptance origin_check authenticity_check";

/// Where the deeds were done.
pub(crate) const ELSEWHERE: &str = "340600";

/// The document by which a deed was confirmed where it was done.
pub(crate) fn confirmation() -> Value {
    json!({
        "issuer_name": "测试市见义勇为基金会", "issuer_region_code": ELSEWHERE,
        "issuer_kind": "foundation", "issuer_level": "municipal",
        "document_number": "测见义〔2026〕1号",
        "issued_on": { "precision": "day", "value": "2026-02-20" }, "copy_attached": true
    })
}

/// The application for these people, of which everything is known; they were rewarded there.
pub(crate) fn application(people: &[&str]) -> Value {
    let claim = json!({ "basis": "hukou_now", "region_code": COUNTY, "proof_present": true });
    let actors = people.iter().map(|person| {
        json!({
            "person_id": person, "origin_claims": [claim],
            "rewarded_elsewhere": true, "household_has_plaque": false
        })
    });
    json!({
        "region_code": COUNTY,
        "incident": {
            "filer": "actor", "act_types": ["rescue"],
            "occurred_on": { "precision": "day", "value": "2026-02-01" },
            "place": { "region_code": ELSEWHERE },
            "summary": "测试：在外地跳入河中，救起一名落水儿童。"
        },
        "local_confirmation": { "status": "present", "document": confirmation() },
        "actors": actors.collect::<Vec<_>>()
    })
}

/// A body for each step that is well formed; signatures aside.
#[rustfmt::skip]
pub(crate) fn act(step: &str) -> Value {
    let document = json!({ "organ": "测试市见义勇为基金会", "number": "测见义〔2026〕2号" });
    let kin = json!({ "name": "测试配偶", "kinship": "spouse", "agrees": true });
    let claim = json!({ "basis": "jiguan", "region_code": COUNTY, "proof_present": true });
    match step {
        "supplement_request" => json!({ "items": ["测试"] }),
        "origin_claim" => json!({ "claim": claim }),
        "local_confirmation" => json!({ "document": confirmation() }),
        "origin_check" => json!({ "proven": true, "note": "测试" }),
        "life_check" => json!({ "deceased": true, "note": "测试" }),
        "origin_approval" => json!({ "approved": true, "note": "测试" }),
        "authenticity_check" => json!({ "authentic": true, "note": "测试" }),
        "kin_agreement" => json!({ "recipient": "测试配偶", "kin": [kin] }),
        "recognition" => json!({ "number": unused_number("聊义士决") }),
        "refusal_notice" | "revocation_notice" => json!({ "facts": "测试", "reasons": "测试" }),
        "notice_withdrawal" | "redirection" | "transfer_dispute" | "certificate_correction"
        | "transfer_withdrawal" => {
            json!({ "reason": "测试" })
        }
        "refusal" => json!({
            "reason_code": "not_recognised", "deviation_reason": "测试：证人改变陈述", "reason": "测试"
        }),
        "revocation" => json!({
            "number": unused_number("聊义士撤"), "reason_code": "deception", "reason": "测试"
        }),
        "confirmation_fall" => json!({ "document": document, "reason": "测试" }),
        "confirmation_return" => json!({ "document": document }),
        "continuation" => json!({ "own_motion": true, "reason": "测试" }),
        "outside_transfer" => json!({ "organ": "测试市委政法委员会", "reason": "测试" }),
        "outside_finding" => crate::deeds::acts::finding(),
        "handover" => json!({ "recipient": "测试配偶" }),
        "reopening" => json!({ "new_facts": "测试" }),
        "recusal" => json!({ "name": "测试专家", "reason": "测试" }),
        "delivery" => json!({ "party": "actor" }),
        "suspension" => json!({ "pending": "测试" }),
        "resumption" => json!({ "finding": "测试" }),
        "transfer" | "designation" => json!({ "receiver_region_code": NEIGHBOUR, "reason": "测试" }),
        "acceptance" | "no_local_confirmation" | "supplement" | "transfer_acceptance" => json!({}),
        "defence_statement" => json!({ "statement": "测试" }),
        "defence_waiver" | "withdrawal" | "recommendation_withdrawal" => json!({ "copy_id": PAPER }),
        unknown => panic!("no body for {unknown}"),
    }
}

/// The county from which the people come, and the city, which decides.
pub(crate) struct Desk {
    pub(crate) server: TestServer,
    pub(crate) county: Committee,
    pub(crate) city: Committee,
    /// The lines of the table of steps, as it is served.
    rows: Vec<Value>,
}

impl Desk {
    /// Opens in a sandbox, on a Monday, 2026-03-02.
    #[rustfmt::skip]
    pub(crate) fn open() -> Self {
        let server = TestServer::sandbox();
        let (county, city) = (Committee::of(&server, COUNTY), Committee::of(&server, CITY));
        let rows = rows(&city.caller, "recognition");
        let desk = Self { server, county, city, rows };
        desk.today("2026-03-02");
        desk
    }

    /// Moves the clock to noon of a day in Beijing.
    pub(crate) fn today(&self, day: &str) {
        let director = self.server.caller(&["sandbox:move"], &[CITY]);
        let now = json!({ "now": format!("{day}T04:00:00Z") });
        director
            .call("PUT", "/v1/sandbox/clock")
            .json(&now)
            .send()
            .expect(200);
    }

    /// Registers a person of the county, living or deceased.
    pub(crate) fn person(&self, life: &str) -> String {
        let mut person = synthetic::person(COUNTY);
        person["life_status"] = json!(life);
        let file = self.county.caller.post("/v1/people").json(&person).send();
        text(&file.expect(201).json()["id"])
    }

    /// What an application is answered with that has to succeed.
    #[track_caller]
    pub(crate) fn send(&self, application: &Value) -> Value {
        apply(&self.county, application).expect(201).json()
    }

    /// An application for one new person, of which everything is known, and some steps after it.
    #[track_caller]
    pub(crate) fn after(&self, life: &str, steps: &str) -> Value {
        let file = self.send(&application(&[&self.person(life)]));
        self.walk(&file, steps);
        file
    }

    /// An application for somebody who comes from the city by birth alone, checked.
    pub(crate) fn born_here(&self) -> Value {
        let mut born_here = application(&[&self.person("living")]);
        born_here["actors"][0]["origin_claims"][0]["basis"] = json!("birth_only");
        let file = self.send(&born_here);
        self.walk(&file, "CHECKED");
        file
    }

    /// Somebody who was recommended.
    pub(crate) fn recommended(&self) -> Value {
        let mut recommended = application(&[&self.person("living")]);
        recommended["incident"]["filer"] = json!("employer");
        self.send(&recommended)
    }

    /// Walks on: `step` has to succeed with its usual body, `step!a,b` is refused since the conditions
    /// a and b do not hold, `=state` is the state of the first person, `@day` moves the clock.
    #[track_caller]
    pub(crate) fn walk(&self, file: &Value, steps: &str) {
        for word in steps.replace("CHECKED", CHECKED).split_whitespace() {
            if let Some(day) = word.strip_prefix('@') {
                self.today(day);
            } else if let Some(state) = word.strip_prefix('=') {
                assert_eq!(self.case(file, 0)["state"], state);
            } else if let Some((step, conditions)) = word.split_once('!') {
                let refused = self.refused(file, step, &json!({}));
                assert_eq!(refused.join(","), conditions, "{step}");
            } else {
                self.done(file, word, &json!({}));
            }
        }
    }

    /// Executes a step with some members in its usual body, which has to succeed; the file as it is then.
    #[track_caller]
    pub(crate) fn done(&self, file: &Value, step: &str, members: &Value) -> Value {
        self.try_with(file, step, members).expect(201).json()
    }

    /// What stands in the way of a step with its usual body and signatures.
    #[track_caller]
    pub(crate) fn refused(&self, file: &Value, step: &str, members: &Value) -> Vec<String> {
        unmet(&self.try_with(file, step, members))
    }

    /// Executes a step by anyone who usually takes it, with all the signatures.
    pub(crate) fn try_with(&self, file: &Value, step: &str, members: &Value) -> Answer {
        let row = self.rows.iter().find(|row| row["step"] == step);
        let row = row.unwrap_or_else(|| panic!("there is no step {step}"));
        let mut body = act(step);
        for (name, value) in members.as_object().unwrap() {
            body[name] = value.clone();
        }
        // A member that is null is one to leave out.
        let members = body.as_object_mut().unwrap();
        members.retain(|_, value| !value.is_null());
        let body = match row["officers"].as_str().unwrap() {
            "two_and_co_signer" => self.city.co_signed(body),
            "two" if row["seat"] == "city" => self.city.signed(body),
            "two" => self.county.signed(body),
            _ => body,
        };
        let by_city = row["seat"] == "city";
        let committee = if by_city { &self.city } else { &self.county };
        take(committee, file, row["resource"].as_str().unwrap(), &body)
    }

    /// The case of a person.
    pub(crate) fn case(&self, file: &Value, actor: usize) -> Value {
        let actor = text(&file["actors"][actor]["id"]);
        let case = format!("{}/actors/{actor}", address(file));
        self.city.caller.get(case).send().expect(200).json()
    }

    /// The newest receipt of a person.
    pub(crate) fn receipt(&self, file: &Value, actor: usize) -> Value {
        let id = text(&self.case(file, actor)["receipt_id"]);
        let address = format!("/v1/receipts/{id}");
        self.city.caller.get(address).send().expect(200).json()
    }

    /// The papers of a recognition, newest first.
    pub(crate) fn papers(&self, file: &Value) -> Vec<Value> {
        self.city
            .caller
            .all(&format!("{}/documents", address(file)))
    }

    /// Those of a kind.
    fn papers_of(&self, file: &Value, kind: &str) -> Vec<Value> {
        let mut papers = self.papers(file);
        papers.retain(|paper| paper["kind"] == kind);
        papers
    }
}

pub(crate) fn address(file: &Value) -> String {
    format!("/v1/out-of-city-recognitions/{}", text(&file["id"]))
}

pub(crate) fn apply(committee: &Committee, application: &Value) -> Answer {
    let call = committee.caller.post("/v1/out-of-city-recognitions");
    call.on_behalf_of(&committee.officer)
        .json(application)
        .send()
}

/// Executes a step as the first officer of a committee.
pub(crate) fn take(committee: &Committee, file: &Value, resource: &str, body: &Value) -> Answer {
    let call = committee
        .caller
        .post(format!("{}/{resource}", address(file)));
    let body = with_paper(&committee.caller, "recognition_id", &file["id"], body);
    call.on_behalf_of(&committee.officer).json(&body).send()
}

/// What the certificate of a file says, where a typeface is installed.
fn certificate(desk: &Desk, file: &Value) -> Option<String> {
    let at = format!(
        "{}/documents/{}",
        address(file),
        text(&desk.papers_of(file, "recognition_certificate")[0]["id"])
    );
    pdf_at(&desk.city.caller, &at).map(|pdf| pages(&pdf).concat())
}

/// The one fault that an answer names, as its pointer and code.
#[track_caller]
fn fault(answer: &Answer) -> String {
    let faults = answer.problem(422, "invalid_data")["errors"].clone();
    assert_eq!(faults.as_array().unwrap().len(), 1, "{faults}");
    format!(
        "{} {}",
        text(&faults[0]["pointer"]),
        text(&faults[0]["code"])
    )
}

/// What a rule found, as its outcome and code.
fn found(receipt: &Value, rule: &str) -> String {
    let findings = receipt["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["rule"] == rule);
    let finding = finding.unwrap_or_else(|| panic!("{rule} is not in {receipt}"));
    format!("{} {}", text(&finding["outcome"]), text(&finding["code"]))
}
