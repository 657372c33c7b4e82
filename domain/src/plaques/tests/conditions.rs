//! What has to hold for the steps of a plaque.

use super::tried::*;
use super::*;
use crate::{
    procedure::testing::{Tried as _, words},
    receipts::Proposal,
};

fn made() -> Walk {
    let mut walk = Walk::new();
    walk.step(order(&walk.clone()));
    walk.step(making(&walk.clone(), false));
    walk
}

fn handed_over() -> Walk {
    let mut walk = made();
    walk.step(kin("测试配偶", true));
    walk.step(handover(&walk.clone(), "测试配偶"));
    walk
}

fn while_rules_say(walk: &mut Walk, proposal: Proposal) {
    walk.rules = Some(Plaque::rules_for(proposal));
}

#[test]
fn plaque_elig_nothing_is_ordered_for_somebody_whose_honour_was_revoked() {
    let mut walk = Walk::new();
    while_rules_say(&mut walk, Proposal::Refuse);
    assert_eq!(walk.stopped(order(&walk)), ["hero_entitled"]);
    walk.rules = None;
    assert_eq!(
        walk.stopped(order(&walk)),
        ["hero_entitled", "one_plaque"],
        "what nobody looked up does not hold"
    );
}

#[test]
fn plaque_one_nothing_is_ordered_for_a_household_that_has_one() {
    let mut walk = Walk::new();
    walk.rules = Some(PlaqueRules {
        only_plaque: Some(false),
        ..Plaque::rules_for(Proposal::Approve)
    });
    assert_eq!(walk.stopped(order(&walk)), ["one_plaque"]);
}

#[test]
fn plaque_flow_a_serial_number_is_used_once() {
    let mut walk = Walk::new();
    walk.step(order(&walk.clone()));
    assert_eq!(walk.stopped(making(&walk, true)), ["serial_unused"]);
}

#[test]
fn posthumous_the_plaque_of_a_dead_hero_goes_to_whom_all_next_of_kin_agreed_on() {
    let mut walk = made();
    assert_eq!(walk.stopped(handover(&walk, "测试配偶")), ["kin_known"]);
    assert_eq!(walk.stopped(kin("测试配偶", false)), ["kin_unanimous"]);
    walk.step(kin("测试配偶", true));
    assert_eq!(
        walk.stopped(handover(&walk, "测试子女")),
        ["recipient_agreed"]
    );
    walk.case = walk.case.learned(&complete());
    // Of a hero who lives an agreement does not bind.
    assert!(walk.stopped(handover(&walk, "测试甲")).is_empty());
}

#[test]
fn plaque_flow_it_is_handed_over_and_hung_with_signature_and_photograph() {
    let mut walk = made();
    walk.step(kin("测试配偶", true));
    let Act::Handover {
        mut handover,
        handed,
        number,
    } = handover(&walk, "测试配偶")
    else {
        panic!()
    };
    handover.signature = None;
    let unsigned = Act::Handover {
        handover,
        handed,
        number,
    };
    assert_eq!(walk.stopped(unsigned), ["receipt_signed"]);
    let walk = handed_over();
    let bare = Act::Hanging {
        photo: None,
        signature: None,
        hung: crate::procedure::Entered::on(walk.today),
    };
    assert_eq!(walk.stopped(bare), ["photo_taken", "family_signed"]);
    let bare = Act::KeepingIndoors {
        signature: None,
        kept: crate::procedure::Entered::on(walk.today),
    };
    assert_eq!(walk.stopped(bare), ["family_signed"]);
}

#[test]
fn plaque_flow_what_was_handed_over_at_a_meeting_does_not_hang_yet() {
    let mut walk = handed_over();
    assert_eq!(walk.case.state(), State::HandedOver);
    assert!(!walk.case.due_of_body(&walk.context()).is_empty());
    walk.step(indoors(&walk.clone()));
    walk.step(hanging(&walk.clone()));
    assert_eq!(walk.case.state(), State::Hung);
    assert!(walk.case.due_of_body(&walk.context()).is_empty());
}

#[test]
fn plaque_flow_the_family_declines_in_writing() {
    let walk = Walk::new();
    let mut word = walk.written();
    word.copy = None;
    assert_eq!(walk.stopped(Act::Declination { word }), ["in_writing"]);
}

#[test]
fn plaque_replace_after_death_only_another_text_is_a_reason() {
    let mut walk = handed_over();
    while_rules_say(&mut walk, Proposal::Review);
    for reason in [
        ReplacementReason::Moved,
        ReplacementReason::Damaged,
        ReplacementReason::Aged,
        ReplacementReason::Lost,
    ] {
        assert_eq!(
            walk.stopped(replaced(&walk, reason)),
            ["replacement_allowed"]
        );
    }
    assert!(
        walk.stopped(replaced(&walk, ReplacementReason::TextChanged))
            .is_empty()
    );
    while_rules_say(&mut walk, Proposal::Refuse);
    assert_eq!(
        walk.stopped(replaced(&walk, ReplacementReason::TextChanged)),
        ["household_entitled"]
    );
}

#[test]
fn plaque_one_a_text_is_marked_once_and_only_if_the_heroes_are_others() {
    let mut walk = handed_over();
    let mark = || Act::TextMark {
        reason: words("确认已撤销"),
    };
    assert_eq!(walk.stopped(mark()), ["names_differ"]);
    while_rules_say(&mut walk, Proposal::Review);
    walk.step(mark());
    assert_eq!(walk.stopped(mark()), ["names_differ"]);
}

#[test]
fn plaque_flow_who_was_not_reached_is_on_record_until_somebody_is() {
    let mut walk = made();
    assert_eq!(walk.stopped(contact(&walk)), ["not_reached"]);
    walk.step(no_contact(&walk.clone()));
    let since = walk.today;
    walk.later(3);
    walk.step(no_contact(&walk.clone()));
    assert_eq!(walk.case.record().unreachable_since(), Some(since));
    walk.step(contact(&walk.clone()));
    assert_eq!(walk.case.record().unreachable_since(), None);
}
