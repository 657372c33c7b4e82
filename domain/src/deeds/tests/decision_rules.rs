use super::*;

#[test]
fn hearing_before_refusal_gives_five_working_days_from_the_day_the_party_was_told() {
    let mut walk = Walk::new();
    walk.about_to_be_refused();
    assert_eq!(
        walk.stopped(refuse()),
        ["prior_notice_given", "defence_heard"]
    );
    assert_eq!(
        walk.stopped(prior_notice(day("2026-03-01"))),
        ["day_in_order"],
        "nobody is told before the opinion"
    );
    walk.told();
    assert_eq!(walk.due(ClockKind::DefenceAnswer), day("2026-03-09"));
    walk.on("2026-03-09");
    assert_eq!(walk.stopped(refuse()), ["defence_heard"]);
    walk.on("2026-03-10").step(refuse());
    assert_eq!(walk.case.state(), State::Refused);
}

#[test]
fn hearing_before_refusal_is_over_once_the_party_has_answered() {
    let mut walk = Walk::new();
    walk.about_to_be_refused().told();
    walk.answered(DefenceReply::Stated(words("当时已经下班")));
    assert_eq!(
        walk.stopped(prior_notice(walk.today)),
        ["prior_notice_not_given"]
    );
    walk.step(refuse());
}

#[test]
fn refuse_is_written_with_its_reason_signed_by_two_and_delivered() {
    let mut walk = Walk::new();
    walk.refused();
    let decision = walk.case.decision().unwrap();
    assert_eq!(decision.refusal, Some(refusal()));
    assert_eq!(walk.case.parties_waiting(), [Party::Actor]);
    assert_eq!(walk.status(ClockKind::ResultNotice), ClockStatus::Running);
    walk.delivered(Party::CloseRelative);
    assert_eq!(walk.status(ClockKind::ResultNotice), ClockStatus::MetInTime);
    assert_eq!(
        walk.stopped(SharedAct::Delivery {
            party: Party::Actor,
            delivered: Entered::on(walk.today)
        }),
        ["delivery_open", "party_waits"]
    );
}

#[test]
fn reconfirm_window_is_ten_days_from_delivery_and_not_from_the_decision() {
    let mut walk = Walk::new();
    walk.refused().later(5).delivered(Party::Actor);
    // Delivered on Saturday 7 March; ten days later is Tuesday the 17th.
    assert_eq!(
        walk.due(ClockKind::ReconfirmationRequest),
        day("2026-03-17")
    );
    walk.on("2026-03-18");
    assert_eq!(walk.stopped(walk.request(Party::Actor)), ["party_in_time"]);
    let dated_back = Act::ReconfirmationRequest {
        party: Party::Actor,
        received: Entered::on(day("2026-03-17")),
        reason: words("请求复核"),
    };
    assert!(walk.stopped(dated_back).is_empty(), "received in time");
    walk.on("2026-03-25");
    assert_eq!(walk.stopped(walk.request(Party::Actor)), ["party_in_time"]);
}

#[test]
fn reconfirm_window_is_judged_by_the_true_day_however_late_it_is_entered() {
    let mut walk = Walk::new();
    walk.refused().delivered(Party::Actor);
    let delivered = walk.today;
    // The office was closed for six weeks; the request arrived on the ninth day.
    walk.later(45);
    let request = |received: NaiveDate, why: Option<&str>| Act::ReconfirmationRequest {
        party: Party::Actor,
        received: Entered {
            on: received,
            late_because: why.map(words),
        },
        reason: words("请求复核"),
    };
    let in_time = delivered + TimeDelta::days(9);
    assert_eq!(
        walk.stopped(request(in_time, None)),
        ["late_entry_reasoned"]
    );
    let too_late = delivered + TimeDelta::days(20);
    assert_eq!(
        walk.stopped(request(too_late, Some("窗口关闭"))),
        ["party_in_time"],
        "late entry brings no late request into time"
    );
    let before = delivered - TimeDelta::days(1);
    assert_eq!(
        walk.stopped(request(before, Some("窗口关闭"))),
        ["day_in_order"]
    );
    walk.step(request(in_time, Some("窗口关闭")));
    let told = CaseEvent::EnteredLate { on: in_time };
    assert!(walk.events.contains(&told), "the history says so");
    let decision = walk.case.clock(ClockKind::ReconfirmationDecision).unwrap();
    assert_eq!(decision.started_on(), in_time);
}

