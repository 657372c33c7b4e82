//! The life of a studio: what comes after what, what a year comes to, and how a name ends.

use super::tried::{
    Walk, activity, answered, assessment, clue, consent, consent_withdrawn, hero_visit,
    host_closure, name_it, name_withdrawal, opening, policy_with, publicity, ready, ready_under,
    refusal, refusal_notice, report, running, running_under, seen, visit, waiver,
    withdrawal_notice,
};
use super::*;
use crate::{
    deeds::DefenceReply,
    documents::DocumentKind,
    procedure::{
        Entered, FactsStand, Party,
        testing::{CITY, COUNTY, Tried as _, Whom, paper, words},
    },
    receipts::Proposal,
};

fn with(walk: &mut Walk, change: impl FnOnce(&mut Eligibility)) {
    let mut rules = Studio::rules_for(Proposal::Review);
    change(&mut rules);
    walk.rules = Some(rules);
}

fn reasoned() -> Act {
    super::tried::named(
        &crate::procedure::testing::number("聊工室〔2026〕1号"),
        Some(words("情况属实")),
    )
}

#[test]
fn nobody_is_named_without_honour_consent_place_and_name() {
    let mut walk = ready();
    with(&mut walk, |rules| rules.held = None);
    assert_eq!(walk.stopped(reasoned()), ["honour_held"]);
    with(&mut walk, |rules| {
        rules.held = Some(HonourLevel::County);
        rules.lost = Some(HonourLevel::Municipal);
    });
    assert_eq!(walk.stopped(reasoned()), ["honour_held"]);
    with(&mut walk, |rules| rules.studios = Some(1));
    assert_eq!(walk.stopped(reasoned()), ["one_studio"]);
    with(&mut walk, |rules| rules.fits = false);
    assert_eq!(walk.stopped(reasoned()), ["name_fits"]);
    with(&mut walk, |rules| rules.taken = Some(true));
    assert_eq!(walk.stopped(reasoned()), ["name_free"]);
    with(&mut walk, |_| {});
    assert_eq!(walk.stopped(name_it()), ["deviation_reasoned"]);
    assert_eq!(walk.stopped(reasoned()), [""; 0]);
    walk.step(consent_withdrawn(&walk));
    assert_eq!(walk.stopped(reasoned()), ["consent_stands"]);
}

#[test]
fn a_studio_needs_three_members_and_another_place_is_visited_again() {
    let mut walk = ready();
    let leaves = Act::MemberLeft {
        name: name("测试成员一"),
        left: Entered::on(walk.today),
    };
    walk.step(leaves.clone());
    assert_eq!(walk.stopped(leaves), ["member_known"]);
    assert_eq!(walk.stopped(name_it()), ["enough_members"]);
    walk.step(Act::MemberJoined {
        member: super::tried::member("测试成员四"),
        joined: Entered::on(walk.today),
    });
    walk.step(Act::Relocation {
        host: None,
        place: Some(super::tried::line("另一处")),
        contact: None,
        since: Entered::on(walk.today),
    });
    assert_eq!(walk.stopped(name_it()), ["site_visited"]);
    walk.step(visit(&walk, true));
    assert_eq!(walk.stopped(name_it()), [""; 0]);
    assert_eq!(walk.case.record().setup_changes.len(), 3);
}

#[test]
fn of_somebody_who_died_the_next_of_kin_consent() {
    let mut walk = Walk::new();
    with(&mut walk, |rules| rules.deceased = Some(true));
    let by_leader = consent(&walk, ConsentGiver::Leader);
    assert_eq!(walk.stopped(by_leader), ["consent_by_entitled"]);
    let other = consent(&walk, ConsentGiver::OtherRelative);
    assert_eq!(walk.stopped(other), ["consent_by_entitled"]);
    walk.step(consent(&walk, ConsentGiver::Spouse));
    assert!(walk.case.record().consent().unwrap().given);
}

