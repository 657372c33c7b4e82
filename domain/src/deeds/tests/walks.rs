use super::*;
use crate::deeds::eligibility::{self, ActType, DeedFacts, Duty, Filer};

#[test]
fn a_clear_case_goes_from_report_to_certificate() {
    let mut walk = Walk::filed_by(FiledBy::Recommender, liaocheng().clone());
    walk.published();
    assert_eq!(walk.case.state(), State::InPublication);
    walk.later(8).step(confirmation());
    assert_eq!(walk.case.state(), State::Confirmed);
    walk.delivered(Party::Actor);
    assert_eq!(walk.case.parties_waiting(), [Party::Recommender]);
    assert_eq!(walk.status(ClockKind::ResultNotice), ClockStatus::Running);
    walk.delivered(Party::Recommender);
    assert_eq!(walk.status(ClockKind::ResultNotice), ClockStatus::MetInTime);
    let taken: Vec<&str> = walk
        .case
        .history()
        .iter()
        .map(|taken| taken.step.as_str())
        .collect();
    assert_eq!(
        taken,
        [
            "acceptance",
            "evidence",
            "evidence_verification",
            "positive_assessment",
            "publication",
            "confirmation",
            "delivery",
            "delivery",
        ]
    );
    assert!(walk.case.overdue(&walk.context()).is_empty());
    assert!(walk.case.deadlines(&walk.context()).is_empty());
}

#[test]
fn a_refused_actor_is_confirmed_by_the_next_level_after_a_notice() {
    let mut walk = Walk::new();
    walk.in_reconfirmation()
        .evidence(2, EvidenceKind::PublicSecurity)
        .step(Act::ReconfirmationApproval {
            reason: words("原认定事实不清"),
        });
    assert_eq!(walk.case.state(), State::IntendedConfirmation);
    assert_eq!(walk.case.holder(), holder(CITY));
    walk.step(publication()).later(10).step(confirmation());
    assert_eq!(walk.case.state(), State::Confirmed);
    let kinds: Vec<_> = walk.case.decisions().iter().map(|made| made.kind).collect();
    assert_eq!(kinds, [DecisionKind::Refusal, DecisionKind::Confirmation]);
}

#[test]
fn an_objection_upheld_at_the_next_level_is_looked_at_there_again() {
    let mut walk = Walk::new();
    walk.in_reconfirmation()
        .evidence(2, EvidenceKind::PublicSecurity)
        .step(Act::ReconfirmationApproval {
            reason: words("原认定事实不清"),
        })
        .step(publication())
        .objected(1)
        .step(Act::ObjectionUpholding {
            id: objection(1),
            reason: words("异议属实"),
        });
    assert_eq!(walk.case.state(), State::InReconfirmation);
    walk.step(Act::ReconfirmationRefusal {
        number: Some(number("测试复〔2026〕1号")),
        refusal: refusal(),
    });
    assert_eq!(walk.case.state(), State::RefusedFinally);
    let ends: Vec<_> = walk
        .case
        .record()
        .reconfirmations
        .iter()
        .filter_map(|asked| asked.end.map(|(end, _)| end))
        .collect();
    assert_eq!(
        ends,
        [ReconfirmationEnd::Approved, ReconfirmationEnd::Refused]
    );
}

#[test]
fn a_body_may_change_its_mind_after_the_prior_notice_and_before_publication() {
    let mut walk = Walk::new();
    walk.about_to_be_refused()
        .evidence(1, EvidenceKind::CivilAffairs)
        .step(Act::PositiveAssessment { reason: None });
    assert_eq!(walk.case.state(), State::IntendedConfirmation);
    walk.step(Act::NegativeAssessment {
        reason: words("证据不实"),
    });
    assert_eq!(walk.case.state(), State::IntendedRefusal);
    assert_eq!(walk.case.record().opinions.len(), 3);
    assert_eq!(
        walk.stopped(Act::Refusal {
            number: Some(number("测试不确〔2026〕2号")),
            refusal: refusal(),
        }),
        ["prior_notice_given", "defence_heard"],
        "the prior notice of an earlier opinion would not do"
    );
}

#[test]
fn a_case_is_withdrawn_and_nothing_is_due_any_more() {
    let mut walk = Walk::new();
    walk.assessed().withdrawn();
    assert_eq!(walk.case.state(), State::Withdrawn);
    assert!(walk.case.deadlines(&walk.context()).is_empty());
    assert_eq!(walk.status(ClockKind::Opinion), ClockStatus::Cancelled);
    for action in actions(
        &walk.case,
        &all_scopes(committee(1, COUNTY)),
        &walk.context(),
    ) {
        let reopens = matches!(
            action.step,
            AnyStep::Shared(SharedStep::Continuation | SharedStep::OutsideFinding)
        );
        assert_eq!(action.allowed, reopens, "{:?}", action.step);
    }
}

#[test]
fn only_what_somebody_filed_can_be_withdrawn() {
    let walk = Walk::filed_by(FiledBy::OwnMotion, liaocheng().clone());
    assert_eq!(walk.stopped(walk.withdrawal()), ["filed_by_applicant"]);
}

#[test]
fn a_receipt_on_eligibility_tells_the_procedure_what_it_needs() {
    let facts = DeedFacts {
        act_types: vec![ActType::CrimeAgainstOthers],
        duty: Some(Duty::Contractual),
        ..tried::facts()
    };
    let reference = Reference::builtin();
    let receipt = eligibility::evaluate(&facts, liaocheng(), reference, day(RECEIVED));
    let read = Eligibility::from_receipt(ReceiptId::from(id(500)), &receipt).unwrap();
    assert_eq!(read.proposal, Proposal::Review);
    assert!(read.panel_required, "a guard's duty is for the panel");
    assert!(read.crime_related);
    assert_eq!(FiledBy::from(Filer::Employer), FiledBy::Recommender);
}

#[test]
fn a_receipt_of_another_question_says_nothing_of_eligibility() {
    let facts = crate::studios::StudioNameFacts {
        proposed_name: None,
        leader_name: None,
        group: None,
        honours: None,
        deceased: None,
        consent: None,
        existing_studios: None,
        name_taken: None,
        proposed_on: None,
    };
    let receipt = crate::studios::evaluate_name(&facts, liaocheng(), day(RECEIVED));
    let id = ReceiptId::from(id(500));
    assert_eq!(Eligibility::from_receipt(id, &receipt), None);
}

#[test]
fn the_four_moments_of_being_timely_follow_from_the_case() {
    let mut walk = Walk::new();
    walk.confirmed();
    walk.case.record.commended_on = Some(day("2026-05-01"));
    walk.case.record.publicised_on = Some(day("2026-04-20"));
    let moments = walk.case.timeliness();
    assert_eq!(moments.found_on, Some(day(RECEIVED)));
    assert_eq!(
        moments.confirmed_on,
        PartialDate::day(day("2026-03-16")).ok()
    );
    assert_eq!(moments.commended_on, Some(day("2026-05-01")));
    assert_eq!(moments.publicised_on, Some(day("2026-04-20")));
}
