//! What the rules leave to an officer is answered with a reason.

use serde_json::json;

use super::committee::unmet;
use super::{COUNTY, Office, deed, person};

#[test]
fn deed_dup_a_likely_duplicate_is_confirmed_only_by_an_officer_who_says_why() {
    let office = Office::open();
    let actor = person(&office.county);
    let report = || {
        let body = deed(COUNTY, &[&actor]);
        let sent = office.county.post("/v1/deeds").json(&body).send();
        sent.expect(201).json()
    };
    let (_, again) = (report(), report());
    office.prove(&again);
    let silent = office.step(&again, "assessment", &json!({ "opinion": "positive" }));
    assert_eq!(unmet(&silent), ["deviation_reasoned"]);
    let looked = json!({ "opinion": "positive", "reason": "测试：已核对，系同日另一事迹" });
    office.done(&again, "assessment", &looked);
}

#[test]
fn publicity_skip_for_a_minor_is_no_reason_for_somebody_of_age() {
    let office = Office::open();
    let deed = office.report(1);
    office.prove(&deed);
    let opinion = json!({ "opinion": "positive", "reason": "测试：事实清楚" });
    office.done(&deed, "assessment", &opinion);
    let waiver = json!({
        "reason": "minor_protection", "note": "测试", "second_officer_id": office.second
    });
    let refused = office.step(&deed, "publication-waiver", &waiver);
    assert_eq!(unmet(&refused), ["waiver_reason"]);
}
