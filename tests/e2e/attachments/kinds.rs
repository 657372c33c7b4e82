//! Which kinds of file are taken in.

use serde_json::{Value, json};

use super::{Desk, PART, address, declaration, document, fault};

/// Declares a file under a name.
fn declare(desk: &Desk, name: &str, content: &[u8]) -> Value {
    let mut body = declaration(&desk.deed, content);
    body["file_name"] = json!(name);
    let declared = desk.county.post("/v1/attachments").json(&body).send();
    declared.expect(201).json()
}

/// Sends a file of one part under a name and completes it.
fn complete(desk: &Desk, name: &str, content: &[u8]) -> Value {
    let file = declare(desk, name, content);
    desk.put(&file, 1, content).send().expect(204);
    desk.complete(&file).expect(200).json()
}

/// The problem with which the first part of a file is refused, of which nothing is kept.
fn refused(desk: &Desk, name: &str, first: &[u8], whole: &[u8]) -> Value {
    let file = declare(desk, name, whole);
    let problem = desk
        .put(&file, 1, first)
        .send()
        .problem(422, "invalid_data");
    assert_eq!(desk.get(&file)["missing_parts"][0], 1);
    desk.county
        .call("DELETE", &address(&file))
        .send()
        .expect(204);
    problem
}

/// A zip archive of one entry, of so many bytes.
fn archive(name: &str, bytes: usize) -> Vec<u8> {
    let length = u16::try_from(name.len()).unwrap().to_le_bytes();
    let mut file = [
        &b"PK\x03\x04"[..],
        &[0; 22],
        &length,
        &[0; 2],
        name.as_bytes(),
    ]
    .concat();
    let directory = [
        &b"PK\x01\x02"[..],
        &[0; 24],
        &length,
        &[0; 16],
        name.as_bytes(),
    ]
    .concat();
    file.resize(bytes.max(file.len() + directory.len()) - directory.len(), 0);
    file.extend(directory);
    file
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
        ("测试.mp3", b"\xFF\xF3\x84\xC4\0\0\0\0", "audio/mpeg"),
        // As recorders and telephones write them.
        (
            "录音.m4a",
            b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom",
            "audio/m4a",
        ),
        (
            "录音.m4a",
            b"\0\0\0\x18ftyp3gp4\0\0\0\x003gp4isom",
            "audio/m4a",
        ),
        (
            "录像.mp4",
            b"\0\0\0\x18ftyp3gp5\0\0\0\x003gp5isom",
            "video/mp4",
        ),
        (
            "录像.mp4",
            b"\0\0\0\x18ftypXAVC\0\0\0\0XAVCmp42",
            "video/mp4",
        ),
        (
            "录像.3gp",
            b"\0\0\0\x18ftyp3gp4\0\0\0\x003gp4isom",
            "video/3gpp",
        ),
        ("通话.amr", b"#!AMR-WB\n\0\0\0", "audio/amr-wb"),
        ("录音.wav", b"RF64\xFF\xFF\xFF\xFFWAVEds64", "audio/x-wav"),
        (
            "公函.wps",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0",
            "application/wps-office.wps",
        ),
    ] {
        let file = complete(&desk, name, content);
        assert_eq!(file["media_type"], kind, "{name}");
    }
    let word = archive("word/document.xml", 200);
    for (name, content, kind) in [
        (
            "公函.docx",
            &word,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        ("公函.wps", &word, "application/wps-office.wps"),
        ("公函.ofd", &archive("OFD.xml", 200), "application/ofd"),
    ] {
        let file = complete(&desk, name, content);
        assert_eq!(file["media_type"], kind, "{name}");
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
        let problem = refused(&desk, "测试.pdf", content, content);
        assert_eq!(fault(&problem), (String::new(), "attachment_kind".into()));
        let allowed = problem["errors"][0]["limits"]["allowed"].as_str().unwrap();
        assert!(allowed.contains("application/pdf") && !allowed.contains("html"));
    }
    let problem = refused(&desk, "测试.mp4", b"%PDF-1.7\n", b"%PDF-1.7\n");
    assert_eq!(
        fault(&problem),
        (String::new(), "attachment_extension".into())
    );
    assert_eq!(problem["errors"][0]["limits"]["expected"], "pdf");
}

#[test]
fn a_file_is_refused_after_its_first_part_and_not_after_its_last() {
    let desk = Desk::open();
    let mut program = document(2 * PART + 1);
    program.splice(..5, *b"MZ\x90\0\x03");
    let problem = refused(&desk, "测试.pdf", &program[..PART], &program);
    assert_eq!(fault(&problem), (String::new(), "attachment_kind".into()));
    let whole = document(2 * PART + 1);
    let problem = refused(&desk, "测试.mp4", &whole[..PART], &whole);
    assert_eq!(
        fault(&problem),
        (String::new(), "attachment_extension".into())
    );
    // What a package holds may show in its last part alone.
    for (entry, name, status) in [("OFD.xml", "测试.ofd", 200), ("a.exe", "测试.ofd", 422)] {
        let mut package = archive(entry, 2 * PART);
        package.splice(30..31, *b"x");
        let file = declare(&desk, name, &package);
        for (number, part) in (1..).zip(package.chunks(PART)) {
            desk.put(&file, number, part).send().expect(204);
        }
        assert_eq!(desk.complete(&file).status(), status, "{entry}");
    }
}
