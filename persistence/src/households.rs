//! Households: people on file who live together, each in one household at a time.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::ids::{HouseholdId, PersonId};
use domain::regions::RegionCode;

use crate::people;
use crate::plaques::heroes;
use crate::prelude::*;
use crate::schema::{household_members as members, households};

/// A household with its members, in the order of their ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Household {
    pub id: HouseholdId,
    pub region: RegionCode,
    pub members: BTreeSet<PersonId>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    pub person: Option<PersonId>,
}

#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = households)]
struct Row {
    id: Col<HouseholdId>,
    region_code: Col<RegionCode>,
    version: i64,
    created_at: Col<DateTime<Utc>>,
    updated_at: Col<DateTime<Utc>>,
}

impl Row {
    fn with(self, members: BTreeSet<PersonId>) -> Household {
        Household {
            id: self.id.0,
            region: self.region_code.0,
            members,
            version: self.version,
            created_at: self.created_at.0,
            updated_at: self.updated_at.0,
        }
    }
}

/// Locks a household: who decides on its one plaque decides on it as the one before left it. It is taken after
/// people and files.
pub fn lock(tx: &mut Tx<'_>, id: HouseholdId) -> Result<(), StoreError> {
    tx.lock(format!("household/{id}").as_bytes())
}

/// Registers a household with its first members.
pub fn insert(
    tx: &mut Tx<'_>,
    region: RegionCode,
    named: BTreeSet<PersonId>,
    id: HouseholdId,
) -> Result<Household, StoreError> {
    let household = Household {
        id,
        region,
        members: named,
        version: 1,
        created_at: tx.now(),
        updated_at: tx.now(),
    };
    let row = (
        households::id.eq(Col(id)),
        households::region_code.eq(Col(region)),
        households::version.eq(1_i64),
        households::created_at.eq(Col(household.created_at)),
        households::updated_at.eq(Col(household.updated_at)),
    );
    insert!(tx.connection, households::table, row)?;
    enter(tx, id, &household.members)?;
    heroes::refresh(tx, &household.members)?;
    Ok(household)
}

fn enter(tx: &mut Tx<'_>, id: HouseholdId, people: &BTreeSet<PersonId>) -> Result<(), StoreError> {
    let rows = people
        .iter()
        .map(|person| {
            (
                members::person_id.eq(Col(*person)),
                members::household_id.eq(Col(id)),
            )
        })
        .collect();
    insert_all!(&mut *tx.connection, members::table, rows)?;
    Ok(())
}

/// The household of that id within the caller's regions.
pub fn find(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    id: HouseholdId,
) -> Result<Option<Household>, StoreError> {
    let query = households::table.find(Col(id)).into_boxed();
    let query = within!(query, scope, households::region_code);
    let row: Option<Row> = query
        .select(Row::as_select())
        .get_result(reader.connection)
        .optional()?;
    row.map(|row| Ok(row.with(members_of(reader, id)?)))
        .transpose()
}

/// Who lives in a household.
pub fn members_of(
    reader: &mut Reader<'_>,
    id: HouseholdId,
) -> Result<BTreeSet<PersonId>, StoreError> {
    let found: Vec<PersonId> = members::table
        .filter(members::household_id.eq(Col(id)))
        .select(members::person_id)
        .load(reader.connection)?;
    Ok(found.into_iter().collect())
}

/// In which household each of some people lives.
pub fn of_people(
    reader: &mut Reader<'_>,
    named: &BTreeSet<PersonId>,
) -> Result<Vec<(PersonId, HouseholdId)>, StoreError> {
    Ok(members::table
        .filter(members::person_id.eq_any(texts(named)))
        .select((members::person_id, members::household_id))
        .load(reader.connection)?)
}

