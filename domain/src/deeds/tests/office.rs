//! What real offices ran into: late entry, parties that step back, bodies outside, revocations, panels.

use super::*;

fn late(day_of: &str, reason: Option<&str>) -> Entered {
    Entered {
        on: day(day_of),
        late_because: reason.map(words),
    }
}

#[test]
fn an_objection_that_came_in_time_counts_however_late_it_is_entered() {
    let mut walk = Walk::new();
    walk.published().later(20);
    let objected = |on: &str, reason| Act::Objection {
        id: objection(1),
        received: late(on, reason),
    };
    assert_eq!(walk.stopped(walk.objection(1)), ["notice_stands"]);
    assert_eq!(
        walk.stopped(objected("2026-03-05", None)),
        ["late_entry_reasoned"]
    );
    assert_eq!(
        walk.stopped(objected("2026-03-01", Some("窗口关闭"))),
        ["day_in_order"]
    );
    walk.step(objected("2026-03-05", Some("窗口关闭")));
    let known = walk.case.record().objections().next().unwrap();
    assert_eq!(known.received_on, day("2026-03-05"));
    assert_eq!(
        walk.stopped(confirmation()),
        ["publicity_done", "no_open_objection"]
    );
}

#[test]
fn a_supplement_and_a_statement_count_from_the_day_on_which_they_came_in() {
    let mut walk = Walk::new();
    walk.step(supplement_request()).later(9);
    let supplement = Act::Supplement {
        received: late("2026-03-03", Some("窗口关闭")),
    };
    walk.step(supplement);
    let request = walk.case.record().supplement_requests.last().unwrap();
    assert_eq!(request.answered_on, Some(day("2026-03-03")));

    let mut walk = Walk::new();
    walk.about_to_be_refused().told().later(12);
    walk.step(Act::DefenceStatement {
        statement: words("当时已经下班"),
        received: late("2026-03-04", Some("窗口关闭")),
    });
    let (_, on) = walk
        .case
        .record()
        .opinion()
        .unwrap()
        .prior_notice
        .as_ref()
        .unwrap()
        .reply
        .clone()
        .unwrap();
    assert_eq!(on, day("2026-03-04"));
    let too_early = Act::DefenceStatement {
        statement: words("并无此事"),
        received: late("2026-03-01", Some("窗口关闭")),
    };
    let mut walk = Walk::new();
    walk.about_to_be_refused().told().later(12);
    assert_eq!(walk.stopped(too_early), ["day_in_order"]);
}

#[test]
fn a_recommendation_that_is_taken_back_ends_nothing_and_an_application_does() {
    let mut recommended = Walk::filed_by(FiledBy::Recommender, liaocheng().clone());
    recommended.published();
    assert_eq!(
        recommended.stopped(recommended.withdrawal()),
        ["filed_by_applicant"]
    );
    let withdrawal = recommended.recommendation_withdrawal();
    recommended.step(withdrawal);
    assert_eq!(recommended.case.state(), State::InPublication);
    assert_eq!(recommended.case.filed_by(), FiledBy::OwnMotion);
    assert_eq!(
        recommended.stopped(recommended.recommendation_withdrawal()),
        ["filed_by_recommender"]
    );
    recommended.later(14).step(confirmation());
    assert_eq!(recommended.case.parties_waiting(), [Party::Actor]);

    let mut applied = Walk::new();
    assert_eq!(
        applied.stopped(applied.recommendation_withdrawal()),
        ["filed_by_recommender"]
    );
    applied.published().objected(1).withdrawn();
    assert_eq!(applied.case.state(), State::Withdrawn);
    let mut again = applied.clone();
    applied.later(30).step(continuation(true));
    assert_eq!(applied.case.state(), State::InAssessment);
    assert_eq!(applied.case.filed_by(), FiledBy::OwnMotion);
    // The notice of before came down when the case ended, and its objections with it.
    let opinion = applied.case.record().opinion().unwrap();
    let taken_down = opinion.publication.as_ref().unwrap().taken_down_on;
    assert_eq!(taken_down, Some(day(RECEIVED)));
    applied.step(Act::PositiveAssessment { reason: None });
    again.step(continuation(false));
    assert_eq!(again.case.filed_by(), FiledBy::Actor);
}

#[test]
fn a_case_that_was_withdrawn_on_a_detour_goes_on_from_where_it_was() {
    let mut walk = Walk::new();
    walk.transferred().withdrawn().later(5);
    walk.step(continuation(true));
    assert_eq!(walk.case.state(), State::InAssessment);
    assert_eq!(walk.case.open_transfer(), None);
    assert_eq!(walk.case.holder(), holder(COUNTY));
    let mut walk = Walk::new();
    walk.assessed().suspended().withdrawn().later(5);
    walk.step(continuation(true));
    assert!(!walk.case.is_suspended());
    assert!(!walk.case.clock(ClockKind::Opinion).unwrap().is_paused());
}

#[test]
fn a_case_of_another_city_is_handed_over_and_comes_back() {
    let mut walk = Walk::new();
    walk.step(Act::Acceptance).step(outside_transfer());
    assert_eq!(walk.case.state(), State::HandedOver);
    assert!(walk.case.clocks().iter().all(|clock| !clock.is_open()));
    let transfer = walk.case.outside_transfers().last().unwrap();
    assert_eq!(transfer.organ.as_str(), "测试市委政法委员会");
    walk.later(3).step(continuation(false));
    assert_eq!(walk.case.state(), State::InAssessment);
    assert!(walk.case.clock(ClockKind::Opinion).unwrap().is_open());
}

