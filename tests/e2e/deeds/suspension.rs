//! A case that waits for another body's finding.

use serde_json::json;

use super::committee::unmet;
use super::{Office, clock, states};

#[test]
fn a_suspended_case_keeps_its_statutory_time_and_comes_back_where_it_was() {
    let office = Office::open();
    let deed = office.report(1);
    office.prove(&deed);
    let pending = json!({ "pending": "测试：等待公安机关侦查结果" });
    let suspended = office.done(&deed, "suspension", &pending);
    assert_eq!(states(&suspended), ["suspended"]);
    let again = office.step(&deed, "suspension", &pending);
    assert_eq!(unmet(&again), ["state"]);
    let assessment = json!({ "opinion": "positive" });
    let refused = office.step(&deed, "assessment", &assessment);
    assert_eq!(unmet(&refused), ["state"]);

    // Nothing in the regulation leaves the wait out, so the time for the opinion runs on; and
    // evidence is taken in as before.
    office.today("2026-04-01");
    let opinion = clock(&office.case(&deed, 0), "opinion");
    assert_eq!(opinion["status"], "running");
    assert_eq!(opinion["due"]["date"]["due"], "2026-05-06");
    office.add_proof(&deed);

    let resumed = office.done(&deed, "resumption", &json!({ "finding": "测试：已有结论" }));
    assert_eq!(states(&resumed), ["in_assessment"]);
    let wait = office.case(&deed, 0)["suspensions"][0].clone();
    assert_eq!(
        wait,
        json!({
            "from": "in_assessment",
            "since": "2026-03-02",
            "pending": "测试：等待公安机关侦查结果",
            "until": "2026-04-01",
            "finding": "测试：已有结论"
        })
    );
    let again = office.step(&deed, "resumption", &json!({ "finding": "测试" }));
    assert_eq!(unmet(&again), ["state"]);
    office.done(&deed, "assessment", &assessment);
}

#[test]
fn a_notice_does_not_run_out_while_the_case_is_suspended() {
    let office = Office::open();
    let deed = office.published();
    office.today("2026-03-04");
    office.done(&deed, "suspension", &json!({ "pending": "测试：等待鉴定" }));
    assert_eq!(
        clock(&office.case(&deed, 0), "publicity")["status"],
        "paused"
    );

    office.today("2026-03-20");
    let resumed = office.done(&deed, "resumption", &json!({ "finding": "测试：鉴定完毕" }));
    assert_eq!(states(&resumed), ["in_publication"]);
    // Two of seven days had passed, so five are left.
    let notice = clock(&office.case(&deed, 0), "publicity");
    assert_eq!(notice["due"]["date"]["due"], "2026-03-25");
    assert_eq!(notice["due"]["paused_days"], 16);
    office.today("2026-03-25");
    let early = office.step(&deed, "confirmation", &office.confirmation());
    assert_eq!(unmet(&early), ["publicity_done"]);
    office.today("2026-03-26");
    office.done(&deed, "confirmation", &office.confirmation());
}

#[test]
fn an_objection_holds_the_notice_and_one_that_is_right_sends_the_case_back_to_the_panel() {
    let office = Office::open();
    let deed = office.published();
    let object = |day: &str| {
        office.today(day);
        office.done(&deed, "objections", &super::acts::objection("测试异议内容"));
        let case = office.case(&deed, 0);
        assert_eq!(clock(&case, "publicity")["status"], "paused");
        let objections = case["opinions"][0]["publication"]["objections"].clone();
        objections.as_array().unwrap().last().unwrap()["id"].clone()
    };
    let outcome = |id: &serde_json::Value, upheld: bool| {
        let body = json!({ "objection_id": id, "upheld": upheld, "reason": "测试：经核查" });
        office.done(&deed, "objection-outcomes", &body)
    };
    let first = object("2026-03-03");
    office.today("2026-03-12");
    let held = office.step(&deed, "confirmation", &office.confirmation());
    assert_eq!(unmet(&held), ["publicity_done", "no_open_objection"]);
    assert_eq!(states(&outcome(&first, false)), ["in_publication"]);
    let known = json!({ "objection_id": first, "upheld": false, "reason": "测试" });
    let again = office.step(&deed, "objection-outcomes", &known);
    assert_eq!(unmet(&again), ["objection_open"]);

    let second = object("2026-03-13");
    assert_eq!(states(&outcome(&second, true)), ["in_assessment"]);
    let case = office.case(&deed, 0);
    let taken_down = &case["opinions"][0]["publication"]["taken_down_on"];
    assert_eq!(*taken_down, "2026-03-13");
    let refused = office.step(&deed, "assessment", &json!({ "opinion": "positive" }));
    assert_eq!(unmet(&refused), ["panel_held", "panel_agreed"]);
}