#[test]
fn reconfirm_window_runs_for_each_side_from_its_own_delivery() {
    let mut walk = Walk::filed_by(FiledBy::Recommender, liaocheng().clone());
    walk.refused().delivered(Party::Recommender);
    walk.later(30);
    assert_eq!(
        walk.stopped(walk.request(Party::Recommender)),
        ["party_in_time"]
    );
    assert!(
        walk.stopped(walk.request(Party::CloseRelative)).is_empty(),
        "the refusal has not reached the actor's side"
    );
    let mut own = Walk::new();
    own.refused();
    assert_eq!(
        own.stopped(own.request(Party::Recommender)),
        ["party_in_time"],
        "nobody recommended"
    );
}

#[test]
fn reconfirm_decide_is_the_next_level_s_within_thirty_days_and_final() {
    let mut walk = Walk::new();
    walk.in_reconfirmation();
    assert_eq!(
        walk.due(ClockKind::ReconfirmationDecision),
        day("2026-04-01")
    );
    walk.at(COUNTY);
    assert_eq!(
        walk.stopped(refuse_finally()),
        ["seat"],
        "not by the body that refused"
    );
    walk.at(CITY).step(refuse_finally());
    assert_eq!(walk.case.state(), State::RefusedFinally);
    assert_eq!(walk.due(ClockKind::ResultNotice), day("2026-03-05"));
    assert_eq!(walk.stopped(walk.request(Party::Actor)), ["state"]);
}

#[test]
fn reconfirm_decide_a_request_can_be_taken_back_and_the_refusal_stands() {
    let mut walk = Walk::new();
    walk.in_reconfirmation().request_withdrawn();
    assert_eq!(walk.case.state(), State::Refused);
    assert_eq!(walk.case.holder(), holder(COUNTY));
    assert!(
        walk.events
            .contains(&CaseEvent::DocumentDue(Document::ReconfirmationResult))
    );
    let again = walk.request(Party::Actor);
    walk.step(again);
}

#[test]
fn overdue_is_a_flag_and_the_step_is_still_possible() {
    let mut walk = Walk::new();
    walk.assessed().on("2026-08-01");
    let overdue = walk.case.overdue(&walk.context());
    assert_eq!(overdue, [ClockKind::Opinion, ClockKind::OpinionTarget]);
    assert!(overdue[0].statutory() && !overdue[1].statutory());
    assert_eq!(walk.case.state(), State::InAssessment);
    walk.step(Act::PositiveAssessment { reason: None });
    assert_eq!(walk.status(ClockKind::Opinion), ClockStatus::MetLate);
}

#[test]
fn daycount_a_step_that_hangs_on_a_year_that_is_not_loaded_says_so() {
    let mut walk = Walk::new();
    walk.intended().on("2026-12-28").step(publication());
    assert!(
        walk.stopped(walk.objection(1)).is_empty(),
        "within seven days no calendar is needed"
    );
    assert_eq!(walk.stopped(confirmation()), ["publicity_done"]);
    walk.on("2027-01-05");
    assert_eq!(walk.stopped(confirmation()), ["calendar_loaded"]);
    assert_eq!(
        walk.next_due(),
        Some(day("2027-01-09")),
        "seven and five days after the notice went up at the earliest"
    );
    assert!(
        walk.case
            .deadlines(&walk.context())
            .iter()
            .any(|deadline| deadline.status.is_err())
    );
    // Seven days and the longest break end on 20 January.
    walk.on("2027-01-20");
    assert_eq!(walk.stopped(confirmation()), ["calendar_loaded"]);
    walk.on("2027-01-21").step(confirmation());
    assert_eq!(walk.case.state(), State::Confirmed);
    assert_eq!(walk.status(ClockKind::Publicity), ClockStatus::MetInTime);
}

