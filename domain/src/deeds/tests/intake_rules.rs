use super::*;

#[test]
fn intake_everything_missing_is_asked_for_once_within_five_working_days() {
    let mut walk = Walk::new();
    assert_eq!(walk.due(ClockKind::Intake), day("2026-03-09"));
    walk.step(supplement_request());
    assert_eq!(walk.status(ClockKind::Intake), ClockStatus::MetInTime);
    assert!(
        walk.events
            .contains(&CaseEvent::DocumentDue(Document::SupplementRequest))
    );
    assert_eq!(walk.stopped(supplement_request()), ["supplement_not_asked"]);
    walk.supplemented();
    assert_eq!(
        walk.stopped(supplement_request()),
        ["supplement_not_asked"],
        "the answer does not open a second round"
    );
}

#[test]
fn supplement_waiting_does_not_stop_the_time_for_the_opinion() {
    let mut walk = Walk::new();
    walk.step(supplement_request());
    assert_eq!(walk.due(ClockKind::SupplementAnswer), day("2026-03-23"));
    assert_eq!(walk.due(ClockKind::Opinion), day("2026-05-06"));
    walk.on("2026-03-24");
    assert_eq!(
        walk.status(ClockKind::SupplementAnswer),
        ClockStatus::Elapsed
    );
    walk.supplemented();
    assert_eq!(
        walk.status(ClockKind::SupplementAnswer),
        ClockStatus::MetLate
    );
    assert_eq!(walk.stopped(walk.supplement()), ["supplement_open"]);
}

#[test]
fn supplement_stops_the_time_where_policy_says_so() {
    let mut walk = Walk::under(policy_with(
        "pause_on_supplement = false",
        "pause_on_supplement = true",
    ));
    walk.step(supplement_request());
    assert_eq!(walk.status(ClockKind::Opinion), ClockStatus::Paused);
    walk.later(10).supplemented();
    assert_eq!(walk.status(ClockKind::Opinion), ClockStatus::Running);
    assert_eq!(walk.due(ClockKind::Opinion), day("2026-05-11"));
}

#[test]
fn supplement_that_never_comes_stops_the_time_no_longer_than_the_time_for_it() {
    let mut walk = Walk::under(policy_with(
        "pause_on_supplement = false",
        "pause_on_supplement = true",
    ));
    walk.step(supplement_request()).on("2026-04-30");
    // Waited from 2 to 23 March: 60 + 21 days.
    assert_eq!(walk.due(ClockKind::Opinion), day("2026-05-22"));
    walk.evidence(1, EvidenceKind::PublicSecurity)
        .step(Act::PositiveAssessment { reason: None });
    let opinion = walk.case.clock(ClockKind::Opinion).unwrap();
    let days: Vec<NaiveDate> = opinion.entries().map(|entry| entry.on).collect();
    assert_eq!(
        days,
        [
            day(RECEIVED),
            day(RECEIVED),
            day("2026-03-23"),
            day("2026-04-30"),
        ]
    );
}

#[test]
fn excluded_time_and_waiting_for_a_supplement_are_each_left_out_once() {
    let file = LIAOCHENG_FILE
        .replace("pause_on_supplement = false", "pause_on_supplement = true")
        .replace(
            "exclude_external_time = false",
            "exclude_external_time = true",
        );
    let mut walk = Walk::under(policy_of(&file));
    walk.step(supplement_request())
        .on("2026-04-10")
        .step(SharedAct::Suspension {
            pending: words("等待公安机关侦查结论"),
        });
    walk.on("2026-04-30").step(SharedAct::Resumption {
        finding: words("行为合法"),
    });
    // Waited from 2 to 23 March, and from 10 to 30 April: 60 + 21 + 20 days.
    assert_eq!(walk.due(ClockKind::Opinion), day("2026-06-11"));
}

#[test]
fn a_worklist_knows_when_the_opinion_is_due_while_a_supplement_is_still_waited_for() {
    let file = LIAOCHENG_FILE.replace("pause_on_supplement = false", "pause_on_supplement = true");
    let mut walk = Walk::under(policy_of(&file));
    walk.step(supplement_request());
    assert_eq!(walk.status(ClockKind::Opinion), ClockStatus::Paused);
    let due_on = |walk: &Walk| {
        let due = walk.case.due_of_body(&walk.context());
        due.iter()
            .find(|task| task.kind == ClockKind::Opinion)
            .map(|task| (task.due_on, task.is_exact()))
    };
    let foreseen = due_on(&walk);
    walk.later(60);
    assert_eq!(walk.due(ClockKind::Opinion), foreseen.unwrap().0);
    assert_eq!(due_on(&walk), foreseen, "no day has to pass for it");
}

