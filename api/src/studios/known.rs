//! What is known of a studio's name from what is on file: the leader, the honours, other studios.

use domain::honours::Honour;
use domain::ids::{PersonId, StudioId};
use domain::people::{LifeStatus, Person};
use domain::policy::PolicySet;
use domain::studios::{HeldHonour, Studio, StudioNameFacts};
use persistence::{Tx, cases, people, studios};

use super::Leader;
use crate::honours::of_people;
use crate::problems::Problem;

/// The facts that follow from the leader's file and the leader's other studios.
pub(super) fn of_leader(
    facts: StudioNameFacts,
    person: &Person,
    others: &[Leader],
) -> StudioNameFacts {
    let file = &person.file;
    let named = others.iter().filter(|one| one.case.state().is_named());
    StudioNameFacts {
        leader_name: Some(file.name.clone()),
        deceased: match file.life_status {
            LifeStatus::Living => Some(false),
            LifeStatus::Deceased => Some(true),
            LifeStatus::Unknown => None,
        },
        existing_studios: u32::try_from(named.count()).ok(),
        ..facts
    }
}

/// What is known of a case now. The leader's other studios count where they bear a name.
pub(super) fn known_now(one: &Leader, person: &Person, others: &[Leader]) -> StudioNameFacts {
    of_leader(one.facts.clone(), person, others)
}

/// The facts with what stands elsewhere: the leader's honours, and who has the name.
pub(super) fn looked_up(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    (studio, leader): (Option<StudioId>, PersonId),
    facts: StudioNameFacts,
) -> Result<StudioNameFacts, Problem> {
    let held = of_people(tx, policies, &[leader])?.remove(&leader);
    let honours = held.unwrap_or_default();
    let name_taken = match &facts.proposed_name {
        Some(name) => {
            studios::lock_name(tx, name)?;
            let having = studios::having_name(tx, name)?;
            Some(having.is_some_and(|other| Some(other) != studio))
        }
        None => None,
    };
    Ok(StudioNameFacts {
        honours: Some(honours.iter().filter_map(held_honour).collect()),
        name_taken,
        ..facts
    })
}

/// An honour that has a level: a confirmation has none.
fn held_honour(honour: &Honour) -> Option<HeldHonour> {
    Some(HeldHonour {
        level: honour.level?,
        revoked: !honour.stands,
    })
}

/// The facts of a person who is to lead a studio, from what is on file. The caller has been shown to reach
/// the person. None where there is no such person.
pub(crate) fn stored_facts(
    tx: &mut Tx<'_>,
    policies: &PolicySet,
    leader: PersonId,
    facts: StudioNameFacts,
) -> Result<Option<StudioNameFacts>, Problem> {
    let Some(person) = people::find_surviving(tx, &[leader])?.remove(&leader) else {
        return Ok(None);
    };
    let others = cases::others_of::<Studio>(tx, &[leader])?.remove(&leader);
    let facts = of_leader(facts, &person, &others.unwrap_or_default());
    looked_up(tx, policies, (None, leader), facts).map(Some)
}