#[test]
fn what_follows_a_notice_that_ends_nobody_knows_when_is_overdue_in_the_end() {
    let mut walk = Walk::new();
    walk.intended().on("2026-12-28").step(publication());
    let task = |walk: &Walk| {
        let mut due = walk.case.due_of_body(&walk.context()).into_iter();
        due.find(|task| task.kind == ClockKind::DecisionAfterPublicity)
            .unwrap()
    };
    assert_eq!(task(&walk).due_on, day("2027-01-09"));
    let last = task(&walk).due_until.unwrap();
    // The notice ends on 20 January at the latest, and five working days follow.
    assert!(
        last > day("2027-01-27") && last < day("2027-03-31"),
        "{last}"
    );
    let overdue = |walk: &Walk| walk.case.overdue(&walk.context());
    walk.on("2027-01-27");
    assert!(!overdue(&walk).contains(&ClockKind::DecisionAfterPublicity));
    walk.on("2027-03-31");
    assert!(overdue(&walk).contains(&ClockKind::DecisionAfterPublicity));
}

#[test]
fn revoke_fraud_ends_honours_and_is_signed_like_a_confirmation() {
    let mut walk = Walk::new();
    walk.about_to_be_revoked().answered(DefenceReply::Waived);
    let mut alone = walk.command(revoke());
    alone.co_signer = None;
    assert_eq!(walk.unmet(&alone), ["co_signer"]);
    walk.step(revoke());
    assert_eq!(walk.case.state(), State::Revoked);
    assert!(walk.events.contains(&CaseEvent::HonoursEnded));
    assert_eq!(
        walk.case.decisions()[0].kind,
        DecisionKind::Confirmation,
        "the confirmation stays in the file"
    );
}

#[test]
fn revoke_conduct_is_off_and_no_later_conduct_undoes_the_finding_on_the_deed() {
    assert!(!liaocheng().terms().deeds.aftermath.review_conduct);
    // A city that has it on reviews honours with it; what leaves a confirmed case is deception alone.
    for review in ["false", "true"] {
        let policy = policy_with(
            "review_conduct = false",
            &format!("review_conduct = {review}"),
        );
        let mut walk = Walk::under(policy);
        walk.confirmed();
        let possible: Vec<&str> = actions(
            &walk.case,
            &all_scopes(committee(1, COUNTY)),
            &walk.context(),
        )
        .into_iter()
        .filter(|action| action.allowed)
        .map(|action| action.step.as_str())
        .collect();
        assert_eq!(
            possible,
            [
                "objection",
                "objection_rejection",
                "objection_upholding",
                "delivery",
                "outside_finding",
                "revocation_notice"
            ]
        );
    }
}

#[test]
fn restore_reopens_a_closed_case_once_with_the_city_s_approval() {
    let mut walk = Walk::new();
    walk.refused();
    assert_eq!(walk.stopped(reopen()), ["seat"]);
    walk.later(200).at(CITY).step(reopen());
    assert_eq!(walk.case.state(), State::InAssessment);
    assert_eq!(
        walk.case.clock(ClockKind::Opinion).unwrap().started_on(),
        walk.today
    );
    walk.at(COUNTY)
        .step(Act::SupplementRequest {
            items: vec![Line::parse("测试证明").unwrap()],
            number: None,
        })
        .step(Act::NegativeAssessment {
            reason: words("仍不符合条件"),
        })
        .told()
        .answered(DefenceReply::Waived)
        .step(refuse());
    walk.at(CITY);
    assert_eq!(walk.stopped(reopen()), ["reopening_left"]);
}
