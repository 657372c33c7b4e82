//! What may be declared.

use serde_json::{Value, json};

use super::{COUNTY, Desk, NEIGHBOUR, declaration, document, fault, report};
use crate::harness::{Installation, TestServer};

fn declare(desk: &Desk, change: impl FnOnce(&mut Value)) -> crate::harness::Answer {
    let mut body = declaration(&desk.deed, &document(100));
    change(&mut body);
    desk.county.post("/v1/attachments").json(&body).send()
}

#[test]
fn each_fault_of_a_declaration_is_named() {
    let desk = Desk::open();
    let before = desk.server.snapshot();
    let unknown = "01930000-0000-7000-8000-000000000000";
    for (member, value, code) in [
        ("deed_id", json!("x"), "id_invalid"),
        ("deed_id", json!(unknown), "deed_unknown"),
        ("file_name", json!(" "), "file_name_length"),
        ("file_name", json!("../测试.pdf"), "file_name_character"),
        ("file_name", json!("测试\\材料.pdf"), "file_name_character"),
        (
            "file_name",
            json!("测试\r\nX: y.pdf"),
            "file_name_character",
        ),
        (
            "file_name",
            json!("测试\u{202E}fdp.pdf"),
            "file_name_character",
        ),
        ("file_name", json!("测试.html"), "file_name_extension"),
        ("file_name", json!("测试.pdf.exe"), "file_name_extension"),
        ("size_bytes", json!(0), "attachment_empty"),
        (
            "size_bytes",
            json!(20 * 1024 * 1024 + 1),
            "attachment_too_large",
        ),
        ("size_bytes", json!(u64::MAX), "attachment_too_large"),
        ("sha256", json!("zz"), "content_digest_invalid"),
        ("sha256", json!("g".repeat(64)), "content_digest_invalid"),
    ] {
        let refused = declare(&desk, |body| body[member] = value);
        let problem = refused.problem(422, "invalid_data");
        assert_eq!(fault(&problem), (format!("/{member}"), code.to_owned()));
    }
    for (member, value) in [
        ("size_bytes", json!(-1)),
        ("size_bytes", json!("5")),
        ("extra", json!(1)),
    ] {
        declare(&desk, |body| body[member] = value).problem(400, "invalid_body");
    }
    assert_eq!(before.differs_in(&desk.server.snapshot()), [""; 0]);
    declare(&desk, |body| body["file_name"] = json!("测试㐂𠮷🎖现场.JPG")).expect(201);
}

#[test]
fn the_largest_file_and_the_room_of_a_deed_are_settings() {
    let installation = Installation::new()
        .with("YONGWEI_ATTACHMENT_MAX_BYTES", "1000")
        .with("YONGWEI_ATTACHMENT_DEED_MAX_BYTES", "1500");
    let desk = Desk::at(TestServer::of(installation, &[]));
    let refused = |size: usize| {
        let problem = declare(&desk, |body| body["size_bytes"] = json!(size));
        problem.problem(422, "invalid_data")["errors"][0].clone()
    };
    let too_large = refused(1001);
    assert_eq!(too_large["code"], "attachment_too_large");
    assert_eq!(too_large["limits"]["max"], 1000);
    desk.declare(&document(1000));
    let full = refused(501);
    assert_eq!(full["code"], "attachments_too_large");
    assert_eq!(full["limits"], json!({ "max": 1500, "left": 500 }));
    desk.declare(&document(500));
    // Another deed has room of its own.
    let other = report(&desk.county);
    let body = declaration(&other, &document(1000));
    desk.county
        .post("/v1/attachments")
        .json(&body)
        .send()
        .expect(201);
}

#[test]
fn another_county_can_neither_hand_in_nor_find_a_file() {
    let desk = Desk::open();
    let content = document(100);
    let (uploading, complete) = (desk.declare(&content), desk.hand_in(&content));
    let neighbour = desk.server.county(NEIGHBOUR);
    let problem = neighbour
        .post("/v1/attachments")
        .json(&declaration(&desk.deed, &content))
        .send()
        .problem(422, "invalid_data");
    assert_eq!(fault(&problem), ("/deed_id".into(), "deed_unknown".into()));
    let before = desk.server.snapshot();
    for file in [&uploading, &complete] {
        let address = super::address(file);
        for (method, below) in [
            ("GET", ""),
            ("DELETE", ""),
            ("POST", "/completion"),
            ("GET", "/content"),
        ] {
            neighbour
                .call(method, &format!("{address}{below}"))
                .purpose("confirmation")
                .send()
                .problem(404, "not_found");
        }
        neighbour
            .call("PUT", &format!("{address}/parts/1"))
            .body("application/octet-stream", content.clone())
            .send()
            .problem(404, "not_found");
    }
    assert!(neighbour.all("/v1/attachments").is_empty());
    assert_eq!(before.differs_in(&desk.server.snapshot()), [""; 0]);
    assert_eq!(desk.server.county(COUNTY).all("/v1/attachments").len(), 2);
    assert_eq!(desk.server.city().all("/v1/attachments").len(), 2);
}
