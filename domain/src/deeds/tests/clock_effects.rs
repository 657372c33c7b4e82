//! What each step does to each clock: what was due is met, what is due no more is cancelled, and what
//! follows runs.

use ClockStatus::{Cancelled, MetInTime, Running};

use super::*;

/// How the clocks stand, each by its newest.
#[track_caller]
pub(super) fn assert_stand(walk: &Walk, expected: &[(ClockKind, ClockStatus)]) {
    for (kind, status) in expected {
        assert!(walk.case.clock(*kind).is_some(), "{kind:?} was started");
        assert_eq!(walk.status(*kind), *status, "{kind:?}");
    }
}

/// What is due of bodies.
fn due(walk: &Walk) -> Vec<ClockKind> {
    let due = walk.case.due_of_body(&walk.context());
    due.into_iter().map(|task| task.kind).collect()
}

#[test]
fn an_acceptance_or_a_supplement_request_ends_the_intake() {
    let mut walk = Walk::new();
    assert!(due(&walk).contains(&ClockKind::Intake));
    walk.step(Act::Acceptance);
    assert_stand(&walk, &[(ClockKind::Intake, MetInTime)]);
    let mut asked = Walk::new();
    asked.step(supplement_request());
    assert_stand(&asked, &[(ClockKind::Intake, MetInTime)]);
    assert_stand(&asked, &[(ClockKind::SupplementAnswer, Running)]);
    asked.supplemented();
    assert_stand(&asked, &[(ClockKind::SupplementAnswer, MetInTime)]);
}

#[test]
fn an_opinion_of_either_kind_is_what_was_due_and_waits_for_no_supplement() {
    for act in [Act::PositiveAssessment { reason: None }, negative()] {
        let mut walk = Walk::new();
        walk.assessed().step(supplement_request()).step(act);
        assert_stand(
            &walk,
            &[
                (ClockKind::Opinion, MetInTime),
                (ClockKind::OpinionTarget, MetInTime),
                (ClockKind::SupplementAnswer, Cancelled),
            ],
        );
    }
}

#[test]
fn an_opinion_that_changes_ends_what_followed_from_the_one_before() {
    for act in [Act::PositiveAssessment { reason: None }, negative()] {
        let mut heard = Walk::new();
        heard
            .about_to_be_refused()
            .evidence(1, EvidenceKind::PublicSecurity)
            .told()
            .step(act.clone());
        assert_stand(&heard, &[(ClockKind::DefenceAnswer, Cancelled)]);
        let mut waived = Walk::new();
        waived
            .intended()
            .step(waiver(PublicationWaiverReason::Safety));
        assert_stand(&waived, &[(ClockKind::DecisionAfterPublicity, Running)]);
        waived.step(act);
        assert_stand(&waived, &[(ClockKind::DecisionAfterPublicity, Cancelled)]);
    }
    let mut published = Walk::new();
    published
        .published()
        .step(Act::PositiveAssessment { reason: None });
    assert_stand(&published, &[(ClockKind::Publicity, Cancelled)]);
    assert_eq!(due(&published), [ClockKind::NoticeTarget]);
}

#[test]
fn a_notice_or_the_decision_to_leave_it_out_is_what_was_due_after_the_opinion() {
    let mut walk = Walk::new();
    walk.intended();
    assert_eq!(due(&walk), [ClockKind::NoticeTarget]);
    walk.step(publication());
    assert_stand(
        &walk,
        &[
            (ClockKind::NoticeTarget, MetInTime),
            (ClockKind::Publicity, Running),
        ],
    );
    walk.step(waiver(PublicationWaiverReason::Safety));
    assert_stand(&walk, &[(ClockKind::Publicity, Cancelled)]);
    let mut waived = Walk::new();
    waived
        .intended()
        .step(waiver(PublicationWaiverReason::Safety));
    assert_stand(
        &waived,
        &[
            (ClockKind::NoticeTarget, MetInTime),
            (ClockKind::DecisionAfterPublicity, Running),
        ],
    );
    assert_eq!(due(&waived), [ClockKind::DecisionAfterPublicity]);
    waived.step(confirmation());
    assert_stand(&waived, &[(ClockKind::DecisionAfterPublicity, MetInTime)]);
}

