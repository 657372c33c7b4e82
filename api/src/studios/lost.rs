//! What the end of an honour means for the studio of whom held it (STUDIO-WITHDRAW).

use std::collections::BTreeSet;

use domain::ids::{PersonId, StudioId};
use domain::studios::{Act, State, Studio};
use persistence::audit::Change;
use persistence::cases;

use crate::commands::Acting;
use crate::honours::of_people;
use crate::policies;
use crate::policy::Policies;
use crate::problems::Problem;
use crate::procedure::{Signed, follow};

/// Takes the step by which a studio loses its name, or its proposal ends, for each of these people who holds
/// no honour of the level of policy any more. Who revoked the honour signs it.
pub(crate) fn honour_ended(
    acting: &mut Acting<'_, '_>,
    policies: &Policies,
    people: &[PersonId],
    signed: &Signed,
) -> Result<Vec<Change>, Problem> {
    let held = of_people(acting.tx, policies.set(), people)?;
    let policy = policies
        .set()
        .in_force_on(acting.tx.today())
        .map_err(policies::problem)?;
    let least = policy.terms().studio_name.minimum_level;
    let lost = people.iter().filter(|person| {
        let honours = held.get(*person).into_iter().flatten();
        !honours
            .filter(|honour| honour.stands)
            .any(|honour| honour.level >= Some(least))
    });
    let lost: Vec<PersonId> = lost.copied().collect();
    let theirs = cases::others_of::<Studio>(acting.tx, &lost)?;
    let concerned = theirs.values().flatten();
    let concerned: BTreeSet<StudioId> = concerned
        .filter(|one| ends_in(one.case.state()))
        .map(|one| one.file)
        .collect();
    let mut changes = Vec::new();
    for studio in concerned {
        let act = (Act::HonourLoss, signed);
        changes.extend(follow::<Studio>(acting, policies, studio, |_| true, act)?);
    }
    Ok(changes)
}

/// Whether the loss ends the name or the proposal in a state. A case that is suspended or on its way to another body
/// is stopped by the rules before it is named.
const fn ends_in(state: State) -> bool {
    matches!(
        state,
        State::Proposed
            | State::InReview
            | State::IntendedRefusal
            | State::Approved
            | State::Active
            | State::Rectifying
    )
}