/// The households within the caller's regions, newest first, with their members.
pub fn list(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    filter: Filter,
    keyset: &Keyset<HouseholdId>,
) -> Result<Page<Household>, StoreError> {
    let of_person = match filter.person {
        Some(person) => {
            // Of a file that the caller may not read nobody learns into which it was merged.
            let files = match people::find_readable(reader, scope, person)? {
                Some(_) => people::survivors(reader, &[person])?
                    .into_values()
                    .collect(),
                None => BTreeSet::from([person]),
            };
            let found = of_people(reader, &files)?;
            Some(found.into_iter().map(|(_, id)| id).collect::<BTreeSet<_>>())
        }
        None => None,
    };
    let rows: Page<Row> = page(reader, scope, of_person.as_ref(), keyset)?;
    let ids: Vec<HouseholdId> = rows.items.iter().map(|row| row.id.0).collect();
    let all: Vec<(HouseholdId, PersonId)> = members::table
        .filter(members::household_id.eq_any(texts(&ids)))
        .select((members::household_id, members::person_id))
        .load(reader.connection)?;
    Ok(rows.map(|row| {
        let id = row.id.0;
        let theirs = all.iter().filter(|(household, _)| *household == id);
        let theirs = theirs.map(|(_, person)| *person).collect();
        row.with(theirs)
    }))
}

fn page(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    only: Option<&BTreeSet<HouseholdId>>,
    keyset: &Keyset<HouseholdId>,
) -> Result<Page<Row>, StoreError> {
    newest_first!(
        reader,
        keyset,
        || {
            let query = households::table.into_boxed();
            let query = within!(query, scope, households::region_code);
            match only {
                Some(ids) => query.filter(households::id.eq_any(texts(ids))),
                None => query,
            }
        },
        households::id,
        Row::as_select() => Row
    )
}

/// Somebody comes to live in a household, whose next version this is.
pub fn add(tx: &mut Tx<'_>, household: &mut Household, person: PersonId) -> Result<(), StoreError> {
    household.members.insert(person);
    written(tx, household)?;
    enter(tx, household.id, &BTreeSet::from([person]))?;
    heroes::refresh(tx, &household.members)
}

/// Somebody moves out, which makes another version of the household.
pub fn remove(
    tx: &mut Tx<'_>,
    household: &mut Household,
    person: PersonId,
) -> Result<(), StoreError> {
    household.members.remove(&person);
    written(tx, household)?;
    diesel::delete(members::table.find(Col(person))).execute(tx.connection)?;
    let concerned = household.members.iter().copied().chain([person]).collect();
    heroes::refresh(tx, &concerned)
}

/// The household goes to the region to which the family moved.
pub fn moved(
    tx: &mut Tx<'_>,
    household: &mut Household,
    region: RegionCode,
) -> Result<(), StoreError> {
    household.region = region;
    written(tx, household)?;
    heroes::refresh(tx, &household.members)
}

/// A file of a person was merged into another: the person lives where the file that survives says, or else where
/// the other one did. The household that changed, if one did.
pub fn merged(
    tx: &mut Tx<'_>,
    absorbed: PersonId,
    survivor: PersonId,
) -> Result<Option<Household>, StoreError> {
    let both = BTreeSet::from([absorbed, survivor]);
    let homes = of_people(tx, &both)?;
    let of_absorbed = homes.iter().find(|(person, _)| *person == absorbed);
    let Some((_, home)) = of_absorbed else {
        return Ok(None);
    };
    let stays = homes.iter().any(|(person, _)| *person == survivor);
    let Some(mut household) = find(tx, &RegionScope::City, *home)? else {
        return Ok(None);
    };
    diesel::delete(members::table.find(Col(absorbed))).execute(tx.connection)?;
    household.members.remove(&absorbed);
    if !stays {
        household.members.insert(survivor);
        enter(tx, household.id, &BTreeSet::from([survivor]))?;
    }
    written(tx, &mut household)?;
    let concerned = household.members.iter().copied().chain(both).collect();
    heroes::refresh(tx, &concerned)?;
    Ok(Some(household))
}

/// [`StoreError::Conflict`] when somebody else was faster.
fn written(tx: &mut Tx<'_>, household: &mut Household) -> Result<(), StoreError> {
    let unchanged = households::table
        .find(Col(household.id))
        .filter(households::version.eq(household.version));
    household.version += 1;
    household.updated_at = tx.now();
    let rows = diesel::update(unchanged)
        .set((
            households::region_code.eq(Col(household.region)),
            households::version.eq(household.version),
            households::updated_at.eq(Col(household.updated_at)),
        ))
        .execute(tx.connection)?;
    one_row(rows)
}
