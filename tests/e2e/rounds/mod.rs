//! Rounds of commendation, as far as they go before anybody is nominated.

mod ballots;
mod rules;
mod table;

use serde_json::{Value, json};

use crate::deeds::{COUNTY, Committee, NEIGHBOUR, text, unmet};
use crate::harness::{Answer, CITY, TestServer};

/// A round of the city that is in order.
pub(crate) fn round() -> Value {
    json!({
        "region_code": CITY,
        "title": "测试2026年度见义勇为评选",
        "form": "collective", "level": "municipal", "kind": "praise",
        "deeds_from": "2025-01-01", "deeds_until": "2025-12-31", "closes_on": "2026-03-20",
        "titles": [{ "title": "liaocheng_model", "people": 10 }, { "title": "liaocheng_group", "groups": 2 }],
        "bodies": [
            { "name": "中共聊城市委政法委员会", "kind": "political_legal_committee", "region_code": CITY, "leads": true },
            { "name": "聊城市见义勇为基金会", "kind": "foundation", "region_code": CITY }
        ],
        "openness": "public"
    })
}

/// A round of a county that is in order.
pub(crate) fn of_county(county: &str) -> Value {
    let mut round = round();
    round["region_code"] = json!(county);
    round["level"] = json!("county");
    round["titles"] = json!([{ "title": "county_model", "people": 3 }]);
    round["bodies"] = json!([{ "name": "测试县委政法委", "kind": "political_legal_committee", "region_code": county }]);
    round
}

/// The city and two counties.
pub(crate) struct Hall {
    pub(crate) server: TestServer,
    pub(crate) city: Committee,
}

