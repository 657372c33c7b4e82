//! Which kinds of file are taken in.

use serde_json::{Value, json};

use super::{Desk, address, declaration, fault};

/// Sends a file under a name and completes it.
fn complete(desk: &Desk, name: &str, content: &[u8]) -> crate::harness::Answer {
    let mut body = declaration(&desk.deed, content);
    body["file_name"] = json!(name);
    let declared = desk.county.post("/v1/attachments").json(&body).send();
    let file: Value = declared.expect(201).json();
    desk.put(&file, 1, content).send().expect(204);
    let answer = desk.complete(&file);
    if answer.status() != 200 {
        assert_eq!(desk.get(&file)["state"], "uploading");
        desk.county
            .call("DELETE", &address(&file))
            .send()
            .expect(204);
    }
    answer
}

#[test]
fn documents_pictures_and_recordings_are_recognised_by_their_content() {
    let desk = Desk::open();
    for (name, content, kind) in [
        ("测试.pdf", &b"%PDF-1.7\n"[..], "application/pdf"),
        ("测试.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", "image/jpeg"),
        ("测试.PNG", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "image/png"),
        (
            "测试.heic",
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
            "image/heif",
        ),
        (
            "测试.mp4",
            b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom",
            "video/mp4",
        ),
        ("测试.mp3", b"ID3\x04\0\0\0\0\0\0", "audio/mpeg"),
    ] {
        let file = complete(&desk, name, content).expect(200).json();
        assert_eq!(file["media_type"], kind);
    }
}

#[test]
fn pages_programs_and_scripts_are_refused_whatever_they_are_called() {
    let desk = Desk::open();
    for content in [
        &b"<!DOCTYPE html><script>alert(1)</script>"[..],
        b"<p>%PDF-1.7 is what this page says it is</p>",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        b"<?xml version=\"1.0\"?><svg/>",
        b"MZ\x90\0\x03\0\0\0\x04\0\0\0",
        b"\x7FELF\x02\x01\x01\0",
        b"#!/bin/sh\nrm -rf /\n",
        b"PK\x03\x04\x14\0\0\0\0\0",
        b"\xEF\xBB\xBFplain text",
        b"\0",
    ] {
        let problem = complete(&desk, "测试.pdf", content).problem(422, "invalid_data");
        assert_eq!(
            fault(&problem),
            ("/file_name".into(), "attachment_kind".into())
        );
        let allowed = problem["errors"][0]["limits"]["allowed"].as_str().unwrap();
        assert!(allowed.contains("application/pdf") && !allowed.contains("html"));
    }
    let named_otherwise = complete(&desk, "测试.mp4", b"%PDF-1.7\n");
    let problem = named_otherwise.problem(422, "invalid_data");
    assert_eq!(
        fault(&problem),
        ("/file_name".into(), "attachment_extension".into())
    );
    assert_eq!(problem["errors"][0]["limits"]["expected"], "pdf");
}