#[test]
fn a_full_year_is_excellent_and_its_points_are_counted() {
    let mut walk = running();
    for _ in 0..4 {
        walk.later(20);
        let (held, visited) = (activity(&walk), hero_visit(&walk));
        walk.step(held).step(visited);
    }
    let (one, two) = (clue(&walk), publicity(&walk));
    walk.step(one.clone()).step(one).step(two.clone()).step(two);
    assert_eq!(walk.stopped(report(&walk, 2026)), ["report_new"], "in June");
    assert_eq!(
        walk.stopped(assessment(&walk, 2026, None)),
        ["year_to_assess"]
    );
    walk.on("2026-12-20");
    walk.step(report(&walk, 2026));
    walk.step(assessment(&walk, 2026, None));
    let assessed = &walk.case.record().assessments[0];
    assert_eq!(assessed.total(), 10 + 8 + 9 + 25 + 10 + 15 + 10 + 10);
    assert_eq!(assessed.result, AssessmentResult::Excellent);
    let receipt = &Studio::receipts(&walk.policy)[0];
    let sheet = paper(
        DocumentKind::StudioAssessment,
        &walk,
        &walk.case,
        receipt,
        Whom::default(),
    );
    let text = sheet.unwrap().text();
    for part in [
        "英模工作室2026年度评估表",
        "开展活动：25分（满分25分；开展4次，参加160人次）",
        "合计：97分",
        "评估结果：优秀",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}

#[test]
fn points_follow_what_was_done_and_a_veto_ends_it() {
    let mut walk = running();
    walk.later(10);
    walk.step(activity(&walk)).on("2027-01-10");
    let act = assessment(&walk, 2026, None);
    let mut vetoed = walk.clone();
    walk.step(act);
    let assessed = &walk.case.record().assessments[0];
    assert_eq!(assessed.total(), 10 + 8 + 9 + 25 / 4);
    assert_eq!(assessed.computed, AssessmentResult::Withdraw);
    vetoed.step(Act::Assessment {
        year: 2026,
        seen: OnSite {
            fees_taken: true,
            ..seen()
        },
        result: None,
        reason: None,
        visited: Entered::on(vetoed.today),
        number: None,
    });
    let assessed = &vetoed.case.record().assessments[0];
    assert_eq!(
        assessed.vetoes.iter().collect::<Vec<_>>(),
        [&Veto::FeesTaken]
    );
    assert_eq!(assessed.result, AssessmentResult::Withdraw);
    vetoed.on("2027-12-20");
    let over = Act::Assessment {
        year: 2027,
        seen: OnSite {
            place_and_sign: 11,
            ..seen()
        },
        result: Some(AssessmentResult::Pass),
        reason: None,
        visited: Entered::on(vetoed.today),
        number: None,
    };
    assert_eq!(
        vetoed.stopped(over),
        ["points_within", "departure_reasoned"]
    );
}

#[test]
fn two_missed_years_ask_for_a_rectification_and_then_the_name_ends() {
    let mut walk = running();
    let notice = || Act::RectificationNotice {
        requirements: words("补足活动"),
        number: None,
    };
    walk.on("2028-03-01");
    assert_eq!(walk.stopped(notice()), ["run_short"], "one year");
    walk.on("2029-03-01").step(notice());
    assert_eq!(walk.case.state(), State::Rectifying);
    walk.at(CITY);
    let code = RefusalCode::NotRectified;
    let told = withdrawal_notice(&walk, code);
    assert_eq!(walk.stopped(told), ["withdrawal_ground"]);
    let mut put_right = walk.clone();
    put_right
        .at(COUNTY)
        .later(30)
        .step(Act::RectificationCompletion {
            note: words("已补足"),
        });
    assert_eq!(put_right.case.state(), State::Active);
    assert_eq!(put_right.stopped(notice()), ["run_short"], "settled");
}

#[test]
fn a_withdrawn_consent_leads_to_the_end_of_the_name() {
    let mut walk = running();
    let code = RefusalCode::ConsentWithdrawn;
    walk.at(CITY);
    let told = withdrawal_notice(&walk, code);
    assert_eq!(walk.stopped(told), ["withdrawal_ground"]);
    walk.at(COUNTY);
    walk.step(consent_withdrawn(&walk));
    assert_eq!(
        walk.due(ClockKind::NameWithdrawal),
        day("2026-04-01"),
        "30 days"
    );
    walk.at(CITY);
    walk.step(withdrawal_notice(&walk, code));
    assert_eq!(walk.stopped(name_withdrawal(code)), ["defence_heard"]);
    let stated = answered(DefenceReply::Stated(words("保留")), &walk);
    walk.step(stated);
    assert_eq!(
        walk.stopped(name_withdrawal(RefusalCode::HostClosed)),
        ["withdrawal_ground", "refusal_agrees"]
    );
    walk.step(name_withdrawal(code));
    assert_eq!(walk.case.state(), State::Withdrawn);
    let receipt = &Studio::receipts(&walk.policy)[0];
    let sheet = paper(
        DocumentKind::StudioWithdrawal,
        &walk,
        &walk.case,
        receipt,
        Whom::default(),
    );
    let text = sheet.unwrap().text();
    assert!(text.contains("标牌（编号：聊工室牌1号）予以收回"), "{text}");
    let recovered = Act::SignRecovery {
        note: words("已收回"),
        recovered: Entered::on(walk.today),
    };
    walk.step(recovered.clone());
    assert_eq!(walk.stopped(recovered), ["sign_out"]);
}

#[test]
fn a_lost_honour_ends_the_name_or_the_proposal() {
    let mut walk = running();
    assert_eq!(walk.stopped(Act::HonourLoss), ["honour_gone"]);
    with(&mut walk, |rules| {
        rules.held = None;
        rules.lost = Some(HonourLevel::Municipal);
    });
    walk.step(Act::HonourLoss);
    assert_eq!(walk.case.state(), State::IntendedWithdrawal);
    let code = RefusalCode::HonourLost;
    assert_eq!(
        walk.at(CITY).stopped(name_withdrawal(code)),
        ["defence_heard", "refusal_agrees"]
    );
    walk.step(withdrawal_notice(&walk, code));
    let mut spared = walk.clone();
    spared.step(Act::NoticeWithdrawal {
        reason: words("撤销决定已被纠正"),
    });
    assert_eq!(spared.case.state(), State::Active);
    walk.step(waiver(&walk)).step(name_withdrawal(code));
    assert_eq!(walk.case.state(), State::Withdrawn);
    let mut early = ready();
    with(&mut early, |rules| rules.held = None);
    early.step(Act::HonourLoss);
    assert_eq!(early.case.state(), State::Lapsed);
}

#[test]
fn a_refusal_gives_the_reason_that_was_told() {
    let mut walk = ready();
    walk.step(refusal_notice(&walk, RefusalCode::NameUnfit));
    assert_eq!(walk.case.facts_stand(), Some(FactsStand::Told));
    walk.step(waiver(&walk));
    let refused = |code| Act::Refusal {
        number: None,
        refusal: refusal(code, None),
    };
    assert_eq!(
        walk.stopped(refused(RefusalCode::SecondStudio)),
        ["refusal_agrees"]
    );
    assert_eq!(
        walk.stopped(refused(RefusalCode::HostClosed)),
        ["refusal_ground", "refusal_agrees"]
    );
    walk.step(refused(RefusalCode::NameUnfit));
    assert_eq!(walk.case.state(), State::Refused);
    walk.delivered(Party::Actor);
}

#[test]
fn the_host_closes_and_the_name_ends_within_thirty_days() {
    let mut walk = running();
    walk.step(host_closure(&walk));
    walk.at(CITY);
    walk.step(withdrawal_notice(&walk, RefusalCode::HostClosed));
    walk.step(waiver(&walk));
    walk.step(name_withdrawal(RefusalCode::HostClosed));
    assert_eq!(walk.case.state(), State::Withdrawn);
}

#[test]
fn every_three_years_it_is_reviewed_and_the_next_duty_is_the_one_due_first() {
    let mut walk = running();
    let next = |walk: &Walk| {
        let clocks = walk.case.clocks_now(&walk.context());
        clocks.last().unwrap().kind()
    };
    assert_eq!(next(&walk), ClockKind::YearlyReport);
    for year in 2026..2029 {
        walk.on(&format!("{}-01-10", year + 1));
        let reported = report(&walk, year);
        walk.step(reported);
        assert_eq!(next(&walk), ClockKind::YearlyAssessment);
        let assessed = assessment(&walk, year, Some(AssessmentResult::Pass));
        walk.step(assessed);
    }
    assert_eq!(next(&walk), ClockKind::Review);
    let review = Act::Review {
        passed: true,
        note: words("继续"),
    };
    assert_eq!(walk.stopped(review.clone()), ["review_due"]);
    walk.on("2029-03-05").step(review);
    assert_eq!(next(&walk), ClockKind::YearlyReport);
}

#[test]
fn a_sign_that_was_never_hung_is_not_recovered() {
    let mut walk = ready_under(policy_with("opening_days = 60"));
    walk.step(name_it());
    walk.step(host_closure(&walk));
    walk.step(withdrawal_notice(&walk, RefusalCode::HostClosed));
    walk.step(waiver(&walk));
    walk.step(name_withdrawal(RefusalCode::HostClosed));
    let recovery = walk.case.clock(ClockKind::SignRecovery).unwrap();
    assert!(!recovery.is_open());
    let mut late = running_under(policy_with("report_days = 1"));
    late.on("2027-02-01");
    late.step(report(&late, 2026));
    assert!(!late.case.record().reports[0].in_time);
    assert_eq!(late.stopped(opening(&late)), ["state"]);
}
