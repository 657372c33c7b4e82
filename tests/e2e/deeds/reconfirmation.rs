//! The next level looks at a refusal (Shandong Regulation on Rewarding and Protecting People Who Act
//! Bravely, article 14).

use serde_json::{Value, json};

use super::committee::unmet;
use super::{Office, clock, states, text};
use crate::attachments::PAPER;
use crate::harness::CITY;

fn request() -> Value {
    json!({ "party": "actor", "reason": "测试：不服不予确认的决定" })
}

fn delivered(office: &Office, deed: &Value, party: &str, day: &str) {
    // More than five working days back only with a reason, which nobody minds elsewhere.
    let body = json!({ "party": party, "delivered_on": day, "late_entry_reason": "测试：补录" });
    office.done(deed, "deliveries", &body);
}

fn upheld() -> Value {
    json!({
        "approved": false,
        "reason": "测试：原决定正确",
        "number": "聊见义复〔2026〕1号",
        "reason_code": "not_confirmed", "deviation_reason": "测试：证人改变陈述"
    })
}

#[test]
fn a_party_asks_within_ten_days_of_the_delivery_and_not_later() {
    let office = Office::open();
    let deed = office.refused();
    office.today("2026-03-20");
    // The time runs from the delivery, for each side from its own.
    delivered(&office, &deed, "actor", "2026-03-03");
    delivered(&office, &deed, "recommender", "2026-03-19");
    let case = office.case(&deed, 0);
    let windows: Vec<(String, String)> = case["clocks"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|clock| clock["kind"] == "reconfirmation_request")
        .map(|clock| (text(&clock["party"]), text(&clock["due"]["date"]["due"])))
        .collect();
    let pair = |party: &str, day: &str| (party.to_owned(), day.to_owned());
    // The tenth day after 19 March is a Sunday.
    assert_eq!(
        windows,
        [
            pair("actor", "2026-03-13"),
            pair("recommender", "2026-03-30")
        ]
    );
    let late = office.step(&deed, "reconfirmations", &request());
    assert_eq!(unmet(&late), ["party_in_time"]);
    // A letter that came in time is in time however late it is registered, with a reason.
    let received = |day: &str, why: Option<&str>| {
        let mut posted = request();
        posted["received_on"] = json!(day);
        posted["late_entry_reason"] = json!(why);
        let address = format!(
            "/v1/deeds/{}/reconfirmations?dry_run=true",
            text(&deed["id"])
        );
        office.county.post(address).json(&posted).send()
    };
    received("2026-03-13", None).expect(201);
    assert_eq!(
        unmet(&received("2026-03-12", None)),
        ["late_entry_reasoned"]
    );
    received("2026-03-12", Some("测试：窗口关闭")).expect(201);
    assert_eq!(
        unmet(&received("2026-03-21", None)),
        ["day_in_order", "party_in_time"]
    );

    office.today("2026-04-20");
    let refused = office.step(&deed, "reconfirmations", &request());
    assert_eq!(unmet(&refused), ["party_in_time"]);
    received("2026-03-12", Some("测试：窗口关闭")).expect(201);
    let case = office.case(&deed, 0);
    assert_eq!(case["state"], "refused", "the refusal stands");
    assert_eq!(clock(&case, "reconfirmation_request")["status"], "elapsed");
}

