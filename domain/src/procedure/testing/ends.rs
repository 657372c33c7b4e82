//! No state waits for somebody who cannot act here.

use super::{
    Trial, Tried,
    people::officer_of,
    reached::open_cases,
    sequences::{Shuffle, possible},
};
use crate::{named::NamedEnum, procedure::actions};

/// How many ways are tried to bring a case to an end; most cases need one.
const WAYS: u64 = 200;

/// The most steps of one.
const STEPS: u128 = 40;

/// From every case that is not final a sequence of steps leads to a final state that officers of
/// counties and of the city, and parties, can take, days passing; nobody has to give up for it.
pub(crate) fn no_dead_end<P: Tried>() {
    for trial in open_cases::<P>().iter() {
        let state = trial.case.state().as_str();
        let holder = trial.case.holder();
        let rules = trial.rules;
        assert!(
            leads_to_an_end(trial),
            "`{state}`, held by {holder:?} while the rules say {rules:?}, leads to no end: {}",
            in_the_way(trial)
        );
    }
}

/// What stands in the way of each step of the state, for the body that holds the case.
fn in_the_way<P: Tried>(trial: &Trial<P>) -> String {
    let who = officer_of(trial.case.holder());
    let context = trial.context();
    let all = actions(&trial.case, &who, &context);
    let of_state = all
        .iter()
        .filter(|action| action.row.from.contains(&trial.case.state()));
    let lines: Vec<String> = of_state
        .map(|action| {
            let unmet = action.unmet.iter().map(|unmet| unmet.condition.as_str());
            let unmet: Vec<&str> = unmet.collect();
            format!("{} {unmet:?}", action.step.as_str())
        })
        .collect();
    lines.join("; ")
}

/// Whether a case can be brought to an end without anybody giving up.
pub(crate) fn leads_to_an_end<P: Tried>(trial: &Trial<P>) -> bool {
    (0..WAYS).any(|way| is_an_end(trial.clone(), &mut Shuffle::new(way)))
}

fn is_an_end<P: Tried>(mut trial: Trial<P>, random: &mut Shuffle) -> bool {
    for step in 0..STEPS {
        if P::is_final(trial.case.state()) {
            return true;
        }
        let days = random.below(12);
        trial.later(i64::try_from(days).unwrap());
        // New ids differ from those of the sequence that led here.
        let acts = P::candidates(&trial, 1000 + step);
        let wanted = |step| P::is_onward(step) && !P::gives_up(step);
        let next = possible(&trial, &acts, random, |act| wanted(act.step()));
        if let Some(command) = next
            && let Ok((case, _)) = trial.attempt(&command)
        {
            trial.case = case;
        }
    }
    P::is_final(trial.case.state())
}
