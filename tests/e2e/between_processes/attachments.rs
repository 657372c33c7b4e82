//! Completing a file while a part of it is replaced.

use std::thread;
use std::time::Duration;

use serde_json::Value;

use super::{COUNTY, at_once, two_servers};
use crate::attachments::{Desk, address, document};
use crate::harness::Installation;

const ROUNDS: usize = 20;
const PART: usize = 1024 * 1024;

#[test]
fn a_part_that_is_replaced_while_a_file_is_completed_is_a_conflict_that_the_caller_can_settle() {
    let (first, second) = two_servers(Installation::new(), &[]);
    let desk = Desk::at(first);
    let here = desk.server.county(COUNTY);
    let there = here.at(second.as_ref().unwrap_or(&desk.server));
    let content = document(2 * PART + 100);
    let mut other = content.clone();
    other[2 * PART + 7] ^= 1;
    let (mut completed, mut changed, mut differing) = (0, 0, 0);
    for round in 0..ROUNDS {
        let file = desk.declare(&content);
        for (number, part) in (1..).zip(content.chunks(PART)) {
            desk.put(&file, number, part).send().expect(204);
        }
        let wait = Duration::from_millis(u64::try_from(round).unwrap() * 60);
        let [completion, replaced] = at_once(
            || here.post(format!("{}/completion", address(&file))).send(),
            || {
                thread::sleep(wait);
                let target = format!("{}/parts/3?replace=true", address(&file));
                let put = there.call("PUT", &target);
                put.body("application/octet-stream", &other[2 * PART..])
                    .send()
            },
        );
        match completion.status() {
            200 => {
                completed += 1;
                let refused = replaced.problem(409, "not_possible");
                assert_eq!(refused["unmet"][0], "attachment_uploading");
                continue;
            }
            409 => {
                changed += 1;
                let problem = completion.problem(409, "not_possible");
                assert_eq!(problem["unmet"][0], "attachment_unchanged");
            }
            _ => {
                differing += 1;
                completion.problem(422, "invalid_data");
            }
        }
        replaced.expect(204);
        // The caller puts it right and completes it.
        let target = format!("{}/parts/3?replace=true", address(&file));
        let put = here.call("PUT", &target);
        let put = put.body("application/octet-stream", &content[2 * PART..]);
        put.send().expect(204);
        let settled: Value = desk.complete(&file).expect(200).json();
        assert_eq!(settled["state"], "complete");
    }
    let told = format!(
        "of {ROUNDS}: {completed} complete, {changed} changed meanwhile, {differing} differ"
    );
    assert_eq!(completed + changed + differing, ROUNDS, "{told}");
    assert!(changed > 0, "no round met: {told}");
    println!("{told}");
}
