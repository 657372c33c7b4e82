//! Copies and proofs of a recognition.

use serde_json::{Value, json};

use super::{Desk, confirmation, fault};
use crate::attachments::declaration;
use crate::deeds::{NEIGHBOUR, text};

const CONTENT: &[u8] = b"%PDF-1.7\ntest";

/// What is declared of a file of a recognition.
fn declared(file: &Value) -> Value {
    let mut body = declaration(file, CONTENT);
    let id = body.as_object_mut().unwrap().remove("deed_id").unwrap();
    body["recognition_id"] = id;
    body
}

/// Declares and sends a file; completes it where told so.
fn hand_in(desk: &Desk, file: &Value, complete: bool) -> Value {
    let caller = &desk.county.caller;
    let made = caller.post("/v1/attachments").json(&declared(file)).send();
    let made = made.expect(201).json();
    assert_eq!(
        (&made["recognition_id"], made.get("deed_id")),
        (&file["id"], None)
    );
    let address = format!("/v1/attachments/{}", text(&made["id"]));
    let part = caller.call("PUT", &format!("{address}/parts/1"));
    part.body("application/octet-stream", CONTENT)
        .send()
        .expect(204);
    if complete {
        caller
            .post(format!("{address}/completion"))
            .send()
            .expect(200);
    }
    made
}

#[test]
fn documents_and_proofs_have_copies_that_are_complete_and_of_the_recognition() {
    let desk = Desk::open();
    let (file, other) = (desk.after("living", ""), desk.after("living", ""));
    let copy = hand_in(&desk, &file, true);
    let mut document = confirmation();
    document["copy_attached"] = json!(false);
    let given = |copy: &Value| json!({ "document": document, "copy_id": copy["id"] });
    for (wrong, code) in [
        (
            hand_in(&desk, &file, false),
            "/copy_id attachment_incomplete",
        ),
        (hand_in(&desk, &other, true), "/copy_id attachment_unknown"),
    ] {
        let refused = desk.try_with(&file, "local_confirmation", &given(&wrong));
        assert_eq!(fault(&refused), code);
    }
    let (caller, mut of_two) = (&desk.county.caller, declared(&file));
    of_two["deed_id"] = file["id"].clone();
    let neighbour = desk.server.county(NEIGHBOUR);
    for (by, body, code) in [
        (caller, of_two, "/recognition_id of_two_files"),
        (
            &neighbour,
            declared(&file),
            "/recognition_id case_file_unknown",
        ),
    ] {
        let refused = by.post("/v1/attachments").json(&body).send();
        assert_eq!(fault(&refused), code);
    }
    let id = text(&file["id"]);
    let listed = caller.all(&format!("/v1/attachments?recognition_id={id}"));
    assert_eq!((listed.len(), &listed[1]["id"]), (2, &copy["id"]));
    desk.done(&file, "local_confirmation", &given(&copy));
    let proof = json!({ "copy_id": copy["id"] });
    desk.done(&file, "origin_claim", &proof);
    desk.walk(&file, "CHECKED");
    // A copy on file is a copy: the document lacks nothing.
    assert_eq!(desk.receipt(&file, 0)["proposal"], "approve");
    desk.done(&file, "confirmation_fall", &proof);
    let case = desk.case(&file, 0);
    let fall = &case["falls"][0]["document"];
    for shown in [&case["local_confirmations"][1], &case["origin"][1], fall] {
        assert_eq!(shown["attachment_id"], copy["id"], "{case}");
    }
}
