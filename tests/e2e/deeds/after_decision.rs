//! What can still happen to a closed case: revocation for deception (Shandong Regulation on Rewarding
//! and Protecting People Who Act Bravely, article 43), and one restoration.

use serde_json::{Value, json};

use super::committee::unmet;
use super::{Office, actor_id, clock, states};
use crate::harness::CITY;

fn revocation(office: &Office) -> Value {
    office.co_signed(json!({
        "number": "聊见义撤〔2026〕1号",
        "deception": "测试：经查证明系伪造"
    }))
}

/// The party is told of the revocation, and waives its defence.
fn told(office: &Office, deed: &Value, body: &Value) {
    let with_actors = |mut step: Value| {
        if let Some(actors) = body.get("actor_ids") {
            step["actor_ids"] = actors.clone();
        }
        step
    };
    let notice = with_actors(json!({ "facts": "测试事实", "reasons": "测试理由" }));
    office.done(deed, "revocation-notices", &notice);
    office.done(
        deed,
        "defence-statements",
        &with_actors(json!({ "statement": "测试" })),
    );
}

fn new_facts() -> Value {
    json!({ "new_facts": "测试：出现新的证人" })
}

#[test]
fn a_confirmation_got_by_deception_is_taken_back_by_the_three_who_sign_a_confirmation() {
    let office = Office::open();
    let deed = office.confirmed();
    let unheard = office.step(&deed, "revocation", &revocation(&office));
    assert_eq!(unmet(&unheard), ["state"]);
    let notice = json!({ "facts": "测试事实", "reasons": "测试理由" });
    office.done(&deed, "revocation-notices", &notice);
    let unheard = office.step(&deed, "revocation", &revocation(&office));
    assert_eq!(unmet(&unheard), ["defence_heard"]);
    office.done(
        &deed,
        "notice-withdrawals",
        &json!({ "reason": "测试：陈述属实" }),
    );
    assert_eq!(office.case(&deed, 0)["state"], "confirmed");
    told(&office, &deed, &json!({}));
    for (missing, condition) in [
        ("second_officer_id", "second_officer"),
        ("co_signer_id", "co_signer"),
    ] {
        let mut body = revocation(&office);
        body.as_object_mut().unwrap().remove(missing);
        assert_eq!(unmet(&office.step(&deed, "revocation", &body)), [condition]);
    }
    office.today("2026-06-01");
    let revoked = office.done(&deed, "revocation", &revocation(&office));
    assert_eq!(states(&revoked), ["revoked"]);
    let case = office.case(&deed, 0);
    assert_eq!(case["decisions"][1]["kind"], "revocation");
    assert_eq!(case["decisions"][1]["number"], "聊见义撤〔2026〕1号");
    let effects = &case["revocations"][0]["effects"];
    for ended in ["certificate", "titles", "plaque", "benefits", "payments"] {
        assert!(
            effects.as_array().unwrap().contains(&json!(ended)),
            "{effects}"
        );
    }
    assert!(case["timeliness"]["confirmed_on"].is_null(), "{case}");
    // The certificate stays on file: what was given is not unwritten.
    assert_eq!(case["decisions"][0]["certificate"], "东昌见义证〔2026〕1号");
    assert_eq!(clock(&case, "result_notice")["status"], "running");
    office.done(&deed, "deliveries", &json!({ "party": "actor" }));
    let again = office.step(&deed, "revocation", &revocation(&office));
    assert_eq!(unmet(&again), ["state"]);
    let open = office.report(1);
    let early = office.step(&open, "revocation", &revocation(&office));
    assert_eq!(unmet(&early), ["state"]);
}

#[test]
fn a_revocation_takes_back_the_confirmation_of_the_actor_that_it_names() {
    let office = Office::open();
    let deed = office.assessed(2);
    let waiver = json!({ "reason": "confidential", "note": "测试" });
    office.done(&deed, "publication-waiver", &office.signed(waiver));
    let mut confirmation = office.confirmation();
    confirmation.as_object_mut().unwrap().remove("certificate");
    office.done(&deed, "confirmation", &confirmation);
    let mut body = revocation(&office);
    body["actor_ids"] = json!([actor_id(&deed, 1)]);
    told(&office, &deed, &body);
    let revoked = office.done(&deed, "revocation", &body);
    assert_eq!(states(&revoked), ["confirmed", "revoked"]);
}

#[test]
fn new_facts_reopen_a_closed_case_once_and_by_the_city_alone() {
    let office = Office::open();
    let city = office.committee(CITY);
    let deed = office.refused();
    let county = office.step(&deed, "reopening", &office.signed(new_facts()));
    assert_eq!(unmet(&county), ["seat"]);
    let alone = city.step(&deed, "reopening", &new_facts());
    assert_eq!(unmet(&alone), ["second_officer"]);
    office.today("2026-04-01");
    let restored = city.done(&deed, "reopening", &city.signed(new_facts()));
    assert_eq!(states(&restored), ["in_assessment"]);
    // The county begins again, with sixty days.
    let case = office.case(&deed, 0);
    assert_eq!(clock(&case, "opinion")["due"]["date"]["due"], "2026-06-01");
    assert_eq!(clock(&case, "opinion")["status"], "running");

    let negative = json!({ "opinion": "negative", "reason": "测试：仍不符合条件" });
    office.done(&deed, "assessment", &negative);
    // It was heard on the first opinion; this is another one.
    let unheard = office.step(&deed, "refusal", &office.refusal());
    assert_eq!(unmet(&unheard), ["prior_notice_given", "defence_heard"]);
    let prior_notice = json!({ "facts": "测试事实", "reasons": "测试理由" });
    office.done(&deed, "prior-notices", &prior_notice);
    office.done(
        &deed,
        "defence-statements",
        &json!({ "statement": "测试：有异议" }),
    );
    office.done(&deed, "refusal", &office.refusal());
    let again = city.step(&deed, "reopening", &city.signed(new_facts()));
    assert_eq!(unmet(&again), ["reopening_left"]);
}

#[test]
fn a_revoked_case_can_be_reopened_and_confirmed_again() {
    let office = Office::open();
    let city = office.committee(CITY);
    let deed = office.confirmed();
    told(&office, &deed, &json!({}));
    office.done(&deed, "revocation", &revocation(&office));
    city.done(&deed, "reopening", &city.signed(new_facts()));
    office.done(&deed, "assessment", &json!({ "opinion": "positive" }));
    // The decision to leave the notice out was for the first opinion.
    let unpublished = office.step(&deed, "confirmation", &office.confirmation());
    assert_eq!(unmet(&unpublished), ["publicity_done"]);
    office.done(
        &deed,
        "publication",
        &json!({ "number": "聊见义公〔2026〕2号" }),
    );
    office.today("2026-03-10");
    let confirmed = office.done(&deed, "confirmation", &office.confirmation());
    assert_eq!(states(&confirmed), ["confirmed"]);
}
