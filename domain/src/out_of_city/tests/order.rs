//! What came later takes the place of what came before, and no day lies before what it follows.

use super::tried::{
    Walk, authentic, check, checked, fallen, handover, kin, outside, recognise, recognised,
    refusal_notice, revocation, revocation_notice,
};
use super::*;
use crate::{
    deeds::DefenceReply,
    documents::DocumentKind,
    ids::{ReceiptId, RecognitionId},
    procedure::{
        ClockStatus, Decision, Entered, FactsStand, Party, Procedure as _, SharedAct,
        testing::{CITY, COUNTY, holder, id, number, words},
    },
    receipts::{
        Outcome::{Met, Unknown},
        RuleId,
        samples::{assert_finding, day},
    },
};

fn life(deceased: bool) -> Act {
    Act::LifeCheck {
        deceased,
        note: words("户籍登记"),
    }
}

fn corrected() -> Act {
    Act::CertificateCorrection {
        certificate: Some(number("聊义士〔2026〕2号")),
        reason: words("户籍登记"),
    }
}

fn delivered(party: Party, walk: &Walk) -> SharedAct {
    SharedAct::Delivery {
        party,
        delivered: Entered::on(walk.today),
    }
}

#[test]
fn a_prior_notice_lies_not_before_the_findings_that_it_tells() {
    let mut walk = checked();
    walk.later(3);
    let check = walk.case.last_day();
    let dated = |on| refusal_notice(Entered::on(on));
    assert_eq!(
        walk.stopped(dated(check.pred_opt().unwrap())),
        ["day_in_order"]
    );
    walk.step(dated(check));
    assert_eq!(walk.case.record().notice().unwrap().notified_on, check);
    let walk = recognised();
    let early = revocation_notice(Entered::on(walk.case.last_day().pred_opt().unwrap()));
    assert_eq!(walk.stopped(early), ["day_in_order"]);
}

#[test]
fn without_a_local_confirmation_its_old_check_counts_no_more() {
    let mut walk = checked();
    assert!(
        walk.case
            .deadlines(&walk.context())
            .iter()
            .any(|one| one.kind == ClockKind::Decision)
    );
    walk.at(COUNTY).step(Act::NoLocalConfirmation).at(CITY);
    assert_eq!(walk.stopped(recognise(1)), ["authentic"]);
    assert!(
        walk.case
            .deadlines(&walk.context())
            .iter()
            .all(|one| one.kind != ClockKind::Decision)
    );
    walk.at(COUNTY).step(Act::LocalConfirmation {
        document: Box::new(document()),
        copy: None,
    });
    assert_eq!(walk.at(CITY).stopped(recognise(1)), ["authentic"]);
    walk.at(COUNTY)
        .step(authentic(true))
        .at(CITY)
        .step(recognise(1));
    assert_eq!(
        walk.case.record().authenticity_checks.len(),
        2,
        "both are kept"
    );
}

#[test]
fn another_claim_and_a_reopened_case_are_checked_anew() {
    let mut walk = checked();
    walk.at(COUNTY).step(Act::OriginClaim {
        claim: claim(OriginBasis::Jiguan, COUNTY),
        proof: None,
    });
    assert_eq!(walk.at(CITY).stopped(recognise(1)), ["origin_checked"]);
    let mut walk = recognised();
    walk.step(revocation_notice(Entered::on(walk.today)))
        .answered(DefenceReply::Waived)
        .step(revocation(RefusalCode::NotAuthentic))
        .step(Act::Reopening {
            new_facts: words("新的证据"),
        });
    assert_eq!(walk.stopped(recognise(2)), ["origin_checked", "authentic"]);
}

#[test]
fn what_the_party_was_told_stands_while_the_case_is_suspended() {
    let mut walk = checked();
    walk.step(refusal_notice(Entered::on(walk.today)));
    walk.at(COUNTY).step(SharedAct::Suspension {
        pending: words("另案"),
    });
    assert_eq!(walk.case.facts_stand(), Some(FactsStand::Told));
    // Refused out of a suspension before it was accepted, it waits for no acceptance.
    let mut walk = Walk::new();
    walk.step(SharedAct::Suspension {
        pending: words("另案"),
    });
    let notice = refusal_notice(Entered::on(walk.today));
    walk.at(CITY).step(notice);
    let intake = walk.case.clock(ClockKind::Intake).unwrap();
    assert!(!intake.is_open());
}

