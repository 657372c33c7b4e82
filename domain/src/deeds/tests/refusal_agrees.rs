//! The reason of a refusal agrees with the newest receipt.

use super::*;
use crate::{
    deeds::eligibility::{self, DeedFacts, Duty},
    receipts::{
        RuleId,
        samples::{example_city, in_force},
    },
};

fn refuse_for(code: RefusalCode, deviation: Option<&str>) -> Act {
    Act::Refusal {
        number: Some(number("测试不确〔2026〕1号")),
        refusal: Refusal {
            code,
            deviation: deviation.map(words),
            ..refusal()
        },
    }
}

fn about_to_be_refused(satisfied: &[RuleId]) -> Walk {
    let mut walk = Walk::new();
    walk.about_to_be_refused().heard();
    walk.eligibility().satisfied = satisfied.iter().copied().collect();
    walk
}

#[test]
fn a_reason_against_a_rule_that_found_nothing_asks_why_the_receipt_is_not_followed() {
    let mut walk = about_to_be_refused(&[RuleId::DeedDuty, RuleId::FileWindow]);
    walk.eligibility().proposal = Proposal::Approve;
    for (code, agrees) in [
        (RefusalCode::StatutoryDuty, false),
        (RefusalCode::OutOfTime, false),
        (RefusalCode::OnlyOwnInterest, true),
        (RefusalCode::NotConfirmed, false),
    ] {
        let stopped = walk.stopped(refuse_for(code, None));
        assert_eq!(stopped.is_empty(), agrees, "{code:?}: {stopped:?}");
        let reasoned = walk.stopped(refuse_for(code, Some("值勤表显示当日在岗")));
        assert!(reasoned.is_empty(), "{code:?}: {reasoned:?}");
    }
    let command = walk.command(refuse_for(RefusalCode::StatutoryDuty, None));
    let unmet = walk.refusal_of(&command).unmet;
    let [unmet] = unmet.as_slice() else {
        panic!("{unmet:?}");
    };
    assert_eq!(unmet.condition.as_str(), "refusal_agrees");
    let detail = unmet.detail.clone().unwrap();
    assert_eq!(
        detail.zh,
        "凭据中规则 DEED-DUTY 未发现问题，与理由“属于履行法定职责、义务”不符：请更正事实，或者由两名经办人签署并说明不采信的理由。"
    );
    assert_eq!(
        detail.en,
        "By rule DEED-DUTY the receipt finds nothing against the case, which does not agree with the reason (it was a duty by statute): please correct the facts, or let two officers sign why the receipt is not followed."
    );
}

#[test]
fn one_officer_alone_does_not_refuse_against_the_receipt() {
    let walk = about_to_be_refused(&[RuleId::DeedDuty]);
    let mut alone = walk.command(refuse_for(RefusalCode::StatutoryDuty, Some("在岗")));
    alone.second = None;
    assert_eq!(walk.unmet(&alone), ["second_officer"]);
}

#[test]
fn the_next_level_refuses_in_agreement_with_the_receipt_too() {
    let mut walk = Walk::new();
    walk.in_reconfirmation();
    walk.eligibility().satisfied = [RuleId::EvidenceMin].into_iter().collect();
    let refuse = |deviation: Option<&str>| Act::ReconfirmationRefusal {
        number: Some(number("测试复〔2026〕1号")),
        refusal: Refusal {
            code: RefusalCode::EvidenceInsufficient,
            deviation: deviation.map(words),
            ..refusal()
        },
    };
    assert_eq!(walk.stopped(refuse(None)), ["refusal_agrees"]);
    assert!(walk.stopped(refuse(Some("证人改变陈述"))).is_empty());
}

#[test]
fn what_the_receipt_finds_against_a_deed_is_a_reason_as_it_is() {
    let receipt = |facts: &DeedFacts| {
        let reference = Reference::builtin();
        let receipt = eligibility::evaluate(facts, liaocheng(), reference, day(RECEIVED));
        Eligibility::from_receipt(ReceiptId::from(id(500)), &receipt).unwrap()
    };
    let mut walk = about_to_be_refused(&[]);
    let clean = tried::facts();
    let on_duty = DeedFacts {
        duty: Some(Duty::Statutory),
        ..clean.clone()
    };
    let refuse = refuse_for(RefusalCode::StatutoryDuty, None);
    walk.rules = Some(receipt(&clean));
    assert_eq!(walk.stopped(refuse.clone()), ["refusal_agrees"]);
    // Corrected, the receipt says so itself.
    walk.rules = Some(receipt(&on_duty));
    assert!(walk.stopped(refuse).is_empty());
}

#[test]
fn the_general_reason_agrees_with_a_receipt_that_leaves_something_open() {
    let mut walk = about_to_be_refused(&[]);
    let refuse = refuse_for(RefusalCode::NotConfirmed, None);
    for (proposal, agrees) in [
        (Proposal::Approve, false),
        (Proposal::Review, true),
        (Proposal::Refuse, true),
    ] {
        walk.eligibility().proposal = proposal;
        let stopped = walk.stopped(refuse.clone());
        assert_eq!(stopped.is_empty(), agrees, "{proposal:?}: {stopped:?}");
    }
}

/// Every rule that finds against a deed, and the code of a refusal for it.
#[test]
fn each_code_is_that_of_the_rule_which_finds_it() {
    for facts in eligibility::tests::variations::all() {
        for policy in [liaocheng(), in_force(example_city())] {
            let reference = Reference::builtin();
            let receipt = eligibility::evaluate(&facts.facts, policy, reference, day("2026-11-20"));
            for finding in receipt.findings {
                let Ok(code) = finding.code.as_str().parse::<RefusalCode>() else {
                    continue;
                };
                assert_eq!(code.rule(), Some(finding.rule), "{code:?}");
            }
        }
    }
}
