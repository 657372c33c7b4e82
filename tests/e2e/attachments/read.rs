//! Giving a file out.

use std::fs;

use super::{Desk, PART, address, declaration, document, text};
use serde_json::json;

#[test]
fn a_file_is_given_to_be_saved_and_never_to_be_shown() {
    let desk = Desk::open();
    let content = document(PART + 5);
    let file = desk.hand_in(&content);
    let answer = desk.content(&file).expect(200);
    assert_eq!(answer.header("content-type"), "application/octet-stream");
    assert_eq!(
        answer.header("content-disposition"),
        format!(
            "attachment; filename=\"{}.pdf\"; \
             filename*=UTF-8''%E6%B5%8B%E8%AF%95%E6%9D%90%E6%96%99.pdf",
            text(&file["id"])
        )
    );
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("content-security-policy"), "sandbox");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("content-length"), content.len().to_string());

    let address = format!("{}/content", address(&file));
    let head = desk.county.call("HEAD", &address).purpose("confirmation");
    let head = head.send().expect(200);
    assert!(head.bytes().is_empty());
    assert_eq!(head.header("content-length"), content.len().to_string());
    // A part of it is not given alone, and nothing is compressed on the way.
    let ranged = desk
        .county
        .get(&address)
        .purpose("confirmation")
        .header("range", "bytes=0-3")
        .header("accept-encoding", "gzip")
        .send()
        .expect(200);
    assert!(ranged.bytes() == content);
}

#[test]
fn the_content_is_given_for_a_purpose_and_the_audit_keeps_it() {
    let desk = Desk::open();
    let file = desk.hand_in(&document(100));
    let address = format!("{}/content", address(&file));
    let reads = || {
        let audit = desk.county.all("/v1/audit?action=attachment.read");
        audit
            .into_iter()
            .map(|entry| text(&entry["purpose"]))
            .collect::<Vec<_>>()
    };
    let refused = desk.county.get(&address).send();
    refused.problem(403, "access_purpose_required");
    let odd = desk.county.get(&address).purpose("curiosity").send();
    odd.problem(400, "invalid_header");
    assert!(reads().is_empty());
    // A rehearsal or a retry of a read is a read.
    for key in ["dry_run", "replay"] {
        desk.county
            .get(&address)
            .purpose("assistance")
            .query(key, "true")
            .key("read-1")
            .send()
            .expect(200);
    }
    assert_eq!(reads(), ["assistance", "assistance"]);
    // Reading is no event.
    assert!(
        desk.county
            .all("/v1/events?kind=attachment.read")
            .is_empty()
    );
}

#[test]
fn neither_name_nor_digest_nor_content_lies_open_in_the_database() {
    let desk = Desk::open();
    let mut content = document(100);
    content.extend_from_slice(b"SECRET-CONTENT");
    let mut body = declaration(&desk.deed, &content);
    body["file_name"] = json!("SECRET-NAME.pdf");
    let file = desk.county.post("/v1/attachments").json(&body).send();
    let file = file.expect(201).json();
    desk.put(&file, 1, &content).send().expect(204);
    desk.complete(&file).expect(200);
    desk.content(&file).expect(200);

    let shown = format!("{:?}", desk.server.snapshot());
    let mut kept = vec![shown.into_bytes()];
    if !desk.server.installation().is_postgres() {
        let files = fs::read_dir(desk.server.installation().folder()).unwrap();
        kept.extend(files.map(|file| fs::read(file.unwrap().path()).unwrap_or_default()));
    }
    kept.push(desk.server.printed().into_bytes());
    let digest = text(&file["sha256"]);
    for secret in ["SECRET-NAME", "SECRET-CONTENT", &digest] {
        for bytes in &kept {
            let found = bytes
                .windows(secret.len())
                .any(|part| part == secret.as_bytes());
            assert!(!found, "{secret} lies open");
        }
    }
}
