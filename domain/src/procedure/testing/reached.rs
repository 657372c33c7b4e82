//! The situations in which the cases of the sequences were found.

use std::{
    any::{Any, TypeId},
    cell::RefCell,
    collections::BTreeMap,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use super::{
    Trial, Tried,
    sequences::{SEQUENCES, try_all, walk},
};
use crate::{named::NamedEnum, procedure::Clock};

/// One case for each situation that the sequences reach and in which something is still to be done, because the
/// state is not final or something follows in it: the state, the bodies,
/// what the case returns to, which clocks run or stand, whether
/// their last days are known, who still waits, what follows by
/// itself, and what the rules say.
///
/// They are found once for all tests of a procedure.
pub(super) fn open_cases<P: Tried>() -> Arc<Vec<Trial<P>>> {
    type Found = Arc<OnceLock<Arc<dyn Any + Send + Sync>>>;
    static FOUND: Mutex<BTreeMap<TypeId, Found>> = Mutex::new(BTreeMap::new());

    let of_procedure = {
        let mut found = FOUND.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(found.entry(TypeId::of::<P>()).or_default())
    };
    let found = of_procedure.get_or_init(|| Arc::new(find_open_cases::<P>()));
    Arc::clone(found).downcast().unwrap()
}

fn find_open_cases<P: Tried>() -> Vec<Trial<P>> {
    let found = RefCell::new(BTreeMap::new());
    try_all::<P>(SEQUENCES, |sequence| {
        let note = |trial: &Trial<P>| {
            let follows = P::follows(&trial.case, &trial.context()).is_some();
            if follows || !P::is_final(trial.case.state()) {
                let mut found = found.borrow_mut();
                found
                    .entry(situation(trial))
                    .or_insert_with(|| trial.clone());
            }
        };
        note(&walk::<P>(sequence, |attempt| note(attempt.trial)));
    });
    found.into_inner().into_values().collect()
}

fn situation<P: Tried>(trial: &Trial<P>) -> String {
    let case = &trial.case;
    let clocks: Vec<_> = case
        .clocks()
        .iter()
        .filter(|clock| clock.is_open())
        .map(|clock| {
            let reckoned = clock.due(trial.context().calendar).is_ok();
            let paused = Clock::is_paused(clock);
            (clock.kind(), clock.party(), paused, reckoned)
        })
        .collect();
    let follows = P::follows(case, &trial.context()).map(|clock| clock.kind());
    format!(
        "{} {:?} {:?} {:?} {:?} {clocks:?} {follows:?}",
        case.state().as_str(),
        case.holder(),
        case.returns_to(),
        case.parties_waiting(),
        trial.rules,
    )
}
