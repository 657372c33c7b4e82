//! What is known of a plaque: the honours of its heroes, and who else lives with them.

use std::collections::{BTreeMap, BTreeSet};

use domain::honours::Honour;
use domain::ids::{HouseholdId, PersonId, PlaqueId};
use domain::people::LifeStatus;
use domain::plaques::{HeldHonour, PlaqueFacts};
use domain::policy::PolicySet;
use persistence::{households, people, plaques};

use crate::commands::Acting;
use crate::honours;
use crate::problems::Problem;

/// A plaque as far as its facts depend on it.
pub(super) struct Asked<'a> {
    pub(super) household: HouseholdId,
    /// Its own id, once it has one.
    pub(super) plaque: Option<PlaqueId>,
    /// Whose names it bears.
    pub(super) heroes: &'a [PersonId],
}

/// What is known of each hero now, under the id that was named; the rest stays as `before` has it.
pub(super) fn known(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    asked: &Asked<'_>,
    before: &PlaqueFacts,
) -> Result<BTreeMap<PersonId, PlaqueFacts>, Problem> {
    let members = households::members_of(acting.tx, asked.household)?;
    let survivors = people::survivors(acting.tx, asked.heroes)?;
    let bearers: BTreeSet<PersonId> = survivors.values().copied().collect();
    let all: Vec<PersonId> = members.union(&bearers).copied().collect();
    let held = honours::of_people(acting.tx, policies, &all)?;
    let entitled = |person: &PersonId| {
        let theirs = held.get(person);
        theirs.is_some_and(|theirs| theirs.iter().any(Honour::entitles_to_plaque))
    };
    let of_household: BTreeSet<PersonId> = members.iter().copied().filter(entitled).collect();
    let other = plaques::active_of(acting.tx, asked.household)?;
    let files = people::find_surviving(acting.tx, asked.heroes)?;
    let life = |id: &PersonId| {
        files
            .get(id)
            .and_then(|person| match person.file.life_status {
                LifeStatus::Living => Some(false),
                LifeStatus::Deceased => Some(true),
                LifeStatus::Unknown => None,
            })
    };
    let lives: Vec<Option<bool>> = asked.heroes.iter().map(life).collect();
    let hero_lives = if lives.contains(&Some(false)) {
        Some(true)
    } else if lives.contains(&None) {
        None
    } else {
        Some(false)
    };
    Ok(asked
        .heroes
        .iter()
        .map(|id| {
            let own = survivors.get(id).and_then(|survivor| held.get(survivor));
            let facts = PlaqueFacts {
                honours: Some(own.into_iter().flatten().map(as_held).collect()),
                household_entitled: Some(!of_household.is_empty()),
                names_fit: Some(of_household == bearers),
                household_has_plaque: Some(other.is_some() && other != asked.plaque),
                deceased: life(id),
                hero_lives,
                ..before.clone()
            };
            (*id, facts)
        })
        .collect())
}

fn as_held(honour: &Honour) -> HeldHonour {
    HeldHonour {
        kind: honour.kind,
        stands: honour.stands,
        on: honour.on,
    }
}

/// Those of a household who hold an honour that entitles it.
pub(super) fn heroes_of(
    acting: &mut Acting<'_, '_>,
    policies: &PolicySet,
    household: HouseholdId,
) -> Result<Vec<PersonId>, Problem> {
    let members = households::members_of(acting.tx, household)?;
    let members: Vec<PersonId> = members.into_iter().collect();
    let held = honours::of_people(acting.tx, policies, &members)?;
    let entitled = held
        .into_iter()
        .filter(|(_, theirs)| theirs.iter().any(Honour::entitles_to_plaque));
    Ok(entitled.map(|(person, _)| person).collect())
}