#[test]
fn opinion_deadline_is_sixty_days_from_receipt_and_has_no_extension() {
    let mut walk = Walk::new();
    assert_eq!(walk.due(ClockKind::Opinion), day("2026-05-06"));
    assert_eq!(walk.due(ClockKind::OpinionTarget), day("2026-03-23"));
    walk.step(Act::Acceptance);
    assert_eq!(walk.stopped(Act::Extension), ["extension_provided"]);
    let opinion = walk.case.clock(ClockKind::Opinion).unwrap();
    let basis = opinion.entries().next().unwrap().basis(&walk.policy);
    assert!(basis.iter().any(|law| {
        law.law_title.zh.contains("山东省") && law.article.as_deref() == Some("第十一条")
    }));
}

#[test]
fn opinion_deadline_is_extended_once_where_policy_provides_for_it() {
    let mut walk = Walk::under(policy_with(
        "opinion_extension_days = 0",
        "opinion_extension_days = 30",
    ));
    walk.step(Act::Acceptance).step(Act::Extension);
    assert_eq!(walk.due(ClockKind::Opinion), day("2026-06-01"));
    assert_eq!(walk.stopped(Act::Extension), ["extension_unused"]);
    walk.on("2026-06-02");
    assert_eq!(
        walk.stopped(Act::Extension),
        ["extension_unused", "opinion_in_time"]
    );
}

#[test]
fn opinion_deadline_counts_from_the_true_day_of_receipt_however_late_it_is_entered() {
    let walk = Walk::new();
    let context = walk.context();
    let open = |received_on: &str, reason: Option<&str>| {
        let opening = Opening {
            received: Entered {
                on: day(received_on),
                late_because: reason.map(words),
            },
            ..report(FiledBy::Actor)
        };
        Case::open(opening, record(), &context)
    };
    // Five working days before 2 March 2026 are 24 February, the first after the Spring Festival.
    for (received_on, reason, late) in [
        ("2026-02-25", None, false),
        ("2026-02-14", Some("窗口收件后补录"), true),
        ("2025-11-03", Some("移交纸质案卷"), true),
    ] {
        let (case, events) = open(received_on, reason).unwrap();
        let opinion = case.clock(ClockKind::Opinion).unwrap();
        assert_eq!(opinion.started_on(), day(received_on));
        let told = CaseEvent::EnteredLate {
            on: day(received_on),
        };
        assert_eq!(events.contains(&told), late, "{received_on}");
    }
    for (received_on, reason) in [("2026-02-14", None), ("2026-03-03", Some("未来"))] {
        let refused = open(received_on, reason).unwrap_err();
        assert_eq!(refused.unmet[0].condition.as_str(), "receipt_day");
    }
}

#[test]
fn opinion_deadline_counts_from_the_day_of_an_application_on_record_however_long_ago() {
    let walk = Walk::new();
    let context = walk.context();
    let open = |received_on: &str| {
        let opening = Opening {
            received: Entered::on(day(received_on)),
            receipt_on_record: true,
            ..report(FiledBy::Actor)
        };
        Case::open(opening, record(), &context)
    };
    let (case, events) = open("2026-01-05").unwrap();
    let late = |one: &CaseEvent<Deed>| matches!(one, CaseEvent::EnteredLate { .. });
    assert!(
        !events.iter().any(late),
        "the service recorded the day itself"
    );
    let opinion = case.clock(ClockKind::Opinion).unwrap();
    assert_eq!(opinion.started_on(), day("2026-01-05"));
    let refused = open("2026-03-03").unwrap_err();
    assert_eq!(refused.unmet[0].condition.as_str(), "receipt_day");
}

#[test]
fn excluded_time_runs_on_here_and_is_left_out_where_policy_says_so() {
    for (policy, status, due) in [
        (liaocheng().clone(), ClockStatus::Running, "2026-05-06"),
        (
            policy_with(
                "exclude_external_time = false",
                "exclude_external_time = true",
            ),
            ClockStatus::Paused,
            "2026-05-15",
        ),
    ] {
        let mut walk = Walk::under(policy);
        walk.step(Act::Acceptance).step(SharedAct::Suspension {
            pending: words("等待公安机关侦查结论"),
        });
        assert_eq!(walk.case.state(), State::Suspended);
        assert_eq!(walk.status(ClockKind::Opinion), status);
        walk.later(14).step(SharedAct::Resumption {
            finding: words("行为合法"),
        });
        assert_eq!(walk.case.state(), State::InAssessment);
        assert_eq!(walk.due(ClockKind::Opinion), day(due));
    }
}
