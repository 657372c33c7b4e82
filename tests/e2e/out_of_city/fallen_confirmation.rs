//! The local confirmation falls, is given again, or takes the recognition with it.

use serde_json::json;

use super::{Desk, confirmation, found};
use crate::deeds::clock;

#[test]
fn while_the_local_confirmation_has_fallen_nothing_moves_until_it_is_given_again() {
    let desk = Desk::open();
    let file = desk.after("living", "CHECKED recognition");
    desk.walk(&file, "confirmation_fall =suspended");
    let receipt = desk.receipt(&file, 0);
    assert_eq!(receipt["proposal"], "review");
    assert_eq!(
        found(&receipt, "OUT-REVOKED"),
        "unknown local_confirmation_withdrawn"
    );
    desk.walk(
        &file,
        "delivery!state handover!state recognition!state revocation!state transfer!state
         withdrawal!state confirmation_fall!state resumption!confirmation_stands =suspended",
    );
    assert_eq!(desk.papers(&file)[0]["actors"][0].get("void_since"), None);
    // The time in which nobody could hand it over does not count.
    desk.walk(&file, "@2026-03-16 confirmation_return =recognised");
    let due = clock(&desk.case(&file, 0), "handover")["due"]["date"]["due"].clone();
    assert_eq!(due, "2026-03-30");
    desk.walk(&file, "delivery handover");
    let fall = &desk.case(&file, 0)["falls"][0];
    assert_eq!(fall["returned"]["number"], "测见义〔2026〕2号");
    assert_eq!(desk.receipt(&file, 0)["proposal"], "approve");
}

#[test]
fn a_recognition_is_revoked_after_notice_and_defence_and_reopened_by_new_facts() {
    let desk = Desk::open();
    let file = desk.after("living", "CHECKED recognition");
    desk.walk(&file, "revocation!state confirmation_fall revocation!state");
    desk.walk(
        &file,
        "revocation_notice =intended_revocation revocation!defence_heard",
    );
    desk.done(
        &file,
        "defence_statement",
        &json!({ "statement": "测试：请求保留" }),
    );
    assert_eq!(
        desk.case(&file, 0)["notices"][0]["statement"],
        "测试：请求保留"
    );
    desk.walk(&file, "@2026-03-09 revocation =revoked handover!state");
    for kind in ["recognition_certificate", "recognition_decision"] {
        let paper = &desk.papers_of(&file, kind)[0];
        assert_eq!(paper["actors"][0]["void_since"], "2026-03-09", "{kind}");
    }
    let revocation = &desk.papers(&file)[0];
    assert_eq!(revocation["kind"], "recognition_revocation");
    assert_eq!(revocation["actors"][0].get("void_since"), None);

    desk.walk(&file, "reopening =in_check");
    let refused = desk.refused(&file, "recognition", &json!({}));
    assert!(refused.contains(&"authentic".to_owned()), "{refused:?}");
    // The new facts: the deed was confirmed there once more.
    let mut document = confirmation();
    document["document_number"] = json!("测见义〔2026〕3号");
    desk.done(
        &file,
        "local_confirmation",
        &json!({ "document": document }),
    );
    desk.walk(&file, "origin_check authenticity_check");
    assert_eq!(desk.receipt(&file, 0)["proposal"], "approve");
    desk.done(
        &file,
        "recognition",
        &json!({ "number": "聊义士决〔2026〕2号" }),
    );
    let papers = desk.papers_of(&file, "recognition_certificate");
    assert_eq!(papers[0]["actors"][0].get("void_since"), None);
    assert_eq!(papers[1]["actors"][0]["void_since"], "2026-03-09");
}

/// A fall before the decision leads back to the check or to a refusal; a notice that is withdrawn, to
/// where the recognition was; and who says nothing has been heard once the time is over.
#[rustfmt::skip]
const WAYS: [&str; 4] = [
    "confirmation_fall revocation_notice!once_recognised confirmation_return =in_check recognition",
    "confirmation_fall refusal_notice defence_statement refusal =refused",
    "recognition revocation_notice notice_withdrawal =recognised confirmation_fall revocation_notice
     notice_withdrawal =suspended confirmation_return =recognised",
    "recognition revocation_notice @2026-03-09 revocation!defence_heard @2026-03-10 revocation =revoked",
];

#[test]
fn every_way_on_leads_where_the_table_says() {
    let desk = Desk::open();
    for way in WAYS {
        desk.after("living", &format!("CHECKED {way}"));
    }
}
