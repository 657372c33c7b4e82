//! Random sequences of commands that lead somewhere; the same in every run.

use std::sync::Arc;

use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

use super::{
    Trial, Tried,
    people::{CALLERS, CITY, COUNTY, command_by},
};
use crate::{
    policy::Policy,
    procedure::{Act, Case, CaseEvent, Command, FiledBy, IdentityMember, Refused, row_for},
};

/// How many sequences are tried.
pub(super) const SEQUENCES: u32 = 400;

/// The most commands of a sequence.
const LONGEST: usize = 40;

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
    /// What the rules say by then.
    roll: u8,
}

/// A sequence, with how its case was opened.
#[derive(Debug, Clone)]
pub(super) struct Sequence {
    moves: Vec<Move>,
    filed_by: FiledBy,
    held_by: &'static str,
    policy: Arc<Policy>,
}

/// What came of a command.
pub(crate) type Outcome<P> = Result<(Case<P>, Vec<CaseEvent<P>>), Refused<P>>;

/// A command as it was tried.
#[derive(Debug)]
pub(crate) struct Attempt<'a, P: Tried> {
    /// The case before it.
    pub(crate) trial: &'a Trial<P>,
    /// What was tried.
    pub(crate) command: &'a Command<P>,
    /// What came of it.
    pub(crate) outcome: &'a Outcome<P>,
}

fn sequences<P: Tried>() -> impl Strategy<Value = Sequence> {
    let choice = prop_oneof![
        1 => Just(Choice::Any),
        2 => Just(Choice::Possible),
        7 => Just(Choice::Onward),
    ];
    let one =
        (choice, any::<u16>(), 0_i64..12, 0_u8..20).prop_map(|(choice, pick, days, roll)| Move {
            choice,
            pick,
            days,
            roll,
        });
    let moves = prop::collection::vec(one, LONGEST / 2..=LONGEST);
    let filed_by = prop_oneof![
        Just(FiledBy::Actor),
        Just(FiledBy::Recommender),
        Just(FiledBy::OwnMotion),
    ];
    let held_by = prop_oneof![3 => Just(COUNTY), 1 => Just(CITY)];
    let policies: Vec<Arc<Policy>> = P::policies().into_iter().map(Arc::new).collect();
    let policy = prop::sample::select(policies);
    (moves, filed_by, held_by, policy).prop_map(|(moves, filed_by, held_by, policy)| Sequence {
        moves,
        filed_by,
        held_by,
        policy,
    })
}

/// Tries so many sequences, the same in every run.
pub(super) fn try_all<P: Tried>(cases: u32, test: impl Fn(&Sequence)) {
    let config = Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    };
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(config, random);
    let tried = runner.run(&sequences::<P>(), |sequence| {
        test(&sequence);
        Ok(())
    });
    tried.unwrap_or_else(|error| panic!("{error}"));
}

/// A random order in which things are looked at.
pub(super) struct Shuffle(u64);

impl Shuffle {
    pub(super) fn new(seed: u64) -> Self {
        Self(2 * seed + 1)
    }

    /// A place below `len`.
    pub(super) fn below(&mut self, len: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % len
    }
}

/// The first command that is possible now, in a shuffled order of the acts that are wanted.
pub(super) fn possible<P: Tried>(
    trial: &Trial<P>,
    acts: &[Act<P>],
    random: &mut Shuffle,
    wanted: impl Fn(&Act<P>) -> bool,
) -> Option<Command<P>> {
    let mut all: Vec<(&Act<P>, usize)> = acts
        .iter()
        .filter(|act| row_for::<P>(act.step(), trial.case.state()).is_some() && wanted(act))
        .flat_map(|act| (0..CALLERS).map(move |caller| (act, caller)))
        .collect();
    while !all.is_empty() {
        let (act, caller) = all.swap_remove(random.below(all.len()));
        let command = command_by(act.clone(), caller);
        if trial.attempt(&command).is_ok() {
            return Some(command);
        }
    }
    None
}

/// The command of a move: any, or the first that is possible in an order that the move shuffles.
fn choose<P: Tried>(trial: &Trial<P>, one: &Move, acts: &[Act<P>]) -> Command<P> {
    let pick = usize::from(one.pick);
    let any = || command_by(acts[pick % acts.len()].clone(), pick % CALLERS);
    if one.choice == Choice::Any {
        return any();
    }
    let wanted = |act: &Act<P>| one.choice == Choice::Possible || P::is_onward(act.step());
    let mut random = Shuffle::new(one.pick.into());
    possible(trial, acts, &mut random, wanted).unwrap_or_else(any)
}

/// Walks a sequence; `look` sees the case before every command, and what came of it.
pub(super) fn walk<P: Tried>(
    sequence: &Sequence,
    mut look: impl FnMut(&Attempt<'_, P>),
) -> Trial<P> {
    let Sequence {
        moves,
        filed_by,
        held_by,
        policy,
    } = sequence;
    let mut trial = Trial::held_by(held_by, *filed_by, policy.clone());
    for (position, one) in moves.iter().enumerate() {
        trial.later(one.days);
        trial.rules = Some(P::rules_at(one.roll));
        let unchanged = trial.case.clone();
        if P::is_named(&trial.case) && one.roll > 9 {
            let members = vec![IdentityMember::Name];
            let (case, _) = trial.case.identified(members, None, trial.today);
            trial.case = case;
        }
        let new = u128::try_from(position).unwrap() + 1;
        let command = choose(&trial, one, &P::candidates(&trial, new));
        let outcome = trial.attempt(&command);
        look(&Attempt {
            trial: &trial,
            command: &command,
            outcome: &outcome,
        });
        match outcome {
            Ok((case, events)) => {
                trial.case = case;
                trial.events = events;
            }
            Err(_) => trial.case = unchanged,
        }
    }
    trial
}
