//! What the steps around the next level do to each clock.

use ClockStatus::{Cancelled, MetInTime, Running};

use super::{clock_effects::assert_stand, *};
use crate::calendar::HolidayCalendar;

#[test]
fn the_time_to_ask_the_next_level_ends_with_the_request_and_that_to_decide_begins() {
    let mut walk = Walk::new();
    walk.refused().delivered(Party::Actor);
    assert_stand(&walk, &[(ClockKind::ReconfirmationRequest, Running)]);
    let request = walk.request(Party::Actor);
    walk.step(request).at(CITY);
    assert_stand(
        &walk,
        &[
            (ClockKind::ReconfirmationRequest, MetInTime),
            (ClockKind::ReconfirmationDecision, Running),
        ],
    );
    walk.request_withdrawn();
    assert_stand(&walk, &[(ClockKind::ReconfirmationDecision, Cancelled)]);
}

/// A refusal that the actor was given and turned against, that the recommender was given as well, or
/// not yet, and that the level above looks at.
fn before_the_next_level(body: &'static str, recommender_too: bool) -> Walk {
    let mut walk = Walk::held_by(body, FiledBy::Recommender, liaocheng().clone());
    walk.evidence(2, EvidenceKind::PublicSecurity)
        .refused()
        .delivered(Party::Actor);
    if recommender_too {
        walk.delivered(Party::Recommender);
    }
    let request = walk.request(Party::Actor);
    walk.step(request);
    walk
}

/// Each way in which a level above decides on a day: where the refusal came from, who acts, and the act.
fn decisions_above(on: NaiveDate) -> [(&'static str, &'static str, Act); 4] {
    [
        (COUNTY, CITY, approve()),
        (COUNTY, CITY, refuse_finally()),
        (
            CITY,
            CITY,
            Act::OutsideApproval {
                document: above(on),
                reason: words("原认定事实不清"),
            },
        ),
        (
            CITY,
            CITY,
            Act::OutsideRefusal {
                document: above(on),
                refusal: refusal(),
            },
        ),
    ]
}

fn undoes(act: &Act) -> bool {
    matches!(
        act,
        Act::ReconfirmationApproval { .. } | Act::OutsideApproval { .. }
    )
}

#[test]
fn what_the_level_above_decides_ends_every_time_of_the_refusal() {
    for (body, by, act) in decisions_above(day(RECEIVED)) {
        let mut walk = before_the_next_level(body, true);
        assert_stand(&walk, &[(ClockKind::ResultNotice, MetInTime)]);
        walk.at(by).step(act.clone());
        let of_recommender = walk.case.clocks().iter().find(|clock| {
            clock.kind() == ClockKind::ReconfirmationRequest
                && clock.party() == Some(Party::Recommender)
        });
        let status = of_recommender
            .unwrap()
            .status(walk.today, HolidayCalendar::builtin());
        assert_eq!(status, Ok(Cancelled), "{act:?}");
        assert_stand(&walk, &[(ClockKind::ReconfirmationDecision, MetInTime)]);
        let notice = if undoes(&act) { MetInTime } else { Running };
        assert_stand(&walk, &[(ClockKind::ResultNotice, notice)]);
    }
}

#[test]
fn a_refusal_that_the_level_above_undoes_is_delivered_no_more_and_a_new_one_is() {
    let decided = day(RECEIVED) + TimeDelta::days(1);
    for (body, by, act) in decisions_above(decided) {
        let mut walk = before_the_next_level(body, false);
        walk.at(by).later(1).step(act.clone());
        if undoes(&act) {
            assert_stand(&walk, &[(ClockKind::ResultNotice, Cancelled)]);
            continue;
        }
        let open: Vec<NaiveDate> = walk
            .case
            .clocks()
            .iter()
            .filter(|clock| clock.kind() == ClockKind::ResultNotice && clock.is_open())
            .map(Clock::started_on)
            .collect();
        assert_eq!(open, [decided], "one, for the new refusal");
        walk.delivered(Party::Actor).delivered(Party::Recommender);
        assert_stand(&walk, &[(ClockKind::ResultNotice, MetInTime)]);
    }
}

#[test]
fn what_the_level_above_looks_at_anew_after_an_objection_ends_with_its_decision() {
    for act in [approve(), refuse_finally()] {
        let mut walk = Walk::new();
        walk.approved_above()
            .step(publication())
            .objected(1)
            .step(uphold(1));
        assert_stand(&walk, &[(ClockKind::OpinionTarget, Running)]);
        walk.step(act);
        assert_stand(&walk, &[(ClockKind::OpinionTarget, MetInTime)]);
    }
}

#[test]
fn the_refusal_still_goes_to_the_recommender_while_the_next_level_looks_at_it() {
    let mut walk = before_the_next_level(COUNTY, false);
    walk.delivered(Party::Recommender);
    assert_stand(&walk, &[(ClockKind::ResultNotice, MetInTime)]);
}
