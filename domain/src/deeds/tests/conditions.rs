//! What has to hold for a step, seen by anyone who tries it when it does not.

use super::*;

fn positive() -> Act {
    Act::PositiveAssessment { reason: None }
}

#[test]
fn nothing_is_decided_before_the_rules_were_asked() {
    let mut assessed = Walk::new();
    assessed.assessed().rules = None;
    assert_eq!(assessed.stopped(positive()), ["eligibility_known"]);
    assert_eq!(assessed.stopped(negative()), ["eligibility_known"]);
    let mut above_county = Walk::new();
    above_county
        .in_reconfirmation()
        .evidence(2, EvidenceKind::PublicSecurity)
        .rules = None;
    assert_eq!(above_county.stopped(approve()), ["eligibility_known"]);
    let mut city = refused_by_the_city();
    city.rules = None;
    assert_eq!(city.stopped(approval_outside(&city)), ["eligibility_known"]);
}

#[test]
fn the_next_level_needs_the_same_proof_as_the_first() {
    let mut walk = Walk::new();
    walk.in_reconfirmation();
    assert_eq!(walk.stopped(approve()), ["evidence_minimum"]);
    walk.evidence(2, EvidenceKind::CivilAffairs).step(approve());
}

#[test]
fn the_next_level_takes_no_refusal_of_first_instance() {
    let mut walk = Walk::new();
    walk.approved_above();
    assert_eq!(walk.stopped(negative()), ["first_instance"]);
}

#[test]
fn what_the_city_decides_as_the_next_level_is_not_recorded_as_from_outside() {
    let mut walk = Walk::new();
    walk.in_reconfirmation().at(COUNTY);
    assert_eq!(
        walk.stopped(approval_outside(&walk)),
        ["next_level_outside"]
    );
    assert_eq!(walk.stopped(refusal_outside(&walk)), ["next_level_outside"]);
    let mut city = refused_by_the_city();
    assert!(city.stopped(refusal_outside(&city)).is_empty());
    let approval = approval_outside(&city);
    city.step(approval);
    assert_eq!(
        city.case.holder(),
        holder(CITY),
        "who publishes and confirms"
    );
}

#[test]
fn the_city_that_refused_is_not_its_own_next_level() {
    let walk = refused_by_the_city();
    for act in [approve(), refuse_finally()] {
        assert!(walk.stopped(act).contains(&"seat"));
    }
}

#[test]
fn a_record_of_what_the_level_above_decided_lies_between_the_request_and_today() {
    let walk = refused_by_the_city();
    for days in [-1, 1] {
        let document = above(walk.today + TimeDelta::days(days));
        let act = Act::OutsideRefusal {
            document,
            refusal: refusal(),
        };
        assert_eq!(walk.stopped(act), ["day_in_order"], "{days}");
    }
}

#[test]
fn above_the_last_level_nobody_can_be_asked() {
    let mut walk = Walk::held_by("370000", FiledBy::Actor, liaocheng().clone());
    walk.refused();
    assert_eq!(walk.stopped(walk.request(Party::Actor)), ["next_level"]);
}

#[test]
fn a_negative_opinion_needs_the_panel_where_a_positive_one_does() {
    let mut walk = Walk::new();
    walk.assessed().step(Act::PanelReferral {
        reason: words("案情复杂"),
    });
    assert_eq!(walk.stopped(negative()), ["panel_held"]);
    assert_eq!(
        walk.stopped(Act::PanelReferral {
            reason: words("案情复杂"),
        }),
        ["not_referred"]
    );
    walk.step(panel(&FULL_PANEL, 5, 1));
    assert_eq!(walk.stopped(positive()), ["panel_agreed"]);
    walk.step(negative());
}

#[test]
fn no_opinion_and_no_waiver_pass_by_an_open_objection() {
    let mut walk = Walk::new();
    walk.published().objected(1);
    assert_eq!(walk.stopped(positive()), ["no_open_objection"]);
    let waiver = || waiver(PublicationWaiverReason::Safety);
    assert_eq!(walk.stopped(waiver()), ["no_open_objection"]);
    walk.step(reject(1));
    assert!(walk.stopped(waiver()).is_empty() && walk.stopped(positive()).is_empty());
}

#[test]
fn an_objection_is_answered_once_and_only_under_its_own_notice() {
    let mut walk = Walk::new();
    walk.published();
    assert_eq!(walk.stopped(reject(1)), ["objection_open"]);
    assert_eq!(walk.stopped(uphold(1)), ["objection_open"]);
    walk.objected(1).step(reject(1));
    assert_eq!(walk.stopped(uphold(1)), ["objection_open"]);
    walk.step(positive()).step(publication());
    assert_eq!(walk.stopped(uphold(1)), ["objection_open"]);
}

