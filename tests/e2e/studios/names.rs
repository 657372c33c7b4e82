//! A name belongs to one studio.

use std::thread;

use serde_json::json;

use super::{name_of, person, proposal, propose, take};
use crate::attachments::PAPER;
use crate::out_of_city::Desk;

#[test]
fn of_many_who_want_one_name_exactly_one_gets_it() {
    let desk = Desk::open();
    let name = name_of(&person(&desk));
    let wanted: Vec<_> = (0..16)
        .map(|number| {
            let mut wanted = proposal(&person(&desk));
            // Spaces do not make two names of one.
            let spaced = name.replace("英模", if number % 2 == 0 { "英模" } else { " 英模" });
            wanted["studio"]["name"] = json!(spaced);
            wanted
        })
        .collect();
    let answers: Vec<_> = thread::scope(|scope| {
        let calls: Vec<_> = wanted
            .iter()
            .map(|wanted| scope.spawn(|| propose(&desk.county, wanted)))
            .collect();
        calls.into_iter().map(|call| call.join().unwrap()).collect()
    });
    let taken = answers.iter().filter(|answer| answer.status() == 201);
    assert_eq!(taken.count(), 1);
    for answer in answers.iter().filter(|answer| answer.status() != 201) {
        let fault = answer.problem(422, "invalid_data")["errors"][0].clone();
        assert_eq!(fault["pointer"], "/studio/name");
        assert_eq!(fault["code"], "studio_name_taken");
        assert!(fault.to_string().contains("STUDIO-NAME"), "{fault}");
    }
}

#[test]
fn a_proposal_that_was_taken_back_leaves_the_name_to_others() {
    let desk = Desk::open();
    let leader = person(&desk);
    let mut first = proposal(&leader);
    first["filer"] = json!("actor");
    let studio = propose(&desk.county, &first).expect(201).json();
    propose(&desk.county, &proposal(&leader)).expect(422);
    let back = json!({ "copy_id": PAPER });
    take(&desk.county, &studio, "withdrawal", &back).expect(201);
    propose(&desk.county, &proposal(&leader)).expect(201);
    let again = json!({ "own_motion": true, "reason": "测试" });
    let refused = take(&desk.county, &studio, "continuation", &again);
    refused.expect(422);
}
