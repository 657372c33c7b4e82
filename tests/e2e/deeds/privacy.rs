//! Who was helped, who saw it and who was hurt is shown to those who say what for.

use serde_json::json;

use super::{COUNTY, Office, deed, person, text};

#[test]
fn names_and_harm_are_masked_until_a_purpose_is_given_and_that_read_is_in_the_audit() {
    let office = Office::open();
    let mut report = deed(COUNTY, &[&person(&office.county)]);
    report["beneficiaries"] = json!(["测试受益人", "测"]);
    report["witnesses"] = json!(["测试证人"]);
    report["harm"] = json!("测试：左臂骨折");
    let answer = office.county.post("/v1/deeds").json(&report).send();
    let reported = answer.expect(201).json();
    let address = format!("/v1/deeds/{}", text(&reported["id"]));
    let read = office.county.get(&address).send().expect(200);
    let listed = office.county.all("/v1/deeds");
    for masked in [&reported, &read.json(), &listed[0]] {
        assert_eq!(masked["beneficiaries"], json!(["测***人", "*"]));
        assert_eq!(masked["witnesses"], json!(["测**人"]));
        assert_eq!(masked.get("harm"), None);
    }

    let full = office
        .county
        .get(&address)
        .purpose("confirmation")
        .send()
        .expect(200);
    assert_ne!(full.etag(), read.etag());
    // Who has it already reads nothing new.
    office
        .county
        .get(&address)
        .purpose("confirmation")
        .header("If-None-Match", full.etag())
        .send()
        .expect(304);
    for member in ["beneficiaries", "witnesses", "harm"] {
        assert_eq!(full.json()[member], report[member]);
    }
    let audit = office.county.all("/v1/audit?action=deed.sensitive_read");
    assert_eq!(audit.len(), 1);
    assert_eq!(audit[0]["subject_id"], reported["id"]);
    assert_eq!(audit[0]["purpose"], "confirmation");

    let clerk = office.server.caller(&["deeds:read"], &[COUNTY]);
    clerk
        .get(&address)
        .purpose("confirmation")
        .send()
        .problem(403, "insufficient_scope");
}
