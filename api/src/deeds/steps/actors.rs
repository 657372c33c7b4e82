//! The actors of a deed, those that a step names among them.

use domain::error::{Coded, FieldErrors};
use persistence::deeds::Actor;

use super::input::Wanted;
use crate::problems::Problem;

/// A step names somebody who is not there, or one certificate for several people.
pub(super) enum NameFault {
    /// No actor of the deed has that id.
    Actor,
    /// No active officer has it.
    Officer,
    /// Everybody gets a certificate with a number of its own.
    Certificate,
    /// A document of that kind has that number already.
    NumberUsed,
}

impl Coded for NameFault {
    fn code(&self) -> &'static str {
        match self {
            Self::Actor => "actor_unknown",
            Self::Officer => "officer_unknown",
            Self::Certificate => "certificate_of_one",
            Self::NumberUsed => "number_used",
        }
    }
}

/// The actors that a step names.
pub(super) fn named(actors: &[Actor], wanted: &Wanted) -> Result<Vec<Actor>, Problem> {
    let Some(ids) = &wanted.actors else {
        return Ok(actors.to_vec());
    };
    let mut errors = FieldErrors::new();
    for (index, id) in ids.iter().enumerate() {
        if !actors.iter().any(|actor| actor.id == *id) {
            errors.push(format!("/actor_ids/{index}"), &NameFault::Actor);
        }
    }
    errors.into_result().map_err(Problem::invalid_data)?;
    let named = actors.iter().filter(|actor| ids.contains(&actor.id));
    Ok(named.cloned().collect())
}

/// All actors as they are after the step.
pub(super) fn merged<T>(actors: Vec<Actor>, changed: &[(Actor, T)]) -> Vec<Actor> {
    actors
        .into_iter()
        .map(|before| {
            let after = changed.iter().find(|(actor, _)| actor.id == before.id);
            after.map_or(before, |(actor, _)| actor.clone())
        })
        .collect()
}

/// The region of the body of first instance, where all actors have the same.
pub(super) fn shared_region(actors: &[Actor]) -> Option<domain::regions::RegionCode> {
    let mut regions = actors
        .iter()
        .map(|actor| actor.case.first_instance().region);
    let first = regions.next()?;
    regions.all(|region| region == first).then_some(first)
}
