//! The rules over HTTP: what they propose, and how they explain it.

mod deed;

use serde_json::{Value, json};

use crate::harness::{Answer, Caller, TestServer};

fn ask(caller: &Caller, question: &str, case: &Value) -> Answer {
    caller
        .post(format!("/v1/eligibility/{question}"))
        .json(case)
        .send()
}

fn out_of_city(place: &str) -> Value {
    json!({
        "origin_claims": [
            { "basis": "hukou_now", "region_code": "371581", "proof_present": true }
        ],
        "place": { "region_code": place },
        "occurred_on": { "precision": "month", "value": "2023-07" },
        "local_confirmation": {
            "status": "present",
            "document": {
                "issuer_name": "测试见义勇为协会",
                "issuer_kind": "association",
                "issuer_level": "county",
                "document_number": "测见义〔2023〕1号",
                "issued_on": { "precision": "day", "value": "2023-09-01" },
                "copy_attached": true,
                "withdrawn": false
            }
        },
        "requested_on": "2024-01-05",
        "deceased": true,
        "rewarded_elsewhere": false,
        "household_has_plaque": false
    })
}

/// What a rule says, by its id.
fn finding<'a>(receipt: &'a Value, rule: &str) -> &'a Value {
    let mut findings = receipt["findings"].as_array().unwrap().iter();
    findings.find(|finding| finding["rule"] == rule).unwrap()
}

#[test]
fn a_deed_outside_the_city_that_was_confirmed_there_brings_title_plaque_and_care() {
    let server = TestServer::start();
    let county = server.county("371581");
    let answer = ask(&county, "out-of-city", &out_of_city("340104")).expect(201);
    let receipt = answer.json();
    assert_eq!(receipt["kind"], "out_of_city");
    assert_eq!(receipt["proposal"], "approve");
    assert_eq!(receipt["decided_on"], "2024-01-05");
    assert_eq!(receipt["region_code"], "371581");
    let effects = &receipt["effects"];
    assert_eq!(effects["title"]["text"]["zh"], "追授聊城义士");
    assert_eq!(effects["plaque"]["text"]["zh"], "见义勇为光荣之家");
    assert_eq!(effects["plaque"]["status"], "due");
    assert_eq!(effects["benefits"]["profile"], "same_as_city_model");
    let place = finding(&receipt, "OUT-PLACE");
    assert_eq!(place["outcome"], "met");
    assert!(
        place["reason"]["zh"]
            .as_str()
            .unwrap()
            .contains("安徽省合肥市蜀山区")
    );
    assert!(!place["basis"].as_array().unwrap().is_empty());
    assert!(answer.location().ends_with(receipt["id"].as_str().unwrap()));
}

#[test]
fn places_that_belong_to_the_city_by_any_code_are_inside_it() {
    let server = TestServer::start();
    let county = server.county("371581");
    for place in ["371502", "371581", "LCDJ", "371523", "372502", "372526"] {
        let receipt = ask(&county, "out-of-city", &out_of_city(place))
            .expect(201)
            .json();
        assert_eq!(
            finding(&receipt, "OUT-ELIG")["code"],
            "inside_city",
            "{place}"
        );
        assert_eq!(
            receipt["effects"]["procedure"], "confirm_at_place",
            "{place}"
        );
        assert_eq!(receipt["effects"].get("title"), None, "{place}");
    }
}

#[test]
fn without_local_confirmation_the_answer_shows_the_way_to_the_county_of_origin() {
    let server = TestServer::start();
    let mut case = out_of_city("340104");
    case["local_confirmation"] = json!({ "status": "absent" });
    let receipt = ask(&server.city(), "out-of-city", &case).expect(201).json();
    assert_eq!(
        finding(&receipt, "OUT-ELIG")["code"],
        "not_confirmed_locally"
    );
    assert_eq!(receipt["effects"]["procedure"], "confirm_at_origin");
    assert_eq!(receipt["effects"]["procedure_region"], "371581");
}

#[test]
fn what_nobody_said_is_not_known_and_nothing_is_guessed() {
    let server = TestServer::start();
    let city = server.city();
    for (question, case) in [
        ("deed", json!({})),
        ("out-of-city", json!({})),
        ("tier", json!({ "recipient": "individual" })),
        ("studio-name", json!({})),
    ] {
        let receipt = ask(&city, question, &case).expect(201).json();
        assert_eq!(receipt["proposal"], "review", "{question}");
    }
}

