//! Who recognises, and with which reasons.

use serde_json::json;

use super::{Desk, act, address, application, found, take};
use crate::deeds::{clock, unmet};

#[test]
fn a_recognition_needs_two_officers_of_the_city_and_the_foundation() {
    let desk = Desk::open();
    let file = desk.after("living", "CHECKED");
    let (city, county) = (&desk.city, &desk.county);
    for (second, co_signer, missing) in [
        (None, None, "second_officer,co_signer"),
        (Some(&city.second), None, "co_signer"),
        (None, Some(&city.co_signer), "second_officer"),
        (Some(&city.officer), Some(&city.co_signer), "second_officer"),
        (Some(&city.second), Some(&city.second), "co_signer"),
        (
            Some(&city.co_signer),
            Some(&city.co_signer),
            "second_officer,co_signer",
        ),
    ] {
        let mut body = act("recognition");
        for (member, signer) in [("second_officer_id", second), ("co_signer_id", co_signer)] {
            if let Some(signer) = signer {
                body[member] = json!(signer);
            }
        }
        let refused = unmet(&take(city, &file, "recognition", &body));
        assert_eq!(refused.join(","), missing, "{body}");
    }
    let by_county = county.co_signed(act("recognition"));
    let by_county = take(county, &file, "recognition", &by_county);
    assert_eq!(unmet(&by_county), ["seat"]);
    let call = city.caller.post(format!("{}/recognition", address(&file)));
    let foundation = call
        .on_behalf_of(&city.co_signer)
        .json(&act("recognition"))
        .send();
    assert_eq!(unmet(&foundation)[0], "officer");
    desk.walk(&file, "=in_check recognition =recognised");
}

#[test]
fn a_refusal_and_a_revocation_need_their_signatures_too() {
    let desk = Desk::open();
    let (city, one) = (&desk.city, act("refusal"));
    let two = city.signed(act("revocation"));
    for (steps, decision, body, missing) in [
        ("refusal_notice", "refusal", one, "second_officer"),
        (
            "recognition revocation_notice",
            "revocation",
            two,
            "co_signer",
        ),
    ] {
        let file = desk.after("living", &format!("CHECKED {steps} defence_statement"));
        assert_eq!(unmet(&take(city, &file, decision, &body)), [missing]);
    }
}

#[test]
fn what_the_rules_do_not_propose_is_recognised_for_a_stated_reason_only() {
    let desk = Desk::open();
    let mut of_another_city = application(&[&desk.person("living")]);
    of_another_city["local_confirmation"]["document"]["issuer_region_code"] = json!("340100");
    let file = desk.send(&of_another_city);
    desk.walk(&file, "CHECKED");
    let receipt = desk.receipt(&file, 0);
    assert_eq!(receipt["proposal"], "review");
    assert_eq!(found(&receipt, "OUT-ISSUER"), "unknown issuer_elsewhere");
    desk.walk(&file, "recognition!deviation_reasoned");
    desk.done(
        &file,
        "recognition",
        &json!({ "reason": "测试：已核对出具单位" }),
    );
}

#[test]
fn a_notice_that_is_entered_late_says_why_and_counts_from_its_day() {
    let desk = Desk::open();
    let file = desk.after("living", "CHECKED recognition");
    desk.today("2026-03-12");
    let told = |day: &str| json!({ "notified_on": day, "late_entry_reason": "测试：回证后到" });
    let silent = json!({ "notified_on": "2026-03-03" });
    assert_eq!(
        desk.refused(&file, "revocation_notice", &silent),
        ["late_entry_reasoned"]
    );
    let before = told("2026-03-01");
    assert_eq!(
        desk.refused(&file, "revocation_notice", &before),
        ["day_in_order"]
    );
    desk.done(&file, "revocation_notice", &told("2026-03-03"));
    let case = desk.case(&file, 0);
    assert_eq!(case["notices"][0]["notified_on"], "2026-03-03");
    assert_eq!(
        clock(&case, "defence_answer")["due"]["date"]["due"],
        "2026-03-10"
    );
}
