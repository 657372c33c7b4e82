//! What was mistyped in a report is put right until the case is decided.

use serde_json::{Value, json};

use super::committee::unmet;
use super::{COUNTY, NEIGHBOUR, Office, actor_id, clock, deed, person, text};
use crate::harness::{Answer, CITY, Call, Caller};

fn address(deed: &Value) -> String {
    format!("/v1/deeds/{}", text(&deed["id"]))
}

fn patch<'a>(office: &'a Office, address: &str, change: &Value) -> Call<'a> {
    let call = office.county.patch(address).on_behalf_of(&office.officer);
    call.body("application/merge-patch+json", change.to_string())
}

fn correct(office: &Office, deed: &Value, change: &Value) -> Answer {
    patch(office, &address(deed), change).if_match("*").send()
}

fn receipt(office: &Office, id: &Value) -> Value {
    let address = format!("/v1/receipts/{}", text(id));
    office.county.get(address).send().expect(200).json()
}

pub(super) fn outcome(receipt: &Value, rule: &str) -> Value {
    let findings = receipt["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["rule"] == rule);
    finding.unwrap_or_else(|| panic!("{rule}: {receipt}"))["outcome"].clone()
}

#[test]
fn a_mistyped_date_and_place_are_put_right_with_a_new_receipt_and_the_same_clocks() {
    let office = Office::open();
    let mut wrong = deed(COUNTY, &[&person(&office.county)]);
    wrong["occurred_on"]["value"] = json!("2023-02-20");
    wrong["harm"] = json!("测试密封伤情");
    let report = office.county.post("/v1/deeds").json(&wrong);
    let reported = report.send().expect(201).json();
    let late = receipt(&office, &reported["actors"][0]["receipt_id"]);
    assert_ne!(outcome(&late, "FILE-WINDOW"), "met");
    let before = clock(&office.case(&reported, 0), "opinion");

    let change = json!({
        "occurred_on": { "value": "2026-02-20" },
        "harm": null,
        "act_types": ["rescue", "other"],
        "other_act_reason": "测试理由",
        "beneficiaries": ["测试受益人甲", "测试受益人乙"]
    });
    let answer = correct(&office, &reported, &change).expect(200);
    let corrected = answer.json();
    assert_eq!(corrected["occurred_on"]["value"], "2026-02-20");
    assert_eq!(corrected["act_types"], json!(["rescue", "other"]));
    assert_eq!(corrected["beneficiaries"].as_array().unwrap().len(), 2);
    assert_eq!(corrected["version"], 2);
    let new = &corrected["actors"][0]["receipt_id"];
    assert_ne!(new, &reported["actors"][0]["receipt_id"]);
    assert_eq!(outcome(&receipt(&office, new), "FILE-WINDOW"), "met");
    let old = receipt(&office, &reported["actors"][0]["receipt_id"]);
    assert_eq!(outcome(&old, "FILE-WINDOW"), outcome(&late, "FILE-WINDOW"));
    assert_eq!(clock(&office.case(&reported, 0), "opinion"), before);

    let history = office.county.get(format!("{}/history", address(&reported)));
    let history = history.send().expect(200).json();
    let fields = json!([
        "/act_types",
        "/beneficiaries",
        "/harm",
        "/occurred_on",
        "/other_act_reason"
    ]);
    assert_eq!(history["items"][0]["corrected"], fields);
    assert!(!history.to_string().contains("测试密封伤情"));
    let mut rows = office.server.installation().rows();
    let id = text(&reported["id"]);
    for table in ["audit_entries", "events"] {
        let column = if table == "events" { "kind" } else { "action" };
        let of = format!("FROM {table} WHERE subject_id = '{id}' AND {column} = 'deed.corrected'");
        assert_eq!(rows.count(&of), 1, "{table}");
    }
}

#[test]
fn a_correction_needs_the_version_that_was_read_and_one_that_says_nothing_new_makes_none() {
    let office = Office::open();
    let deed = office.report(1);
    let change = json!({ "summary": "测试：更正后的事迹。" });
    let without = patch(&office, &address(&deed), &change).send();
    without.problem(428, "precondition_required");
    let read = office.county.get(address(&deed)).send().expect(200);
    let tag = read.header("etag");
    let current = patch(&office, &address(&deed), &change)
        .if_match(tag)
        .send();
    current.expect(200);
    let stale = patch(&office, &address(&deed), &change)
        .if_match(tag)
        .send();
    stale.problem(412, "stale_version");
    let same = correct(&office, &deed, &change).expect(200).json();
    assert_eq!(same["version"], 2);
    for (before, after) in [(json!([]), json!(null)), (json!(null), json!([]))] {
        let emptied = correct(&office, &deed, &json!({ "witnesses": before })).expect(200);
        let again = correct(&office, &deed, &json!({ "witnesses": after })).expect(200);
        assert_eq!(again.json()["version"], emptied.json()["version"]);
    }
    let list = patch(&office, &address(&deed), &change)
        .if_match("*")
        .body("application/json-patch+json", "[]");
    list.send().problem(415, "unsupported_media_type");
    let future = json!({ "occurred_on": { "value": "2026-03-03" } });
    let problem = correct(&office, &deed, &future).problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["pointer"], "/occurred_on/value");
}

#[test]
fn what_one_actor_did_is_put_right_for_that_actor_alone() {
    let office = Office::open();
    let deed = office.report(2);
    let actor = format!("{}/actors/{}", address(&deed), actor_id(&deed, 1));
    let change = json!({ "duty": "statutory" });
    let corrected = patch(&office, &actor, &change).if_match("*").send();
    let corrected = corrected.expect(200).json();
    assert_eq!(
        corrected["actors"][0]["receipt_id"],
        deed["actors"][0]["receipt_id"]
    );
    let new = receipt(&office, &corrected["actors"][1]["receipt_id"]);
    assert_eq!(outcome(&new, "DEED-DUTY"), "not_met");
    assert_eq!(new["proposal"], "refuse");
}

