//! Committees, of the county and of other regions, such as the city that looks at a refusal.

use serde_json::{Value, json};

use super::{Office, text};
use crate::attachments::with_paper;
use crate::harness::{Answer, CITY, Caller, TestServer, synthetic};

/// A new officer of a new body of that kind.
fn body_with_officer(owner: &Caller, kind: &str, region: &str) -> (String, String) {
    let body = json!({
        "name": format!("测试{}{kind}", synthetic::name()),
        "kind": kind,
        "region_code": region,
    });
    let made = owner.post("/v1/organisations").json(&body).send();
    let organisation = text(&made.expect(201).json()["id"]);
    let officer = new_officer(owner, &organisation);
    (organisation, officer)
}

/// A new officer of a body.
fn new_officer(owner: &Caller, organisation: &str) -> String {
    let body = json!({
        "organisation_id": organisation,
        "name": synthetic::name(),
        "position": "测试职务",
    });
    let made = owner.post("/v1/officers").json(&body).send();
    text(&made.expect(201).json()["id"])
}

/// A committee at work: two officers, one of the foundation beside it, and a client that acts for
/// both bodies.
pub(crate) struct Committee {
    pub(crate) caller: Caller,
    pub(crate) officer: String,
    pub(crate) second: String,
    pub(crate) co_signer: String,
}

impl Committee {
    pub(crate) fn of(server: &TestServer, region: &str) -> Self {
        let owner = server.county(region);
        let (committee, officer) = body_with_officer(&owner, "political_legal_committee", region);
        let (foundation, co_signer) = body_with_officer(&owner, "foundation", region);
        let scopes = server.all_scopes();
        let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
        Self {
            caller: server.new_caller(&scopes, &[region], &[&committee, &foundation]),
            officer,
            second: new_officer(&owner, &committee),
            co_signer,
        }
    }

    /// Executes a step as its first officer.
    pub(crate) fn step(&self, deed: &Value, resource: &str, body: &Value) -> Answer {
        self.caller
            .post(format!("/v1/deeds/{}/{resource}", text(&deed["id"])))
            .on_behalf_of(&self.officer)
            .json(&with_paper(&self.caller, "deed_id", &deed["id"], body))
            .send()
    }

    /// Executes a step that has to succeed, and gives the deed as it is then.
    #[track_caller]
    pub(crate) fn done(&self, deed: &Value, resource: &str, body: &Value) -> Value {
        self.step(deed, resource, body).expect(201).json()
    }

    /// The body with this committee's second officer as the second who signs.
    pub(crate) fn signed(&self, mut body: Value) -> Value {
        body["second_officer_id"] = json!(self.second);
        body
    }

    /// The body with its second officer, and the officer of the foundation beside it.
    pub(crate) fn co_signed(&self, body: Value) -> Value {
        let mut body = self.signed(body);
        body["co_signer_id"] = json!(self.co_signer);
        body
    }
}

impl Office {
    /// The committee of another region.
    pub(crate) fn committee(&self, region: &str) -> Committee {
        Committee::of(&self.server, region)
    }

    /// The body with the second officer of the county's committee.
    pub(super) fn signed(&self, mut body: Value) -> Value {
        body["second_officer_id"] = json!(self.second);
        body
    }

    /// The body with the second officer, and the officer of the foundation.
    pub(super) fn co_signed(&self, body: Value) -> Value {
        let mut body = self.signed(body);
        body["co_signer_id"] = json!(self.co_signer);
        body
    }

    /// Takes a deed of one new person, with proof by the police, up to the intended refusal.
    pub(super) fn doubted(&self) -> Value {
        let deed = self.report(1);
        self.prove(&deed);
        let negative = json!({ "opinion": "negative", "reason": "测试：不符合条件" });
        self.done(&deed, "assessment", &negative);
        deed
    }

    /// Takes such a deed up to the refusal, which the actor and the recommender have not got yet.
    pub(crate) fn refused(&self) -> Value {
        let deed = self.doubted();
        let prior_notice = json!({ "facts": "测试事实", "reasons": "测试理由" });
        self.done(&deed, "prior-notices", &prior_notice);
        self.done(&deed, "defence-statements", &json!({ "statement": "测试" }));
        self.done(&deed, "refusal", &self.refusal());
        deed
    }

    /// Takes a deed that the city holds up to the request that the level above it look at the refusal.
    pub(super) fn asked_above(&self, city: &Committee) -> Value {
        let deed = self.report(1);
        let here = json!({ "receiver_region_code": CITY, "reason": "测试：由市级办理" });
        city.done(&deed, "designation", &here);
        city.done(&deed, "acceptance", &json!({}));
        let negative = json!({ "opinion": "negative", "reason": "测试：不符合条件" });
        city.done(&deed, "assessment", &negative);
        let told = json!({ "facts": "测试事实", "reasons": "测试理由" });
        city.done(&deed, "prior-notices", &told);
        city.done(&deed, "defence-statements", &json!({ "statement": "测试" }));
        let refusal = json!({
            "reason_code": "not_confirmed", "deviation_reason": "测试：证人改变陈述",
            "reason": "测试：不符合条件"
        });
        city.done(&deed, "refusal", &city.signed(refusal));
        city.done(&deed, "deliveries", &json!({ "party": "actor" }));
        let request = json!({ "party": "actor", "reason": "测试：不服决定" });
        city.done(&deed, "reconfirmations", &request);
        deed
    }

    /// A refusal by two officers.
    pub(super) fn refusal(&self) -> Value {
        self.signed(json!({
            "reason_code": "not_confirmed", "deviation_reason": "测试：证人改变陈述",
            "reason": "测试：不符合条件",
        }))
    }

    /// Takes a deed of so many new people, with proof by the police, up to the intended confirmation.
    pub(crate) fn assessed(&self, actors: usize) -> Value {
        let deed = self.report(actors);
        self.prove(&deed);
        self.done(&deed, "assessment", &json!({ "opinion": "positive" }));
        deed
    }

    /// The deed, of which the name of the first actor was corrected since.
    pub(crate) fn renamed(&self, deed: Value) -> Value {
        let person = text(&deed["actors"][0]["person_id"]);
        self.county
            .patch(format!("/v1/people/{person}"))
            .on_behalf_of(&self.officer)
            .if_match("*")
            .json(&json!({ "name": synthetic::name() }))
            .send()
            .expect(200);
        deed
    }

    /// Takes a deed of one new person up to the notice, which is number 1 of the year.
    pub(super) fn published(&self) -> Value {
        let deed = self.assessed(1);
        let notice = json!({ "number": "聊见义公〔2026〕1号" });
        self.done(&deed, "publication", &notice);
        deed
    }

    /// Takes a deed of one new person up to the confirmation, without a notice.
    pub(super) fn confirmed(&self) -> Value {
        let deed = self.assessed(1);
        let waiver = json!({ "reason": "safety", "note": "测试：行为人请求保密" });
        self.done(&deed, "publication-waiver", &self.signed(waiver));
        let mut confirmation = self.confirmation();
        confirmation.as_object_mut().unwrap().remove("certificate");
        confirmation["number"] = json!(super::unused_number("聊见义确"));
        self.done(&deed, "confirmation", &confirmation);
        deed
    }
}

/// The conditions that an answer says are unmet, of the first actor.
#[track_caller]
pub(crate) fn unmet(answer: &Answer) -> Vec<String> {
    let problem = answer.problem(409, "step_not_possible");
    let unmet = problem["actors"][0]["unmet"].as_array().unwrap();
    unmet
        .iter()
        .map(|unmet| text(&unmet["condition"]))
        .collect()
}
