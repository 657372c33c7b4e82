//! The certificate of somebody who died goes to whom the next of kin agree on, and to nobody else.

use serde_json::{Value, json};

use super::{Desk, certificate, found};
use crate::documents::assert_says;

/// Two next of kin: the spouse, who agrees, and a child, who may not.
fn agreement(recipient: &str, child_agrees: bool) -> Value {
    json!({ "recipient": recipient, "kin": [
        { "name": "测试配偶", "kinship": "spouse", "agrees": true },
        { "name": "测试子女", "kinship": "child", "agrees": child_agrees }
    ] })
}

#[test]
fn a_certificate_of_somebody_who_died_is_handed_to_the_agreed_next_of_kin_alone() {
    let desk = Desk::open();
    let file = desk.after("deceased", "CHECKED");
    let receipt = desk.receipt(&file, 0);
    assert_eq!(receipt["proposal"], "approve", "{receipt}");
    assert!(
        receipt["effects"].to_string().contains("追授聊城义士"),
        "{receipt}"
    );
    desk.walk(&file, "handover!state recognition");
    let to_child = json!({ "recipient": "测试子女" });
    assert_eq!(desk.refused(&file, "handover", &to_child), ["kin_known"]);
    for (given, why) in [
        (agreement("测试子女", false), "one does not agree"),
        (agreement("测试外人", true), "a stranger"),
    ] {
        assert_eq!(
            desk.refused(&file, "kin_agreement", &given),
            ["kin_unanimous"],
            "{why}"
        );
    }
    desk.done(&file, "kin_agreement", &agreement("测试子女", true));
    for other in ["测试配偶", "测试外人"] {
        let refused = desk.refused(&file, "handover", &json!({ "recipient": other }));
        assert_eq!(refused, ["recipient_agreed"], "{other}");
    }
    desk.done(&file, "handover", &to_child);
    let case = desk.case(&file, 0);
    assert_eq!(
        case["kin_agreements"],
        json!([{ "recipient": "测试子女", "kin": 2 }])
    );
    assert_eq!(case["handed_on"], "2026-03-02");
    assert_eq!(
        desk.refused(&file, "handover", &to_child),
        ["not_handed_over"]
    );
}

#[test]
fn the_certificate_says_that_it_is_given_after_death_and_who_receives_it() {
    let desk = Desk::open();
    let file = desk.after("deceased", "kin_agreement CHECKED recognition");
    if let Some(said) = certificate(&desk, &file) {
        assert_says(&said, &["追授测试", "“聊城义士”称号", "由家属测试配偶领取"]);
    }
}

#[test]
fn whoever_is_found_to_have_died_before_the_handover_is_represented_by_the_next_of_kin() {
    let desk = Desk::open();
    let file = desk.after("unknown", "CHECKED kin_agreement!posthumous");
    let effect = || found(&desk.receipt(&file, 0), "OUT-EFFECT");
    assert_eq!(effect(), "unknown deceased_not_stated");
    desk.walk(&file, "life_check");
    assert_eq!(effect(), "met effects_follow");
    let file = desk.after("living", "CHECKED recognition life_check");
    assert_eq!(desk.case(&file, 0)["deceased"], true);
    desk.walk(&file, "handover!kin_known kin_agreement handover");
}