#[test]
fn every_certificate_is_handed_over() {
    let mut walk = recognised();
    walk.step(kin("测试配偶", true));
    walk.step(handover(&walk, "测试配偶"));
    assert_eq!(
        walk.stopped(handover(&walk, "测试配偶")),
        ["not_handed_over"]
    );
    walk.step(revocation_notice(Entered::on(walk.today)))
        .answered(DefenceReply::Waived)
        .step(revocation(RefusalCode::Deception))
        .step(Act::Reopening {
            new_facts: words("新的证据"),
        });
    let (origin, authentic) = check(true);
    walk.at(COUNTY).step(origin).step(authentic);
    walk.at(CITY).step(recognise(2));
    assert_eq!(walk.case.state(), State::Recognised);
    walk.step(handover(&walk, "测试配偶"));
    assert_eq!(walk.status(ClockKind::Handover), ClockStatus::MetInTime);
}

#[test]
fn a_death_that_was_recorded_in_error_is_put_right_on_the_certificate() {
    let mut walk = recognised();
    walk.step(kin("测试配偶", true));
    assert_eq!(walk.stopped(corrected()), ["certificate_wrong"]);
    walk.step(life(false));
    assert_eq!(
        walk.stopped(handover(&walk, "测试甲")),
        ["certificate_true"]
    );
    walk.step(corrected());
    assert_eq!(walk.case.record().posthumous, Some(false));
    let [first, second] = walk.case.decisions() else {
        panic!("{:?}", walk.case.decisions());
    };
    assert_eq!(first.number, second.number, "the recognition is the same");
    assert_ne!(first.certificate, second.certificate);
    let void = |of: &Decision<Recognition>| {
        let number = of.certificate.as_ref().unwrap();
        Recognition::void_since(DocumentKind::RecognitionCertificate, number, &walk.case)
    };
    assert_eq!((void(first), void(second)), (Some(walk.today), None));
    // The next of kin agreed on somebody, which does not bind while the person lives.
    walk.step(handover(&walk, "测试甲"));
    // Who dies after the decision keeps the certificate; it goes to the next of kin.
    let mut died_since = recognised();
    died_since
        .step(life(false))
        .step(corrected())
        .step(life(true));
    assert_eq!(
        died_since.stopped(handover(&died_since, "测试配偶")),
        ["kin_known"]
    );
    died_since.step(kin("测试配偶", true));
    assert!(
        died_since
            .stopped(handover(&died_since, "测试配偶"))
            .is_empty()
    );
}

#[test]
fn a_decision_is_delivered_to_the_next_of_kin_of_somebody_who_died() {
    let mut walk = recognised();
    assert_eq!(
        walk.stopped(delivered(Party::Actor, &walk)),
        ["party_waits"]
    );
    walk.step(delivered(Party::CloseRelative, &walk));
    assert_eq!(walk.status(ClockKind::ResultNotice), ClockStatus::MetInTime);
    let mut living = recognised();
    living.step(life(false));
    assert!(living.stopped(delivered(Party::Actor, &living)).is_empty());
}

#[test]
fn a_recognition_is_revoked_for_what_is_wrong_with_it() {
    let mut walk = recognised();
    walk.step(revocation_notice(Entered::on(walk.today)))
        .answered(DefenceReply::Waived);
    for code in RefusalCode::ALL {
        let possible = matches!(
            code,
            RefusalCode::OriginNotProven | RefusalCode::NotAuthentic | RefusalCode::Deception
        );
        let stopped = walk.stopped(revocation(*code));
        assert_eq!(stopped.is_empty(), possible, "{code:?}: {stopped:?}");
    }
}

