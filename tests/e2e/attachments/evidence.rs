//! Files as a part of evidence.

use serde_json::{Value, json};

use super::{COUNTY, Desk, document, report, text};

#[test]
fn evidence_shows_its_files_which_are_complete_and_of_the_deed() {
    let mut desk = Desk::open();
    let (officer_client, officer) = desk.server.officer(COUNTY);
    let content = document(100);
    let files = [desk.hand_in(&content), desk.hand_in(&content)];
    let uploading = desk.declare(&content);
    let deed = desk.deed.clone();
    desk.deed = report(&desk.county);
    let of_another = desk.hand_in(&content);
    desk.deed = deed;

    let add = |ids: Value| {
        officer_client
            .post(format!("/v1/deeds/{}/evidence", text(&desk.deed["id"])))
            .on_behalf_of(&officer)
            .json(&json!({
                "kind": "public_security",
                "description": "测试：公安机关证明",
                "attachment_ids": ids,
            }))
            .send()
    };
    let before = desk.server.snapshot();
    let named = json!([
        files[0]["id"],
        uploading["id"],
        of_another["id"],
        files[0]["id"],
        "01930000-0000-7000-8000-000000000000",
    ]);
    let problem = add(named).problem(422, "invalid_data");
    let faults: Vec<(String, String)> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (text(&fault["pointer"]), text(&fault["code"])))
        .collect();
    let expected = [
        (1, "attachment_incomplete"),
        (2, "attachment_unknown"),
        (3, "attachment_named_twice"),
        (4, "attachment_unknown"),
    ];
    let expected =
        expected.map(|(index, code)| (format!("/attachment_ids/{index}"), code.to_owned()));
    assert_eq!(faults, expected);
    let problem = add(json!(["x"])).problem(422, "invalid_data");
    assert_eq!(problem["errors"][0]["pointer"], "/attachment_ids/0");
    assert_eq!(before.differs_in(&desk.server.snapshot()), [""; 0]);

    add(json!([files[0]["id"], files[1]["id"]])).expect(201);
    add(Value::Null).expect(201);
    let case = format!(
        "/v1/deeds/{}/actors/{}",
        text(&desk.deed["id"]),
        text(&desk.deed["actors"][0]["id"])
    );
    let evidence = desk.county.get(case).send().expect(200).json()["evidence"].clone();
    let shown = |index: usize| evidence[index]["attachment_ids"].clone();
    assert_eq!(shown(0), json!([files[0]["id"], files[1]["id"]]));
    assert_eq!(shown(1), json!([]));
}