#[test]
fn the_next_level_decides_within_thirty_days_and_a_second_refusal_is_final() {
    let office = Office::open();
    let city = office.committee(CITY);
    let deed = office.refused();
    delivered(&office, &deed, "actor", "2026-03-02");
    office.today("2026-03-12");
    let asked = office.done(&deed, "reconfirmations", &request());
    assert_eq!(states(&asked), ["in_reconfirmation"]);
    let decision = clock(&office.case(&deed, 0), "reconfirmation_decision");
    // The thirtieth day is a Saturday.
    assert_eq!(decision["due"]["date"]["due"], "2026-04-13");

    // It is the city's now: the county cannot decide on what it refused.
    let own = office.step(&deed, "reconfirmation-decisions", &office.signed(upheld()));
    assert_eq!(unmet(&own), ["seat"]);
    assert!(
        office
            .county
            .all("/v1/worklist")
            .iter()
            .all(|item| item["region_code"] == CITY)
    );
    let alone = city.step(&deed, "reconfirmation-decisions", &upheld());
    assert_eq!(unmet(&alone), ["second_officer"]);

    office.today("2026-04-13");
    let finally = city.done(&deed, "reconfirmation-decisions", &city.signed(upheld()));
    assert_eq!(states(&finally), ["refused_finally"]);
    let case = office.case(&deed, 0);
    assert_eq!(
        clock(&case, "reconfirmation_decision")["status"],
        "met_in_time"
    );
    assert_eq!(case["decisions"][1]["kind"], "final_refusal");
    assert_eq!(
        case["decisions"][1]["signer_ids"],
        json!([city.officer, city.second])
    );
    assert_eq!(case["reconfirmations"][0]["end"], "refused");
    assert_eq!(
        clock(&case, "result_notice")["due"]["date"]["due"],
        "2026-04-16"
    );
    let again = office.step(&deed, "reconfirmations", &request());
    assert_eq!(unmet(&again), ["state"]);
}

#[test]
fn the_next_level_that_finds_for_the_party_publishes_and_confirms() {
    let office = Office::open();
    let city = office.committee(CITY);
    let deed = office.refused();
    office.done(&deed, "reconfirmations", &request());
    let approval = json!({ "approved": true, "reason": "测试：原决定认定事实不清" });
    let approved = city.done(&deed, "reconfirmation-decisions", &city.signed(approval));
    assert_eq!(states(&approved), ["intended_confirmation"]);
    // It cannot refuse any more without having heard the party as the first instance does.
    let negative = json!({ "opinion": "negative", "reason": "测试" });
    let back = city.step(&deed, "assessment", &negative);
    assert_eq!(unmet(&back), ["first_instance"]);
    let county = office.step(&deed, "publication", &json!({ "number": "测试1号" }));
    assert_eq!(unmet(&county), ["seat"]);
    city.done(
        &deed,
        "publication",
        &json!({ "number": "聊见义公〔2026〕9号" }),
    );
    office.today("2026-03-10");
    let confirmation = json!({
        "number": "聊见义确〔2026〕9号",
        "certificate": "聊见义证〔2026〕9号"
    });
    let alone = city.step(&deed, "confirmation", &city.signed(confirmation.clone()));
    assert_eq!(unmet(&alone), ["co_signer"]);
    let confirmed = city.done(&deed, "confirmation", &city.co_signed(confirmation));
    assert_eq!(states(&confirmed), ["confirmed"]);
    assert_eq!(
        office.case(&deed, 0)["reconfirmations"][0]["end"],
        "approved"
    );
}

#[test]
fn a_request_is_taken_back_before_the_decision_and_the_refusal_stands() {
    let office = Office::open();
    let deed = office.refused();
    office.done(&deed, "reconfirmations", &request());
    let county = office.step(
        &deed,
        "reconfirmation-withdrawals",
        &json!({ "copy_id": PAPER }),
    );
    assert_eq!(unmet(&county), ["seat"]);
    let city = office.committee(CITY);
    let back = city.done(
        &deed,
        "reconfirmation-withdrawals",
        &json!({ "copy_id": PAPER }),
    );
    assert_eq!(states(&back), ["refused"]);
    let case = office.case(&deed, 0);
    assert_eq!(
        clock(&case, "reconfirmation_decision")["status"],
        "cancelled"
    );
    assert_eq!(case["holder"], case["first_instance"]);
    let again = city.step(
        &deed,
        "reconfirmation-withdrawals",
        &json!({ "copy_id": PAPER }),
    );
    assert_eq!(unmet(&again), ["state", "seat"]);
}
