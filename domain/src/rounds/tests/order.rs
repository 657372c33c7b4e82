//! From the call to the resolution: nothing comes before what it rests on.

use super::{
    tried::{all_chosen, announced, as_asked, ballots, count, order, published, resolution},
    *,
};
use crate::{
    procedure::{
        Entered,
        testing::{Trial, words},
    },
    receipts::{RuleId, RuleSet},
};

type Walk = Trial<Round>;

fn called() -> Act {
    Act::Call {
        number: None,
        reason: None,
    }
}

fn opening(reason: Option<&str>) -> Act {
    Act::Opening {
        reason: reason.map(words),
    }
}

#[test]
fn tier_form_authority_and_quota_are_asked_for_before_anything_goes_out() {
    let mut walk = Walk::new();
    let rules = walk.rules.unwrap();
    walk.rules = Some(Eligibility {
        satisfied: RuleSet::default(),
        refused: [RuleId::TierAuthority, RuleId::TierName]
            .into_iter()
            .collect(),
        lacks_number: true,
        lacks_body: false,
        ..rules
    });
    assert_eq!(
        walk.stopped(called()),
        ["form_fits", "authority_fits", "quota_open", "name_fits"]
    );
}

#[test]
fn only_an_immediate_commendation_opens_without_a_call_or_a_reason() {
    let mut walk = Walk::new();
    assert_eq!(walk.stopped(opening(None)), ["call_skip_reasoned"]);
    walk.case.record.call.form = CommendationForm::Immediate;
    assert_eq!(walk.stopped(called()), ["not_immediate"]);
    walk.step(opening(None));
    assert_eq!(walk.case.state(), State::Announced);
}

#[test]
fn a_call_has_a_deadline_that_is_still_to_come() {
    let mut walk = Walk::new();
    walk.on("2026-03-20");
    assert_eq!(walk.stopped(called()), ["call_complete"]);
}

#[test]
fn candidates_are_ordered_after_the_deadline_each_once() {
    let mut walk = announced();
    assert_eq!(walk.stopped(order(&[1, 2, 3], &[])), ["nominations_closed"]);
    walk.on("2026-03-21");
    for wrong in [
        order(&[1, 2], &[]),
        order(&[1, 2, 3], &[3]),
        order(&[1, 1, 2, 3], &[]),
        order(&[1, 2, 3, 4], &[]),
    ] {
        assert_eq!(walk.stopped(wrong), ["order_complete"]);
    }
    walk.step(order(&[3, 1], &[2]));
    let record = walk.case.record();
    let names: Vec<_> = record
        .candidates()
        .iter()
        .map(|one| one.commendation)
        .collect();
    assert_eq!(names, [commendation(3), commendation(1)]);
}

#[test]
fn tier_secret_nobody_is_published_who_has_not_accepted() {
    let mut walk = announced();
    let mut silent = person(1, "测试甲");
    silent.accepted = false;
    walk.on("2026-03-23").step(Act::CandidateList {
        order: vec![commendation(1)],
        left_out: Vec::new(),
        entered: vec![silent],
    });
    let notice = Act::CandidateNotice { number: None };
    assert_eq!(walk.stopped(notice), ["all_accepted"]);
}

#[test]
fn publicity_an_objection_holds_the_notice_until_it_is_answered() {
    let mut walk = published();
    walk.on("2026-03-25").step(Act::CandidateObjection {
        id: id(801).into(),
        received: Entered::on(day("2026-03-25")),
    });
    walk.on("2026-04-10");
    assert_eq!(
        walk.stopped(all_chosen(&walk)),
        ["publicity_done", "no_open_objection"]
    );
    let mut upheld = walk.clone();
    upheld.step(Act::CandidateObjectionUpholding {
        id: id(801).into(),
        reason: words("属实"),
    });
    assert_eq!(upheld.case.state(), State::Reviewing);
    assert!(upheld.case.record().notices[0].taken_down.is_some());
    walk.step(Act::CandidateObjectionRejection {
        id: id(801).into(),
        reason: words("不属实"),
    });
    assert_eq!(
        walk.stopped(all_chosen(&walk)),
        ["publicity_done", "day_in_order"]
    );
    walk.on("2026-04-20");
    let voted = all_chosen(&walk);
    walk.step(voted);
}

#[test]
fn publicity_skip_has_a_reason_of_the_law_unless_it_is_immediate() {
    let mut walk = announced();
    walk.on("2026-03-23").step(order(&[1, 2, 3], &[]));
    let waiver = || Act::CandidateNoticeWaiver {
        reason: None,
        note: words("即时"),
    };
    assert_eq!(walk.stopped(waiver()), ["waiver_reason"]);
    walk.case.record.call.form = CommendationForm::Immediate;
    walk.step(waiver());
    assert_eq!(walk.case.state(), State::Voting);
    let voted = all_chosen(&walk);
    walk.step(voted);
}

#[test]
fn ballots_add_up_for_every_candidate_and_enough_members_are_there() {
    let mut walk = published();
    walk.on("2026-04-02");
    let wrong = |change: fn(&mut Count)| {
        let mut one = count(1, 18);
        change(&mut one);
        ballots(&walk, vec![one, count(2, 18), count(3, 18)])
    };
    for one in [
        wrong(|it| it.void = 3),
        wrong(|it| it.abstained = 1),
        wrong(|it| it.in_favour = u32::MAX),
        wrong(|it| {
            it.given = 23;
            it.void = 5;
        }),
    ] {
        assert_eq!(walk.stopped(one), ["ballots_add_up"]);
    }
    let one_short = ballots(&walk, vec![count(1, 18), count(2, 18)]);
    assert_eq!(walk.stopped(one_short), ["ballots_complete"]);
    let Act::Ballots {
        mut session,
        held,
        number,
    } = all_chosen(&walk)
    else {
        unreachable!()
    };
    session.members = 34;
    let few = Act::Ballots {
        session,
        held,
        number,
    };
    assert_eq!(walk.stopped(few), ["quorum_reached"]);
}

#[test]
fn a_resolution_that_departs_from_the_ballots_or_the_title_is_reasoned() {
    let mut walk = published();
    walk.on("2026-04-02");
    // 11 of the 22 present are no majority.
    let voted = ballots(&walk, vec![count(1, 18), count(2, 11), count(3, 12)]);
    walk.step(voted);
    let all = as_asked(&walk);
    assert_eq!(
        walk.stopped(resolution(&walk, all.clone(), None)),
        ["departure_reasoned"]
    );
    let mut chosen = all.clone();
    chosen.remove(1);
    let mut other = chosen.clone();
    other[0].title = title("county_group");
    assert_eq!(
        walk.stopped(resolution(&walk, other, None)),
        ["departure_reasoned"]
    );
    let mut foreign = chosen.clone();
    foreign[0].title = title("liaocheng_model");
    assert_eq!(
        walk.stopped(resolution(&walk, foreign, Some("理由"))),
        ["resolved_from_candidates"]
    );
    walk.clone().step(resolution(&walk, all, Some("事迹突出")));
    let chosen = resolution(&walk, chosen, None);
    walk.step(chosen);
    assert_eq!(walk.case.state(), State::Resolved);
}
