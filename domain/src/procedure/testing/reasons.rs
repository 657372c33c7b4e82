//! What a rule only proposes an officer may decide otherwise, with a reason and a second signature.

use std::{cell::RefCell, collections::BTreeSet};

use super::{
    Side, Trial, Tried, Weight,
    sequences::{SEQUENCES, try_all, walk},
};
use crate::{
    named::NamedEnum,
    procedure::{Act, Command, Officers, row_for},
    receipts::Proposal,
};

/// Where the rules propose anything but approval, no way leads to a decision for the party without a
/// reason in words; where they propose approval, none to one against it. Both are signed by two.
pub(crate) fn deciding_against_the_rules_is_reasoned<P: Tried>() {
    let seen = RefCell::new(BTreeSet::new());
    try_all::<P>(SEQUENCES, |sequence| {
        // What the rules proposed when the newest opinion was formed, where it has a reason.
        let mut intended = None;
        walk::<P>(sequence, |attempt| {
            let (trial, command) = (attempt.trial, attempt.command);
            let Act::Own(act) = &command.act else { return };
            let (Some((weight, side)), Ok(_)) = (P::side(act), attempt.outcome) else {
                return;
            };
            let reasoned = P::reason(act).is_some();
            let rules = trial.rules.as_ref().map(P::proposal);
            let against_rules = rules.is_some_and(|proposal| differs(side, proposal));
            match weight {
                Weight::Opinion => {
                    assert!(reasoned || !against_rules, "{:?}", command.act.step());
                    intended = rules.filter(|_| reasoned);
                }
                Weight::Decision => {
                    let covered = reasoned || is_covered(side, rules, intended);
                    assert!(covered || !against_rules, "{:?}", command.act.step());
                    assert_signed_by_two(trial, command);
                }
            }
            if against_rules {
                assert_bare_is_refused(trial, command, act, is_covered(side, rules, intended));
                seen.borrow_mut().insert(format!("{side:?}"));
            }
        });
    });
    let seen: Vec<String> = seen.into_inner().into_iter().collect();
    assert_eq!(seen, ["Against", "For"], "both directions were tried");
}

fn differs(side: Side, proposal: Proposal) -> bool {
    match side {
        Side::For => proposal != Proposal::Approve,
        Side::Against => proposal == Proposal::Approve,
    }
}

/// Whether the reason of the opinion reaches as far: it covers what the rules proposed then, and
/// nothing worse.
fn is_covered(side: Side, now: Option<Proposal>, then: Option<Proposal>) -> bool {
    match side {
        Side::For => now.is_some() && now <= then,
        Side::Against => then.is_some(),
    }
}

/// The same act without its reason is refused, unless the opinion that it rests on has one.
fn assert_bare_is_refused<P: Tried>(
    trial: &Trial<P>,
    command: &Command<P>,
    act: &P::Act,
    intended: bool,
) {
    let Some(bare) = P::unreasoned(act) else {
        return;
    };
    let opinion = matches!(P::side(act), Some((Weight::Opinion, _)));
    let bare = Command {
        act: Act::Own(bare),
        ..command.clone()
    };
    let refused = trial.attempt(&bare).is_err();
    assert!(refused || (intended && !opinion), "{:?}", bare.act.step());
}

/// Nobody decides alone, nor signs for two.
fn assert_signed_by_two<P: Tried>(trial: &Trial<P>, command: &Command<P>) {
    let step = command.act.step();
    let row = row_for::<P>(step, trial.case.state()).unwrap();
    assert!(
        matches!(row.officers, Officers::Two | Officers::TwoAndCoSigner),
        "`{}` decides and is signed by {:?}",
        step.as_str(),
        row.officers
    );
    for second in [None, command.who.signer] {
        let alone = Command {
            second,
            ..command.clone()
        };
        assert_eq!(trial.unmet(&alone), ["second_officer"], "{step:?}");
    }
}
