//! Who gets a document, and in which form.

use serde_json::json;

use super::{address, documents, pdf, published_of_one};
use crate::deeds::{COUNTY, NEIGHBOUR, Office, text};
use crate::harness::{Installation, TestServer};

#[test]
fn a_document_is_the_same_bytes_every_time_and_keeps_its_file_name() {
    let office = Office::open();
    let deed = published_of_one(&office);
    let notice = &documents(&office.county, &deed)[0];
    let Some(first) = pdf(&office.county, &deed, notice) else {
        return;
    };
    let again = pdf(&office.county, &deed, notice).unwrap();
    assert!(first.bytes() == again.bytes(), "the bytes differ");
    let by_itself = office
        .county
        .get(format!("{}/pdf", address(&deed, notice)))
        .header("Accept", "application/problem+json")
        .send()
        .expect(200);
    assert!(first.bytes() == by_itself.bytes(), "the bytes differ");
    let file = first.header("content-disposition");
    assert!(
        file.starts_with("attachment; filename=\"public_notice-"),
        "{file}"
    );
    assert!(file.contains(".pdf\"; filename*=UTF-8''"), "{file}");
    let known = office
        .county
        .get(address(&deed, notice))
        .header("If-None-Match", first.etag())
        .send()
        .expect(304);
    assert!(known.bytes().is_empty());
}

#[test]
fn a_document_is_described_in_json_where_that_is_asked_for() {
    let office = Office::open();
    let deed = published_of_one(&office);
    let notice = &documents(&office.county, &deed)[0];
    let accept = |kinds: &str| {
        let call = office.county.get(address(&deed, notice));
        call.header("Accept", kinds).send()
    };
    let described = accept("application/json").expect(200);
    assert_eq!(&described.json(), notice);
    assert_eq!(described.header("vary"), "Accept");
    accept("application/json;q=0.5, application/problem+json").expect(200);
    accept("image/png").problem(406, "not_acceptable");
}

#[test]
fn a_document_is_for_those_alone_who_may_read_its_deed() {
    let office = Office::open();
    let deed = published_of_one(&office);
    let other = published_of_one(&office);
    let notice = &documents(&office.county, &deed)[0];
    let neighbour = office.server.county(NEIGHBOUR);
    let get = |caller: &crate::harness::Caller, path: &str| caller.get(path).send();
    let list = format!("/v1/deeds/{}/documents", text(&deed["id"]));
    for path in [&list, &address(&deed, notice)] {
        get(&neighbour, path).problem(404, "not_found");
        let narrow = office.server.caller(&["deeds:report"], &[COUNTY]);
        get(&narrow, path).problem(403, "insufficient_scope");
    }
    get(&office.county, &address(&other, notice)).problem(404, "not_found");
}

#[test]
fn the_issue_of_a_document_is_recorded_and_tells_nothing_of_anybody() {
    let office = Office::open();
    let deed = published_of_one(&office);
    let notice = &documents(&office.county, &deed)[0];
    let entries = office.county.all("/v1/audit");
    let issued = entries
        .iter()
        .find(|entry| entry["action"] == "document.issued")
        .unwrap_or_else(|| panic!("{entries:?}"));
    assert_eq!(issued["subject_id"], deed["id"], "{issued}");
    let detail = json!({ "document_id": notice["id"], "kind": "public_notice" });
    assert_eq!(issued["detail"], detail);
}

#[test]
fn without_a_typeface_a_document_is_issued_and_described_and_the_fault_is_named() {
    let installation = Installation::new();
    let file = installation.folder().join("no-typeface.ttc");
    std::fs::write(&file, "测试").unwrap();
    let installation = installation.with("YONGWEI_TYPEFACE", file.to_str().unwrap());
    let office = Office::of(TestServer::of(installation, &["--sandbox"]));
    let deed = published_of_one(&office);
    let notice = &documents(&office.county, &deed)[0];
    let refused = office.county.get(address(&deed, notice)).send();
    let problem = refused.problem(503, "typeface_missing");
    assert!(text(&problem["detail"]).contains("YONGWEI_TYPEFACE"));
    assert_eq!(refused.header("retry-after"), "60");
}