#[test]
fn a_case_without_a_day_is_one_of_today() {
    let server = TestServer::start();
    let mut case = out_of_city("340104");
    case.as_object_mut().unwrap().remove("requested_on");
    let receipt = ask(&server.city(), "out-of-city", &case).expect(201).json();
    let window = finding(&receipt, "OUT-WINDOW");
    // The confirmation of 2023 has lapsed by today; without a day nothing could be said of it.
    assert_eq!(window["code"], "requested_late");
    let mut facts = window["facts"].as_array().unwrap().iter();
    let requested_on = facts.find(|fact| fact["name"] == "requested_on").unwrap();
    assert_eq!(requested_on["value"], receipt["decided_on"]);
}

#[test]
fn a_level_is_proposed_with_its_score_and_what_the_higher_ones_lack() {
    let server = TestServer::start();
    let receipt = ask(
        &server.city(),
        "tier",
        &json!({
            "standing": "confirmed",
            "recipient": "individual",
            "risk": 3,
            "cost": 2,
            "harm": "injured",
            "loss_averted": 3,
            "influence": "city",
            "titles_held": [],
            "recommended_by": ["county"],
            "accepted": true,
            "secrecy": "open",
            "nominated_on": "2024-09-01"
        }),
    )
    .expect(201)
    .json();
    let effects = &receipt["effects"];
    assert_eq!(effects["suggested_level"], "municipal");
    let parts = effects["score"]["parts"].as_array().unwrap();
    let sum: u64 = parts
        .iter()
        .map(|part| part["points"].as_u64().unwrap())
        .sum();
    assert_eq!(effects["score"]["total"], sum);
    assert!(
        !effects["titles"][0]["authorities"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    let levels: Vec<&Value> = effects["higher_levels"]
        .as_array()
        .unwrap()
        .iter()
        .map(|gap| &gap["level"])
        .collect();
    assert_eq!(levels, ["provincial", "national"]);
    assert_eq!(
        effects["higher_levels"][0]["recommendation_needed_from"],
        "municipal"
    );
    assert_eq!(effects["decided_by"], "panel");
    assert_eq!(effects["cash"]["status"], "pending_table");
}

/// A deed for which a title of the city is due, asked for by those who are to grant it.
fn request(title: &str, bodies: &Value) -> Value {
    json!({
        "standing": "confirmed", "recipient": "individual",
        "risk": 4, "cost": 2, "harm": "injured", "loss_averted": 4, "influence": "national",
        "titles_held": [], "recommended_by": ["county", "municipal", "provincial"],
        "accepted": true, "secrecy": "open",
        "approval_number": "测试批〔2026〕1号", "projects_this_year": 0,
        "nominated_on": "2024-09-01",
        "requested_title": title, "granting_bodies": bodies
    })
}

#[test]
fn each_title_is_granted_by_those_whom_the_law_names_and_by_nobody_else() {
    let server = TestServer::start();
    let city = server.city();
    let government = |name: &str| json!([{ "name": name, "kind": "government" }]);
    let committee =
        json!({ "name": "中共山东省委政法委员会", "kind": "political_legal_committee" });
    let foundation = json!({ "name": "山东省见义勇为基金会", "kind": "foundation" });
    for (title, bodies, proposal, code) in [
        (
            "liaocheng_model",
            government("聊城市人民政府"),
            "approve",
            "authority_named",
        ),
        (
            "liaocheng_model",
            json!([{ "name": "测试单位", "kind": "government", "region_code": "371500" }]),
            "approve",
            "authority_named",
        ),
        (
            "shandong_hero",
            government("冠县人民政府"),
            "refuse",
            "wrong_authority",
        ),
        (
            "shandong_hero",
            government("山东省人民政府"),
            "approve",
            "authority_named",
        ),
        (
            "shandong_model",
            json!([committee, foundation]),
            "approve",
            "authority_named",
        ),
        (
            "shandong_model",
            json!([committee, committee]),
            "review",
            "granting_body_missing",
        ),
    ] {
        let receipt = ask(&city, "tier", &request(title, &bodies)).expect(201);
        let receipt = receipt.json();
        let found = finding(&receipt, "TIER-AUTHORITY");
        assert_eq!(found["code"], code, "{title} by {bodies}: {found}");
        assert_eq!(receipt["proposal"], proposal, "{title} by {bodies}");
    }
    let receipt = ask(&city, "tier", &request("no_such_title", &json!([]))).expect(201);
    assert_eq!(receipt.json()["proposal"], "review");
}

#[test]
fn a_death_that_became_known_in_one_county_is_proposed_for_the_city() {
    let server = TestServer::start();
    let case = json!({
        "standing": "confirmed", "recipient": "individual",
        "risk": 4, "harm": "died", "loss_averted": 3, "influence": "county",
        "titles_held": [], "recommended_by": ["county"], "accepted": true, "secrecy": "open"
    });
    let receipt = ask(&server.city(), "tier", &case).expect(201).json();
    assert_eq!(receipt["effects"]["suggested_level"], "municipal");
    assert_eq!(
        receipt["effects"]["titles"][0]["text"]["zh"],
        "追授聊城市见义勇为模范"
    );
}

#[test]
fn a_register_elsewhere_refuses_nobody_and_two_present_registers_are_looked_into() {
    let server = TestServer::start();
    let city = server.city();
    let register =
        |code: &str| json!({ "basis": "hukou_now", "region_code": code, "proof_present": true });
    for (claims, code) in [
        (json!([register("340104")]), "origin_elsewhere"),
        (
            json!([register("371581"), register("340104")]),
            "origins_contradict",
        ),
    ] {
        let mut case = out_of_city("340104");
        case["origin_claims"] = claims;
        let receipt = ask(&city, "out-of-city", &case).expect(201).json();
        assert_eq!(receipt["proposal"], "review", "{code}");
        assert_eq!(finding(&receipt, "OUT-ORIGIN")["code"], code);
    }
}

#[test]
fn only_who_may_be_of_the_city_is_sent_to_its_counties() {
    let server = TestServer::start();
    let city = server.city();
    let unconfirmed = |place: &str, home: &str| {
        let mut case = out_of_city(place);
        case["origin_claims"][0]["region_code"] = json!(home);
        case["local_confirmation"] = json!({ "status": "absent" });
        ask(&city, "out-of-city", &case).expect(201).json()
    };
    for (place, home, procedure, region) in [
        ("340104", "371581", "confirm_at_origin", json!("371581")),
        ("340104", "340104", "none", Value::Null),
        ("370612", "371581", "confirm_at_place", json!("370612")),
    ] {
        let effects = &unconfirmed(place, home)["effects"];
        assert_eq!(effects["procedure"], procedure, "{place} {home}");
        assert_eq!(effects["procedure_region"], region, "{place} {home}");
    }
}

#[test]
fn a_studio_name_that_does_not_fit_is_answered_with_the_right_one() {
    let server = TestServer::start();
    let mut case = json!({
        "proposed_name": "见义勇为测试甲英模工作室",
        "leader_name": "测试甲",
        "honours": [{ "level": "municipal", "revoked": false }],
        "deceased": false,
        "consent": { "given": true, "by": "leader" },
        "existing_studios": 0,
        "name_taken": false,
        "proposed_on": "2024-09-01"
    });
    let city = server.city();
    let receipt = ask(&city, "studio-name", &case).expect(201).json();
    assert_eq!(receipt["proposal"], "approve");
    assert_eq!(receipt["effects"]["differences"], json!([]));

    case["proposed_name"] = json!("测试乙工作室");
    let receipt = ask(&city, "studio-name", &case).expect(201).json();
    assert_ne!(receipt["proposal"], "approve");
    assert_eq!(receipt["effects"]["name"], "见义勇为测试甲英模工作室");
    assert!(
        !receipt["effects"]["differences"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[test]
fn every_fault_of_a_case_is_named_at_once() {
    let server = TestServer::start();
    let problem = ask(
        &server.city(),
        "out-of-city",
        &json!({
            "origin_claims": [
                { "region_code": "371502", "proof_present": true },
                { "region_code": "abcdef", "proof_present": true }
            ],
            "place": { "region_code": "340104", "country_code": "JP" },
            "occurred_on": { "precision": "day", "value": "2023-02-30" },
            "local_confirmation": { "status": "present" },
            "requested_on": "2100-12-31"
        }),
    )
    .problem(422, "invalid_data");
    let faults: Vec<(&str, &str)> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| {
            let text = |member: &str| fault[member].as_str().unwrap();
            (text("pointer"), text("code"))
        })
        .collect();
    assert_eq!(
        faults,
        [
            ("/origin_claims/1/region_code", "region_code_invalid"),
            ("/place", "exactly_one"),
            ("/occurred_on/value", "partial_date_invalid"),
            ("/local_confirmation/document", "required"),
            ("/requested_on", "date_in_future"),
        ]
    );
}

#[test]
fn a_case_older_than_the_policy_is_not_judged_by_it() {
    let server = TestServer::start();
    let mut case = out_of_city("340104");
    case["requested_on"] = json!("2012-11-30");
    let problem = ask(&server.city(), "out-of-city", &case).problem(409, "policy_not_in_force");
    assert_eq!(problem["first"], "2012-12-01");
}
