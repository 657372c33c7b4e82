//! What each kind of document says.

use serde_json::{Value, json};

use super::{assert_says, documents, pages, pdf, published, words};
use crate::deeds::{COUNTY, Office, deed, person, text};
use crate::examples;
use crate::harness::{CITY, TestServer, synthetic};

#[test]
fn a_notice_says_who_did_what_by_which_law_and_until_when() {
    let office = Office::open();
    let body = synthetic::person(COUNTY);
    let made = office.county.post("/v1/people").json(&body).send();
    let mut report = deed(COUNTY, &[&text(&made.expect(201).json()["id"])]);
    report["summary"] = json!(format!(
        "测试：跳入河中救起测试受益人，当时拨打13800000000，其号码为{}，日期2026-02-20。",
        text(&body["citizen_number"])
    ));
    let deed = published(&office, &report);
    let issued = documents(&office.county, &deed);
    assert_eq!(issued.len(), 1);
    assert_eq!(issued[0]["kind"], "public_notice");
    assert_eq!(issued[0]["number"], "东昌见义公〔2026〕1号");
    assert_eq!(issued[0]["issued_on"], "2026-03-03");
    assert_eq!(issued[0]["actors"][0]["actor_id"], deed["actors"][0]["id"]);
    let Some(said) = words(&office.county, &deed, &issued[0]) else {
        return;
    };
    assert_says(
        &said,
        &[
            "见义勇为确认公示",
            "东昌见义公〔2026〕1号",
            &text(&body["name"]),
            "主要事迹：2026年2月20日，在山东省聊城市东昌府区，测试：跳入河中救起受益人",
            "《山东省见义勇为人员奖励和保护条例》第十三条",
            "自2026年3月4日起至2026年3月10日止",
            "日期2026-02-20",
            "2026年3月3日",
        ],
    );
    for hidden in [
        "13800000000",
        &text(&body["citizen_number"])[..17],
        "测试受益人",
    ] {
        assert!(!said.contains(hidden), "{hidden} is in:\n{said}");
    }
}

#[test]
fn an_under_age_rescuer_is_named_by_the_surname_alone_in_the_notice_only() {
    let office = Office::open();
    let mut body = synthetic::person(COUNTY);
    body["name"] = json!("欧阳测试");
    body["citizen_number"] = json!(synthetic::citizen_number_of("371502", "20120101", 7));
    let made = office.county.post("/v1/people").json(&body).send();
    let mut report = deed(COUNTY, &[&text(&made.expect(201).json()["id"])]);
    report["summary"] = json!("欧阳测试呼救并救起一名落水者");
    let deed = published(&office, &report);
    let notice = &documents(&office.county, &deed)[0];
    if let Some(said) = words(&office.county, &deed, notice) {
        assert_says(&said, &["欧阳某呼救并救起一名落水者。"]);
        assert!(!said.contains("欧阳测试"), "{said}");
    }
    office.today("2026-03-12");
    let confirmed = office.done(&deed, "confirmation", &office.confirmation());
    let certificate = &documents(&office.county, &confirmed)[0];
    if let Some(said) = words(&office.county, &deed, certificate) {
        assert_says(&said, &["欧阳测试"]);
    }
}

#[test]
fn everybody_gets_a_certificate_with_number_law_and_both_bodies() {
    let office = Office::open();
    let people = [person(&office.county), person(&office.county)];
    let deed = published(&office, &deed(COUNTY, &[&people[0], &people[1]]));
    office.today("2026-03-12");
    let mut confirmation = office.confirmation();
    let shared = office.step(&deed, "confirmation", &confirmation);
    let problem = shared.problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["code"], "certificate_of_one");
    confirmation.as_object_mut().unwrap().remove("certificate");
    office.done(&deed, "confirmation", &confirmation);
    let issued = documents(&office.county, &deed);
    let certificates: Vec<_> = issued
        .iter()
        .filter(|document| document["kind"] == "certificate")
        .collect();
    assert_eq!((issued.len(), certificates.len()), (4, 2));
    let mut numbers: Vec<_> = certificates
        .iter()
        .map(|certificate| text(&certificate["number"]))
        .collect();
    numbers.sort();
    assert_eq!(numbers, ["东昌见义证〔2026〕1号", "东昌见义证〔2026〕2号"]);
    for certificate in certificates {
        let actors = deed["actors"].as_array().unwrap();
        let id = &certificate["actors"][0]["actor_id"];
        let actor = actors.iter().find(|actor| actor["id"] == *id).unwrap();
        let actor = text(&actor["person_id"]);
        let name = office.county.get(format!("/v1/people/{actor}")).send();
        let name = text(&name.expect(200).json()["name"]);
        let Some(said) = words(&office.county, &deed, certificate) else {
            continue;
        };
        assert_says(
            &said,
            &[
                "见义勇为证书",
                certificate["number"].as_str().unwrap(),
                &name,
                "确认决定文号：聊见义确〔2026〕1号",
                "《山东省见义勇为人员奖励和保护条例》第九条、第十三条",
                "political_legal_committee",
                "foundation",
                "2026年3月12日",
            ],
        );
    }
}

