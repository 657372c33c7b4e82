//! From the declaration to the complete file.

use serde_json::json;

use super::{Desk, PART, address, declaration, document, fault, sha256, text};

#[test]
fn a_file_sent_in_any_order_is_checked_and_given_back_byte_by_byte() {
    let desk = Desk::open();
    let content = document(2 * PART + 4711);
    let declared = desk
        .county
        .post("/v1/attachments")
        .json(&declaration(&desk.deed, &content))
        .send()
        .expect(201);
    let file = declared.json();
    assert_eq!(file["state"], "uploading");
    assert_eq!(file["part_size_bytes"], PART);
    assert_eq!(file["parts"], 3);
    assert_eq!(file["missing_parts"], json!([1, 2, 3]));
    assert_eq!(file.get("media_type"), None);
    let read = desk.county.get(declared.location()).send().expect(200);
    assert_eq!(read.json(), file);
    assert_eq!(read.etag(), declared.etag());

    for (number, missing) in [(3, json!([1, 2])), (1, json!([2])), (2, json!([]))] {
        let part = content.chunks(PART).nth(number - 1).unwrap();
        let number = u32::try_from(number).unwrap();
        desk.put(&file, number, part).send().expect(204);
        assert_eq!(desk.get(&file)["missing_parts"], missing);
    }
    let complete = desk.complete(&file).expect(200);
    let shown = complete.json();
    assert_eq!(shown["state"], "complete");
    assert_eq!(shown["media_type"], "application/pdf");
    assert_eq!(shown["sha256"], sha256(&content));
    assert_eq!(desk.get(&file), shown);
    assert!(desk.content(&file).expect(200).bytes() == content);

    let again = desk.complete(&file).expect(200);
    assert_eq!(again.json(), shown);
    let completed = desk.county.all("/v1/events?kind=attachment.completed");
    assert_eq!(completed.len(), 1);
    assert_eq!(completed[0]["data"]["facts"]["deed_id"], desk.deed["id"]);
    assert!(!completed[0].to_string().contains("测试材料"));
}

#[test]
fn a_file_with_parts_missing_is_not_complete() {
    let desk = Desk::open();
    let content = document(PART + 1);
    let file = desk.declare(&content);
    desk.put(&file, 2, &content[PART..]).send().expect(204);
    let problem = desk.complete(&file).problem(409, "not_possible");
    assert_eq!(problem["unmet"], json!(["attachment_parts_complete"]));
    assert_eq!(problem["missing_parts"], json!([1]));
    let problem = desk.content(&file).problem(409, "not_possible");
    assert_eq!(problem["unmet"], json!(["attachment_complete"]));
}

#[test]
fn a_content_of_another_digest_is_refused_and_mended_part_by_part() {
    let desk = Desk::open();
    let content = document(PART + 100);
    let file = desk.declare(&content);
    let mut garbled = content[..PART].to_vec();
    garbled[PART / 2] ^= 1;
    desk.put(&file, 1, &garbled).send().expect(204);
    desk.put(&file, 2, &content[PART..]).send().expect(204);
    let refused = desk.complete(&file).problem(422, "invalid_data");
    assert_eq!(
        fault(&refused),
        ("/sha256".into(), "attachment_digest".into())
    );
    let state = desk.get(&file);
    assert_eq!(state["state"], "uploading");
    assert_eq!(state["missing_parts"], json!([]));

    let right = &content[..PART];
    desk.put(&file, 1, right)
        .send()
        .problem(409, "attachment_part_differs");
    desk.put(&file, 1, right)
        .query("replace", "true")
        .send()
        .expect(204);
    desk.complete(&file).expect(200);
    assert!(desk.content(&file).expect(200).bytes() == content);
}

#[test]
fn an_upload_can_be_discarded_and_a_complete_file_stays() {
    let desk = Desk::open();
    let content = document(100);
    let unwanted = desk.declare(&content);
    desk.put(&unwanted, 1, &content).send().expect(204);
    let discard = |file| desk.county.call("DELETE", &address(file)).send();
    discard(&unwanted).expect(204);
    discard(&unwanted).problem(404, "not_found");
    let mut rows = desk.server.installation().rows();
    assert_eq!(rows.count("FROM attachment_parts"), 0);

    let file = desk.hand_in(&content);
    let problem = discard(&file).problem(409, "not_possible");
    assert_eq!(problem["unmet"], json!(["attachment_uploading"]));
    let listed = desk
        .county
        .get("/v1/attachments")
        .query("deed_id", &text(&desk.deed["id"]))
        .send()
        .expect(200);
    assert_eq!(listed.json()["items"], json!([file]));
}

#[test]
fn a_retried_call_is_answered_as_before_and_a_rehearsal_keeps_nothing() {
    let desk = Desk::open();
    let content = document(100);
    let file = desk.declare(&content);
    let before = desk.server.snapshot();
    desk.put(&file, 1, &content)
        .query("dry_run", "true")
        .send()
        .expect(204);
    assert_eq!(before.differs_in(&desk.server.snapshot()), [""; 0]);

    let keyed = || {
        desk.put(&file, 1, &content)
            .key("part-1")
            .send()
            .expect(204)
    };
    assert_eq!(keyed().header_if_any("idempotent-replayed"), None);
    assert_eq!(keyed().header("idempotent-replayed"), "true");
    desk.put(&file, 1, &document(99))
        .key("part-1")
        .send()
        .problem(422, "idempotency_key_reused");
    let completion = format!("{}/completion", address(&file));
    let complete = |key| desk.county.post(&completion).key(key).send().expect(200);
    let first = complete("whole");
    let replayed = complete("whole");
    assert_eq!(replayed.header("idempotent-replayed"), "true");
    assert_eq!(replayed.json(), first.json());
}
