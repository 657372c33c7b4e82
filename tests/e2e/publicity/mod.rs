//! What people agreed to show, and what everybody may read: the honour roll, studios, notices, and the feed of
//! what changed there.

mod consents;
mod notices;
mod roll;
mod studios;
mod withdrawal;

use std::cell::Cell;

use serde_json::{Value, json};
use url::form_urlencoded::byte_serialize;

use crate::commendations::Hall;
use crate::deeds::{text, unused_number};
use crate::harness::{Answer, Caller};

/// A day after the end of each notice, one after the other.
const ENDS: [&str; 3] = ["2026-03-17", "2026-04-01", "2026-04-16"];

/// A hall in which deeds are confirmed after a public notice, so that they may be told of.
struct Stage {
    hall: Hall,
    /// The days on which the next notices end.
    ends: Cell<usize>,
}

impl Stage {
    fn open() -> Self {
        Self {
            hall: Hall::open(),
            ends: Cell::new(0),
        }
    }

    fn anybody(&self) -> Caller {
        self.hall.office.server.anonymous()
    }

    /// A deed of so many people, confirmed after its notice. All of them live.
    #[track_caller]
    fn confirmed(&self, actors: usize) -> Value {
        let office = &self.hall.office;
        let deed = office.assessed(actors);
        let number = unused_number("聊见义公");
        office.done(&deed, "publication", &json!({ "number": number }));
        let day = ENDS[self.ends.replace(self.ends.get() + 1)];
        office.today(day);
        let mut confirmation = office.confirmation();
        confirmation.as_object_mut().unwrap().remove("certificate");
        confirmation["number"] = json!(unused_number("聊见义确"));
        let confirmed = office.done(&deed, "confirmation", &confirmation);
        for actor in confirmed["actors"].as_array().unwrap() {
            self.change(&actor["person_id"], &json!({ "life_status": "living" }));
        }
        confirmed
    }

    /// Changes the file of somebody.
    #[track_caller]
    fn change(&self, person: &Value, patch: &Value) {
        let office = &self.hall.office;
        let call = office.county.patch(format!("/v1/people/{}", text(person)));
        let call = call.on_behalf_of(&office.officer).if_match("*").json(patch);
        call.send().expect(200);
    }

    /// Records a consent for an officer.
    fn consent(&self, person: &Value, consent: &Value) -> Answer {
        let office = &self.hall.office;
        let call = office
            .county
            .post(format!("/v1/people/{}/consents", text(person)));
        call.on_behalf_of(&office.officer).json(consent).send()
    }

    /// The same, which has to succeed: its address.
    #[track_caller]
    fn agreed(&self, person: &Value, consent: &Value) -> String {
        let answer = self.consent(person, consent).expect(201);
        let id = text(&answer.json()["id"]);
        format!("/v1/people/{}/consents/{id}", text(person))
    }

    /// Takes a consent back, all of it or these fields.
    #[track_caller]
    fn take_back(&self, consent: &str, fields: &[&str]) -> Value {
        let office = &self.hall.office;
        let call = office.county.post(format!("{consent}/withdrawals"));
        let body = json!({ "by": "person", "fields": fields });
        call.json(&body).send().expect(201).json()
    }

    /// The roll as anybody reads it.
    fn roll(&self, filter: &str) -> Vec<Value> {
        self.anybody()
            .all(&format!("/v1/public/honour-roll{filter}"))
    }

    /// Who is found by a name.
    fn found(&self, name: &str) -> Vec<Value> {
        let name: String = byte_serialize(name.as_bytes()).collect();
        self.roll(&format!("?q={name}"))
    }

    fn name_of(&self, person: &Value) -> String {
        let office = &self.hall.office;
        let file = office.county.get(format!("/v1/people/{}", text(person)));
        text(&file.send().expect(200).json()["name"])
    }
}

/// The consent of the person for the honour roll.
fn of_person() -> Value {
    json!({
        "purpose": "honour_roll",
        "consent": { "by": "person", "on": "2026-03-02", "paper": "测试同意书" },
        "unit": "测试单位职工",
        "story": "测试：跳入河中，救起一名落水者。"
    })
}

/// What was lawfully published.
fn published() -> Value {
    json!({
        "purpose": "honour_roll",
        "publication": {
            "source": "测试晚报", "address": "https://example.org/1",
            "on": { "precision": "month", "value": "2026-02" }
        }
    })
}