impl Hall {
    /// Opens in a sandbox, on a Monday, 2026-03-02.
    pub(crate) fn open() -> Self {
        let server = TestServer::sandbox();
        let city = Committee::of(&server, CITY);
        let hall = Self { server, city };
        hall.today("2026-03-02");
        hall
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

    /// Plans a round of the city.
    #[track_caller]
    pub(crate) fn planned(&self, round: &Value) -> Value {
        planned(&self.city, round).expect(201).json()
    }

    /// A round of the city whose call is out.
    #[track_caller]
    pub(crate) fn called(&self) -> Value {
        let file = self.planned(&round());
        self.done(&file, "call", json!({}));
        file
    }

    /// A round of the city whose candidates, nobody yet, are published.
    #[track_caller]
    pub(crate) fn published(&self) -> Value {
        let file = self.called();
        self.today("2026-03-23");
        self.done(&file, "candidate-lists", json!({ "order": [] }));
        self.done(&file, "candidate-notices", json!({}));
        file
    }

    /// Takes a step with all signatures.
    pub(crate) fn step(&self, file: &Value, resource: &str, body: Value) -> Answer {
        let body = match resource {
            "decision" | "decision-corrections" => self.city.co_signed(body),
            "call"
            | "opening"
            | "ballots"
            | "resolutions"
            | "closing"
            | "cancellation"
            | "candidate-notice-waivers" => self.city.signed(body),
            _ => body,
        };
        take(&self.city, file, resource, &body)
    }

    /// Takes a step that has to succeed; the file as it is then.
    #[track_caller]
    pub(crate) fn done(&self, file: &Value, resource: &str, body: Value) -> Value {
        self.step(file, resource, body).expect(201).json()
    }

    /// What stands in the way of a step.
    #[track_caller]
    pub(crate) fn refused(&self, file: &Value, resource: &str, body: Value) -> Vec<String> {
        unmet(&self.step(file, resource, body))
    }

    /// How a round is carried out.
    pub(crate) fn case(&self, file: &Value) -> Value {
        let case = text(&file["actors"][0]["id"]);
        let address = format!("{}/actors/{case}", address(file));
        self.city.caller.get(address).send().expect(200).json()
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

pub(crate) fn address(file: &Value) -> String {
    format!("/v1/commendation-rounds/{}", text(&file["id"]))
}

pub(crate) fn planned(committee: &Committee, round: &Value) -> Answer {
    let call = committee.caller.post("/v1/commendation-rounds");
    call.on_behalf_of(&committee.officer).json(round).send()
}

pub(crate) fn take(committee: &Committee, file: &Value, resource: &str, body: &Value) -> Answer {
    let call = committee
        .caller
        .post(format!("{}/{resource}", address(file)));
    call.on_behalf_of(&committee.officer).json(body).send()
}

/// The rules behind the conditions that a refused step names.
#[track_caller]
pub(crate) fn rules(answer: &Answer) -> Vec<String> {
    let problem = answer.problem(409, "step_not_possible");
    let unmet = problem["actors"][0]["unmet"].as_array().unwrap();
    unmet
        .iter()
        .filter_map(|unmet| unmet["rule"].as_str().map(str::to_owned))
        .collect()
}

#[test]
fn a_round_goes_from_the_call_to_the_closing_with_its_papers() {
    let hall = Hall::open();
    let file = hall.published();
    hall.today("2026-04-02");
    let session = json!({ "members": 25, "present": 22, "counts": [] });
    hall.done(&file, "ballots", session);
    let resolved = json!({ "passed_by": "测试理事会", "text": "测试：同意", "granted": [] });
    hall.done(&file, "resolutions", resolved);
    hall.done(
        &file,
        "decision",
        json!({ "number": "测见义表〔2026〕1号" }),
    );
    let ceremony = json!({
        "on": "2026-04-20", "place": "测试礼堂", "agenda": [{ "what": "宣读决定" }], "recipients": []
    });
    hall.done(&file, "ceremonies", ceremony);
    hall.done(&file, "closing", json!({}));
    assert_eq!(hall.case(&file)["state"], "closed");
    assert_eq!(
        hall.papers(&file),
        [
            "ceremony_agenda",
            "commendation_decision",
            "ballot_record",
            "candidate_notice",
            "round_call"
        ]
    );
}

#[test]
fn a_round_is_cancelled_by_two_officers_before_it_is_decided() {
    let hall = Hall::open();
    let file = hall.called();
    let body = json!({ "code": "plan_changed", "reason": "测试" });
    let alone = take(&hall.city, &file, "cancellation", &body);
    assert_eq!(unmet(&alone), ["second_officer"]);
    hall.done(&file, "cancellation", body);
    let case = hall.case(&file);
    assert_eq!(case["state"], "cancelled");
    assert_eq!(case["cancellation_reason"], "测试");
    let order = json!({ "order": [] });
    assert_eq!(hall.refused(&file, "candidate-lists", order), ["state"]);
}

#[test]
fn a_county_sees_no_round_of_another() {
    let hall = Hall::open();
    let (home, neighbour) = (
        Committee::of(&hall.server, COUNTY),
        Committee::of(&hall.server, NEIGHBOUR),
    );
    let file = planned(&home, &of_county(COUNTY)).expect(201).json();
    neighbour.caller.get(address(&file)).send().expect(404);
    assert!(neighbour.caller.all("/v1/commendation-rounds").is_empty());
    assert_eq!(home.caller.all("/v1/commendation-rounds").len(), 1);
    let body = neighbour.signed(json!({}));
    take(&neighbour, &file, "call", &body).expect(404);
    let foreign = planned(&neighbour, &of_county(COUNTY));
    foreign.problem(422, "invalid_data");
    // The city reads it, and does not carry it out.
    hall.city.caller.get(address(&file)).send().expect(200);
    assert_eq!(hall.refused(&file, "call", json!({})), ["seat"]);
}

#[test]
fn rounds_are_listed_by_state_form_level_and_year() {
    let hall = Hall::open();
    hall.called();
    let mut immediate = round();
    immediate["form"] = json!("immediate");
    hall.planned(&immediate);
    let home = Committee::of(&hall.server, COUNTY);
    planned(&home, &of_county(COUNTY)).expect(201);
    let count = |filter: &str| {
        let list = format!("/v1/commendation-rounds?{filter}");
        hall.city.caller.all(&list).len()
    };
    assert_eq!(count("state=announced"), 1);
    assert_eq!(count("form=immediate"), 1);
    assert_eq!(count("level=municipal"), 2);
    assert_eq!(count("level=county&state=planned"), 1);
    assert_eq!(count("year=2026"), 3);
    assert_eq!(count("year=2025"), 0);
}

#[test]
fn a_round_is_corrected_until_the_candidates_are_in_an_order() {
    let hall = Hall::open();
    let file = hall.called();
    let corrected = |body: Value| {
        let read = hall.city.caller.get(address(&file)).send().expect(200);
        let call = hall.city.caller.patch(address(&file));
        call.if_match(read.etag())
            .on_behalf_of(&hall.city.officer)
            .json(&body)
            .send()
    };
    let body = json!({ "yearly_plan": "测试计划第3项" });
    let now = corrected(body.clone()).expect(200).json();
    assert_eq!(now["yearly_plan"], "测试计划第3项");
    let reversed = corrected(json!({ "deeds_until": "2024-01-01" }));
    reversed.problem(422, "invalid_data");
    hall.today("2026-03-23");
    hall.done(&file, "candidate-lists", json!({ "order": [] }));
    corrected(json!({ "yearly_plan": "测试" })).problem(409, "facts_stand");
}
