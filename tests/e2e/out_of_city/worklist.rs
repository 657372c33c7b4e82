//! What is due, and who sees it.

use serde_json::Value;

use super::{Desk, application};
use crate::deeds::{COUNTY, Committee, NEIGHBOUR, deed, text};
use crate::harness::{CITY, Caller};

/// A member of what is on a worklist, each value once and in order.
fn on_worklist(
    caller: &Caller,
    query: &str,
    member: &str,
    of: impl Fn(&Value) -> bool,
) -> Vec<String> {
    let list = caller.all(&format!("/v1/worklist?limit=200{query}"));
    let of_interest = list.iter().filter(|task| of(task));
    let mut seen: Vec<String> = of_interest.map(|task| text(&task[member])).collect();
    seen.sort();
    seen.dedup();
    seen
}

/// Steps after an application, and what is due then.
#[rustfmt::skip]
const DUE: [(&str, &str); 15] = [
    ("=applied", "check intake"),
    ("acceptance =in_check", "check"),
    ("supplement_request =in_check", "check"),
    ("CHECKED =in_check", "check decision"),
    ("CHECKED refusal_notice =intended_refusal", "decision_after_defence"),
    ("CHECKED refusal_notice defence_statement =intended_refusal", "decision_after_defence"),
    ("CHECKED refusal_notice defence_statement refusal =refused", "result_notice"),
    ("CHECKED recognition =recognised", "handover result_notice"),
    ("CHECKED recognition confirmation_fall =suspended", "suspension_review"),
    ("CHECKED recognition revocation_notice =intended_revocation", "decision_after_defence"),
    ("CHECKED recognition revocation_notice defence_statement revocation =revoked", "result_notice"),
    ("suspension =suspended", "suspension_review"),
    ("no_local_confirmation redirection =redirected", ""),
    ("withdrawal =withdrawn", ""),
    ("transfer =transferred", "transfer_acceptance"),
];

#[test]
fn every_state_in_which_a_body_is_waited_for_stands_on_the_worklist() {
    let desk = Desk::open();
    let neighbour = Committee::of(&desk.server, NEIGHBOUR);
    for (steps, due) in DUE {
        let file = desk.after("living", steps);
        let of_file = |task: &Value| task["file_id"] == file["id"];
        let city = &desk.city.caller;
        let seen = on_worklist(city, "&procedure=recognition", "kind", of_file);
        assert_eq!(seen.join(" "), due, "{steps}");
        // What the receiver of a transfer has to do is the receiver's.
        let seen = on_worklist(&neighbour.caller, "", "kind", of_file);
        assert_eq!(!seen.is_empty(), steps.contains("transfer"), "{seen:?}");
    }
}

#[test]
fn a_worklist_holds_only_the_procedures_that_the_token_may_read() {
    let desk = Desk::open();
    let county = &desk.county.caller;
    let person = desk.person("living");
    desk.send(&application(&[&person]));
    county
        .post("/v1/deeds")
        .json(&deed(COUNTY, &[&person]))
        .send()
        .expect(201);
    let procedures =
        |caller: &Caller, query: &str| on_worklist(caller, query, "procedure", |_| true);
    assert_eq!(procedures(county, ""), ["deed", "recognition"]);
    for (scope, own, other, needed) in [
        ("recognitions:read", "recognition", "deed", "deeds:read"),
        ("deeds:read", "deed", "recognition", "recognitions:read"),
    ] {
        let narrow = desk.server.caller(&[scope], &[CITY]);
        for query in ["", &format!("&procedure={own}")] {
            assert_eq!(procedures(&narrow, query), [own]);
        }
        let refused = narrow.get(format!("/v1/worklist?procedure={other}")).send();
        assert_eq!(
            refused.problem(403, "insufficient_scope")["required_scope"],
            needed
        );
    }
    let neither = desk.server.caller(&["people:read"], &[CITY]);
    neither
        .get("/v1/worklist")
        .send()
        .problem(403, "insufficient_scope");
    assert_eq!(procedures(&desk.server.county(NEIGHBOUR), ""), [""; 0]);
}
