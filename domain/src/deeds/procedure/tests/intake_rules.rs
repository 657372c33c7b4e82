use super::*;

fn request() -> Act {
    Act::SupplementRequest {
        items: vec![Line::parse("测试证明").unwrap()],
    }
}

#[test]
fn intake_everything_missing_is_asked_for_once_within_five_working_days() {
    let mut walk = Walk::new();
    assert_eq!(walk.due(ClockKind::Intake), day("2026-03-09"));
    walk.step(request());
    assert_eq!(walk.status(ClockKind::Intake), ClockStatus::MetInTime);
    assert!(
        walk.happened
            .contains(&Happened::DocumentDue(Document::SupplementRequest))
    );
    assert_eq!(walk.stopped(request()), [Condition::SupplementNotAsked]);
    walk.step(Act::Supplement);
    assert_eq!(
        walk.stopped(request()),
        [Condition::SupplementNotAsked],
        "the answer does not open a second round"
    );
}

#[test]
fn supplement_waiting_does_not_stop_the_time_for_the_opinion() {
    let mut walk = Walk::new();
    walk.step(request());
    assert_eq!(walk.due(ClockKind::SupplementAnswer), day("2026-03-23"));
    assert_eq!(walk.due(ClockKind::Opinion), day("2026-05-06"));
    walk.on("2026-03-24");
    assert_eq!(
        walk.status(ClockKind::SupplementAnswer),
        ClockStatus::Elapsed
    );
    walk.step(Act::Supplement);
    assert_eq!(
        walk.status(ClockKind::SupplementAnswer),
        ClockStatus::MetLate
    );
    assert_eq!(walk.stopped(Act::Supplement), [Condition::SupplementOpen]);
}

#[test]
fn supplement_stops_the_time_where_policy_says_so() {
    let mut walk = Walk::under(policy_with(
        "pause_on_supplement = false",
        "pause_on_supplement = true",
    ));
    walk.step(request());
    assert_eq!(walk.status(ClockKind::Opinion), ClockStatus::Paused);
    walk.later(10).step(Act::Supplement);
    assert_eq!(walk.status(ClockKind::Opinion), ClockStatus::Running);
    assert_eq!(walk.due(ClockKind::Opinion), day("2026-05-11"));
}

#[test]
fn supplement_that_never_comes_stops_the_time_no_longer_than_the_time_for_it() {
    let mut walk = Walk::under(policy_with(
        "pause_on_supplement = false",
        "pause_on_supplement = true",
    ));
    walk.step(request()).on("2026-04-30");
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
    walk.step(request()).on("2026-04-10").step(Act::Suspension {
        pending: words("等待公安机关侦查结论"),
    });
    walk.on("2026-04-30").step(Act::Resumption {
        finding: words("行为合法"),
    });
    // Waited from 2 to 23 March, and from 10 to 30 April: 60 + 21 + 20 days.
    assert_eq!(walk.due(ClockKind::Opinion), day("2026-06-11"));
}

#[test]
fn opinion_deadline_is_sixty_days_from_receipt_and_has_no_extension() {
    let mut walk = Walk::new();
    assert_eq!(walk.due(ClockKind::Opinion), day("2026-05-06"));
    assert_eq!(walk.due(ClockKind::OpinionTarget), day("2026-03-23"));
    walk.step(Act::Acceptance);
    assert_eq!(walk.stopped(Act::Extension), [Condition::ExtensionProvided]);
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
    assert_eq!(walk.stopped(Act::Extension), [Condition::ExtensionUnused]);
    walk.on("2026-06-02");
    assert_eq!(
        walk.stopped(Act::Extension),
        [Condition::ExtensionUnused, Condition::OpinionInTime]
    );
}

#[test]
fn opinion_deadline_counts_from_a_receipt_that_is_dated_back_within_the_limit() {
    let walk = Walk::new();
    let setting = walk.setting();
    let open = |received_on: &str, reason: Option<&str>| {
        let report = Report {
            received_on: day(received_on),
            backdating_reason: reason.map(words),
            ..report(FiledBy::Actor)
        };
        ActorCase::open(report, &setting).map(|(case, _)| case)
    };
    let case = open("2026-02-23", Some("窗口收件后补录")).unwrap();
    let opinion = case.clock(ClockKind::Opinion).unwrap();
    assert_eq!(opinion.started_on(), day("2026-02-23"));
    for (received_on, reason) in [
        ("2026-02-23", None),
        ("2026-02-22", Some("过早")),
        ("2026-03-03", Some("未来")),
    ] {
        let refused = open(received_on, reason).unwrap_err();
        assert_eq!(refused.unmet[0].condition, Condition::ReceiptDay);
    }
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
        walk.step(Act::Acceptance).step(Act::Suspension {
            pending: words("等待公安机关侦查结论"),
        });
        assert_eq!(walk.case.state(), State::Suspended);
        assert_eq!(walk.status(ClockKind::Opinion), status);
        walk.later(14).step(Act::Resumption {
            finding: words("行为合法"),
        });
        assert_eq!(walk.case.state(), State::InAssessment);
        assert_eq!(walk.due(ClockKind::Opinion), day(due));
    }
}