#[test]
fn a_place_put_right_leaves_the_case_where_it_is_and_the_receipt_tells_where_it_belongs() {
    let office = Office::open();
    let deed = office.report(1);
    let place = json!({ "place": { "region_code": NEIGHBOUR } });
    let corrected = correct(&office, &deed, &place).expect(200).json();
    assert_eq!(corrected["region_code"], COUNTY);
    assert_eq!(corrected["actors"][0]["holder_region"], COUNTY);
    assert_eq!(corrected["place"]["region_code"], NEIGHBOUR);
    let receipt = receipt(&office, &corrected["actors"][0]["receipt_id"]);
    assert_ne!(outcome(&receipt, "FILE-WHERE"), "met");
}

#[test]
fn facts_under_a_notice_or_a_decision_stand_and_the_refusal_says_what_to_do() {
    let office = Office::open();
    let deed = office.report(1);
    office.prove(&deed);
    office.done(&deed, "assessment", &json!({ "opinion": "positive" }));
    office.done(&deed, "publication", &json!({}));
    let change = json!({ "harm": "测试伤情" });
    let published = correct(&office, &deed, &change).problem(409, "facts_stand");
    assert!(text(&published["detail"]).contains("异议"));
    let waiver = json!({ "reason": "safety", "note": "测试", "second_officer_id": office.second });
    office.done(&deed, "publication-waiver", &waiver);
    correct(&office, &deed, &change).expect(200);
    office.done(&deed, "confirmation", &office.confirmation());
    let decided = correct(&office, &deed, &json!({ "harm": null }));
    let decided = decided.problem(409, "facts_stand");
    assert!(text(&decided["detail"]).contains("撤销"));
}

#[test]
fn a_deed_put_right_is_recognised_by_what_it_says_now() {
    let office = Office::open();
    let deed = office.report(1);
    let change = json!({ "occurred_on": { "value": "2026-02-18" } });
    correct(&office, &deed, &change).expect(200);
    let clue = json!({
        "text": "测试：有人跳入河中救人。",
        "occurred_on": { "precision": "day", "value": "2026-02-18" },
        "place": { "region_code": COUNTY }
    });
    let anonymous = office.server.anonymous();
    let told = anonymous.post("/v1/public/clues").json(&clue).send();
    told.expect(201);
    let found = office.server.county(COUNTY);
    let list = found.get("/v1/clues").send().expect(200).json();
    assert!(list.to_string().contains(&text(&deed["id"])), "{list}");
}

#[test]
fn an_opinion_that_a_correction_turned_against_the_rules_is_formed_anew_with_a_reason() {
    let office = Office::open();
    let deed = office.report(1);
    office.prove(&deed);
    office.done(&deed, "assessment", &json!({ "opinion": "positive" }));
    let actor = format!("{}/actors/{}", address(&deed), actor_id(&deed, 0));
    let change = json!({ "duty": "statutory" });
    let corrected = patch(&office, &actor, &change).if_match("*").send();
    corrected.expect(200);
    let publication = office.step(&deed, "publication", &json!({}));
    assert_eq!(unmet(&publication), ["opinion_stands"]);
    let reasoned = json!({ "opinion": "positive", "reason": "测试：下班途中施救" });
    office.done(&deed, "assessment", &reasoned);
    office.done(&deed, "publication", &json!({}));
}

#[test]
fn once_accepted_a_deed_is_put_right_by_an_officer_who_handles_it_or_of_the_city() {
    let office = Office::open();
    let deed = office.report(1);
    let change = |words: &str| json!({ "harm": words });
    let by = |caller: &Caller, officer: Option<&str>, words| {
        let call = caller.patch(address(&deed)).if_match("*");
        let call = call.body("application/merge-patch+json", change(words).to_string());
        match officer {
            Some(officer) => call.on_behalf_of(officer).send(),
            None => call.send(),
        }
    };
    by(&office.county, None, "测试一").expect(200);
    office.done(&deed, "acceptance", &json!({}));
    let nobody = by(&office.county, None, "测试二");
    nobody.problem(403, "officer_required");
    let city = office.committee(CITY);
    by(&city.caller, Some(&city.officer), "测试三").expect(200);
    let away = json!({ "officer_id": office.second, "reason": "测试：近亲属" });
    office.done(&deed, "recusals", &away);
    let recused = by(&office.county, Some(&office.second), "测试四");
    assert_eq!(unmet(&recused), ["not_recused"]);
}

#[test]
fn facts_told_to_the_party_stand_until_the_opinion_is_formed_anew_and_at_the_next_level() {
    let office = Office::open();
    let deed = office.doubted();
    let change = json!({ "harm": "测试伤情" });
    office.done(
        &deed,
        "prior-notices",
        &json!({ "facts": "测试事实", "reasons": "测试理由" }),
    );
    let told = correct(&office, &deed, &change).problem(409, "facts_stand");
    assert!(text(&told["detail"]).contains("重新作出"));
    let negative = json!({ "opinion": "negative", "reason": "测试：事实须更正" });
    office.done(&deed, "assessment", &negative);
    correct(&office, &deed, &change).expect(200);
    let refusal = json!({
        "reason_code": "not_confirmed", "deviation_reason": "测试：证人改变陈述",
        "reason": "测试", "second_officer_id": office.second
    });
    let untold = office.step(&deed, "refusal", &refusal);
    assert_eq!(unmet(&untold), ["prior_notice_given", "defence_heard"]);
}
