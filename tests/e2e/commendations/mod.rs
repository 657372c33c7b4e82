//! Commendations: from the nomination through the levels and a round to the conferral, and to the end of a
//! title.

mod climbing;
mod ending;
mod groups;
mod immediate;
mod in_a_round;
mod joint;
mod listing;
mod next_of_kin;
mod refused;
mod table;

use serde_json::{Value, json};

use crate::deeds::{COUNTY, Committee, Office, text, unmet, unused_number};
use crate::harness::{Answer, CITY};

/// The bodies that grant a title of the city by the catalogue.
pub(crate) const SIGNING: [&str; 2] = ["中共聊城市委政法委员会", "聊城市见义勇为基金会"];

/// A county with confirmed deeds, and the city that commends.
pub(crate) struct Hall {
    pub(crate) office: Office,
    pub(crate) county: Committee,
    pub(crate) city: Committee,
}

impl Hall {
    /// Opens on a Monday, 2026-03-02.
    pub(crate) fn open() -> Self {
        Self::of(Office::open())
    }

    fn of(office: Office) -> Self {
        let county = Committee::of(&office.server, COUNTY);
        let city = Committee::of(&office.server, CITY);
        Self {
            office,
            county,
            city,
        }
    }

    /// A deed of so many people, all of whom were confirmed.
    #[track_caller]
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

    /// Takes the confirmation of all actors back, who deceived.
    #[track_caller]
    pub(crate) fn revoke_confirmation(&self, deed: &Value) {
        let notice = json!({ "facts": "测试事实", "reasons": "测试理由" });
        self.office.done(deed, "revocation-notices", &notice);
        self.office
            .done(deed, "defence-statements", &json!({ "statement": "测试" }));
        let mut revocation = self.office.confirmation();
        revocation.as_object_mut().unwrap().remove("certificate");
        revocation["number"] = json!(unused_number("聊见义撤"));
        revocation["deception"] = json!("测试：经查证明系伪造");
        self.office.done(deed, "revocation", &revocation);
    }

    /// Nominates for a title of the city; some members in its usual body.
    pub(crate) fn try_nominate(by: &Committee, body: &Value) -> Answer {
        let call = by.caller.post("/v1/commendations");
        call.on_behalf_of(&by.officer).json(body).send()
    }

    /// A new hero of the county, nominated there for a title.
    #[track_caller]
    pub(crate) fn nominated(&self, by: &Committee, region: &str, title: &str) -> Value {
        let deed = self.confirmed(1);
        let body = nomination(region, title, &deed);
        Hall::try_nominate(by, &body).expect(201).json()
    }

    /// A new hero of the county, under review by the city, who accepted.
    #[track_caller]
    pub(crate) fn reviewed(&self, title: &str) -> Value {
        let file = self.nominated(&self.city, CITY, title);
        self.done(&file, "acceptance", json!({}));
        self.done(&file, "nominee-acceptances", accepted());
        file
    }

    /// The same, awarded at once.
    #[track_caller]
    pub(crate) fn awarded(&self) -> Value {
        let file = self.reviewed("liaocheng_model");
        self.done(&file, "immediate-awards", immediate(&SIGNING));
        file
    }

    /// Takes a step of the city with all signatures.
    pub(crate) fn step(&self, file: &Value, resource: &str, body: Value) -> Answer {
        take(&self.city, file, resource, body)
    }

    /// The same, which has to succeed; the file as it is then.
    #[track_caller]
    pub(crate) fn done(&self, file: &Value, resource: &str, body: Value) -> Value {
        self.step(file, resource, body).expect(201).json()
    }

    /// What stands in the way of a step of the city.
    #[track_caller]
    pub(crate) fn refused(&self, file: &Value, resource: &str, body: Value) -> Vec<String> {
        unmet(&self.step(file, resource, body))
    }

    /// The case of a member, as the city reads it.
    pub(crate) fn case(&self, file: &Value, member: usize) -> Value {
        let case = text(&file["actors"][member]["id"]);
        let address = format!("{}/actors/{case}", address(file));
        self.city.caller.get(address).send().expect(200).json()
    }

    pub(crate) fn state(&self, file: &Value) -> String {
        text(&self.case(file, 0)["state"])
    }

    /// The kinds of its papers, newest first.
    pub(crate) fn papers(&self, file: &Value) -> Vec<String> {
        let papers = self
            .city
            .caller
            .all(&format!("{}/documents", address(file)));
        papers.iter().map(|paper| text(&paper["kind"])).collect()
    }
}

/// A nomination of all actors of a deed: of one for a title of an individual, of several as a group.
pub(crate) fn nomination(region: &str, title: &str, deed: &Value) -> Value {
    let actors = deed["actors"].as_array().unwrap();
    let members: Vec<Value> = actors
        .iter()
        .map(|actor| json!({ "person_id": actor["person_id"], "harm": "injured" }))
        .collect();
    let mut body = json!({
        "region_code": region, "title": title, "deed_id": deed["id"], "nominator": "county",
        "unit": "测试单位职工",
        "texts": {
            "brief": "测试：救起落水儿童", "summary": "测试：跳入河中救起落水儿童。",
            "story": "测试：路过河边，听到呼救，跳入河中救起落水儿童。"
        },
        "loss_averted": 3, "influence": "city",
        "members": members
    });
    if actors.len() > 1 {
        body["group"] = json!("测试救人群体");
    }
    body
}

pub(crate) fn accepted() -> Value {
    json!({ "by": "测试甲", "secrecy": "open" })
}

pub(crate) fn immediate(bodies: &[&str]) -> Value {
    json!({ "number": unused_number("聊见义表"), "bodies": bodies, "reason": "测试：已查明" })
}

pub(crate) fn conferral(recipient: &str) -> Value {
    json!({ "recipient": recipient, "place": "测试会场", "form": "collective" })
}

pub(crate) fn address(file: &Value) -> String {
    format!("/v1/commendations/{}", text(&file["id"]))
}

/// Takes a step with the signatures that it asks for.
pub(crate) fn take(by: &Committee, file: &Value, resource: &str, body: Value) -> Answer {
    let body = match resource {
        "immediate-awards" | "awards" | "certificate-replacements" | "removals" | "revocation" => {
            by.co_signed(body)
        }
        "recommendations"
        | "submissions"
        | "outside-awards"
        | "not-granted"
        | "payment-plans"
        | "outside-revocations"
        | "basis-falls"
        | "write-offs" => by.signed(body),
        _ => body,
    };
    let body = crate::attachments::with_paper(&by.caller, "commendation", &file["id"], &body);
    let call = by.caller.post(format!("{}/{resource}", address(file)));
    call.on_behalf_of(&by.officer).json(&body).send()
}