#[test]
fn an_open_objection_stands_on_the_worklist_until_it_is_answered() {
    for answer in [reject(1), uphold(1)] {
        let mut walk = Walk::new();
        walk.published().objected(1);
        assert_eq!(due(&walk), [ClockKind::OpinionTarget]);
        assert_eq!(walk.due(ClockKind::OpinionTarget), day("2026-03-23"));
        walk.later(1).step(answer);
        let of_objection = |clock: &&Clock<ClockKind>| {
            clock.kind() == ClockKind::OpinionTarget
                && clock.entries().last().unwrap().on == walk.today
                && !clock.is_open()
        };
        assert!(walk.case.clocks().iter().any(|clock| of_objection(&clock)));
    }
    let mut upheld = Walk::new();
    upheld.published().objected(1).step(uphold(1));
    assert_stand(
        &upheld,
        &[
            (ClockKind::Publicity, Cancelled),
            (ClockKind::OpinionTarget, Running),
        ],
    );
}

#[test]
fn a_confirmation_ends_the_notice_and_is_to_be_delivered() {
    let mut walk = Walk::new();
    walk.confirmed();
    assert_stand(
        &walk,
        &[
            (ClockKind::Publicity, MetInTime),
            (ClockKind::DecisionAfterPublicity, MetInTime),
            (ClockKind::ResultNotice, Running),
        ],
    );
    walk.delivered(Party::Actor);
    assert_stand(&walk, &[(ClockKind::ResultNotice, MetInTime)]);
    let notice = revocation_notice(walk.today);
    walk.step(notice)
        .answered(DefenceReply::Waived)
        .step(revoke());
    assert_stand(&walk, &[(ClockKind::ResultNotice, Running)]);
    walk.delivered(Party::Actor);
    assert_stand(&walk, &[(ClockKind::ResultNotice, MetInTime)]);
}

#[test]
fn before_a_refusal_the_party_is_told_and_answers_and_each_is_a_time_of_its_own() {
    let mut walk = Walk::new();
    walk.about_to_be_refused();
    assert_eq!(due(&walk), [ClockKind::PriorNoticeTarget]);
    walk.told();
    assert_stand(
        &walk,
        &[
            (ClockKind::PriorNoticeTarget, MetInTime),
            (ClockKind::DefenceAnswer, Running),
        ],
    );
    assert_eq!(due(&walk), [ClockKind::RefusalTarget]);
    let mut lapsed = walk.clone();
    lapsed.later(10).step(refuse());
    assert_stand(&lapsed, &[(ClockKind::DefenceAnswer, Cancelled)]);
    walk.answered(DefenceReply::Waived);
    assert_stand(&walk, &[(ClockKind::DefenceAnswer, MetInTime)]);
    walk.step(refuse());
    assert_stand(
        &walk,
        &[
            (ClockKind::RefusalTarget, MetInTime),
            (ClockKind::ResultNotice, Running),
        ],
    );
}

#[test]
fn a_suspension_a_transfer_and_a_dispute_have_a_target_day_that_ends_with_them() {
    let mut suspended = Walk::new();
    suspended.suspended();
    assert!(due(&suspended).contains(&ClockKind::SuspensionReview));
    suspended.step(resumption());
    assert_stand(&suspended, &[(ClockKind::SuspensionReview, MetInTime)]);
    let mut sent = Walk::new();
    sent.transferred().at(OTHER_COUNTY);
    assert!(due(&sent).contains(&ClockKind::TransferAcceptance));
    let mut disputed = sent.clone();
    sent.step(SharedAct::TransferAcceptance);
    assert_stand(&sent, &[(ClockKind::TransferAcceptance, MetInTime)]);
    disputed.step(dispute());
    assert_stand(
        &disputed,
        &[
            (ClockKind::TransferAcceptance, MetInTime),
            (ClockKind::Designation, Running),
        ],
    );
    assert_eq!(disputed.stopped(dispute()), ["not_disputed"]);
    let mut taken = disputed.clone();
    taken.step(SharedAct::TransferAcceptance);
    assert_stand(&taken, &[(ClockKind::Designation, Cancelled)]);
    disputed.at(CITY).step(designation(COUNTY));
    assert_stand(&disputed, &[(ClockKind::Designation, MetInTime)]);
}

#[test]
fn a_case_that_is_reopened_has_the_times_of_a_new_one_and_none_of_the_old() {
    let mut walk = Walk::new();
    walk.refused().delivered(Party::Actor).at(CITY).later(3);
    walk.step(reopen());
    assert_stand(
        &walk,
        &[
            (ClockKind::ReconfirmationRequest, Cancelled),
            (ClockKind::Opinion, Running),
            (ClockKind::OpinionTarget, Running),
        ],
    );
    assert_eq!(due(&walk), [ClockKind::Opinion, ClockKind::OpinionTarget]);
}
