//! Uploads that nobody goes on with.

use std::thread;
use std::time::{Duration, Instant};

use super::{Desk, document, text};
use serde_json::Value;

#[test]
fn an_upload_of_which_nothing_arrives_for_a_day_is_removed() {
    let mut desk = Desk::open();
    let content = document(100);
    let complete = desk.hand_in(&content);
    let fresh = desk.declare(&content);
    let old: Vec<Value> = (0..10).map(|_| desk.declare(&content)).collect();
    desk.put(&old[0], 1, &content).send().expect(204);
    let mut rows = desk.server.installation().rows();
    desk.server.kill();
    let fresh_id = text(&fresh["id"]);
    rows.execute(&format!(
        "UPDATE attachments SET updated_at = '2026-01-01 00:00:00' WHERE id <> '{fresh_id}'; \
         DELETE FROM leases"
    ));
    drop(rows);
    desk.server.crash_and_restart();
    desk.county = desk.county.at(&desk.server);

    let started = Instant::now();
    let left = loop {
        let left = desk.county.all("/v1/attachments");
        if left.len() == 2 || started.elapsed() > Duration::from_secs(20) {
            break left;
        }
        thread::sleep(Duration::from_millis(50));
    };
    let ids: Vec<&Value> = left.iter().map(|file| &file["id"]).collect();
    assert_eq!(ids, [&fresh["id"], &complete["id"]]);
    desk.put(&old[1], 1, &content)
        .send()
        .problem(404, "not_found");
    assert!(desk.content(&complete).expect(200).bytes() == content);
    let abandoned = desk.county.all("/v1/events?kind=attachment.abandoned");
    assert_eq!(abandoned.len(), old.len());
    for event in &abandoned {
        assert_eq!(event["data"]["facts"]["deed_id"], desk.deed["id"]);
    }
}