#[test]
fn review_panel_is_needed_in_a_complex_case_and_must_agree() {
    let mut walk = Walk::new();
    walk.assessed().step(Act::PanelReferral {
        reason: words("案情复杂"),
    });
    assert_eq!(walk.due(ClockKind::OpinionTarget), day("2026-04-01"));
    let positive = || Act::PositiveAssessment { reason: None };
    assert_eq!(
        walk.stopped(positive()),
        [Condition::PanelHeld, Condition::PanelAgreed]
    );
    walk.step(panel(&FULL_PANEL, 4, 2));
    assert_eq!(
        walk.stopped(positive()),
        [Condition::PanelAgreed],
        "half of those present is no majority"
    );
    walk.step(panel(&FULL_PANEL, 4, 3)).step(positive());
}

#[test]
fn review_panel_has_a_composition_and_a_quorum() {
    let mut walk = Walk::new();
    walk.assessed();
    assert_eq!(
        walk.stopped(panel(&FULL_PANEL[..4], 4, 4)),
        [Condition::PanelComposition]
    );
    assert_eq!(
        walk.stopped(panel(&[PanelKind::Expert; 5], 5, 5)),
        [Condition::PanelComposition]
    );
    assert_eq!(
        walk.stopped(panel(&FULL_PANEL, 3, 4)),
        [Condition::PanelQuorum, Condition::PanelVotes]
    );
}

#[test]
fn review_panel_is_needed_where_the_rules_or_missing_police_material_send_the_case() {
    let mut walk = Walk::new();
    walk.step(Act::Acceptance)
        .evidence(1, EvidenceKind::Witness)
        .evidence(2, EvidenceKind::Beneficiary);
    let positive = Act::PositiveAssessment { reason: None };
    assert!(walk.stopped(positive.clone()).is_empty());
    walk.eligibility.crime_related = true;
    assert_eq!(
        walk.stopped(positive.clone()),
        [Condition::PanelHeld, Condition::PanelAgreed]
    );
    walk.evidence(3, EvidenceKind::PublicSecurity);
    assert!(walk.stopped(positive.clone()).is_empty());
    walk.eligibility.panel_required = true;
    assert_eq!(
        walk.stopped(positive),
        [Condition::PanelHeld, Condition::PanelAgreed]
    );
}

#[test]
fn recusal_keeps_an_officer_from_acting_signing_and_voting() {
    let mut walk = Walk::new();
    let second = committee(2, COUNTY);
    let member = Named::Officer(OfficerId::from(id(100)));
    for person in [Named::Officer(second.officer), member] {
        walk.step(Act::Recusal {
            person,
            reason: words("与受益人有亲属关系"),
        });
    }
    walk.published().later(10);
    assert_eq!(walk.stopped(confirmation()), [Condition::SecondOfficer]);
    let mut by_recused = walk.command(confirmation());
    by_recused.who = all_scopes(second);
    by_recused.second = Some(committee(1, COUNTY));
    assert_eq!(walk.unmet(&by_recused), [Condition::NotRecused]);
    let mut other = Walk::new();
    other.assessed().case.recusals = walk.case.recusals.clone();
    assert_eq!(
        other.stopped(panel(&FULL_PANEL, 5, 5)),
        [Condition::PanelImpartial]
    );
}

#[test]
fn evidence_min_is_one_official_proof_or_two_verified_kinds() {
    let mut walk = Walk::new();
    walk.step(Act::Acceptance);
    let positive = Act::PositiveAssessment { reason: None };
    let stopped = [Condition::EvidenceMinimum];
    assert_eq!(walk.stopped(positive.clone()), stopped);
    walk.step(Act::Evidence {
        id: item(9),
        kind: EvidenceKind::CivilAffairs,
    });
    assert_eq!(walk.stopped(positive.clone()), stopped, "not verified yet");
    walk.step(Act::EvidenceVerification {
        id: item(9),
        verified: false,
    });
    walk.evidence(1, EvidenceKind::Witness)
        .evidence(2, EvidenceKind::Witness);
    assert_eq!(walk.stopped(positive.clone()), stopped, "two of one kind");
    walk.evidence(3, EvidenceKind::Township);
    assert!(walk.stopped(positive).is_empty());
    let again = Act::EvidenceVerification {
        id: item(9),
        verified: true,
    };
    assert_eq!(walk.stopped(again), [Condition::EvidenceOpen]);
}

#[test]
fn beneficiary_duty_asks_for_a_statement_at_once_and_keeps_what_came_of_it() {
    let mut walk = Walk::new();
    assert!(
        walk.happened
            .contains(&Happened::DocumentDue(Document::BeneficiaryRequest))
    );
    walk.step(Act::BeneficiaryStatement {
        kind: StatementKind::Refused,
        note: None,
    });
    assert_eq!(walk.case.statements()[0].kind, StatementKind::Refused);
    walk.intended();
    assert_eq!(
        walk.case.state(),
        State::IntendedConfirmation,
        "a beneficiary who will not testify does not block the actor"
    );
}

#[test]
fn an_opinion_against_the_rules_says_why() {
    let mut walk = Walk::new();
    walk.assessed();
    walk.eligibility.proposal = Proposal::Refuse;
    assert_eq!(
        walk.stopped(Act::PositiveAssessment { reason: None }),
        [Condition::DeviationReasoned]
    );
    walk.step(Act::PositiveAssessment {
        reason: Some(words("下班途中施救")),
    });
}