/// A deed that was refused for a statutory duty.
fn refused(office: &Office) -> Value {
    let mut report = deed(COUNTY, &[&person(&office.county)]);
    report["actors"][0]["duty"] = json!("statutory");
    let deed = office.county.post("/v1/deeds").json(&report).send();
    let deed = deed.expect(201).json();
    office.prove(&deed);
    let negative = json!({ "opinion": "negative", "reason": "测试：履行法定职责" });
    office.done(&deed, "assessment", &negative);
    let prior_notice = json!({ "facts": "测试事实", "reasons": "测试理由" });
    office.done(&deed, "prior-notices", &prior_notice);
    office.done(&deed, "defence-statements", &json!({ "statement": "测试" }));
    let refusal = json!({
        "reason_code": "statutory_duty",
        "reason": "测试：当日正在值勤",
        "second_officer_id": office.second
    });
    office.done(&deed, "refusal", &refusal)
}

#[test]
fn a_refusal_says_why_by_which_law_and_whom_to_ask_next() {
    let office = Office::open();
    let deed = refused(&office);
    let issued = documents(&office.county, &deed);
    let kinds: Vec<&Value> = issued.iter().map(|document| &document["kind"]).collect();
    assert_eq!(kinds, ["refusal", "prior_notice"]);
    assert_eq!(issued[0]["number"], "东昌见义不〔2026〕1号");
    let receipt = &issued[0]["actors"][0]["receipt_id"];
    let address = format!("/v1/receipts/{}", text(receipt));
    let receipt = office.county.get(address).send().expect(200).json();
    let findings = receipt["findings"].as_array().unwrap();
    let duty = findings
        .iter()
        .find(|finding| finding["rule"] == "DEED-DUTY");
    let Some(said) = words(&office.county, &deed, &issued[0]) else {
        return;
    };
    assert_says(
        &said,
        &[
            "不予确认见义勇为决定书",
            "理由：属于履行法定职责、义务。测试：当日正在值勤。",
            text(&duty.unwrap()["reason"]["zh"]).trim_end_matches('。'),
            "《山东省见义勇为人员奖励和保护条例》第二条",
            "自收到本决定书之日起10日内，向上一级确认机构（聊城市见义勇为确认机构）申请复核",
        ],
    );
}

#[test]
fn a_refusal_names_the_registered_committee_of_the_next_level() {
    let office = Office::open();
    let committee = json!({
        "name": "中共测试市委政法委员会",
        "kind": "political_legal_committee",
        "region_code": CITY,
    });
    let city = office.server.city();
    let registered = city.post("/v1/organisations").json(&committee).send();
    registered.expect(201);
    let deed = refused(&office);
    let refusal = &documents(&office.county, &deed)[0];
    if let Some(said) = words(&office.county, &deed, refusal) {
        assert_says(
            &said,
            &["向上一级确认机构（中共测试市委政法委员会）申请复核"],
        );
    }
}

#[test]
fn the_next_level_says_what_it_decided_for_the_party_or_against_it() {
    let server = TestServer::demo();
    let caller = server.authorised(server.demo_credentials());
    let officer = examples::officer(&server);
    for (deed, decision, parts) in [
        (
            "01937a00-0000-7000-8000-000000008009",
            json!({ "approved": true, "reason": "测试：原决定认定事实不清" }),
            ["拟确认为见义勇为行为", "理由：测试：原决定认定事实不清。"],
        ),
        (
            "01937a00-0000-7000-8000-000000008010",
            json!({
                "approved": false, "reason": "测试：理由成立", "reason_code": "statutory_duty",
                "deviation_reason": "测试：值勤表显示当日在岗"
            }),
            [
                "决定维持不予确认的决定",
                "理由：属于履行法定职责、义务。测试：理由成立。",
            ],
        ),
    ] {
        let mut body = decision;
        body["second_officer_id"] = json!("01937a00-0000-7000-8000-00000000b002");
        let decided = caller
            .post(format!("/v1/deeds/{deed}/reconfirmation-decisions"))
            .on_behalf_of(&officer)
            .json(&body)
            .send()
            .expect(201)
            .json();
        let issued = documents(&caller, &decided);
        assert_eq!(issued[0]["kind"], "reconfirmation_decision");
        assert!(text(&issued[0]["number"]).starts_with("聊见义复〔"));
        assert_eq!(issued[1]["kind"], "refusal");
        if let Some(said) = words(&caller, &decided, &issued[0]) {
            assert_says(&said, &parts);
            assert_says(
                &said,
                &["见义勇为复核决定书", "第十四条", "文号：测试事迹文号"],
            );
        }
    }
}

#[test]
fn a_long_summary_goes_on_on_the_next_page_and_no_line_begins_with_a_closing_mark() {
    let office = Office::open();
    let mut report = deed(COUNTY, &[&person(&office.county)]);
    report["summary"] = json!("测试：他跳入河中，救起一名落水者；".repeat(110));
    let deed = published(&office, &report);
    let notice = &documents(&office.county, &deed)[0];
    let Some(pdf) = pdf(&office.county, &deed, notice) else {
        return;
    };
    let pages = pages(&pdf);
    assert!(pages.len() > 2, "{} pages", pages.len());
    let numbered = pages.iter().enumerate();
    let said: String = numbered
        .map(|(page, text)| text.replace(&format!("—{}—", page + 1), ""))
        .collect();
    assert_eq!(said.matches("救起一名落水者").count(), 110);
    let text = pdf_extract::extract_text_from_mem(pdf.bytes()).unwrap();
    let bad = text.lines().find(|line| {
        line.trim_start()
            .starts_with(['，', '。', '；', '、', '）', '》'])
    });
    assert_eq!(bad, None);
}
