//! Everybody with a confirmation or recognition that stands, and whether the household still waits for its
//! plaque: kept beside the cases, so that a page of those who wait costs the same however many have one.

use std::collections::{BTreeMap, BTreeSet};

use domain::deeds::{Deed, State as DeedState};
use domain::ids::{HouseholdId, PersonId};
use domain::named::NamedEnum as _;
use domain::out_of_city::{Recognition, State as RecognitionState};
use domain::plaques::State;
use domain::procedure::Procedure;
use domain::regions::RegionCode;

use crate::cases::CaseOnFile;
use crate::prelude::*;
use crate::schema::{
    cases, household_members as members, households, people, plaque_heroes as heroes, plaques,
};
use crate::{households as homes, people as persons};

/// Somebody whose household has no plaque yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entitled {
    pub person: PersonId,
    pub household: Option<HouseholdId>,
    pub region: RegionCode,
}

type Row = (PersonId, Option<Col<HouseholdId>>, RegionCode);

/// Those whose household, or who themselves where no household is on file, have no plaque and declined none,
/// newest files first.
pub fn waiting(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    keyset: &Keyset<PersonId>,
) -> Result<Page<Entitled>, StoreError> {
    newest_first!(
        reader,
        keyset,
        || {
            let query = heroes::table.filter(heroes::waiting.eq(true)).into_boxed();
            match scope.codes().as_deref() {
                // The one region is a part of the index that gives the order.
                Some([code]) => query.filter(heroes::region_code.eq((*code).to_owned())),
                Some(codes) => query.filter(heroes::region_code.eq_any(
                    codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>(),
                )),
                None => query,
            }
        },
        heroes::person_id,
        (heroes::person_id, heroes::household_id, heroes::region_code) => Row,
        |(person, household, region)| Ok(Entitled {
            person,
            household: household.map(|household| household.0),
            region,
        })
    )
}

/// What stands of a procedure's honours, by the states of its cases.
fn standing() -> [(&'static str, Vec<&'static str>); 2] {
    [
        (
            Deed::NAME,
            vec![
                DeedState::Confirmed.as_str(),
                DeedState::IntendedRevocation.as_str(),
            ],
        ),
        (
            Recognition::NAME,
            vec![
                RecognitionState::Recognised.as_str(),
                RecognitionState::IntendedRevocation.as_str(),
            ],
        ),
    ]
}

/// After a step in a deed or a recognition: an honour may have come to be, or have ended.
pub(crate) fn honours_changed<P>(
    tx: &mut Tx<'_>,
    saved: &[&CaseOnFile<P>],
) -> Result<(), StoreError>
where
    P: Procedure<About = PersonId>,
{
    let all = standing();
    let states = all.iter().filter(|(procedure, _)| *procedure == P::NAME);
    let stands: Vec<&str> = states.flat_map(|(_, states)| states).copied().collect();
    let is_honour = |state: P::State| stands.contains(&state.as_str());
    let touched = saved.iter().filter(|one| {
        let last = one.case.history().last();
        is_honour(one.case.state()) || last.is_some_and(|step| is_honour(step.from))
    });
    let named: Vec<PersonId> = touched.map(|one| one.person).collect();
    if named.is_empty() {
        return Ok(());
    }
    let survivors = persons::survivors(tx, &named)?;
    refresh(tx, &survivors.into_values().collect())
}

/// Writes anew of some people, and of whoever lives with them, whether they wait for a plaque.
pub(crate) fn refresh(tx: &mut Tx<'_>, named: &BTreeSet<PersonId>) -> Result<(), StoreError> {
    let lived_in: BTreeSet<HouseholdId> = homes::of_people(tx, named)?
        .into_iter()
        .map(|(_, household)| household)
        .collect();
    for household in &lived_in {
        homes::lock(tx, *household)?;
    }
    let living: Vec<(PersonId, HouseholdId)> = members::table
        .filter(members::household_id.eq_any(texts(&lived_in)))
        .select((members::person_id, members::household_id))
        .load(tx.connection)?;
    let living: BTreeMap<PersonId, HouseholdId> = living.into_iter().collect();
    let all: BTreeSet<PersonId> = named
        .iter()
        .copied()
        .chain(living.keys().copied())
        .collect();
    let households = settled(tx, &lived_in)?;
    let honoured = honoured(tx, &all)?;
    diesel::delete(heroes::table.filter(heroes::person_id.eq_any(texts(&all))))
        .execute(tx.connection)?;
    let rows = honoured
        .into_iter()
        .map(|(person, own_region)| {
            let home = living.get(&person);
            let home = home.and_then(|household| Some((*household, households.get(household)?)));
            let region = home.map_or(own_region, |(_, (region, _))| *region);
            let settled = home.is_some_and(|(_, (_, settled))| *settled);
            (
                heroes::person_id.eq(Col(person)),
                heroes::household_id.eq(Col(home.map(|(household, _)| household))),
                heroes::region_code.eq(Col(region)),
                heroes::waiting.eq(!settled),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, heroes::table, rows)?;
    Ok(())
}

/// The region of each household, and whether it has a plaque, is to get one or declined it.
fn settled(
    tx: &mut Tx<'_>,
    wanted: &BTreeSet<HouseholdId>,
) -> Result<BTreeMap<HouseholdId, (RegionCode, bool)>, StoreError> {
    let found: Vec<(HouseholdId, RegionCode)> = households::table
        .filter(households::id.eq_any(texts(wanted)))
        .select((households::id, households::region_code))
        .load(tx.connection)?;
    let theirs: Vec<(HouseholdId, bool, String)> = plaques::table
        .filter(plaques::household_id.eq_any(texts(wanted)))
        .order(plaques::file_id.asc())
        .select((plaques::household_id, plaques::active, plaques::state))
        .load(tx.connection)?;
    Ok(found
        .into_iter()
        .map(|(id, region)| {
            let mut of_household = theirs.iter().filter(|(household, ..)| *household == id);
            let active = of_household.clone().any(|(_, active, _)| *active);
            let last = of_household.next_back();
            let declined = last.is_some_and(|(.., state)| state == State::Declined.as_str());
            (id, (region, active || declined))
        })
        .collect())
}

/// Those among some people who hold an honour that stands, each with the region that keeps the file.
fn honoured(
    tx: &mut Tx<'_>,
    wanted: &BTreeSet<PersonId>,
) -> Result<BTreeMap<PersonId, RegionCode>, StoreError> {
    let wanted: Vec<PersonId> = wanted.iter().copied().collect();
    let files = persons::files_with_survivors(tx, &wanted)?;
    let written_in: Vec<PersonId> = files.iter().map(|(file, _)| *file).collect();
    let mut holders: BTreeSet<PersonId> = BTreeSet::new();
    for (procedure, states) in standing() {
        let found: Vec<PersonId> = cases::table
            .filter(cases::person_id.eq_any(texts(&written_in)))
            .filter(cases::procedure.eq(procedure))
            .filter(cases::state.eq_any(states))
            .select(cases::person_id.assume_not_null())
            .load(tx.connection)?;
        holders.extend(found);
    }
    let survivors: BTreeSet<PersonId> = files
        .into_iter()
        .filter(|(file, _)| holders.contains(file))
        .map(|(_, survivor)| survivor)
        .collect();
    let regions: Vec<(PersonId, RegionCode)> = people::table
        .filter(people::id.eq_any(texts(&survivors)))
        .select((people::id, people::region_code))
        .load(tx.connection)?;
    Ok(regions.into_iter().collect())
}
