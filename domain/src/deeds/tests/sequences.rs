//! Random sequences of commands that lead somewhere.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::{
    candidates::{CALLERS, acts, command_by},
    *,
};
use crate::procedure::row_for;

/// The most commands of a sequence.
const LONGEST: usize = 40;

/// Steps that bring a case on.
const ONWARD: [AnyStep<Step>; 26] = [
    AnyStep::Own(Step::Acceptance),
    AnyStep::Own(Step::Evidence),
    AnyStep::Own(Step::EvidenceVerification),
    AnyStep::Own(Step::PanelReview),
    AnyStep::Own(Step::PositiveAssessment),
    AnyStep::Own(Step::NegativeAssessment),
    AnyStep::Own(Step::Publication),
    AnyStep::Own(Step::Objection),
    AnyStep::Own(Step::ObjectionRejection),
    AnyStep::Own(Step::ObjectionUpholding),
    AnyStep::Own(Step::Confirmation),
    AnyStep::Own(Step::Hearing),
    AnyStep::Own(Step::HearingStatement),
    AnyStep::Own(Step::Refusal),
    AnyStep::Shared(SharedStep::Delivery),
    AnyStep::Own(Step::ReconfirmationRequest),
    AnyStep::Own(Step::ReconfirmationApproval),
    AnyStep::Own(Step::ReconfirmationRefusal),
    AnyStep::Shared(SharedStep::Resumption),
    AnyStep::Shared(SharedStep::TransferAcceptance),
    AnyStep::Shared(SharedStep::Designation),
    AnyStep::Own(Step::Revocation),
    AnyStep::Own(Step::Restoration),
    AnyStep::Shared(SharedStep::TransferDispute),
    AnyStep::Own(Step::OutsideApproval),
    AnyStep::Own(Step::OutsideRefusal),
];

/// How a command of a sequence is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    /// Any, most of which are refused.
    Any,
    /// One that is possible now.
    Possible,
    /// One that is possible now and brings the case on, so that sequences lead somewhere.
    Onward,
}

/// One command of a sequence.
#[derive(Debug, Clone)]
pub(super) struct Move {
    choice: Choice,
    /// Shuffles the candidates.
    pick: u16,
    /// Days since the command before.
    days: i64,
    /// Whether the rules send the case to the panel.
    panel: bool,
}

pub(super) fn moves() -> impl Strategy<Value = Vec<Move>> {
    let choice = prop_oneof![
        1 => Just(Choice::Any),
        2 => Just(Choice::Possible),
        7 => Just(Choice::Onward),
    ];
    let one =
        (choice, any::<u16>(), 0_i64..12, 0_u8..10).prop_map(|(choice, pick, days, panel)| Move {
            choice,
            pick,
            days,
            panel: panel == 0,
        });
    prop::collection::vec(one, LONGEST / 2..=LONGEST)
}

/// The command of a move: any, or the first that is possible in an order that the move shuffles.
fn choose(walk: &Walk, one: &Move, acts: &[AnyAct<Deed>]) -> Command<Deed> {
    let pick = usize::from(one.pick);
    let any = || command_by(acts[pick % acts.len()].clone(), pick % CALLERS);
    if one.choice == Choice::Any {
        return any();
    }
    let wanted = |act: &&AnyAct<Deed>| {
        let step = act.step();
        row_for::<Deed>(step, walk.case.state()).is_some()
            && (one.choice == Choice::Possible || ONWARD.contains(&step))
    };
    let mut all: Vec<(&AnyAct<Deed>, usize)> = acts
        .iter()
        .filter(wanted)
        .flat_map(|act| (0..CALLERS).map(move |caller| (act, caller)))
        .collect();
    let mut random = 2 * u64::from(one.pick) + 1;
    while !all.is_empty() {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let chosen = usize::try_from(random >> 33).unwrap() % all.len();
        let (act, caller) = all.swap_remove(chosen);
        let command = command_by(act.clone(), caller);
        if apply(&walk.case, &command, &walk.setting(), None).is_ok() {
            return command;
        }
    }
    any()
}

/// Walks a sequence; `look` sees the case before every command, and what came of it.
pub(super) fn walk(
    moves: &[Move],
    (filed_by, held_by): (FiledBy, &'static str),
    policy: &Policy,
    mut look: impl FnMut(
        &Walk,
        &Command<Deed>,
        &Result<(Case<Deed>, Vec<Happened<Deed>>), Refused<Deed>>,
    ),
) -> Walk {
    let mut walk = Walk::held_by(held_by, filed_by, policy.clone());
    for (position, one) in moves.iter().enumerate() {
        walk.later(one.days);
        walk.eligibility.panel_required = one.panel;
        let command = choose(&walk, one, &acts(&walk, position));
        let outcome = apply(&walk.case, &command, &walk.setting(), None);
        look(&walk, &command, &outcome);
        if let Ok((case, happened)) = outcome {
            walk.case = case;
            walk.happened = happened;
        }
    }
    walk
}

/// A policy that pauses, extends and restores where Liaocheng's does not.
static LENIENT: LazyLock<Policy> = LazyLock::new(|| {
    let text = LIAOCHENG_FILE
        .replace(
            "exclude_external_time = false",
            "exclude_external_time = true",
        )
        .replace("pause_on_supplement = false", "pause_on_supplement = true")
        .replace("opinion_extension_days = 0", "opinion_extension_days = 30")
        .replace("restorations = 1", "restorations = 2");
    policy_of(&text)
});

pub(super) fn policies() -> impl Strategy<Value = Policy> {
    prop_oneof![Just(liaocheng().clone()), Just(LENIENT.clone())]
}

/// Who filed the case, and whose body took it in.
pub(super) fn filers() -> impl Strategy<Value = (FiledBy, &'static str)> {
    let filed_by = prop_oneof![
        Just(FiledBy::Actor),
        Just(FiledBy::Recommender),
        Just(FiledBy::OwnMotion),
    ];
    (filed_by, prop_oneof![3 => Just(COUNTY), 1 => Just(CITY)])
}
