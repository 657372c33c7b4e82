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
    assert_eq!(answer.header_if_any("content-encoding"), None);
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
    // Nothing is compressed on the way.
    let whole = desk.county.get(&address).purpose("confirmation");
    let whole = whole.header("accept-encoding", "gzip").send().expect(200);
    assert!(whole.bytes() == content);
    assert_eq!(whole.header("accept-ranges"), "bytes");
}

#[test]
fn a_stretch_of_a_file_is_given_alone() {
    let desk = Desk::open();
    let content = document(3 * PART + 5);
    let file = desk.hand_in(&content);
    let address = format!("{}/content", address(&file));
    let ask = |range: &str| {
        let call = desk.county.get(&address).purpose("confirmation");
        call.header("range", range)
            .header("accept-encoding", "gzip")
    };
    let size = content.len();
    for (range, first, last) in [
        ("bytes=0-3", 0, 3),
        ("bytes=0-0", 0, 0),
        ("bytes=1048576-1048576", PART, PART),
        ("bytes=1048570-2097160", PART - 6, 2 * PART + 8),
        ("bytes=3145728-", 3 * PART, size - 1),
        ("bytes=-7", size - 7, size - 1),
        ("bytes=5-99999999", 5, size - 1),
    ] {
        let answer = ask(range).send().expect(206);
        assert!(answer.bytes() == &content[first..=last], "{range}");
        assert_eq!(
            answer.header("content-range"),
            format!("bytes {first}-{last}/{size}")
        );
        assert_eq!(
            answer.header("content-length"),
            (last - first + 1).to_string()
        );
        assert_eq!(answer.header("content-type"), "application/octet-stream");
        assert_eq!(answer.header("content-security-policy"), "sandbox");
    }
    for range in ["bytes=3145733-", "bytes=-0"] {
        let answer = ask(range).send();
        assert_eq!(answer.header("content-range"), format!("bytes */{size}"));
        let problem = answer.problem(416, "range_not_satisfiable");
        assert_eq!(problem["length"], size);
    }
    for range in ["bytes=0-1,5-6", "bytes=9-1", "pages=1-2", "0-3"] {
        let answer = ask(range).send().expect(200);
        assert!(answer.bytes() == content, "{range}");
        assert_eq!(answer.header_if_any("content-range"), None);
    }
    let tag = ask("bytes=0-3").send().expect(206).etag().to_owned();
    let on = ask("bytes=0-3").header("if-range", &tag).send().expect(206);
    assert_eq!(on.etag(), tag);
    for other in ["\"1-content\"", "Sat, 29 Oct 1994 19:43:31 GMT"] {
        let whole = ask("bytes=0-3").header("if-range", other).send();
        assert!(whole.expect(200).bytes() == content);
    }
    // A stretch can be asked for of GET only.
    let head = desk.county.call("HEAD", &address).purpose("confirmation");
    let head = head.header("range", "bytes=0-3").send().expect(200);
    assert_eq!(head.header("content-length"), size.to_string());
    assert_eq!(head.header("accept-ranges"), "bytes");
}

#[test]
fn each_stretch_that_is_read_stands_in_the_audit() {
    let desk = Desk::open();
    let file = desk.hand_in(&document(100));
    let address = format!("{}/content", address(&file));
    for range in ["bytes=0-3", "bytes=200-", "bytes=4-"] {
        let call = desk.county.get(&address).purpose("confirmation");
        call.header("range", range).send();
    }
    let audit = desk.county.all("/v1/audit?action=attachment.read");
    let ranges: Vec<_> = audit
        .iter()
        .map(|entry| text(&entry["detail"]["content_range"]))
        .collect();
    assert_eq!(ranges, ["bytes 4-99/100", "bytes 0-3/100"]);
}

#[test]
fn of_a_stretch_only_the_parts_that_hold_it_are_opened() {
    let desk = Desk::open();
    let content = document(2 * PART);
    let file = desk.hand_in(&content);
    // The first part no longer opens.
    desk.server.installation().rows().execute(&format!(
        "UPDATE attachment_parts SET sealed = digest WHERE number = 1 AND attachment_id = '{}'",
        text(&file["id"])
    ));
    let address = format!("{}/content", address(&file));
    let call = desk.county.get(&address).purpose("confirmation");
    let answer = call.header("range", "bytes=1048576-").send().expect(206);
    assert!(answer.bytes() == &content[PART..]);
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
