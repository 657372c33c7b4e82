//! What a county owns while others try to get at it.

use serde_json::{Value, json};

use crate::deeds::Committee;
use crate::harness::{CITY, TestServer, synthetic};
use crate::out_of_city;

/// The county that owns everything.
pub(super) const HOME: &str = "371502";
/// The county that should get at nothing.
pub(super) const NEIGHBOUR: &str = "371521";
/// A third county, for what two counties own together.
const THIRD: &str = "371522";

/// Things of [`HOME`], each with the collection in which it lies.
pub(super) struct Estate {
    things: Vec<(&'static str, String)>,
    /// What stands in the members of a request that say whose it is.
    owners: Vec<(&'static str, String)>,
}

impl Estate {
    /// One thing of every kind that has an address of its own.
    pub(super) fn make(server: &TestServer) -> Self {
        let home = server.county(HOME);
        let create = |path: &str, body: &Value| -> String {
            let made = home.post(path).json(body).send().expect(201);
            made.json()["id"].as_str().unwrap().to_owned()
        };
        let person = synthetic::person(HOME);
        let person_id = create("/v1/people", &person);
        let other_person = create("/v1/people", &synthetic::person(HOME));
        let organisation = create(
            "/v1/organisations",
            &json!({
                "name": "测试委员会",
                "kind": "political_legal_committee",
                "region_code": HOME,
            }),
        );
        let officer = create(
            "/v1/officers",
            &json!({
                "organisation_id": organisation,
                "name": synthetic::name(),
                "position": "测试职务",
            }),
        );
        let example = &server
            .contract()
            .operation("eligibility_studio_name")
            .examples[0];
        let receipt = create("/v1/eligibility/studio-name", &example.value);
        let deed = home
            .post("/v1/deeds")
            .json(&crate::deeds::deed(HOME, &[&person_id]))
            .send()
            .expect(201)
            .json();
        let anonymous = server.anonymous();
        // The example names a place in the county.
        let sent_in = |operation: &str, path: &str| -> String {
            let example = &server.contract().operation(operation).examples[0];
            let made = anonymous.post(path).json(&example.value).send();
            made.expect(201).json()["id"].as_str().unwrap().to_owned()
        };
        let application = sent_in("application_submit", "/v1/public/applications");
        let clue = sent_in("clue_submit", "/v1/public/clues");
        let attachment = create(
            "/v1/attachments",
            &crate::attachments::declaration(&deed, b"%PDF-"),
        );
        let id_of = |thing: &Value| thing["id"].as_str().unwrap().to_owned();
        let document = Self::notice(server, &organisation, &officer, &id_of(&deed));
        let recognition = Self::recognition(server, &person_id);
        let case = id_of(&recognition["actors"][0]);
        let certificate = home.all(&format!(
            "/v1/out-of-city-recognitions/{}/documents",
            id_of(&recognition)
        ));
        Self {
            things: vec![
                ("/v1/deeds", id_of(&deed)),
                ("/v1/deeds/{id}/actors", id_of(&deed["actors"][0])),
                ("/v1/applications", application),
                ("/v1/clues", clue),
                ("/v1/attachments", attachment),
                ("/v1/attachments/{id}/parts", "1".to_owned()),
                ("/v1/deeds/{id}/documents", document),
                ("/v1/out-of-city-recognitions", id_of(&recognition)),
                ("/v1/out-of-city-recognitions/{id}/actors", case),
                (
                    "/v1/out-of-city-recognitions/{id}/documents",
                    id_of(&certificate[0]),
                ),
                ("/v1/people", person_id),
                ("/v1/organisations", organisation.clone()),
                ("/v1/officers", officer),
                ("/v1/receipts", receipt),
                ("/v1/match-tasks", Self::match_task(server, person)),
                // Nobody owns a year; only the city loads one.
                ("/v1/calendar", "2027".to_owned()),
                ("/v1/clients", home.credentials().id.clone()),
            ],
            owners: vec![
                ("region_code", HOME.to_owned()),
                ("deed_id", id_of(&deed)),
                ("organisation_id", organisation),
                ("absorbed_id", other_person),
            ],
        }
    }

    /// The notice of the deed, which an officer of the committee takes so far.
    fn notice(server: &TestServer, committee: &str, officer: &str, deed: &str) -> String {
        let scopes = server.all_scopes();
        let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
        let office = server.new_caller(&scopes, &[HOME], &[committee]);
        let step = |resource: &str, body: Value| {
            let call = office.post(format!("/v1/deeds/{deed}/{resource}"));
            call.on_behalf_of(officer).json(&body).send().expect(201);
        };
        step("acceptance", json!({}));
        step(
            "evidence",
            json!({ "kind": "public_security", "description": "测试：公安机关证明" }),
        );
        let cases = office.get(format!("/v1/deeds/{deed}")).send().expect(200);
        let actor = cases.json()["actors"][0]["id"].clone();
        let actor = actor.as_str().unwrap();
        let case = office
            .get(format!("/v1/deeds/{deed}/actors/{actor}"))
            .send();
        let evidence = case.expect(200).json()["evidence"][0]["id"].clone();
        step(
            "evidence-verifications",
            json!({ "evidence_id": evidence, "verified": true }),
        );
        step(
            "assessment",
            json!({ "opinion": "positive", "reason": "测试" }),
        );
        step("publication", json!({}));
        let documents = office.all(&format!("/v1/deeds/{deed}/documents"));
        documents[0]["id"].as_str().unwrap().to_owned()
    }

    /// The recognition of a person, as far as the certificate.
    fn recognition(server: &TestServer, person: &str) -> Value {
        let (county, city) = (Committee::of(server, HOME), Committee::of(server, CITY));
        let applied = out_of_city::apply(&county, &out_of_city::application(&[person]));
        let applied = applied.expect(201).json();
        let step = |by: &Committee, resource: &str, body: Value| {
            out_of_city::take(by, &applied, resource, &body).expect(201);
        };
        step(&county, "acceptance", json!({}));
        for (resource, kind) in [
            ("origin-checks", "origin_check"),
            ("authenticity-checks", "authenticity_check"),
        ] {
            step(&county, resource, out_of_city::act(kind));
        }
        let mut recognition = city.co_signed(out_of_city::act("recognition"));
        recognition["reason"] = json!("测试");
        step(&city, "recognition", recognition);
        applied
    }

    /// The task that the city gets when a third county registers the same citizen number.
    fn match_task(server: &TestServer, mut person: Value) -> String {
        person["region_code"] = json!(THIRD);
        server
            .county(THIRD)
            .post("/v1/people")
            .json(&person)
            .send()
            .expect(201);
        let tasks = server.city().all("/v1/match-tasks");
        tasks[0]["id"].as_str().unwrap().to_owned()
    }

    /// The thing that lies in a collection.
    pub(super) fn id_in(&self, collection: &str) -> Option<&str> {
        self.things
            .iter()
            .find(|(known, _)| *known == collection)
            .map(|(_, id)| id.as_str())
    }

    /// The ids of all things; a part of a thing has a number only.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        let ids = self.things.iter().map(|(_, id)| id.as_str());
        ids.filter(|id| id.parse::<u32>().is_err())
    }

    /// A path template with the ids of things of the estate.
    pub(super) fn path(&self, template: &str) -> Option<String> {
        Self::fill(template, |collection| {
            self.id_in(collection).map(str::to_owned)
        })
    }

    /// A path template with an id that nothing has.
    pub(super) fn unknown_path(template: &str, id: &str) -> String {
        Self::fill(template, |_| Some(id.to_owned())).unwrap_or_default()
    }

    /// Replaces each variable by the id that `id_in` gives for the path before it.
    fn fill(template: &str, id_in: impl Fn(&str) -> Option<String>) -> Option<String> {
        let (mut filled, mut collection) = (String::new(), String::new());
        for part in template.split('/').skip(1) {
            let value = if part.starts_with('{') {
                id_in(&collection)?
            } else {
                part.to_owned()
            };
            filled.push('/');
            filled.push_str(&value);
            collection.push('/');
            collection.push_str(part);
        }
        Some(filled)
    }

    /// A request body in which every member that says whose it is names the estate.
    pub(super) fn own(&self, body: &Value) -> Value {
        let mut body = body.clone();
        for (name, value) in &self.owners {
            if let Some(member) = body.get_mut(name) {
                *member = json!(value);
            }
        }
        body
    }

    /// Whether a request body says whose it is.
    pub(super) fn is_owned(&self, body: &Value) -> bool {
        self.owners.iter().any(|(name, _)| body.get(name).is_some())
    }
}
