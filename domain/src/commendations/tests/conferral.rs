//! From the nomination to the conferral, step by step.

use super::tried::{
    SIGNING, Walk, accepted, agreed, at_the_city, awarded, conferral, entry, granted, immediate,
    kin, outside, plan, recommended, revocation, rules, terms, told, waived,
};
use super::*;
use crate::{
    money::Fen,
    out_of_city::Kinship,
    procedure::{
        Entered,
        testing::{CITY, COUNTY, number, words},
    },
    receipts::{Proposal, RuleId, RuleSet},
};

/// The rules, with one of them against it.
fn against(rule: RuleId) -> Eligibility {
    let others = RuleId::ALL.iter().copied().filter(|other| *other != rule);
    Eligibility {
        satisfied: others.collect::<RuleSet>(),
        ..rules(Proposal::Approve)
    }
}

#[test]
fn a_nomination_climbs_one_level_at_a_time() {
    let mut walk = Walk::new();
    walk.step(Act::Acceptance);
    assert_eq!(
        walk.stopped(immediate(&SIGNING)),
        ["at_title_level", "accepted"],
        "a county grants no title of the city"
    );
    walk.step(recommended(None));
    assert_eq!(walk.case.state(), State::Recommended);
    assert_eq!(
        walk.stopped(Act::Acceptance),
        ["seat"],
        "the city accepts it"
    );
    walk.at(CITY).step(Act::Acceptance);
    assert_eq!(
        walk.stopped(recommended(None)),
        ["below_title", "next_level_here"]
    );
    assert_eq!(
        walk.case.record().recommendations[0].by,
        HonourLevel::County
    );
    walk.step(Act::Return {
        reason: words("请补充"),
    });
    assert_eq!(walk.case.state(), State::UnderReview);
    assert_eq!(walk.at(COUNTY).stopped(recommended(None)), [""; 0]);
}

#[test]
fn what_the_rules_do_not_propose_is_reasoned() {
    let mut walk = Walk::new();
    walk.step(Act::Acceptance);
    walk.rules = Some(rules(Proposal::Review));
    assert_eq!(walk.stopped(recommended(None)), ["deviation_reasoned"]);
    walk.step(recommended(Some(words("已查明"))));
}

#[test]
fn a_title_is_granted_by_all_its_bodies_once_for_a_deed_to_who_accepted() {
    let walk = at_the_city();
    assert_eq!(walk.stopped(immediate(&SIGNING[..1])), ["bodies_sign"]);
    let mut walk = at_the_city();
    walk.rules = Some(against(RuleId::TierOnce));
    assert_eq!(walk.stopped(immediate(&SIGNING)), ["once_for_the_deed"]);
    walk.rules = Some(against(RuleId::TierLevel));
    assert_eq!(walk.stopped(immediate(&SIGNING)), ["title_fits"]);
    walk.rules = Some(Eligibility {
        stands: false,
        ..rules(Proposal::Approve)
    });
    assert_eq!(walk.stopped(immediate(&SIGNING)), ["basis_stands"]);
    let mut walk = Walk::new();
    walk.step(Act::Acceptance).step(recommended(None));
    walk.at(CITY).step(Act::Acceptance);
    assert_eq!(walk.stopped(immediate(&SIGNING)), ["accepted"]);
}

#[test]
fn a_round_takes_what_fits_it_and_grants_what_it_decided() {
    let mut walk = at_the_city();
    let unmet = |walk: &Walk, terms| walk.stopped(entry(terms));
    let closed = rounds_closed(&walk);
    assert_eq!(unmet(&walk, closed), ["round_open"]);
    let other = crate::rounds::EntryTerms {
        deeds_from: Some(day("2026-02-01")),
        ..terms()
    };
    assert_eq!(unmet(&walk, other), ["round_fits"]);
    let none = crate::rounds::EntryTerms {
        titles: vec![crate::rounds::TitlePlaces {
            people: 0,
            ..terms().titles[0].clone()
        }],
        ..terms()
    };
    assert_eq!(unmet(&walk, none), ["place_left"]);
    walk.step(entry(terms()));
    assert!(walk.case.record().round().is_some());
    let undecided = Act::Award {
        grant: None,
        certificate: None,
    };
    assert_eq!(walk.stopped(undecided), ["round_grants"]);
    walk.step(granted());
    let award = walk.case.record().award().unwrap();
    assert_eq!(award.round.map(|(_, place)| place), Some(1));
    assert_eq!(award.bodies.len(), 2);
    assert!(award.posthumous);
}

fn rounds_closed(walk: &Walk) -> crate::rounds::EntryTerms {
    crate::rounds::EntryTerms {
        closes_on: walk.today.pred_opt(),
        ..terms()
    }
}

#[test]
fn who_died_later_was_not_awarded_after_death() {
    let mut walk = at_the_city();
    walk.case.record.deceased = Some(false);
    walk.step(immediate(&SIGNING));
    walk.case.record.deceased = Some(true);
    assert!(!walk.case.record().award().unwrap().posthumous);
    assert_eq!(
        walk.stopped(conferral(&walk, "测试甲")),
        ["kin_known"],
        "and yet the next of kin receive it"
    );
}

