//! A document that says no longer what holds says so.

use serde_json::json;

use super::{address, documents, newest, pages, pdf, published_of_one};
use crate::deeds::Office;

#[test]
fn a_revoked_certificate_is_void_in_the_list_and_says_so_on_paper() {
    let office = Office::open();
    let deed = published_of_one(&office);
    office.today("2026-03-16");
    office.done(&deed, "confirmation", &office.confirmation());
    let standing = documents(&office.county, &deed)[0].clone();
    assert_eq!(standing["kind"], "certificate");
    assert_eq!(standing["actors"][0].get("void_since"), None);
    let before = office.county.get(address(&deed, &standing));
    let before = before
        .header("Accept", "application/json")
        .send()
        .expect(200);

    office.today("2026-03-18");
    let mut revocation = office.confirmation();
    revocation.as_object_mut().unwrap().remove("certificate");
    revocation["number"] = json!("测试撤〔2026〕1号");
    revocation["deception"] = json!("测试：经查系虚构事迹");
    let notice = json!({ "facts": "测试", "reasons": "测试" });
    office.done(&deed, "revocation-notices", &notice);
    office.done(&deed, "defence-statements", &json!({ "statement": "测试" }));
    office.done(&deed, "revocation", &revocation);
    let revocation = &documents(&office.county, &deed)[0];
    assert_eq!(revocation["kind"], "revocation_decision");
    assert_eq!(revocation["number"], "测试撤〔2026〕1号");
    let decision = newest(&office.county, &deed, "confirmation_decision");
    assert_eq!(decision["actors"][0]["void_since"], "2026-03-18");
    let void = newest(&office.county, &deed, "certificate");
    assert_eq!(void["id"], standing["id"]);
    assert_eq!(void["actors"][0]["void_since"], "2026-03-18");
    let after = office.county.get(address(&deed, &void));
    let after = after
        .header("Accept", "application/json")
        .send()
        .expect(200);
    assert_ne!(after.header("etag"), before.header("etag"));
    assert_eq!(after.json(), void);
    if let Some(pdf) = pdf(&office.county, &deed, &void) {
        let said = pages(&pdf).concat();
        assert!(said.contains("自2026年3月18日起失效"), "{said}");
    }
    let notice = newest(&office.county, &deed, "public_notice");
    assert_eq!(notice["actors"][0].get("void_since"), None);
}

#[test]
fn a_notice_that_was_taken_down_before_its_end_is_void_since_that_day() {
    let office = Office::open();
    let deed = published_of_one(&office);
    assert_eq!(
        documents(&office.county, &deed)[0]["actors"][0].get("void_since"),
        None
    );
    office.today("2026-03-04");
    let waiver = json!({
        "reason": "safety", "note": "测试：公示危及安全", "second_officer_id": office.second
    });
    office.done(&deed, "publication-waiver", &waiver);
    let notice = documents(&office.county, &deed)[0].clone();
    assert_eq!(notice["kind"], "public_notice");
    assert_eq!(notice["actors"][0]["void_since"], "2026-03-04");
}
