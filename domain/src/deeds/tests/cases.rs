//! A case in each state, and an act of each step.

use std::collections::BTreeSet;

use super::{candidates::acts, *};

/// A case that came the plain way into a state, with the body that holds it.
pub(super) fn in_state(state: State) -> Walk {
    let mut walk = Walk::filed_by(FiledBy::Recommender, liaocheng().clone());
    match state {
        State::Reported => &mut walk,
        State::InAssessment => walk.assessed(),
        State::IntendedConfirmation => walk.intended(),
        State::InPublication => walk.published(),
        State::Confirmed => walk.confirmed(),
        State::IntendedRefusal => walk.about_to_be_refused(),
        State::Refused => walk.refused(),
        State::InReconfirmation => walk.in_reconfirmation(),
        State::RefusedFinally => walk.in_reconfirmation().step(refuse_finally()),
        State::Suspended => walk.assessed().suspended(),
        State::Transferred => walk.transferred(),
        State::Withdrawn => {
            walk = Walk::filed_by(FiledBy::Actor, liaocheng().clone());
            walk.withdrawn()
        }
        State::HandedOver => walk.step(outside_transfer()),
        State::IntendedRevocation => walk.about_to_be_revoked(),
        State::Redirected => {
            walk.eligibility().place = Some(crate::regions::Place::Region(region("340600")));
            walk.step(redirection())
        }
        State::Revoked => walk.revoked(),
    };
    assert_eq!(walk.case.state(), state);
    walk
}

/// A case that the city holds after it found for the party, in a state that follows from that.
fn at_the_next_level(state: State) -> Option<Walk> {
    let mut walk = Walk::filed_by(FiledBy::Recommender, liaocheng().clone());
    walk.approved_above();
    match state {
        State::IntendedConfirmation => {}
        State::InPublication => {
            walk.step(publication());
        }
        State::Confirmed => {
            walk.step(publication()).later(10).step(confirmation());
        }
        State::Suspended => {
            walk.suspended();
        }
        _ => return None,
    }
    Some(walk)
}

/// The first candidate of each step.
pub(super) fn one_of_each(walk: &Walk) -> Vec<AnyAct<Deed>> {
    let mut seen = BTreeSet::new();
    let mut acts = acts(walk, 56);
    acts.push(evidence(99).into());
    acts.retain(|act| seen.insert(act.step()));
    assert_eq!(seen.len(), crate::procedure::steps::<Deed>().len());
    acts
}

/// Every step in every state in which it is possible.
pub(super) fn each_possible(mut look: impl FnMut(&Walk, AnyAct<Deed>)) {
    for &state in State::ALL {
        for walk in [Some(in_state(state)), at_the_next_level(state)] {
            let walk = walk.iter().flat_map(|walk| {
                let acts = one_of_each(walk).into_iter();
                acts.map(move |act| (walk, act))
            });
            for (walk, act) in walk {
                if !walk.stopped(act.clone()).contains(&"state") {
                    look(walk, act);
                }
            }
        }
    }
}
