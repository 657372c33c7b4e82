//! `kill -9` between parts: what was acknowledged is there, and the upload goes on.

use super::{COUNTY, Desk, PART, document};
use crate::harness::Caller;
use serde_json::Value;

#[test]
fn an_upload_goes_on_after_a_kill_with_every_acknowledged_part() {
    let mut desk = Desk::open();
    let content = document(5 * PART + 123);
    let parts: Vec<&[u8]> = content.chunks(PART).collect();
    let file = desk.declare(&content);
    let mut acknowledged: Vec<u64> = Vec::new();
    while acknowledged.len() < parts.len() {
        let missing = missing(&desk.county, &file);
        let kept = (1..=6).filter(|number| !missing.contains(number));
        assert!(
            acknowledged.iter().all(|number| !missing.contains(number)),
            "{acknowledged:?} were acknowledged, {missing:?} are missing"
        );
        acknowledged = kept.collect();
        let Some(next) = missing.first() else { break };
        let number = u32::try_from(*next).unwrap();
        let part = parts[usize::try_from(*next).unwrap() - 1];
        desk.put(&file, number, part).send().expect(204);
        acknowledged.push(*next);
        desk.server.crash_and_restart();
        desk.county = desk.county.at(&desk.server);
    }
    // Also killed while one is on its way: it is there or it is not.
    desk.complete(&file).expect(200);
    desk.server.crash_and_restart();
    desk.county = desk.server.county(COUNTY);
    assert!(desk.content(&file).expect(200).bytes() == content);
}

fn missing(county: &Caller, file: &Value) -> Vec<u64> {
    let shown = county.get(super::address(file)).send().expect(200).json();
    let missing = shown["missing_parts"].as_array().unwrap();
    missing
        .iter()
        .map(|number| number.as_u64().unwrap())
        .collect()
}
