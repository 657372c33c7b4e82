//! The city manages the systems that call the service.

mod secrets;

use serde_json::{Value, json};

use crate::bodies::pointers;
use crate::harness::{Answer, CITY, Call, Caller, Credentials, Rows, TestServer, synthetic};

const COUNTY: &str = "371502";

/// The system of a committee, with the officer for whom it acts.
struct Desk {
    caller: Caller,
    officer: String,
}

impl Desk {
    fn of(server: &TestServer, region: &str) -> Self {
        let (caller, officer) = server.officer(region);
        Self { caller, officer }
    }

    /// Another system of the same committee, at the city.
    fn with_scopes(&self, server: &TestServer, scopes: &[&str]) -> Self {
        let shown = self.caller.get(format!("/v1/officers/{}", self.officer));
        let shown = shown.send().expect(200).json();
        let organisation = shown["organisation_id"].as_str().unwrap();
        Self {
            caller: server.new_caller(scopes, &[CITY], &[organisation]),
            officer: self.officer.clone(),
        }
    }

    fn post(&self, target: impl AsRef<str>) -> Call<'_> {
        self.caller
            .post(target.as_ref())
            .on_behalf_of(&self.officer)
    }
}

fn new_client(members: &Value) -> Value {
    let mut body = json!({
        "name": "测试区县系统",
        "scopes": ["people:read", "people:write"],
        "region_codes": [COUNTY],
    });
    for (name, value) in members.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

fn create(city: &Desk, members: &Value) -> Answer {
    city.post("/v1/clients").json(&new_client(members)).send()
}

/// The credentials that an answer shows.
fn credentials(answer: &Answer) -> Credentials {
    let shown = answer.json();
    Credentials {
        id: shown["client"]["id"].as_str().unwrap().to_owned(),
        secret: shown["client_secret"].as_str().unwrap().to_owned(),
    }
}

#[track_caller]
fn assert_locked_out(server: &TestServer, credentials: &Credentials) {
    let refused = server
        .anonymous()
        .post("/oauth/token")
        .header("Authorization", &credentials.basic())
        .form(&[("grant_type", "client_credentials")])
        .send();
    assert_eq!(refused.status(), 401, "{refused:?}");
}

#[test]
fn the_city_registers_a_client_which_then_works_and_shows_its_secret_once() {
    let server = TestServer::start();
    let city = Desk::of(&server, CITY);
    let made = create(&city, &json!({})).expect(201);
    assert_eq!(made.header("cache-control"), "no-store");
    let credentials = credentials(&made);
    let county = server.authorised(credentials.clone());
    county.get("/v1/people").send().expect(200);
    county
        .get("/v1/organisations")
        .send()
        .problem(403, "insufficient_scope");

    let read = city.caller.get(made.location()).send().expect(200);
    assert_eq!(read.json(), made.json()["client"]);
    assert_eq!(read.json()["region_codes"], json!([COUNTY]));
    assert_eq!(
        read.json()["scopes"],
        json!(["people:read", "people:write"])
    );
    assert_eq!(read.json().get("disabled_at"), None);
    let listed = city.caller.all("/v1/clients?limit=1");
    assert!(listed.contains(&read.json()));
    let page = city.caller.get("/v1/clients?count=true").send().expect(200);
    assert_eq!(page.json()["total"], listed.len());
    for answer in [&read, &page] {
        assert!(!answer.text().contains(&credentials.secret));
    }
}

#[test]
fn a_client_acts_for_the_officers_of_its_organisations() {
    let server = TestServer::start();
    let (_, officer) = server.officer(COUNTY);
    let city = Desk::of(&server, CITY);
    let shown = city
        .caller
        .get(format!("/v1/officers/{officer}"))
        .send()
        .expect(200)
        .json();
    let organisation = shown["organisation_id"].clone();
    let made = create(&city, &json!({ "organisation_ids": [organisation] }));
    let made = made.expect(201);
    assert_eq!(
        made.json()["client"]["organisation_ids"],
        json!([organisation])
    );
    let county = server.authorised(credentials(&made));
    county
        .post("/v1/people")
        .on_behalf_of(&officer)
        .json(&synthetic::person(COUNTY))
        .send()
        .expect(201);
}

#[test]
fn a_disabled_client_gets_no_token_and_no_new_secret() {
    let server = TestServer::start();
    let city = Desk::of(&server, CITY);
    let client = credentials(&create(&city, &json!({})).expect(201));
    let target = format!("/v1/clients/{}", client.id);
    let disabled = city
        .post(format!("{target}/disablement"))
        .send()
        .expect(200);
    assert!(disabled.json()["disabled_at"].is_string());
    assert_eq!(
        city.caller.get(&target).send().expect(200).json(),
        disabled.json()
    );
    assert_locked_out(&server, &client);
    for step in ["disablement", "secret"] {
        let refused = city.post(format!("{target}/{step}")).send();
        assert_eq!(
            refused.problem(409, "not_possible")["unmet"],
            json!(["client_active"])
        );
    }
    // Nobody locks themselves out.
    let own = format!("/v1/clients/{}/disablement", city.caller.credentials().id);
    let refused = city.post(own).send().problem(409, "not_possible");
    assert_eq!(refused["unmet"], json!(["client_is_another"]));
    assert_eq!(refused["errors"][0]["code"], "client_is_another");
}

#[test]
fn a_client_gets_no_hold_of_one_that_may_do_more() {
    let server = TestServer::start();
    let (_, officer) = server.officer(COUNTY);
    let city = Desk::of(&server, CITY);
    let narrow = city.with_scopes(&server, &["clients:manage", "people:read"]);
    let organisation = city
        .caller
        .get(format!("/v1/officers/{officer}"))
        .send()
        .expect(200)
        .json()["organisation_id"]
        .clone();
    let scopes = json!(["people:read"]);
    let wider = create(&city, &json!({}));
    let acting = create(
        &city,
        &json!({ "name": "测试代办", "scopes": scopes, "organisation_ids": [organisation] }),
    );
    let before = server.snapshot();
    for stronger in [wider, acting] {
        let id = credentials(&stronger.expect(201)).id;
        for step in ["secret", "disablement"] {
            let refused = narrow.post(format!("/v1/clients/{id}/{step}")).send();
            assert_eq!(
                refused.problem(409, "not_possible")["unmet"],
                json!(["client_within_own_scopes"])
            );
        }
    }
    let handed_on = create(
        &narrow,
        &json!({ "name": "测试转授", "scopes": scopes, "organisation_ids": [organisation] }),
    );
    assert_eq!(
        pointers(&handed_on.problem(422, "invalid_data")),
        ["/organisation_ids"]
    );
    assert_eq!(server.snapshot(), before);
    let equal = create(&narrow, &json!({ "name": "测试同级", "scopes": scopes })).expect(201);
    let id = credentials(&equal).id;
    narrow
        .post(format!("/v1/clients/{id}/secret"))
        .send()
        .expect(200);
}

#[test]
fn what_a_client_cannot_be_is_refused_at_the_member() {
    let server = TestServer::start();
    let city = Desk::of(&server, CITY);
    create(&city, &json!({ "name": "测试重名" })).expect(201);
    let narrow = city.with_scopes(&server, &["clients:manage", "people:read"]);
    let unknown = "01930000-0000-7000-8000-000000000000";
    let before = server.snapshot();
    for (members, pointer) in [
        (
            json!({ "region_codes": [COUNTY, "370102"] }),
            "/region_codes/1",
        ),
        (json!({ "region_codes": ["371523"] }), "/region_codes/0"),
        (json!({ "region_codes": ["nowhere"] }), "/region_codes/0"),
        (
            json!({ "organisation_ids": [unknown] }),
            "/organisation_ids/0",
        ),
        (json!({ "name": "  " }), "/name"),
        (json!({ "scopes": [] }), "/scopes"),
        (json!({ "region_codes": [] }), "/region_codes"),
    ] {
        let problem = create(&city, &members).problem(422, "invalid_data");
        assert_eq!(pointers(&problem), [pointer], "{members}");
    }
    let problem = create(&city, &json!({ "scopes": ["people:everything"] }));
    let problem = problem.problem(400, "invalid_body");
    assert_eq!(pointers(&problem), ["/scopes/0"]);
    let more = create(&narrow, &json!({})).problem(422, "invalid_data");
    assert_eq!(
        pointers(&more),
        ["/scopes/1"],
        "no more than it holds itself"
    );
    let same = create(&city, &json!({ "name": "测试重名" })).problem(409, "client_exists");
    assert_eq!(same["existing"]["name"], "测试重名");
    assert_eq!(before.differs_in(&server.snapshot()), [""; 0]);
}

#[test]
fn counties_manage_no_clients() {
    let server = TestServer::start();
    let county = Desk::of(&server, COUNTY);
    let before = server.snapshot();
    county
        .caller
        .get("/v1/clients")
        .send()
        .problem(403, "city_only");
    create(&county, &json!({})).problem(403, "city_only");
    let own = &county.caller.credentials().id;
    for step in ["secret", "disablement"] {
        let target = format!("/v1/clients/{own}/{step}");
        county.post(target).send().problem(403, "city_only");
    }
    assert_eq!(before.differs_in(&server.snapshot()), [""; 0]);
}

#[test]
fn only_an_officer_hands_out_access_and_the_audit_names_them() {
    let server = TestServer::start();
    let city = Desk::of(&server, CITY);
    let made = credentials(&create(&city, &json!({})).expect(201));
    let client = format!("/v1/clients/{}", made.id);
    let before = server.snapshot();
    for target in ["secret", "disablement"].map(|step| format!("{client}/{step}")) {
        let call = city.caller.post(target);
        call.send().problem(403, "officer_required");
    }
    let call = city.caller.post("/v1/clients");
    let call = call.json(&new_client(&json!({ "name": "测试无人承办" })));
    call.send().problem(403, "officer_required");
    assert_eq!(before.differs_in(&server.snapshot()), [""; 0]);

    for step in ["secret", "disablement"] {
        city.post(format!("{client}/{step}")).send().expect(200);
    }
    let by_officer = format!(
        "FROM audit_entries WHERE subject_id = '{}' AND officer_id = '{}'",
        made.id, city.officer
    );
    assert_eq!(server.installation().rows().count(&by_officer), 3);
}
