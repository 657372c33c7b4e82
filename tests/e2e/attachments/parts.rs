//! One part.

use std::thread;

use serde_json::json;

use super::{Desk, PART, address, document, fault};
use crate::harness::raw;

#[test]
fn the_same_part_again_changes_nothing_and_other_bytes_are_refused() {
    let desk = Desk::open();
    let content = document(100);
    let file = desk.declare(&content);
    desk.put(&file, 1, &content).send().expect(204);
    let before = desk.server.snapshot();
    desk.put(&file, 1, &content).send().expect(204);
    let mut other = content.clone();
    other[50] ^= 1;
    desk.put(&file, 1, &other)
        .send()
        .problem(409, "attachment_part_differs");
    assert_eq!(before.differs_in(&desk.server.snapshot()), [""; 0]);

    desk.complete(&file).expect(200);
    desk.put(&file, 1, &content).send().expect(204);
    for replace in ["false", "true"] {
        let problem = desk
            .put(&file, 1, &other)
            .query("replace", replace)
            .send()
            .problem(409, "not_possible");
        assert_eq!(problem["unmet"], json!(["attachment_uploading"]));
        assert_eq!(problem["errors"][0]["code"], "attachment_uploading");
    }
    assert!(desk.content(&file).expect(200).bytes() == content);
}

#[test]
fn a_part_has_the_length_and_number_that_were_declared() {
    let desk = Desk::open();
    let content = document(PART + 10);
    let file = desk.declare(&content);
    for (number, length, expected) in [(1, PART - 1, PART), (2, 9, 10), (2, 11, 10), (2, 0, 10)] {
        let problem = desk
            .put(&file, number, &document(length))
            .send()
            .problem(422, "invalid_data");
        assert_eq!(
            fault(&problem),
            (String::new(), "attachment_part_length".into())
        );
        assert_eq!(problem["errors"][0]["limits"]["expected"], expected);
    }
    for number in [0, 3, u32::MAX] {
        desk.put(&file, number, b"x")
            .send()
            .problem(404, "not_found");
    }
    for number in ["-1", "x", "4294967296", "1.0", "01", "+1", "%31%20"] {
        let odd = format!("{}/parts/{number}", address(&file));
        desk.county
            .call("PUT", &odd)
            .body("application/octet-stream", "x")
            .send()
            .problem(404, "not_found");
    }
    assert_eq!(desk.get(&file)["missing_parts"], json!([1, 2]));
}

#[test]
fn a_part_is_bytes_and_no_more_than_a_part() {
    let desk = Desk::open();
    let content = document(PART);
    let file = desk.declare(&content);
    let problem = desk
        .put(&file, 1, &document(PART + 1))
        .send()
        .problem(413, "payload_too_large");
    assert_eq!(problem["max_bytes"], PART);
    for media_type in ["application/json", "application/pdf", ""] {
        desk.put(&file, 1, &content)
            .header("content-type", media_type)
            .send()
            .problem(415, "unsupported_media_type");
    }
    // In chunks, so that its length is not known beforehand.
    let chunk = format!("10000\r\n{}\r\n", "a".repeat(65_536));
    let request = format!(
        "PUT {}/parts/1 HTTP/1.1\r\nHost: yongwei.test\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\
         Connection: close\r\n\r\n{}0\r\n\r\n",
        address(&file),
        desk.county.token(),
        chunk.repeat(20)
    );
    let answer = raw::exchange(&desk.server, request.as_bytes());
    assert_eq!(answer.status, 413);
    assert_eq!(desk.get(&file)["missing_parts"], json!([1]));
}

#[test]
fn parts_that_arrive_together_are_all_kept() {
    let desk = Desk::open();
    let content = document(3 * PART);
    let file = desk.declare(&content);
    thread::scope(|scope| {
        for (number, part) in (1..).zip(content.chunks(PART)) {
            // Each twice, as a client sends it that gave up waiting.
            for _ in 0..2 {
                let (desk, file) = (&desk, &file);
                scope.spawn(move || desk.put(file, number, part).send().expect(204));
            }
        }
    });
    let complete = desk.complete(&file).expect(200).json();
    // Declared, three parts, completed: nothing was counted twice.
    assert_eq!(complete["version"], 5);
    assert!(desk.content(&file).expect(200).bytes() == content);
}