#[test]
fn what_a_court_found_is_recorded_with_its_paper_in_any_state() {
    let mut walk = Walk::new();
    walk.refused();
    walk.step(outside_finding(walk.today));
    let found = walk.case.outside_findings().last().unwrap();
    assert_eq!(found.document.organ.as_str(), "测试省委政法委员会");
    assert_eq!(walk.case.state(), State::Refused);
}

#[test]
fn nobody_is_revoked_unheard() {
    let mut walk = Walk::new();
    walk.confirmed();
    assert_eq!(walk.stopped(revoke()), ["state"]);
    let notice = revocation_notice(walk.today);
    walk.step(notice.clone());
    assert_eq!(walk.stopped(revoke()), ["defence_heard"]);
    let mut spared = walk.clone();
    spared.step(Act::NoticeWithdrawal {
        reason: words("陈述属实"),
    });
    assert_eq!(spared.case.state(), State::Confirmed);
    spared.step(notice);
    assert_eq!(spared.stopped(revoke()), ["defence_heard"], "heard again");
    let mut silent = walk.clone();
    silent.later(10).step(revoke());
    walk.answered(DefenceReply::Stated(words("并无伪造")));
    let due = walk.case.due_of_body(&walk.context());
    let kinds: Vec<ClockKind> = due.iter().map(|task| task.kind).collect();
    assert!(kinds.contains(&ClockKind::RefusalTarget), "{kinds:?}");
    walk.step(revoke());
    assert_eq!(walk.case.state(), State::Revoked);
    let again = walk.answer(DefenceReply::Stated(words("并无伪造")));
    assert_eq!(walk.stopped(again), ["prior_notice_open"]);
}

#[test]
fn a_panel_speaks_again_only_because_of_new_facts() {
    let mut walk = Walk::new();
    walk.assessed().step(panel(&FULL_PANEL, 5, 1));
    assert_eq!(walk.stopped(panel(&FULL_PANEL, 5, 5)), ["panel_once"]);
    walk.step(again(panel(&FULL_PANEL, 5, 5)));
    let last = walk.case.record().panels.last().unwrap();
    assert_eq!(last.new_facts, Some(words("新的证言")));
}

#[test]
fn a_notice_is_turned_into_an_intended_refusal_only_where_the_panel_or_the_rules_say_so() {
    let mut walk = Walk::new();
    walk.published();
    assert_eq!(walk.stopped(negative()), ["opinion_fell"]);
    let mut refuted = walk.clone();
    refuted.rules = Some(Deed::rules_for(Proposal::Refuse));
    assert!(refuted.stopped(negative()).is_empty());
    walk.step(panel(&FULL_PANEL, 5, 1)).step(negative());
    assert_eq!(walk.case.state(), State::IntendedRefusal);
    let notice = walk.case.record().opinions[0].publication.as_ref().unwrap();
    assert_eq!(notice.taken_down_on, Some(walk.today));
}

#[test]
fn the_next_level_turns_its_opinion_without_publishing_what_nobody_believes() {
    let mut first = Walk::new();
    first.intended().at(COUNTY);
    assert_eq!(first.stopped(refuse_finally()), ["at_next_level"]);
    let mut walk = Walk::new();
    walk.approved_above();
    let mut published = walk.clone();
    walk.step(refuse_finally());
    assert_eq!(walk.case.state(), State::RefusedFinally);
    published.step(publication());
    assert_eq!(published.stopped(refuse_finally()), ["opinion_fell"]);
    published.rules = Some(Deed::rules_for(Proposal::Refuse));
    published.step(refuse_finally());
    assert_eq!(published.case.state(), State::RefusedFinally);
}

/// Reopened or revoked is what was decided without it; it is never refused for the state of the case.
#[test]
fn what_came_in_time_is_entered_though_the_case_has_gone_on() {
    let because = Some("窗口关闭");
    let supplement = |on: &str| Act::Supplement {
        received: late(on, because),
    };
    let mut walk = Walk::new();
    walk.step(supplement_request());
    walk.later(9).step(negative()).later(20);
    assert_eq!(walk.stopped(supplement("2026-03-25")), ["received_in_time"]);
    walk.step(supplement("2026-03-03"));
    let request = walk.case.record().supplement_requests.last().unwrap();
    assert_eq!(request.answered_on, Some(day("2026-03-03")));

    let statement = |on: &str| Act::DefenceStatement {
        statement: words("当时已经下班"),
        received: late(on, because),
    };
    let mut walk = Walk::new();
    walk.about_to_be_refused().told().later(12);
    walk.step(refuse()).later(20);
    assert_eq!(walk.stopped(statement("2026-03-20")), ["received_in_time"]);
    walk.step(statement("2026-03-04"));
    assert_eq!(walk.stopped(statement("2026-03-04")), ["prior_notice_open"]);

    let objected = |on: &str| Act::Objection {
        id: objection(1),
        received: late(on, because),
    };
    let mut walk = Walk::new();
    walk.confirmed().later(20);
    assert_eq!(walk.stopped(objected("2026-03-20")), ["notice_stands"]);
    walk.step(objected("2026-03-05"));
    let upheld = Act::ObjectionUpholding {
        id: objection(1),
        reason: words("异议成立"),
    };
    walk.step(upheld);
    assert_eq!(walk.case.state(), State::Confirmed);
    assert!(walk.stopped(revocation_notice(walk.today)).is_empty());
}
