//! What a county owns while others try to get at it.

use serde_json::{Value, json};

use crate::deeds::Committee;
use crate::harness::{CITY, TestServer, synthetic};
use crate::out_of_city;
use crate::rounds;

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
    #[expect(clippy::too_many_lines, reason = "one short part for each kind")]
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
        let consent = Self::consent(server, &person_id);
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
        let (plaque, order) = Self::plaque(server, &person_id);
        let household = plaque["household_id"].as_str().unwrap().to_owned();
        let leader = json!({ "id": person_id, "name": person["name"] });
        let (county, city) = (Committee::of(server, HOME), Committee::of(server, CITY));
        let studio = crate::studios::named(&county, &city, &leader);
        let named = home.all(&format!("/v1/studios/{}/documents", id_of(&studio)));
        let (commendation, letter) = Self::commendation(&county, &recognition, &person_id);
        let (round, call) = Self::round(server);
        Self {
            things: vec![
                ("/v1/commendations", id_of(&commendation)),
                (
                    "/v1/commendations/{id}/actors",
                    id_of(&commendation["actors"][0]),
                ),
                ("/v1/commendations/{id}/documents", letter),
                ("/v1/commendation-rounds", id_of(&round)),
                (
                    "/v1/commendation-rounds/{id}/actors",
                    id_of(&round["actors"][0]),
                ),
                ("/v1/commendation-rounds/{id}/documents", call),
                ("/v1/households", household.clone()),
                ("/v1/households/{id}/members", person_id.clone()),
                ("/v1/plaques", id_of(&plaque)),
                ("/v1/plaques/{id}/actors", id_of(&plaque["actors"][0])),
                ("/v1/plaques/{id}/documents", order),
                ("/v1/studios", id_of(&studio)),
                ("/v1/studios/{id}/actors", id_of(&studio["actors"][0])),
                ("/v1/studios/{id}/documents", id_of(&named[0])),
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
                ("/v1/people/{id}/consents", consent),
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
                ("household_id", household),
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

    /// A round of commendation of the county, with its call.
    fn round(server: &TestServer) -> (Value, String) {
        let county = Committee::of(server, HOME);
        let mut round = rounds::of_county(HOME);
        round["closes_on"] = json!("2099-12-31");
        let planned = rounds::planned(&county, &round).expect(201).json();
        let body = county.signed(json!({}));
        rounds::take(&county, &planned, "call", &body).expect(201);
        let papers = county
            .caller
            .all(&format!("{}/documents", rounds::address(&planned)));
        let call = papers[0]["id"].as_str().unwrap().to_owned();
        (planned, call)
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

    /// The commendation of a person who was recognised, and a letter that asks for an opinion.
    fn commendation(county: &Committee, recognition: &Value, person: &str) -> (Value, String) {
        let mut body = crate::commendations::nomination(HOME, "county_model", recognition);
        let members = body.as_object_mut().unwrap();
        members.remove("deed_id");
        members.insert("recognition_id".to_owned(), recognition["id"].clone());
        body["members"] = json!([{ "person_id": person }]);
        let call = county.caller.post("/v1/commendations");
        let file = call.on_behalf_of(&county.officer).json(&body).send();
        let file = file.expect(201).json();
        let take = |resource: &str, body: Value| {
            crate::commendations::take(county, &file, resource, body).expect(201);
        };
        take("acceptance", json!({}));
        let asked = json!({ "body": "测试公安机关", "of": "public_security" });
        take("opinion-requests", asked);
        let papers = county.caller.all(&format!(
            "{}/documents",
            crate::commendations::address(&file)
        ));
        (file, papers[0]["id"].as_str().unwrap().to_owned())
    }

    /// The plaque of a person who was recognised, and the order of it.
    fn plaque(server: &TestServer, person: &str) -> (Value, String) {
        let county = Committee::of(server, HOME);
        let create = |path: &str, body: &Value| -> Value {
            let call = county.caller.post(path).on_behalf_of(&county.officer);
            call.json(body).send().expect(201).json()
        };
        let household = json!({ "region_code": HOME, "person_ids": [person] });
        let household = create("/v1/households", &household);
        let registered = json!({ "household_id": household["id"], "hero_ids": [person] });
        let plaque = create("/v1/plaques", &registered);
        let address = format!("/v1/plaques/{}", plaque["id"].as_str().unwrap());
        create(
            &format!("{address}/order"),
            &json!({ "supplier": "测试标牌厂" }),
        );
        let papers = county.caller.all(&format!("{address}/documents"));
        (plaque, papers[0]["id"].as_str().unwrap().to_owned())
    }

    /// What the press published of a person.
    fn consent(server: &TestServer, person: &str) -> String {
        let county = Committee::of(server, HOME);
        let consent = json!({
            "purpose": "honour_roll", "publication": { "source": "测试晚报" }
        });
        let call = county.caller.post(format!("/v1/people/{person}/consents"));
        let recorded = call.on_behalf_of(&county.officer).json(&consent).send();
        let recorded = recorded.expect(201).json();
        recorded["id"].as_str().unwrap().to_owned()
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
