//! Several rescuers of one deed go their own ways.

use serde_json::{Value, json};

use super::{Desk, application, fault};
use crate::deeds::{states, text};

/// An application for two people, checked.
fn two(desk: &Desk) -> Value {
    let people = [desk.person("living"), desk.person("living")];
    let file = desk.send(&application(&[&people[0], &people[1]]));
    desk.walk(&file, "CHECKED");
    file
}

/// Kinds, people and numbers of the certificates and refusals, newest first.
fn papers(desk: &Desk, file: &Value) -> Vec<(String, Value, String)> {
    let papers = desk.papers(file);
    let of = |paper: &Value| {
        let actor = paper["actors"][0]["actor_id"].clone();
        (text(&paper["kind"]), actor, text(&paper["number"]))
    };
    let decided = papers.iter().filter(|paper| {
        let kind = &paper["kind"];
        *kind == "recognition_refusal" || *kind == "recognition_certificate"
    });
    decided.map(of).collect()
}

#[test]
fn of_two_rescuers_one_is_recognised_and_the_other_refused() {
    let desk = Desk::open();
    let file = two(&desk);
    let of = |actor: usize| json!({ "actor_ids": [file["actors"][actor]["id"]] });
    let recognised = desk.done(&file, "recognition", &of(0));
    assert_eq!(states(&recognised), ["recognised", "in_check"]);
    desk.done(&file, "refusal_notice", &of(1));
    assert_eq!(desk.refused(&file, "refusal", &of(1)), ["defence_heard"]);
    desk.done(&file, "defence_statement", &of(1));
    // The receipt finds the origin proven: who refuses for it says why the receipt is not followed.
    let mut refusal = of(1);
    refusal["reason_code"] = json!("origin_not_proven");
    refusal["deviation_reason"] = json!(null);
    assert_eq!(desk.refused(&file, "refusal", &refusal), ["refusal_agrees"]);
    refusal["deviation_reason"] = json!("测试");
    let refused = desk.done(&file, "refusal", &refusal);
    assert_eq!(
        desk.case(&file, 1)["decisions"][0]["deviation_reason"],
        "测试"
    );
    assert_eq!(states(&refused), ["recognised", "refused"]);
    let [(refusal, second, _), (certificate, first, _)] = papers(&desk, &file).try_into().unwrap();
    assert_eq!(
        (refusal.as_str(), certificate.as_str()),
        ("recognition_refusal", "recognition_certificate")
    );
    assert_eq!(
        [&first, &second],
        [&file["actors"][0]["id"], &file["actors"][1]["id"]]
    );
    assert_eq!(
        desk.case(&file, 1)["decisions"][0]["reason_code"],
        "origin_not_proven"
    );
}

#[test]
fn two_who_are_recognised_together_have_a_certificate_each_with_a_number_of_its_own() {
    let desk = Desk::open();
    let file = two(&desk);
    let shared = desk.try_with(&file, "recognition", &json!({ "certificate": "测试证1号" }));
    assert_eq!(fault(&shared), "/certificate certificate_of_one");
    desk.walk(&file, "recognition");
    let papers = papers(&desk, &file);
    assert_eq!(papers.len(), 2);
    assert_ne!(papers[0].2, papers[1].2);
    for (_, of, number) in papers {
        let actor = usize::from(of == file["actors"][1]["id"]);
        assert_eq!(
            desk.case(&file, actor)["decisions"][0]["certificate"],
            number
        );
    }
}