#[test]
fn a_reason_against_a_rule_that_found_nothing_asks_why_the_receipt_is_not_followed() {
    let mut walk = recognised();
    walk.step(revocation_notice(Entered::on(walk.today)))
        .answered(DefenceReply::Waived);
    let satisfied = |rule: RuleId| [rule].into_iter().collect();
    for (code, rule) in [
        (RefusalCode::OriginNotProven, RuleId::OutOrigin),
        (RefusalCode::NotAuthentic, RuleId::OutRevoked),
    ] {
        walk.rules.as_mut().unwrap().satisfied = satisfied(rule);
        assert_eq!(walk.stopped(revocation(code)), ["refusal_agrees"]);
        let mut reasoned = revocation(code);
        if let Act::Revocation { refusal, .. } = &mut reasoned {
            refusal.deviation = Some(words("户籍机关更正了证明"));
        }
        assert!(walk.stopped(reasoned).is_empty());
        walk.rules.as_mut().unwrap().satisfied = satisfied(RuleId::OutPlace);
        assert!(walk.stopped(revocation(code)).is_empty());
    }
}

#[test]
fn a_refusal_agrees_with_the_receipt_too() {
    let mut walk = Walk::new();
    let notice = refusal_notice(Entered::on(walk.today));
    walk.step(Act::Acceptance)
        .at(CITY)
        .step(notice)
        .answered(DefenceReply::Waived);
    let refuse = |code, deviation: Option<&str>| Act::Refusal {
        number: None,
        refusal: Refusal {
            code,
            reason: words("不符合条件"),
            deviation: deviation.map(words),
        },
    };
    for code in RefusalCode::ALL {
        let rules = walk.rules.as_mut().unwrap();
        rules.satisfied = RuleId::ALL.iter().copied().collect();
        rules.proposal = Proposal::Approve;
        assert_eq!(
            walk.stopped(refuse(*code, None)),
            ["refusal_agrees"],
            "{code:?}"
        );
        // Nobody deceived to get what there is not yet.
        let reasoned = walk.stopped(refuse(*code, Some("另有证据")));
        let possible = *code != RefusalCode::Deception;
        assert_eq!(reasoned.is_empty(), possible, "{code:?}: {reasoned:?}");
    }
    walk.rules.as_mut().unwrap().proposal = Proposal::Review;
    let stopped = walk.stopped(refuse(RefusalCode::NotRecognised, None));
    assert!(stopped.is_empty(), "{stopped:?}");
}

#[test]
fn a_confirmation_falls_after_it_was_issued_and_returns_after_it_fell() {
    let mut walk = recognised();
    let issued = document().issued_on.earliest().unwrap();
    let on = |date: chrono::NaiveDate| Entered {
        on: date,
        late_because: Some(words("刚获悉")),
    };
    let dated = |act: Act, date| {
        let mut act = act;
        if let Act::ConfirmationFall { document, .. } | Act::ConfirmationReturn { document } =
            &mut act
        {
            document.issued = on(date);
        }
        act
    };
    let early = dated(fallen(&walk), issued.pred_opt().unwrap());
    assert_eq!(walk.stopped(early), ["day_in_order"]);
    let fell = issued.succ_opt().unwrap();
    walk.step(dated(fallen(&walk), fell));
    let back = Act::ConfirmationReturn {
        document: outside(&walk),
    };
    let early = dated(back.clone(), fell.pred_opt().unwrap());
    assert_eq!(walk.stopped(early), ["day_in_order"]);
    walk.step(dated(back, fell));
}

