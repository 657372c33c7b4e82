use super::{Deed, State, conditions::opinion};
use crate::procedure::{Case, FactsStand};

/// Why the facts can no longer be put right; none while they can.
pub(super) fn facts_stand(case: &Case<Deed>) -> Option<FactsStand> {
    let heard = || opinion::prior_notice(case).is_some();
    match case.state() {
        State::IntendedRefusal | State::Suspended if heard() => Some(FactsStand::Told),
        State::Reported
        | State::InAssessment
        | State::IntendedConfirmation
        | State::IntendedRefusal
        | State::Suspended
        | State::Transferred => None,
        State::InPublication => Some(FactsStand::Published),
        // The next level looks at what was decided; once it agrees, it may put facts right itself.
        State::InReconfirmation
        | State::Confirmed
        | State::Refused
        | State::RefusedFinally
        | State::Redirected
        | State::HandedOver
        | State::IntendedRevocation
        | State::Revoked => Some(FactsStand::Decided),
        State::Withdrawn => Some(FactsStand::Withdrawn),
    }
}
