//! What only plaques store: the forms of their cases, and what is asked of all of them at once.

pub mod heroes;
mod summary;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::ids::{HouseholdId, PersonId, PlaqueId};
use domain::named::NamedEnum as _;
use domain::plaques::{Plaque, PlaqueFacts, State, Subject};
use domain::procedure::{Case, CaseEvent};
use domain::regions::RegionCode;
use domain::text::Line;

use crate::cases::{CaseFile, CaseOnFile};
use crate::households;
use crate::prelude::*;
use crate::schema::plaques;
use crate::stored::{Form, StoredProcedure};

pub use summary::{CountyPlaques, summary};

impl StoredProcedure for Plaque {
    const CASE: Form<Case<Self>> = Form::first("plaque.case");
    const HISTORY: Form<Vec<CaseEvent<Self>>> = Form::first("plaque.history");
    const SUBJECT: Form<Subject> = Form::first("plaque.subject");
    const FACTS: Form<PlaqueFacts> = Form::first("plaque.facts");

    fn saved(
        tx: &mut Tx<'_>,
        file: &CaseFile<Self>,
        cases: &[&CaseOnFile<Self>],
    ) -> Result<(), StoreError> {
        let household = file.subject.household;
        households::lock(tx, household)?;
        if let Some(one) = cases.first() {
            keep(tx, file, &one.case)?;
        }
        let members = households::members_of(tx, household)?;
        let bearers = cases.iter().map(|one| one.person);
        let concerned: BTreeSet<PersonId> = members.into_iter().chain(bearers).collect();
        heroes::refresh(tx, &concerned)
    }
}

/// The cases of a plaque move together, so that the first speaks for all.
fn keep(tx: &mut Tx<'_>, file: &CaseFile<Plaque>, case: &Case<Plaque>) -> Result<(), StoreError> {
    let (record, active) = (case.record(), case.state().is_active());
    let since = record.unreachable_since().filter(|_| active);
    let serial = record.making.as_ref().map(|making| making.serial.clone());
    diesel::delete(plaques::table.find(Col(file.id))).execute(tx.connection)?;
    let row = (
        plaques::file_id.eq(Col(file.id)),
        plaques::household_id.eq(Col(file.subject.household)),
        plaques::region_code.eq(Col(file.region)),
        plaques::state.eq(case.state().as_str()),
        plaques::active.eq(active),
        plaques::serial.eq(Col(serial)),
        plaques::unreachable.eq(since.is_some()),
        plaques::unreachable_since.eq(since),
    );
    insert!(tx.connection, plaques::table, row)?;
    Ok(())
}

/// The plaque that a household has or is to get.
pub fn active_of(
    reader: &mut Reader<'_>,
    household: HouseholdId,
) -> Result<Option<PlaqueId>, StoreError> {
    Ok(plaques::table
        .filter(plaques::household_id.eq(Col(household)))
        .filter(plaques::active)
        .select(plaques::file_id)
        .first(reader.connection)
        .optional()?)
}

/// Something of a person's file changed, such as the region that keeps it.
pub fn person_changed(tx: &mut Tx<'_>, person: PersonId) -> Result<(), StoreError> {
    heroes::refresh(tx, &BTreeSet::from([person]))
}

/// Whether another plaque of the city than this one has a serial number.
pub fn is_taken(tx: &mut Tx<'_>, serial: &Line<40>, except: PlaqueId) -> Result<bool, StoreError> {
    tx.lock(format!("plaque-serial/{serial}").as_bytes())?;
    let other: Option<PlaqueId> = plaques::table
        .filter(plaques::serial.eq(serial.as_str()))
        .filter(plaques::file_id.ne(Col(except)))
        .select(plaques::file_id)
        .first(tx.connection)
        .optional()?;
    Ok(other.is_some())
}

/// The plaques of a household that a scope reaches, newest first.
pub fn of_household(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    household: HouseholdId,
) -> Result<Vec<PlaqueId>, StoreError> {
    let query = plaques::table
        .filter(plaques::household_id.eq(Col(household)))
        .into_boxed();
    let query = within!(query, scope, plaques::region_code);
    Ok(query
        .order(plaques::file_id.desc())
        .select(plaques::file_id)
        .load(reader.connection)?)
}

/// A plaque whose family nobody has reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreachable {
    pub plaque: PlaqueId,
    pub household: HouseholdId,
    pub region: RegionCode,
    pub state: State,
    pub since: Option<NaiveDate>,
}

type UnreachableRow = (PlaqueId, HouseholdId, RegionCode, String, Option<NaiveDate>);

/// The plaques whose family nobody has reached, newest first.
pub fn unreachable(
    reader: &mut Reader<'_>,
    scope: &RegionScope,
    keyset: &Keyset<PlaqueId>,
) -> Result<Page<Unreachable>, StoreError> {
    newest_first!(
        reader,
        keyset,
        || {
            let query = plaques::table
                .filter(plaques::unreachable.eq(true))
                .into_boxed();
            match scope.codes().as_deref() {
                // The one region is a part of the index that gives the order.
                Some([code]) => query.filter(plaques::region_code.eq((*code).to_owned())),
                Some(codes) => query.filter(plaques::region_code.eq_any(
                    codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>(),
                )),
                None => query,
            }
        },
        plaques::file_id,
        (
            plaques::file_id,
            plaques::household_id,
            plaques::region_code,
            plaques::state,
            plaques::unreachable_since,
        ) => UnreachableRow,
        |(plaque, household, region, state, since)| {
            let state = State::all().into_iter().find(|known| known.as_str() == state);
            Ok(Unreachable {
                plaque,
                household,
                region,
                state: state.ok_or_else(|| StoreError::Corrupt("plaques.state".to_owned()))?,
                since,
            })
        }
    )
}