#[test]
fn no_time_runs_while_what_it_is_for_cannot_be_done() {
    let paused = |walk: &Walk| -> Vec<&'static str> {
        let clocks = walk.case.clocks_now(&walk.context());
        let open = clocks
            .iter()
            .filter(|clock| clock.is_open() && clock.is_paused());
        open.map(|clock| clock.kind().as_str()).collect()
    };
    let mut walk = recognised();
    walk.step(revocation_notice(Entered::on(walk.today)));
    assert_eq!(paused(&walk), ["handover", "result_notice"]);
    walk.step(Act::NoticeWithdrawal {
        reason: words("陈述属实"),
    });
    assert!(paused(&walk).is_empty());
    // What would have followed the end of the time to answer never began.
    let after = walk.case.clocks().iter();
    assert!(
        after
            .clone()
            .all(|clock| clock.kind() != ClockKind::DecisionAfterDefence)
    );
    let mut walk = Walk::new();
    walk.step(SharedAct::Transfer {
        receiver: holder(CITY),
        reason: words("管辖"),
        number: None,
    });
    assert_eq!(paused(&walk), ["intake", "check"]);
    let mut walk = checked();
    walk.at(COUNTY).step(SharedAct::Suspension {
        pending: words("另案"),
    });
    assert_eq!(paused(&walk), ["check"]);
    for kind in ClockKind::ALL {
        let review = matches!(
            kind,
            ClockKind::SuspensionReview | ClockKind::TransferAcceptance | ClockKind::Designation
        );
        assert_eq!(
            Recognition::pauses(*kind, liaocheng()).is_empty(),
            review,
            "{}",
            kind.text().zh
        );
    }
}

#[test]
fn what_was_done_within_the_city_goes_the_way_of_ordinary_confirmation() {
    let redirection = || Act::Redirection {
        reason: words("行为发生在本市"),
    };
    let mut walk = Walk::new();
    walk.step(Act::Acceptance);
    assert_eq!(walk.stopped(redirection()), ["ordinary_route"]);
    let inside = OutOfCityFacts {
        place: Some(Place::Region(region(COUNTY))),
        ..complete()
    };
    walk.rules = Recognition::rules(ReceiptId::from(id(7)), &judge(&inside));
    walk.step(redirection());
    assert_eq!(walk.case.state(), State::Redirected);
}

#[test]
fn deed_dup_another_recognition_of_the_same_deed_is_reviewed() {
    let other = RecognitionId::from(id(9));
    let days = |date: &str| [(other, PartialDate::day(day(date)).unwrap())];
    let receipt = judge(&complete().beside(days("2024-05-20")));
    assert_finding(&receipt, RuleId::DeedDup, Unknown, "possible_duplicate");
    assert_eq!(receipt.proposal, Proposal::Review);
    let receipt = judge(&complete().beside(days("2024-06-20")));
    assert_finding(&receipt, RuleId::DeedDup, Met, "no_duplicate");
    assert_eq!(receipt.proposal, Proposal::Approve);
}

/// What is told of the state of the case, where something stands in the way of an act.
#[track_caller]
fn told(walk: &Walk, act: Act) -> (String, String) {
    let unmet = walk.refusal_of(&walk.command(act)).unmet;
    let detail = unmet.into_iter().find_map(|one| one.detail).unwrap();
    (detail.zh, detail.en)
}

#[test]
fn what_stands_in_the_way_is_said_in_both_languages() {
    let mut walk = checked();
    let said = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    walk.rules.as_mut().unwrap().proposal = Proposal::Review;
    assert_eq!(
        told(&walk, recognise(1)),
        said(
            "规则建议人工核查，凭据中列有须由经办人查明的事项。",
            "The rules propose review: the receipt lists what an officer has to look into."
        )
    );
    walk.rules.as_mut().unwrap().proposal = Proposal::Refuse;
    assert_eq!(
        told(&walk, recognise(1)),
        said("规则建议不予认定。", "The rules propose refusal.")
    );
    let mut walk = recognised();
    walk.step(revocation_notice(Entered::on(walk.today)))
        .answered(DefenceReply::Waived);
    assert_eq!(
        told(&walk, revocation(RefusalCode::ConfirmationWithdrawn)),
        said(
            "尚未登记当地撤回确认。",
            "No withdrawal of the local confirmation is on record."
        )
    );
    walk.rules.as_mut().unwrap().satisfied = [RuleId::OutOrigin].into_iter().collect();
    assert_eq!(
        told(&walk, revocation(RefusalCode::OriginNotProven)),
        said(
            "凭据中规则 OUT-ORIGIN 未发现问题，与理由“来源地未获证明”不符：请更正事实，或者由两名经办人签署并说明不采信的理由。",
            "By rule OUT-ORIGIN the receipt finds nothing against the case, which does not agree with the reason (coming from the city is not proven): please correct the facts, or let two officers sign why the receipt is not followed."
        )
    );
}
