//! What a party gives up, it gives up itself: with its tracking code, or in writing.

use super::*;
use crate::{
    procedure::{IdentityMember, Word},
    receipts::RuleId,
};

/// The same, said by nobody.
fn unwritten(walk: &Walk) -> Word {
    Word {
        copy: None,
        ..walk.written()
    }
}

/// The command of who applied.
fn by_applicant(walk: &Walk, act: impl Into<AnyAct<Deed>>) -> crate::procedure::Command<Deed> {
    let mut command = walk.command(act);
    command.who = Who::applicant();
    command
}

#[test]
fn file_who_an_officer_records_a_withdrawal_only_with_the_paper_of_the_party() {
    let mut walk = Walk::new();
    let said = SharedAct::Withdrawal {
        word: unwritten(&walk),
    };
    assert_eq!(walk.stopped(said), ["in_writing"]);
    walk.withdrawn();
    let [given_up] = walk.case.given_up() else {
        panic!("{:?}", walk.case.given_up());
    };
    assert_eq!(given_up.step, SharedStep::Withdrawal.into());
    assert!(given_up.word.copy.is_some());
}

#[test]
fn file_who_the_applicant_withdraws_alone_with_the_code_and_takes_no_other_step() {
    let mut walk = Walk::new();
    let said = SharedAct::Withdrawal {
        word: unwritten(&walk),
    };
    let command = by_applicant(&walk, said);
    assert!(walk.unmet(&command).is_empty());
    let accepted = walk.unmet(&by_applicant(&walk, Act::Acceptance));
    assert_eq!(accepted, ["scope", "officer", "seat"]);
    walk.give(&command);
    assert_eq!(walk.case.state(), State::Withdrawn);
}

#[test]
fn file_who_neither_the_receiver_of_a_transfer_nor_another_county_takes_back_what_it_does_not_hold()
{
    let mut walk = Walk::new();
    walk.transferred();
    for body in [OTHER_COUNTY, CITY] {
        walk.at(body);
        assert_eq!(walk.stopped(walk.withdrawal()), ["seat"], "{body}");
    }
    walk.at(COUNTY).withdrawn();
    assert_eq!(walk.case.state(), State::Withdrawn);
}

#[test]
fn reconfirm_decide_the_body_that_refused_does_not_end_the_remedy() {
    let mut walk = Walk::new();
    walk.in_reconfirmation().at(COUNTY);
    assert_eq!(walk.stopped(walk.withdraw_request()), ["seat"]);
    walk.at(CITY).request_withdrawn();
    assert_eq!(walk.case.state(), State::Refused);
}

#[test]
fn reconfirm_decide_what_the_city_refused_ends_above_it_only_by_a_paper_from_there() {
    let mut walk = Walk::held_by(CITY, FiledBy::Actor, liaocheng().clone());
    walk.in_reconfirmation().at(CITY);
    assert_eq!(walk.stopped(walk.withdraw_request()), ["seat"]);
    walk.step(Act::OutsideTermination {
        document: above(walk.today),
    });
    assert_eq!(walk.case.state(), State::Refused);
    let ended = walk.case.record().reconfirmations.last().unwrap();
    assert!(ended.recorded.is_some());
}

#[test]
fn hearing_nobody_waives_the_hearing_of_a_party_without_its_word() {
    let mut walk = Walk::new();
    walk.about_to_be_refused().told();
    let said = Act::DefenceWaiver {
        word: unwritten(&walk),
    };
    assert_eq!(walk.stopped(said), ["in_writing"]);
    walk.at(OTHER_COUNTY);
    let elsewhere = walk.answer(DefenceReply::Waived);
    assert_eq!(walk.stopped(elsewhere), ["seat"]);
}

#[test]
fn file_where_the_giver_takes_a_transfer_back_until_it_is_accepted() {
    let back = || SharedAct::TransferWithdrawal {
        reason: words("仍由我县办理"),
    };
    let mut walk = Walk::new();
    walk.transferred().at(OTHER_COUNTY);
    assert_eq!(walk.stopped(back()), ["seat"]);
    let mut disputed = walk.clone();
    disputed.step(dispute()).at(COUNTY).step(back());
    assert_eq!(disputed.case.state(), State::Reported);
    let mut accepted = walk.clone();
    accepted.step(SharedAct::TransferAcceptance).at(COUNTY);
    assert_eq!(accepted.stopped(back()), ["state", "seat"]);
    walk.at(COUNTY).step(back());
    assert_eq!(walk.case.holder(), holder(COUNTY));
    assert!(walk.case.open_transfer().is_none());
}

#[test]
fn publicity_another_name_after_the_notice_is_published_again_or_explained() {
    let named = |walk: &mut Walk| {
        let members = vec![IdentityMember::Name];
        let (case, _) = walk.case.identified(members, None, walk.today);
        walk.case = case;
    };
    let mut walk = Walk::new();
    walk.published();
    named(&mut walk);
    walk.later(10);
    assert_eq!(walk.stopped(confirmation()), ["identity_agrees"]);
    let mut explained = walk.clone();
    let statement = || Act::IdentityStatement {
        reason: words("曾用名，系同一人"),
    };
    explained.step(statement());
    assert_eq!(explained.stopped(statement()), ["identity_differs"]);
    explained.step(confirmation());
    let replacement = || Act::CertificateReplacement {
        certificate: None,
        reason: words("姓名更正"),
    };
    assert_eq!(explained.stopped(replacement()), ["identity_differs"]);
    named(&mut explained);
    explained.step(replacement());
    assert_eq!(explained.case.state(), State::Confirmed);
    assert_eq!(
        explained.case.timeliness().confirmed_on.unwrap(),
        PartialDate::day(explained.today).unwrap()
    );
    walk.step(Act::PositiveAssessment { reason: None })
        .step(publication())
        .later(10)
        .step(confirmation());
}

#[test]
fn a_reason_covers_no_rule_that_was_satisfied_when_it_was_given() {
    let of = |rules: &[RuleId]| rules.iter().copied().collect::<RuleSet>();
    let mut walk = Walk::new();
    walk.assessed();
    walk.eligibility().proposal = Proposal::Review;
    walk.eligibility().against = of(&[RuleId::DeedCause]);
    walk.step(Act::PositiveAssessment {
        reason: Some(words("并非自招危险")),
    });
    assert!(walk.stopped(publication()).is_empty());
    walk.eligibility().against = of(&[RuleId::DeedDup]);
    assert_eq!(walk.stopped(publication()), ["opinion_stands"]);
    walk.eligibility().proposal = Proposal::Approve;
    walk.eligibility().against = RuleSet::default();
    assert!(walk.stopped(publication()).is_empty());
}
