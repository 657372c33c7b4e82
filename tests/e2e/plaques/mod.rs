//! Plaques of households: from the order to the door, and what becomes of them.

mod endings;
mod honours;
mod households;
mod lists;
mod one_for_a_household;
mod seen_by_county;

use serde_json::{Value, json};

use crate::attachments::paper;
use crate::deeds::{COUNTY, Office, text, unused_number};
use crate::harness::{Answer, Caller};

/// A county with heroes and households.
pub(crate) struct Homes {
    pub(crate) office: Office,
}

impl Homes {
    /// Opens on a Monday, 2026-03-02.
    pub(crate) fn open() -> Self {
        Self {
            office: Office::open(),
        }
    }

    pub(crate) fn county(&self) -> &Caller {
        &self.office.county
    }

    /// A deed of so many people, all of whom were confirmed.
    pub(crate) fn confirmed(&self, actors: usize) -> Value {
        let deed = self.office.assessed(actors);
        let waiver = json!({
            "reason": "safety", "note": "测试：行为人请求保密", "second_officer_id": self.office.second
        });
        self.office.done(&deed, "publication-waiver", &waiver);
        let mut confirmation = self.office.confirmation();
        confirmation.as_object_mut().unwrap().remove("certificate");
        confirmation["number"] = json!(unused_number("聊见义确"));
        self.office.done(&deed, "confirmation", &confirmation)
    }

    /// Takes the confirmation of one actor back, who deceived.
    #[track_caller]
    pub(crate) fn revoke(&self, deed: &Value, actor: usize) {
        let actors = json!([deed["actors"][actor]["id"]]);
        let of_actor = |mut body: Value| {
            body["actor_ids"] = actors.clone();
            body
        };
        let notice = json!({ "facts": "测试事实", "reasons": "测试理由" });
        let stated = json!({ "statement": "测试" });
        self.office
            .done(deed, "revocation-notices", &of_actor(notice));
        self.office
            .done(deed, "defence-statements", &of_actor(stated));
        let mut revocation = self.office.confirmation();
        revocation.as_object_mut().unwrap().remove("certificate");
        revocation["number"] = json!(unused_number("聊见义撤"));
        revocation["deception"] = json!("测试：经查证明系伪造");
        self.office.done(deed, "revocation", &of_actor(revocation));
    }

    /// A household of these people.
    #[track_caller]
    pub(crate) fn household(&self, people: &[String]) -> Value {
        let body = json!({ "region_code": COUNTY, "person_ids": people });
        let made = self.county().post("/v1/households").json(&body).send();
        made.expect(201).json()
    }

    /// The plaque of a household, registered for these heroes.
    pub(crate) fn try_register(&self, household: &Value, heroes: &[String]) -> Answer {
        let body = json!({ "household_id": household["id"], "hero_ids": heroes });
        let call = self.county().post("/v1/plaques");
        call.on_behalf_of(&self.office.officer).json(&body).send()
    }

    /// A plaque of a new household with one new hero, and the deed.
    #[track_caller]
    pub(crate) fn registered(&self) -> (Value, Value) {
        let deed = self.confirmed(1);
        let heroes = people(&deed);
        let household = self.household(&heroes);
        let plaque = self.try_register(&household, &heroes).expect(201).json();
        (plaque, deed)
    }

    /// The same, after some steps.
    #[track_caller]
    pub(crate) fn after(&self, steps: &str) -> Value {
        let (plaque, _) = self.registered();
        self.walk(&plaque, steps);
        plaque
    }

    /// Takes steps one after the other, each with its usual body.
    #[track_caller]
    pub(crate) fn walk(&self, plaque: &Value, steps: &str) {
        for step in steps.split_whitespace() {
            self.done(plaque, step, &json!({}));
        }
    }

    /// Takes a step with some members in its usual body, which has to succeed; the plaque as it is then.
    #[track_caller]
    pub(crate) fn done(&self, plaque: &Value, resource: &str, members: &Value) -> Value {
        self.step(plaque, resource, members).expect(201).json()
    }

    /// Takes a step by its resource.
    pub(crate) fn step(&self, plaque: &Value, resource: &str, members: &Value) -> Answer {
        let mut body = self.usual(plaque, resource);
        for (name, value) in members.as_object().unwrap() {
            body[name] = value.clone();
        }
        // A member that is null is one to leave out.
        let kept = body.as_object_mut().unwrap();
        kept.retain(|_, value| !value.is_null());
        let call = self
            .county()
            .post(format!("{}/{resource}", address(plaque)));
        call.on_behalf_of(&self.office.officer).json(&body).send()
    }

    #[rustfmt::skip]
    fn usual(&self, plaque: &Value, resource: &str) -> Value {
        let paper = || paper(self.county(), "plaque", &plaque["id"]);
        let second = &self.office.second;
        match resource {
            "order" => json!({ "supplier": "测试标牌厂" }),
            "making" => json!({ "serial": unused_number("LC") }),
            "handover" => json!({
                "occasion": "praise_meeting", "place": "测试县表扬会", "recipient": "测试甲", "signature_id": paper()
            }),
            "hanging" => json!({ "photo_id": paper(), "signature_id": paper() }),
            "indoors" => json!({ "signature_id": paper() }),
            "declination" | "withdrawal" => json!({ "copy_id": paper() }),
            "replacement" => json!({ "reason": "damaged", "note": "测试：破损" }),
            "contact-attempts" => json!({ "how": "测试：电话无人应答" }),
            "contacts" | "recovery" => json!({ "note": "测试" }),
            "write-off" | "cancellation" => json!({ "reason": "测试", "second_officer_id": second }),
            "outside-transfer" => json!({ "organ": "测试市委政法委员会", "reason": "测试", "second_officer_id": second }),
            "suspension" => json!({ "pending": "测试" }),
            _ => json!({ "reason": "测试" }),
        }
    }

    /// The case of the first hero.
    #[track_caller]
    pub(crate) fn case(&self, plaque: &Value) -> Value {
        let actor = text(&plaque["actors"][0]["id"]);
        let case = format!("{}/actors/{actor}", address(plaque));
        self.county().get(case).send().expect(200).json()
    }

    /// How far it has come.
    #[track_caller]
    pub(crate) fn state(&self, plaque: &Value) -> String {
        text(&self.case(plaque)["state"])
    }

    /// The kinds of its papers, in the order in which they were issued.
    pub(crate) fn papers(&self, plaque: &Value) -> Vec<String> {
        let mut papers = self.county().all(&format!("{}/documents", address(plaque)));
        papers.reverse();
        papers.iter().map(|paper| text(&paper["kind"])).collect()
    }
}

pub(crate) fn address(plaque: &Value) -> String {
    format!("/v1/plaques/{}", text(&plaque["id"]))
}

/// The people of a deed.
pub(crate) fn people(deed: &Value) -> Vec<String> {
    let actors = deed["actors"].as_array().unwrap().iter();
    actors.map(|actor| text(&actor["person_id"])).collect()
}