#[test]
fn what_is_given_for_the_dead_goes_to_whom_all_of_the_first_rank_agreed_on() {
    let mut walk = awarded();
    assert_eq!(walk.stopped(conferral(&walk, "测试配偶")), ["kin_known"]);
    let mixed = kin(
        "测试配偶",
        &[
            ("测试配偶", Kinship::Spouse, true),
            ("测试兄长", Kinship::Sibling, true),
        ],
    );
    assert_eq!(walk.stopped(mixed), ["kin_of_one_rank"]);
    let divided = kin(
        "测试配偶",
        &[
            ("测试配偶", Kinship::Spouse, true),
            ("测试父亲", Kinship::Parent, false),
        ],
    );
    assert_eq!(walk.stopped(divided), ["kin_unanimous"]);
    walk.step(agreed());
    assert_eq!(
        walk.stopped(conferral(&walk, "测试父亲")),
        ["recipient_agreed"]
    );
    walk.step(conferral(&walk, "测试配偶"));
    assert_eq!(walk.case.state(), State::Conferred);
}

#[test]
fn a_sum_that_no_table_has_names_its_document_and_is_shared_to_the_fen() {
    let mut walk = awarded();
    let payers = [("测试省", 500), ("测试市", 350), ("测试县", 150)];
    let bare = plan(10_000_001, &payers, &[1, 1, 1], None);
    assert_eq!(walk.stopped(bare), ["sum_fits"]);
    let short = plan(10_000_001, &payers[..2], &[1, 1, 1], Some("测文"));
    assert_eq!(walk.stopped(short), ["payers_add_up"]);
    walk.step(plan(10_000_001, &payers, &[1, 1, 1], Some("测文")));
    let payment = walk.case.record().payments.last().unwrap();
    let own = Fen::total(payment.shares.iter().map(|(_, fen)| *fen)).unwrap();
    assert!(own.get() == 3_333_333 || own.get() == 3_333_334, "{own:?}");
    assert_eq!(payment.shares.len(), 3);
}

#[test]
fn what_was_paid_on_deception_comes_back_to_zero() {
    let mut walk = awarded();
    walk.step(plan(1_000_000, &[("测试基金会", 1000)], &[1], Some("测文")));
    walk.step(told(Entered::on(walk.today)));
    assert_eq!(
        walk.stopped(revocation(RefusalCode::Deception)),
        ["defence_heard"]
    );
    waived(&mut walk);
    assert_eq!(
        walk.stopped(revocation(RefusalCode::Conduct)),
        ["revocation_reason"]
    );
    walk.step(revocation(RefusalCode::Deception));
    assert_eq!(walk.case.record().open_balance().get(), 1_000_000);
    let back = |fen| Act::Repayment {
        payer: tried::line("测试基金会"),
        fen: Fen::new(fen).unwrap(),
        received: Entered::on(walk.today),
    };
    let (some, more) = (back(400_000), back(600_001));
    walk.step(some);
    assert_eq!(walk.stopped(more), ["within_balance"]);
    walk.step(Act::WriteOff {
        payer: tried::line("测试基金会"),
        fen: Fen::new(600_000).unwrap(),
        reason: words("无可供执行的财产"),
    });
    assert_eq!(walk.case.record().open_balance(), Fen::ZERO);
    let again = Act::WriteOff {
        payer: tried::line("测试基金会"),
        fen: Fen::new(1).unwrap(),
        reason: words("无"),
    };
    assert_eq!(walk.stopped(again), ["balance_open", "within_balance"]);
}

#[test]
fn what_was_granted_above_is_revoked_above_and_a_lost_certificate_is_replaced() {
    let mut walk = at_the_city();
    walk.step(Act::OutsideAward {
        title: TitleId::new("national_brave"),
        document: outside(&walk),
    });
    let award = walk.case.record().award().unwrap();
    assert!(award.listing, "a place on a list is no praise");
    assert_eq!(
        walk.stopped(told(Entered::on(walk.today))),
        ["granted_here"]
    );
    let replacement = || Act::CertificateReplacement {
        why: ReplacementReason::Lost,
        note: words("声明遗失"),
        certificate: Some(number("测荣〔2026〕8号")),
    };
    assert_eq!(walk.stopped(replacement()), ["certificate_ours"]);
    walk.step(Act::OutsideRevocation {
        document: outside(&walk),
        reason: words("事迹不实"),
    });
    assert_eq!(walk.case.state(), State::Revoked);
    let mut walk = awarded();
    let before = walk.case.certificate().cloned();
    walk.step(replacement());
    assert_ne!(walk.case.certificate().cloned(), before);
    assert_eq!(walk.case.record().replacements[0].replaces, before);
}

#[test]
fn a_member_who_declines_ends_alone() {
    let mut walk = at_the_city();
    walk.step(entry(terms()));
    walk.step(Act::Declination {
        word: walk.written(),
    });
    assert_eq!(walk.case.state(), State::Declined);
    assert!(walk.case.record().round().is_none());
    walk.step(accepted_again(&walk));
    assert_eq!(walk.case.state(), State::UnderReview);
}

fn accepted_again(_: &Walk) -> Act {
    Act::Readmission {
        reason: words("本人改变主意"),
    }
}

#[test]
fn an_acceptance_is_asked_of_everybody() {
    let mut walk = at_the_city();
    let again = accepted(&walk);
    walk.step(again);
    assert_eq!(walk.case.record().acceptances.len(), 2, "both are kept");
}