#[test]
fn a_notice_is_left_out_once_and_then_does_not_go_up() {
    let mut walk = Walk::new();
    walk.intended()
        .step(waiver(PublicationWaiverReason::Safety));
    assert_eq!(walk.stopped(publication()), ["not_waived"]);
    let again = walk.stopped(waiver(PublicationWaiverReason::Safety));
    assert_eq!(again, ["not_waived"]);
}

#[test]
fn neither_notice_nor_waiver_follows_an_opinion_that_the_rules_no_longer_share() {
    let mut walk = Walk::new();
    walk.intended();
    for proposal in [Proposal::Review, Proposal::Refuse] {
        walk.eligibility().proposal = proposal;
        assert_eq!(walk.stopped(publication()), ["opinion_stands"]);
        let waived = walk.stopped(waiver(PublicationWaiverReason::Safety));
        assert_eq!(waived, ["opinion_stands"]);
    }
    walk.step(Act::PositiveAssessment {
        reason: Some(words("下班途中施救")),
    });
    walk.step(publication());
}

#[test]
fn the_same_evidence_is_handed_in_once_and_looked_at_once() {
    let mut walk = Walk::new();
    walk.step(evidence(1));
    assert_eq!(walk.stopped(evidence(1)), ["evidence_new"]);
    let verify = |number| Act::EvidenceVerification {
        id: item(number),
        verified: true,
    };
    assert_eq!(walk.stopped(verify(2)), ["evidence_open"]);
    walk.step(verify(1));
    assert_eq!(walk.stopped(verify(1)), ["evidence_open"]);
}

#[test]
fn nobody_answers_a_notice_that_was_not_given_or_answers_it_twice() {
    let mut walk = Walk::new();
    walk.about_to_be_refused();
    let answer = |walk: &Walk| walk.answer(DefenceReply::Waived);
    assert_eq!(walk.stopped(answer(&walk)), ["prior_notice_open"]);
    walk.told().answered(DefenceReply::Waived);
    assert_eq!(walk.stopped(answer(&walk)), ["prior_notice_open"]);
}

#[test]
fn nobody_is_refused_while_the_time_to_answer_runs_or_stands() {
    let mut walk = Walk::new();
    walk.about_to_be_refused().told();
    walk.on("2026-03-09");
    assert_eq!(walk.stopped(refuse()), ["defence_heard"], "its last day");
    walk.step(suspension()).on("2026-04-20");
    let answer = walk.answer(DefenceReply::Stated(words("当时已经下班")));
    assert!(walk.stopped(answer).is_empty(), "answered meanwhile");
    walk.step(resumption());
    assert_eq!(walk.case.state(), State::IntendedRefusal);
    assert_eq!(walk.stopped(refuse()), ["defence_heard"]);
    walk.later(1).step(refuse());
}

#[test]
fn a_decision_is_delivered_to_each_party_once_and_not_before_it_was_made() {
    let mut walk = Walk::filed_by(FiledBy::Recommender, liaocheng().clone());
    walk.refused().later(2);
    let delivery = |party, days| SharedAct::Delivery {
        party,
        delivered: Entered::on(day(RECEIVED) + TimeDelta::days(days)),
    };
    assert_eq!(walk.stopped(delivery(Party::Actor, -1)), ["day_in_order"]);
    assert_eq!(walk.stopped(delivery(Party::Actor, 3)), ["day_in_order"]);
    walk.step(delivery(Party::CloseRelative, 1));
    assert_eq!(walk.stopped(delivery(Party::Actor, 2)), ["party_waits"]);
    walk.step(delivery(Party::Recommender, 2));
    let again = walk.stopped(delivery(Party::Recommender, 2));
    assert_eq!(again, ["delivery_open", "party_waits"]);
}

/// A refusal of the city, which the province looks at.
fn refused_by_the_city() -> Walk {
    let mut walk = Walk::held_by(CITY, FiledBy::Actor, liaocheng().clone());
    walk.refused().delivered(Party::Actor);
    let request = walk.request(Party::Actor);
    walk.step(request);
    walk
}

fn approval_outside(walk: &Walk) -> Act {
    Act::OutsideApproval {
        document: above(walk.today),
        reason: words("原认定事实不清"),
    }
}

fn refusal_outside(walk: &Walk) -> Act {
    Act::OutsideRefusal {
        document: above(walk.today),
        refusal: refusal(),
    }
}
