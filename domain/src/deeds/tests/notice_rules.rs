use super::*;

#[test]
fn publicity_lasts_seven_days_and_only_then_the_deed_is_confirmed() {
    let mut walk = Walk::new();
    walk.published();
    assert_eq!(walk.due(ClockKind::Publicity), day("2026-03-09"));
    walk.on("2026-03-09");
    assert_eq!(walk.stopped(confirmation()), ["publicity_done"]);
    assert!(walk.stopped(walk.objection(1)).is_empty());
    walk.on("2026-03-10");
    assert_eq!(walk.stopped(walk.objection(1)), ["notice_stands"]);
    // Who comes too late is told where to turn.
    let told = Condition::NoticeStands.text();
    assert!(told.zh.contains("线索") && told.en.contains("clue"));
    walk.step(confirmation());
    assert_eq!(walk.status(ClockKind::Publicity), ClockStatus::MetInTime);
}

#[test]
fn publicity_is_paused_by_an_objection_and_an_open_one_bars_confirmation() {
    let mut walk = Walk::new();
    walk.published().on("2026-03-04");
    walk.objected(1);
    assert_eq!(walk.status(ClockKind::Publicity), ClockStatus::Paused);
    walk.on("2026-03-20");
    assert_eq!(
        walk.stopped(confirmation()),
        ["publicity_done", "no_open_objection"]
    );
    walk.step(Act::ObjectionRejection {
        id: objection(1),
        reason: words("查无实据"),
    });
    assert_eq!(walk.due(ClockKind::Publicity), day("2026-03-25"));
    walk.on("2026-03-26").step(confirmation());
}

#[test]
fn publicity_two_objections_pause_until_both_are_resolved() {
    let mut walk = Walk::new();
    walk.published().objected(1).objected(2);
    assert_eq!(walk.stopped(walk.objection(2)), ["objection_new"]);
    let reject = |number| Act::ObjectionRejection {
        id: objection(number),
        reason: words("查无实据"),
    };
    walk.step(reject(1));
    assert_eq!(walk.status(ClockKind::Publicity), ClockStatus::Paused);
    walk.step(reject(2));
    assert_eq!(walk.status(ClockKind::Publicity), ClockStatus::Running);
    assert_eq!(walk.stopped(reject(2)), ["objection_open"]);
}

#[test]
fn publicity_an_upheld_objection_sends_the_case_back_and_to_the_panel() {
    let mut walk = Walk::new();
    walk.published().objected(1).step(Act::ObjectionUpholding {
        id: objection(1),
        reason: words("异议属实"),
    });
    assert_eq!(walk.case.state(), State::InAssessment);
    assert_eq!(walk.status(ClockKind::Publicity), ClockStatus::Cancelled);
    assert_eq!(
        walk.stopped(Act::PositiveAssessment { reason: None }),
        ["panel_held", "panel_agreed"]
    );
}

#[test]
fn publicity_does_not_run_out_while_the_case_is_suspended() {
    let mut walk = Walk::new();
    walk.published().step(SharedAct::Suspension {
        pending: words("等待公安机关侦查结论"),
    });
    walk.later(30).step(SharedAct::Resumption {
        finding: words("行为合法"),
    });
    assert_eq!(walk.case.state(), State::InPublication);
    assert_eq!(walk.stopped(confirmation()), ["publicity_done"]);
}

#[test]
fn publicity_skip_needs_a_known_reason_and_a_second_officer_and_restricts_the_case() {
    let mut walk = Walk::under(policy_with(
        r#"skip_reasons = ["safety", "confidential", "minor_protection"]"#,
        r#"skip_reasons = ["safety"]"#,
    ));
    walk.intended();
    let mut alone = walk.command(waiver(PublicationWaiverReason::Safety));
    alone.second = alone.who.signer;
    assert_eq!(walk.unmet(&alone), ["second_officer"]);
    assert_eq!(
        walk.stopped(waiver(PublicationWaiverReason::Confidential)),
        ["waiver_reason"]
    );
    walk.step(waiver(PublicationWaiverReason::Safety));
    assert!(walk.case.restricted());
    assert!(walk.events.contains(&CaseEvent::Restricted));
    assert_eq!(walk.stopped(publication()), ["not_waived"]);
    assert_eq!(
        walk.due(ClockKind::DecisionAfterPublicity),
        day("2026-03-09")
    );
    walk.step(confirmation());
    assert!(walk.case.restricted(), "and it stays so");
}

#[test]
fn publicity_skip_takes_a_standing_notice_down() {
    let mut walk = Walk::new();
    walk.published()
        .later(2)
        .step(waiver(PublicationWaiverReason::Safety));
    assert_eq!(walk.case.state(), State::IntendedConfirmation);
    assert_eq!(walk.status(ClockKind::Publicity), ClockStatus::Cancelled);
    walk.step(confirmation());
}

#[test]
fn confirm_needs_two_officers_and_the_foundation_and_gives_a_certificate() {
    let mut walk = Walk::new();
    walk.published().later(10);
    let mut command = walk.command(confirmation());
    command.co_signer = Some(committee(3, COUNTY));
    command.second = None;
    assert_eq!(walk.unmet(&command), ["second_officer", "co_signer"]);
    walk.step(confirmation());
    let decision = walk.case.decision().unwrap();
    assert_eq!(decision.certificate, Some(number("测试证2026001")));
    assert_eq!(decision.signers.len(), 3);
    assert!(
        walk.events
            .contains(&CaseEvent::DocumentDue(Document::Confirmation))
    );
}

#[test]
fn confirm_is_due_five_working_days_after_the_notice_has_ended() {
    let mut walk = Walk::new();
    walk.published();
    let due = day("2026-03-16");
    assert_eq!(walk.due(ClockKind::DecisionAfterPublicity), due);
    assert_eq!(walk.next_due(), Some(due));
    walk.on("2026-03-17");
    assert_eq!(
        walk.case.overdue(&walk.context()),
        [ClockKind::DecisionAfterPublicity]
    );
    walk.step(confirmation());
    assert_eq!(
        walk.status(ClockKind::DecisionAfterPublicity),
        ClockStatus::MetLate
    );
}

#[test]
fn publicity_skip_for_the_protection_of_a_minor_needs_somebody_who_may_be_one() {
    let mut walk = Walk::new();
    walk.intended();
    let protection = || waiver(PublicationWaiverReason::MinorProtection);
    assert_eq!(walk.stopped(protection()), ["waiver_reason"]);
    walk.eligibility().of_age = false;
    walk.step(protection());
}
